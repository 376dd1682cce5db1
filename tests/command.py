"""The `kiosk` command, as somebody types it, and what it keeps."""

from pathlib import Path

from click.testing import CliRunner, Result

from kiosk.cli import kiosk
from kiosk.edits.kept import store_in
from kiosk.edits.store import Store


def run(*arguments: str | Path, typed: str = "") -> Result:
    """Run the command; nothing may end in a traceback.

    Args:
        arguments: What stands behind the command's name.
        typed: What is answered where it asks.
    """
    done = CliRunner().invoke(kiosk, list(map(str, arguments)), input=typed, prog_name="kiosk")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def run_with(settings: Path, *arguments: str | Path) -> Result:
    """Run the command with a settings file."""
    return run("--settings", settings, *arguments)


def store_of(settings: Path) -> Store:
    """The accepted words of a settings file with a data folder beside it."""
    return Store(Path(store_in(str(settings.parent / "data"), str(settings))))
