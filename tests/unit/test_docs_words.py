"""Every `kiosk` command in the pages on words and settings is run, in the order of the page."""

import re
import shlex
from pathlib import Path

import pytest

from kiosk.content.model import Content
from kiosk.exits import ADVICE
from tests.command import run, run_with, store_of
from tests.unit.test_import_page import write_docx

DOCS = Path(__file__).parents[2] / "docs"
_COMMAND = re.compile(r"^ {4,}\.venv/bin/kiosk(?P<arguments> .+)$", re.MULTILINE)
_SETTINGS = 'name = "Ashby"\ncontent = "words"\ndata = "data"\n'


def commands_of(page: str) -> list[list[str]]:
    """The arguments of each `kiosk` command on a page that does not fill the screen."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = [shlex.split(match["arguments"]) for match in _COMMAND.finditer(text)]
    return [arguments for arguments in found if arguments != ["--settings", "kiosk.toml"]]


@pytest.mark.parametrize("page", ["words.md", "settings.md", "staff.md"])
@pytest.mark.slow
def test_every_command_on_the_page_works(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever types them one after the other, from an empty local folder on, meets no fault."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kiosk.toml").write_text(_SETTINGS)
    for folder in ("data", "words"):
        (tmp_path / folder).mkdir()
    write_docx(tmp_path / "homework-club.docx", ("Heading1", "Homework club"), ("", "Come in."))
    commands = commands_of(page)
    assert commands
    for arguments in commands:
        if {"history", "rollback"} & set(arguments):
            accept_a_few_states(tmp_path)
        words, _, into = " ".join(arguments).partition(" > ")
        done = run(*shlex.split(words))
        # The doctor tells of this machine, which may lack something.
        fine = (0, ADVICE) if arguments == ["doctor"] else (0,)
        assert done.exit_code in fine, f"kiosk {words}: {done.output}"
        if into:
            (tmp_path / into).write_text(done.stdout)


def accept_a_few_states(folder: Path) -> None:
    """Do what a running kiosk does with edits, so that there is something to go back to."""
    from tests.unit.test_live import tried

    settings = folder / "kiosk.toml"
    store = store_of(settings)
    while len(store.sets()) < 4:
        number = len(store.sets())
        settings.write_text(f'{_SETTINGS}notices = ["News {number}"]\n')
        assert tried(settings, store) == ""


def test_the_helpline_of_the_page_is_shown(tmp_path: Path) -> None:
    """The example for staff, put at the end of a settings file, is printed with the people."""
    page = (DOCS / "staff.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "kiosk.toml").write_text("".join(blocks))
    done = run_with(tmp_path / "kiosk.toml", "read", "people")
    assert done.exit_code == 0, done.output
    assert "Near here" in done.stdout
    assert "Ashby Youth Advice" in done.stdout


@pytest.mark.parametrize("page", ["for-parents.md", "for-young-people.md"])
def test_the_keys_that_visitors_are_told_open_what_is_said(page: str, content: Content) -> None:
    """Each number beside a door's name, or behind what it answers, is that of the start page."""
    doors = [door.label for door in content.doors.urgent]
    doors += [door.label for door in content.doors.audiences]
    text = " ".join((DOCS / page).read_text(encoding="utf-8").split())
    told = re.findall(r"\*\*(\d)\*\*: \*(I [^*]+)\*", text)
    asked = re.findall(r"([^.?]+)\? Press \*\*(\d)", text)
    told += [(number, DOORS[question]) for question, number in asked]
    named = [(number, label) for number, label in told if label in doors]
    assert named
    assert all(doors[int(number) - 1] == label for number, label in named)


DOORS = {
    " Somebody is threatening you": "Someone is threatening me",
    " A picture of you is out there": "A picture of me is out there",
    " You don't feel safe": "I don't feel safe",
}
"""What the page for young people asks, and the door that answers it."""
