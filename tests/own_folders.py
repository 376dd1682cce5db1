"""Every test's own home, data, settings and runtime folder, told to it by the environment.

The kiosks that a test starts are told the same, so a kiosk that is installed on this machine is
neither read nor changed, and two runs of the tests never meet.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path

_VARIABLES = {
    "HOME": "home",
    "XDG_RUNTIME_DIR": "run",
    "STATE_DIRECTORY": "data",  # not made: the kiosk keeps words there only where it exists
    "CONFIGURATION_DIRECTORY": "settings",
}
"""Variables that name a folder, and what it is called among a test's own."""
_UNSET = (
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"),
    *("DBUS_SESSION_BUS_ADDRESS", "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"),
)
"""Variables that would lead out of these folders, or to the service that runs the tests."""
_numbers = count()


def make_base() -> Path:
    """Make the folder that holds those of this process; near the root, for sockets' short paths."""
    return Path(tempfile.mkdtemp(prefix="kiosk-tests-"))


@contextmanager
def own_folders(base: Path) -> Iterator[Path]:
    """Give folders of one's own, which the environment names, and take them away afterwards.

    Args:
        base: Where to make them.

    Yields:
        The folder that all of them are in.
    """
    own = base / f"{os.getpid()}-{next(_numbers)}"  # a forked process counts from where we are
    changed = {name: str(own / folder) for name, folder in _VARIABLES.items()}
    before = {name: os.environ.pop(name, None) for name in (*changed, *_UNSET)}
    for folder in ("home", "run"):
        (own / folder).mkdir(mode=0o700, parents=True)
    os.environ.update(changed)
    try:
        yield own
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
        shutil.rmtree(own, ignore_errors=True)


def folders_told(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables that name a test's own folders, for a process that is to have no others."""
    return {name: environment[name] for name in _VARIABLES}


def leads_elsewhere(environment: Mapping[str, str], base: Path) -> list[str]:
    """The variables by which a process would find folders that are not the tests' own.

    Args:
        environment: The process's variables.
        base: Where the tests' own folders are.
    """
    temporary = (f"{base}/", f"{tempfile.gettempdir()}/")
    return [name for name in _VARIABLES if not environment.get(name, "").startswith(temporary)]
