"""How much of each package the tests have run: the last step of `poe coverage`."""

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePath

from coverage import Coverage

REPORT = Path("build/coverage/report.json")
COUNTS = ("num_statements", "covered_lines", "num_branches", "covered_branches")
Summary = Mapping[str, int]
"""What coverage.py's JSON says of a file under `summary`."""


def package_of(path: str) -> str:
    """The folder of `kiosk/` that a file is in, or `kiosk` for the files that are in none."""
    parts = PurePath(path).parts
    inside = parts[parts.index("kiosk") + 1 :]
    return inside[0] if len(inside) > 1 else "kiosk"


def table(files: Mapping[str, Summary]) -> list[str]:
    """A line for each package, and one for all.

    Args:
        files: What was measured of each file, by its path.
    """
    sums: dict[str, Counter[str]] = {}
    for path, summary in sorted(files.items(), key=lambda file: package_of(file[0])):
        for name in (package_of(path), "all"):
            sums.setdefault(name, Counter()).update({each: summary[each] for each in COUNTS})
    everything = sums.pop("all")
    lines = [f"{'package':12} {'lines':>6} {'run':>7} {'branches':>9} {'taken':>7}"]
    return lines + [_line(name, each) for name, each in [*sums.items(), ("all", everything)]]


def _line(name: str, each: Summary) -> str:
    run = _percent(each["covered_lines"], each["num_statements"])
    taken = _percent(each["covered_branches"], each["num_branches"])
    return f"{name:12} {each['num_statements']:6} {run} {each['num_branches']:9} {taken}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole if whole else 100:5.1f} %"


def main() -> int:
    """Print the table.

    Returns:
        1 where less was run than `fail_under` in pyproject.toml, else 0.
    """
    coverage = Coverage()
    coverage.load()
    total = coverage.json_report(outfile=str(REPORT))
    files = json.loads(REPORT.read_text(encoding="utf-8"))["files"]
    print("\n".join(table({path: file["summary"] for path, file in files.items()})))
    least = coverage.get_option("report:fail_under")
    assert isinstance(least, float)
    if total < least:
        print(f"Lines and branches together: {total:.1f} %, which is less than {least:.0f} %.")
    return int(total < least)


if __name__ == "__main__":
    sys.exit(main())
