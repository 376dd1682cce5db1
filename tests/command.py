"""The `kiosk` command, as somebody types it."""

from pathlib import Path

from click.testing import CliRunner, Result

from kiosk.cli import kiosk


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
