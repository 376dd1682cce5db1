"""`kiosk import FILE`: a draft of a page, made of a Word file or of somebody's Markdown."""

import re
import sys
from pathlib import Path

from markdown_it import MarkdownIt

from kiosk.content.header import LONGEST_TITLE
from kiosk.content.topic_file import FRONT_MATTER
from kiosk.exits import FAULT
from kiosk.paths import how_to_add_libraries
from kiosk.plain_file import read_text, why_not
from kiosk.staff.from_html import Draft, draft_from
from kiosk.staff.new_topic import new_topic, page_of
from kiosk.staff.word_file import read_word_file

_KINDS = (".docx", ".md", ".markdown", ".txt")
_LONGEST_NAME = 40


def import_page(settings_path: str, file: str, name: str | None) -> int:
    """Write a draft with what a file says, and list what could not be kept.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        file: The file; it stays as it is.
        name: The page's id; made of the file's name where it is None.

    Returns:
        The exit code: 2 where the file cannot be read, or the page not be made.
    """
    path = Path(file)
    try:
        if path.suffix.lower() not in _KINDS:
            raise ValueError("Name a Word file (.docx) or Markdown (.md); save others as .docx.")
        html, lost = _read(path)
        draft = draft_from(html)
    except ModuleNotFoundError as error:
        print(f"kiosk: {error.name} is missing. {how_to_add_libraries()}", file=sys.stderr)
        return FAULT
    except (OSError, UnicodeDecodeError) as error:
        return _refuse(file, why_not(error))
    except ValueError as error:
        return _refuse(file, str(error))
    if not draft.text:
        return _refuse(file, "There are no words in it.")
    name = name or _name_from(path)
    if code := new_topic(settings_path, name):
        return code
    page = page_of(settings_path, name)
    try:
        page.write_text(_filled(page.read_text(encoding="utf-8"), draft), encoding="utf-8")
    except OSError as error:
        page.unlink()
        return _refuse(file, why_not(error))
    print("Write 'summary', 'keywords', 'for' and 'sources' at its head: a document has none.")
    if lost := [*lost, *draft.lost]:
        print("Not kept:", *(f"  {what}" for what in lost), sep="\n")
    return 0


def _read(path: Path) -> tuple[str, list[str]]:
    """What a file says, as HTML, and what is lost on the way to that.

    Raises:
        ModuleNotFoundError: The library for Word files is not installed.
        OSError: The file cannot be read.
        ValueError: It is no such file.
    """
    if path.suffix.lower() == ".docx":
        return read_word_file(path)
    text = FRONT_MATTER.sub("", read_text(path), count=1)
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text), []


def _refuse(file: str, why: str) -> int:
    print(f"{file} cannot be imported: {why}", file=sys.stderr)
    return FAULT


def _name_from(path: Path) -> str:
    words = re.sub("[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    return words[:_LONGEST_NAME].strip("-") or "page"


def _filled(template: str, draft: Draft) -> str:
    """The template's head, with what the document says below it."""
    from kiosk.staff.new_topic import quoted

    head, end, _ = template.partition("\n---\n")
    if draft.title:
        title = f"title: {quoted(draft.title[:LONGEST_TITLE])}"
        head = re.sub("^title: .*$", lambda _: title, head, count=1, flags=re.MULTILINE)
    return f"{head}{end}\n{draft.text}\n"
