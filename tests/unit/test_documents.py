"""The documents: every command in them exists, with the options that they name."""

import re
import shlex
from pathlib import Path

import click
import pytest

from kiosk import __version__
from kiosk.cli import kiosk

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
_CODE = re.compile(r"^    (\S.*)$|`([^`\n]+)`", re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_KIOSK = re.compile(r"^(?:.*&& )?(?:sudo )?(?:[\w./-]*/)?kiosk(?= |$)(.*)$")
KNOWN_PROGRAMS = frozenset(
    "apt build-deb chvt cp cyclonedx-py dpkg dpkg-reconfigure echo git journalctl ln lpadmin mkdir "
    "pip pip-audit pkill poe pre-commit python python3 source systemctl systemd-analyze "
    "systemd-nspawn systemd-sysusers test timedatectl umask uv".split()
)
"""What the documents may name beside the kiosk: programs of the system, or of the named pages."""


def commands() -> list[tuple[str, list[str]]]:
    """Every `kiosk` command of the documents: where it stands, and its arguments."""
    found = []
    for path in DOCUMENTS:
        for match in _CODE.finditer(path.read_text(encoding="utf-8")):
            command = _KIOSK.match((match[1] or match[2]).strip())
            if command:
                found.append((path.name, shlex.split(command[1].partition(" > ")[0])))
    return found


COMMANDS = commands()


def test_there_are_commands_to_test() -> None:
    """The documents name every command of the kiosk at least once."""
    named = {argument for _, arguments in COMMANDS for argument in arguments}
    assert set(kiosk.commands) <= named


@pytest.mark.parametrize(("name", "arguments"), COMMANDS, ids=" ".join)
def test_a_command_of_the_documents_exists(
    name: str, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line takes it as it stands, up to doing it."""
    monkeypatch.chdir(tmp_path)
    for made_before in ("kiosk-private.key", "PAGE.docx"):
        (tmp_path / made_before).touch()
    try:
        with kiosk.make_context("kiosk", list(arguments), resilient_parsing=False) as context:
            rest = [*context._protected_args, *context.args]
            if rest:
                _, command, rest = kiosk.resolve_command(context, rest)
                assert command is not None
                command.make_context(command.name, rest, parent=context)
    except click.exceptions.Exit:
        return  # --help and --version
    except click.UsageError as error:
        pytest.fail(f"{name}: kiosk {' '.join(arguments)}: {error.message}")


def test_what_names_the_version_names_this_one() -> None:
    """A new version is told of in the changelog, and the image of the example has it."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(
        rf"^## \[{re.escape(__version__)}\] - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE
    )
    example = (ROOT / "docs" / "examples" / "kubernetes.yaml").read_text(encoding="utf-8")
    assert f"kiosk:{__version__}\n" in example


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_other_programs_are_known(path: Path) -> None:
    """A line that is meant to be typed begins with a program that there is."""
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    for line in re.findall(r"^    (\S.*)$", text, re.MULTILINE):
        for part in line.split(" && "):
            words = [word for word in shlex.split(part, comments=True) if word != "sudo"]
            program = Path(words[0]).name
            assert program in KNOWN_PROGRAMS | {"kiosk"}, f"{path.name}: {line}"
