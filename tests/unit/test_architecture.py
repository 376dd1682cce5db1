"""The house's rules: small files, and arrows that point down."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "kiosk").rglob("*.py")), *sorted((ROOT / "tests").rglob("*.py"))]


def length(path: Path) -> int:
    """The lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def imported_by(module: str) -> set[str]:
    """What a fresh interpreter has loaded after importing a module, and not before."""
    program = (
        "import json, sys\nbefore = set(sys.modules)\n"
        f"import {module}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return set(json.loads(done.stdout))


def packages(modules: set[str]) -> set[str]:
    """The packages that the modules are in."""
    return {module.split(".")[0] for module in modules}


def test_most_files_are_short() -> None:
    """Half of the files of code have fewer than 150 lines."""
    assert median(length(path) for path in FILES if path.is_relative_to(ROOT / "kiosk")) < 150


def test_reading_needs_no_textual() -> None:
    """`kiosk read` works where no screen does, without loading Textual."""
    assert "textual" not in packages(imported_by("kiosk.reading"))


def test_slow_libraries_wait_until_a_page_needs_them() -> None:
    """Neither plural rules nor codes are loaded with the words' pages."""
    program = (
        "import sys\nfrom datetime import datetime\nfrom kiosk.content.blocks import Place\n"
        "from kiosk.pages.here import Here\n"
        "from kiosk.pages.loading import load_catalogue\nfrom kiosk.settings import Settings\n"
        "catalogue = load_catalogue(Settings())\n"
        "catalogue.open(Place('people'), 72, Here(now=datetime.now()))\n"
        "catalogue.open(Place('start'), 72, Here(now=datetime.now()))\n"
        "print({'babel', 'segno'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("module", ["kiosk.guard.start", "kiosk.guard.loop"])
def test_the_guard_is_standard_library_only(module: str) -> None:
    """What clears the screen depends on nothing that could break: no package, nothing of ours."""
    loaded = imported_by(module)
    assert packages(loaded) - sys.stdlib_module_names == {"kiosk"}
    ours = {name for name in loaded if packages({name}) == {"kiosk"}}
    beside = ("kiosk.guard", "kiosk.confinement")  # whose calls into the kernel are as small
    assert {name for name in ours if not name.startswith(beside)} == {"kiosk"}


@pytest.mark.parametrize("module", ["kiosk.start", "kiosk.guarded", "kiosk.__main__"])
def test_the_first_frame_waits_for_no_package(module: str) -> None:
    """Until the neutral page is on the screen, nothing slow is imported."""
    assert packages(imported_by(module)) - sys.stdlib_module_names == {"kiosk"}


def test_arrows_point_down() -> None:
    """The contracts in pyproject.toml hold: which part may import which."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout
