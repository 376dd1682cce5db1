"""Changes a rule, and looks whether a test notices: `python -m tests.mutate [PART ...]`.

mutmut 3 makes the mutants: `pip install 'mutmut>=3.8,<4'`. Each part has the tests that hold its
rules. Left out are those that start terminals, servers or browsers, since each mutant runs them,
and those that become another user, who may not read the copy. It works on a copy, one at a time,
and takes from half a minute to a quarter of an hour a part; `edits` takes an hour and more. mutmut
changes what functions do and leaves tables, constants and properties alone: the tests named here
hold those row by row.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
KEPT = Path("build/mutants")
"""Where the mutants that nobody noticed are listed, a file for each part."""


class Part(NamedTuple):
    """Files whose rules belong together, and the tests that hold them."""

    files: str
    """Below `kiosk/`, parted by spaces."""
    tests: str
    """Below `tests/`, without `test_` and the ending."""

    def paths(self) -> list[str]:
        """The files, with their folder; a star stands for all of one."""
        return [f"kiosk/{name}.py" for name in self.files.split()]

    def test_paths(self) -> list[str]:
        """The files of the tests, with their folder."""
        paths = [Path("tests", name) for name in self.tests.split()]
        return [str(path.with_name(f"test_{path.name}.py")) for path in paths]


PARTS = {
    "keys": Part(
        "guard/keys guard/sequences", "guard/keys guard/key_edges guard/key_pastes guard/sequences"
    ),
    "screen": Part(
        "guard/screen guard/patience",
        "guard/screen guard/screen_pages guard/patience guard/idle guard/told",
    ),
    "pool": Part(
        "guard/pool guard/renewal",
        "guard/pool guard/pool_messages guard/pool_moments guard/renewal guard/idle",
    ),
    "opening": Part("content/opening content/hours", "unit/hours unit/opening unit/open_words"),
    "visit": Part(
        "pages/visit pages/navigation pages/draft pages/leave_behind",
        "unit/visit unit/form_questions unit/leave_behind unit/ticks app/printing",
    ),
    "outbox": Part("desk/outbox", "desk/outbox desk/outbox_trouble"),
    "edits": Part(
        "edits/*",
        "unit/live unit/live_start unit/live_files unit/live_store unit/live_watch unit/kept "
        "unit/stuck unit/edits_serving unit/watched unit/watch_leaves unit/thinning "
        "unit/rollback unit/guarded unit/history unit/edits_rules unit/edits_first",
    ),
    "web": Part(
        "web/html web/headers web/places web/posts web/server",
        "unit/html web/limits web/headers web/posts web/server_rules web/answers web/server_life",
    ),
}


def measure(part: Part) -> tuple[dict[str, int], str]:
    """Try every mutant of a part.

    Returns:
        How many there were of each kind, as mutmut counts, and the changes that nobody noticed.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        _copy(copy, part)
        mutmut = (sys.executable, "-m", "mutmut")
        subprocess.run([*mutmut, "run", "--max-children", "1"], cwd=copy, check=True)
        _said((*mutmut, "export-cicd-stats"), copy)
        results = _said((*mutmut, "results"), copy)
        survivors = [line.split(":")[0].strip() for line in results.splitlines()]
        shown = [_said((*mutmut, "show", name), copy) for name in survivors]
        counts = json.loads((copy / "mutants/mutmut-cicd-stats.json").read_text())
    return counts, "\n".join(shown)


def _said(command: Sequence[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def _copy(folder: Path, part: Part) -> None:
    """Copy what git knows of, and tell mutmut what to change and what to run."""
    for name in filter(None, _said(("git", "ls-files", "-z"), ROOT).split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name, follow_symlinks=False)
    settings = folder / "pyproject.toml"
    head = "[tool.mutmut]\n"
    chosen = (
        f"{head}only_mutate = {part.paths()}\n"
        f"pytest_add_cli_args_test_selection = {part.test_paths()}\n"
    )
    settings.write_text(settings.read_text().replace(head, chosen))


def main(names: Sequence[str]) -> None:
    """Measure parts, and print a line for each."""
    KEPT.mkdir(parents=True, exist_ok=True)
    lines = [f"{'part':10} {'tried':>6} {'noticed':>8} {'share':>7}"]
    for name in names or PARTS:
        counts, survivors = measure(PARTS[name])
        noticed = counts["killed"] + counts["timeout"]
        share = noticed / counts["total"]
        lines.append(f"{name:10} {counts['total']:6} {noticed:8} {share:7.1%}")
        (KEPT / f"{name}.diff").write_text(survivors)
    print("\n".join(["", *lines]))


if __name__ == "__main__":
    main(sys.argv[1:])
