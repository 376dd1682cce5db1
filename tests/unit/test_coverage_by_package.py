"""The table of what the tests have run."""

import pytest

from tests.coverage_by_package import package_of, table


@pytest.mark.parametrize(
    ("path", "package"),
    [
        ("kiosk/cli.py", "kiosk"),
        ("kiosk/guard/keys.py", "guard"),
        ("kiosk/staff/doctor/disk.py", "staff"),
    ],
)
def test_a_file_belongs_to_the_folder_below_kiosk(path: str, package: str) -> None:
    """A package is counted with all that is in it, however deep."""
    assert package_of(path) == package


def test_a_package_is_the_sum_of_its_files() -> None:
    """Numbers are added before they are divided, so that a long file counts for more."""

    def file(lines: int, run: int) -> dict[str, int]:
        branches = {"num_branches": 0, "covered_branches": 0}
        return {"num_statements": lines, "covered_lines": run, **branches}

    web = {"kiosk/web/a.py": file(90, 90), "kiosk/web/b.py": file(10, 0)}
    assert [line.split() for line in table({**web, "kiosk/c.py": file(0, 0)})[1:]] == [
        ["kiosk", "0", "100.0", "%", "0", "100.0", "%"],
        ["web", "100", "90.0", "%", "0", "100.0", "%"],
        ["all", "100", "90.0", "%", "0", "100.0", "%"],
    ]
