"""The watch over the tests: a test that touches what is not its own fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.trespass import real_home

ROOT = Path(__file__).parents[2]
HOME = real_home()
PYTEST_INI = "[pytest]\nasyncio_default_fixture_loop_scope = function\n"
OWN = """
def test_what_is_its_own(tmp_path):
    (tmp_path / "new").write_text("")
    (tmp_path / "new").rename(tmp_path / "newer")
    shutil.rmtree(tmp_path)
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
    open("/etc/passwd").close()
    pathlib.Path.home().joinpath("mine").mkdir()
    assert not list(pathlib.Path(os.environ["XDG_RUNTIME_DIR"]).iterdir())
    assert not os.path.exists(os.environ["STATE_DIRECTORY"])
    subprocess.run(["true"], check=True)
"""
"""A test that may do all that it does."""
NOT_ITS_OWN = {
    "writes_the_data": "open('/var/lib/kiosk/state.json', 'w')",
    "reads_the_data": "open('/var/lib/kiosk/state.json')",
    "lists_the_data": "os.listdir('/var/lib/kiosk')",
    "makes_the_data": "os.makedirs('/var/lib/kiosk')",
    "opens_the_outbox": "sqlite3.connect('/var/lib/kiosk/outbox.sqlite')",
    "writes_elsewhere_in_var_lib": "pathlib.Path('/var/lib/other').mkdir()",
    "reads_the_settings": "open('/etc/kiosk/kiosk.toml')",
    "writes_in_etc": "open('/etc/hosts', 'a')",
    "writes_in_etc_by_a_descriptor": "os.mkdir('x', dir_fd=os.open('/etc', os.O_RDONLY))",
    "renames_into_etc": "os.rename(__file__, '/etc/x')",
    "links_into_etc": "os.symlink(__file__, '/etc/x')",
    "removes_in_etc": "os.remove('/etc/x')",
    "takes_a_fixed_port": "socket.create_server(('127.0.0.1', 8765))",
    "writes_in_the_checkout": f"open({str(ROOT / 'new')!r}, 'w')",
    "starts_a_program_at_home": f"subprocess.run(['true'], env={{'HOME': {HOME!r}}})",
    **({} if HOME == "/" else {"reads_the_real_home": f"open({HOME + '/.profile'!r})"}),
    **({} if HOME == "/" else {"writes_in_the_real_home": f"os.mkdir({HOME + '/x'!r})"}),
}
"""Statements, each for a test of its own that survives the error."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of each of these tests, by its name."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "pytest.ini").write_text(PYTEST_INI)
    (folder / "conftest.py").write_text("from tests.conftest import *\n")
    tests = [
        "import contextlib, os, pathlib, shutil, socket, sqlite3, subprocess",
        OWN,
        *(
            f"def test_{name}():\n    with contextlib.suppress(OSError): {statement}"
            for name, statement in NOT_ITS_OWN.items()
        ),
    ]
    (folder / "test_watched.py").write_text("\n".join(tests))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-q", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "500"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line.split(" ", 2) for line in done.stdout.splitlines() if "::test_" in line]
    # A test that has passed and whose end then fails is told twice, the error last.
    return {line[1].partition("::test_")[2]: " ".join(line[::2]) for line in lines}


@pytest.mark.parametrize("name", NOT_ITS_OWN)
def test_what_is_not_its_own_fails_a_test(told: dict[str, str], name: str) -> None:
    """Even where the code at hand takes the error for a fault of the machine."""
    assert told[name].startswith("ERROR - AssertionError: This test touches what is not its own"), (
        told
    )


def test_what_is_its_own_passes(told: dict[str, str]) -> None:
    """Its folders, a port that the kernel chooses, and reading what every machine has."""
    assert told["what_is_its_own"].startswith("PASSED"), told
