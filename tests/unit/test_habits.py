"""The habits of whoever works on the project: hooks before a commit, and named tasks."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.mutate import PARTS, Part

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / ".pre-commit-config.yaml"
REPOSITORIES: list[dict[str, Any]] = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))["repos"]
TASKS: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / "pyproject.toml").read_text(encoding="utf-8")
)["tool"]["poe"]["tasks"]
MEASUREMENTS = [
    module
    for module in sorted((ROOT / "tests" / "bench").glob("*.py"))
    if f"python -m tests.bench.{module.stem} " in module.read_text(encoding="utf-8")
]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def test_pre_commit_takes_its_configuration() -> None:
    """It says itself that the file is well formed."""
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", HOOKS],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_a_hook_fetches_nothing() -> None:
    """Each is a program of the environment, where `pip install -e '.[test]'` put it."""
    hooks = [hook for repository in REPOSITORIES for hook in repository["hooks"]]
    assert [repository["repo"] for repository in REPOSITORIES] == ["local"]
    assert {hook["language"] for hook in hooks} == {"system"}
    programs = Path(sys.executable).parent
    assert [
        hook["id"] for hook in hooks if not (programs / hook["entry"].split()[0]).exists()
    ] == []


def test_poe_takes_every_task() -> None:
    """The runner reads its table without a fault, and lists each task with its help."""
    done = subprocess.run(
        [sys.executable, "-m", "poethepoet", "--no-ansi", "--help"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for name, task in TASKS.items():
        assert re.search(rf"^  {name} +{re.escape(task['help'])}$", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_task_of_the_documents_exists(document: Path) -> None:
    """Whatever a document has one type after `poe` is a task."""
    text = document.read_text(encoding="utf-8")
    named = re.findall(r"(?:`|^    (?:\.venv/bin/)?)poe ([\w-]+)", text, re.MULTILINE)
    assert set(named) <= TASKS.keys()


def test_contributing_names_every_task() -> None:
    """Whoever joins finds all of them in one place."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`poe ([\w-]+)", text)) == TASKS.keys()


@pytest.mark.parametrize(
    "module", sorted((ROOT / "tests" / "bench").glob("*.py")), ids=lambda path: path.stem
)
def test_a_measurement_is_named_once(module: Path) -> None:
    """A benchmark that says how to run it stands under Measuring, and no other module does."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert (f"    poe bench {module.stem} " in text) == (module in MEASUREMENTS)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_what_is_changed_to_try_the_tests_exists(part: Part) -> None:
    """A file that has moved would be left out in silence."""
    for path in (*part.paths(), *part.test_paths()):
        assert list(ROOT.glob(path)), path


@pytest.mark.parametrize("module", MEASUREMENTS, ids=lambda path: path.stem)
def test_a_measurement_says_at_once_what_it_does(module: Path) -> None:
    """Nobody sits for minutes before an empty screen: `announce` reads what was asked for."""
    assert "announce(parser)" in module.read_text(encoding="utf-8")


def _announced(then: str, folder: Path) -> None:
    """Announce a measurement that then does this, with its folders in that one."""
    script = (
        "import argparse, os; from tests.bench.progress import announce;"
        "announce(argparse.ArgumentParser(description='Measures a thing.\\n\\nAt length.'));"
    )
    environment = {**os.environ, "TMPDIR": str(folder)}
    command = [sys.executable, "-c", script + then]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)


def test_what_is_announced_is_seen_at_once(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """In a pipe, too, which the output of a process that goes on would wait in."""
    _announced("os._exit(0)", tmp_path)
    assert capfd.readouterr().out == "Measures a thing. (no options)\n\n"


def test_a_measurement_has_folders_of_its_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Its kiosks touch nothing of one that is installed; nothing is left of the folders."""
    _announced("print(*map(os.environ.get, ('HOME', 'STATE_DIRECTORY')), sep='\\n')", tmp_path)
    *_, home, data = capfd.readouterr().out.splitlines()
    assert {Path(home).parents[2], Path(data).parents[2]} == {tmp_path}
    assert list(tmp_path.iterdir()) == []


def test_a_warning_is_an_error_in_what_a_test_starts() -> None:
    """A kiosk that does what Python will not do much longer fails the tests that start it."""
    old = "import warnings; warnings.warn('old', DeprecationWarning)"
    done = subprocess.run([sys.executable, "-c", old], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "DeprecationWarning: old")
