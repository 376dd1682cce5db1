"""The command line: what can be asked for, and what is said where it cannot be done."""

import subprocess
import sys
from pathlib import Path

import pytest
from click import Group

from kiosk import __version__
from kiosk.cli import kiosk
from kiosk.paths import content_folder
from tests.command import run
from tests.unit.conftest import line_with, replace_in


def test_read_lists_the_topics() -> None:
    """Without a topic, everything that can be read is listed."""
    result = run("read")
    assert result.exit_code == 0
    assert "someone-is-threatening-me" in result.stdout
    assert "people" in result.stdout


def test_read_prints_a_topic() -> None:
    """A topic is printed as plain text: no escape sequences, no drawn lines."""
    result = run("read", "someone-is-threatening-me")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("If someone threatens you\n=====")
    assert "\x1b" not in result.stdout
    assert not any("─" <= character <= "▟" for character in result.stdout)


def test_read_prints_the_helplines() -> None:
    """The helplines are a topic of their own, with numbers that are whole."""
    result = run("read", "people")
    assert result.exit_code == 0
    assert "0800 1111" in result.stdout


def test_read_keeps_to_the_width() -> None:
    """`--width` sets the longest line."""
    lines = run("read", "the-law", "--width", "30").stdout.splitlines()
    assert max(map(len, lines)) <= 30


def test_every_command_says_that_its_folder_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a shell is in a folder that another one, or the share, has taken away."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    given = {"import": ("x",), "preview": ("x.md",), "search": ("x",), "export": ("x",)}
    begun = [
        (name, *given.get(name, ()))
        for name, command in kiosk.commands.items()
        if not isinstance(command, Group)
    ]
    for command in [(), *begun, ("new", "topic", "x"), ("hub", "migrate")]:
        result = run("--settings", "kiosk.toml", *command)
        assert result.exit_code == 2, command
        assert result.stderr.startswith("The folder you are in was taken away."), command


def test_words_that_are_a_file_are_told_as_such(tmp_path: Path) -> None:
    """To make a folder of that name could not be done."""
    (tmp_path / "page.md").write_text("Words.")
    settings = tmp_path / "kiosk.toml"
    settings.write_text('content = "page.md"')
    for command in ("check", "read"):
        done = run("--settings", settings, command)
        assert done.exit_code == 2
        assert "This is a file; name the folder that your words are in." in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("read",),
        ("read", "people"),
        ("check",),
        ("settings",),
        ("settings", "--example"),
        ("--help",),
    ],
)
def test_what_cannot_be_printed_is_told(command: tuple[str, ...]) -> None:
    """In a sentence, also where the disk is full on which the output goes."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (
        2,
        "kiosk: cannot print: No space left on device\n",
    )


def test_an_unknown_topic_is_suggested_another() -> None:
    """A slip in a topic's name ends with exit code 2 and the name that was likely meant."""
    result = run("read", "the-lwa")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean the-law" in result.stderr


def test_search_prints_what_the_page_would_list() -> None:
    """Who to call comes first, then what was found, with the commands that print it."""
    result = run("search", "sextorshun")
    assert (result.exit_code, result.stderr) == (0, "")
    first, second, found, *_ = result.stdout.splitlines()
    assert all(number in first for number in ("999", "0800 1111", "116 123"))
    assert (second, found) == ("", "Someone is threatening me")
    both = "  kiosk read help-threatened\n  kiosk read someone-is-threatening-me\n"
    assert both in result.stdout
    assert "\x1b" not in result.stdout


def test_search_that_finds_nothing_prints_the_helplines() -> None:
    """Nobody is left with nothing: exit code 1, and the numbers on standard output."""
    result = run("search", "xyzzyqw")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "0800 1111" in result.stdout
    assert "Samaritans" in result.stdout


def test_search_keeps_to_the_width() -> None:
    """`--width` sets the longest line of the list, too."""
    lines = run("search", "--width", "36", "picture").stdout.splitlines()
    told = [line for line in lines if not line.startswith("  kiosk read ")]
    assert max(map(len, told)) <= 36


def test_another_language_is_printed_even_as_a_draft() -> None:
    """Who reviews a translation reads it without changing the settings."""
    page = run("read", "--language", "cy", "help-threatened")
    assert page.exit_code == 0
    assert page.stdout.startswith("Mae rhywun yn fy mygwth i\n")
    english = run("read", "--language", "cy", "the-law").stdout
    assert "Mae'r dudalen hon yn Saesneg am y tro." in english
    assert (
        "kiosk read someone-is-threatening-me" in run("search", "--language=cy", "blacmel").stdout
    )


def test_a_language_that_is_not_there_is_told() -> None:
    """A wrong code is refused, and those that there are are named."""
    result = run("read", "--language", "fr")
    assert result.exit_code == 2
    codes = sorted(path.parent.name for path in content_folder().glob("*/language.yaml"))
    known = ", ".join(["en", *codes])
    assert f"There is no language 'fr' here; there are: {known}." in result.stderr


def test_search_needs_a_word() -> None:
    """Without a word there is nothing to look for: the usage is told."""
    assert run("search").exit_code == 2


@pytest.mark.parametrize("width", ["19", "201", "wide"])
def test_a_width_out_of_range_is_refused(width: str) -> None:
    """The width is a number from 20 to 200."""
    assert run("read", "--width", width).exit_code == 2


def test_version_is_told() -> None:
    """`--version` names the program and its version."""
    assert run("--version").stdout.strip() == f"kiosk, version {__version__}"


def test_help_tells_how_to_leave_and_how_to_stop() -> None:
    """Whoever sets the kiosk up reads that Escape clears it and how to end it."""
    result = run("--help")
    assert result.exit_code == 0
    assert "Escape" in result.stdout
    assert "pkill -TERM -x kiosk" in result.stdout


def test_every_fault_of_a_broken_folder_is_told(words_copy: Path, tmp_path: Path) -> None:
    """Words with faults are not printed; every fault goes to standard error, and the code is 2."""
    replace_in(words_copy / "en/topics/the-law.md", "title:", "titel:")
    replace_in(words_copy / "en/start.yaml", "to: help-p", "to: held-p")
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f"content = '{words_copy}'\n")
    result = run("--settings", str(settings), "read", "people")
    assert (result.exit_code, result.stdout) == (2, "")
    lines = result.stderr.splitlines()
    door = line_with(words_copy / "en/start.yaml", "to: held-p")
    assert any(
        line.startswith(f"{words_copy}/en/topics/the-law.md:2: The key 'titel'") for line in lines
    )
    assert any(
        line.startswith(f"{words_copy}/en/start.yaml:{door}: There is no topic or pathway")
        for line in lines
    )


def test_words_of_ones_own_are_read(words_copy: Path, tmp_path: Path) -> None:
    """The `content` setting lays a folder over the shipped words."""
    replace_in(words_copy / "en/topics/the-law.md", "What the law says", "Our page on the law")
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f"content = '{words_copy}'\n")
    result = run("--settings", str(settings), "read", "the-law")
    assert result.stdout.startswith("Our page on the law\n")


@pytest.mark.parametrize("arguments", [["read"], []], ids=["read", "start"])
def test_faults_in_the_settings_are_all_told(tmp_path: Path, arguments: list[str]) -> None:
    """Settings with faults stop every command with exit code 2, before the screen is touched."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('idle_seconds = 1\nnmae = "A"\n')
    result = run("--settings", str(settings), *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'idle_seconds' must be a whole number" in result.stderr
    assert "'nmae' is not a setting. Did you mean 'name'?" in result.stderr


def test_settings_that_are_not_there_are_told(tmp_path: Path) -> None:
    """A settings file that was named must exist."""
    result = run("--settings", str(tmp_path / "missing.toml"), "read")
    assert result.exit_code == 2
    assert "missing.toml: There is no such file, or a link leads to nothing." in result.stderr
