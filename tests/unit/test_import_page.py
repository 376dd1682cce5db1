"""`kiosk import`: a Word file or Markdown becomes a draft, with a list of what is lost."""

import errno
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.load import load_content
from kiosk.paths import content_folder
from kiosk.staff.from_html import draft_from
from tests.command import run_with
from tests.unit.test_new_topic import settings

__all__ = ["settings"]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def write_docx(path: Path, *paragraphs: tuple[str, str]) -> Path:
    """Write a Word file of paragraphs, each a style and its text; `*` around words is bold."""
    body = ""
    for style, text in paragraphs:
        runs = "".join(
            f"<w:r>{'<w:rPr><w:b/></w:rPr>' if number % 2 else ''}"
            f'<w:t xml:space="preserve">{part}</w:t></w:r>'
            for number, part in enumerate(text.split("*"))
        )
        kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        body += f"<w:p>{kind}{runs}</w:p>"
    return write_parts(path, document=f"<w:body>{body}</w:body>")


def write_parts(path: Path, **parts: str) -> Path:
    """Write a Word file of parts in their XML, each by the name of its root."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _RELS)
        for name, inner in parts.items():
            file.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{_W}">{inner}</w:{name}>')
    return path


def text_of(page: Path) -> str:
    """What stands below a page's head."""
    return page.read_text().partition("\n---\n")[2].strip()


def test_a_word_file_becomes_a_draft(settings: Path) -> None:
    """Its heading is the title, the letters are plain, and the page can be previewed and loaded."""
    file = write_docx(
        settings.parent / "Our Youth Club.docx",
        ("Heading1", "Our youth club"),
        ("", "It\u2019s open *every day* after school."),
        ("Heading2", "What you can do"),
        ("", "Come in. Stars (*) and # mean nothing."),
    )
    done = run_with(settings, "import", str(file))
    assert done.exit_code == 0, done.stderr
    page = settings.parent / "words/en/topics/our-youth-club.md"
    assert 'title: "Our youth club"' in page.read_text()
    assert "draft: true" in page.read_text()
    wanted = "It's open **every day** after school.\n\n## What you can do\n\nCome in. Stars"
    assert text_of(page).startswith(wanted)
    assert run_with(settings, "preview", str(page)).exit_code == 0
    page.write_text(page.read_text().replace("draft: true", "# draft"))
    topics = load_content([content_folder(), settings.parent / "words"]).topics
    assert topics["our-youth-club"].title == "Our youth club"


@pytest.mark.parametrize(
    ("html", "text", "lost"),
    [
        ("<p>a<b>b</b>c</p>", "a**b**c", []),
        ("<p>a <b> b </b>c</p>", "a **b** c", []),
        ("<p><b> </b>a</p>", "a", []),
        ("<h1>T</h1><p>a</p>", "a", []),
        ("<h1>T</h1><h1>U</h1><h4>V</h4><p>a</p>", "## U\n\n### V\n\na", []),
        ("<ul><li>a</li><li><p>b</p></li></ul><p>c</p>", "- a\n- b\n\nc", []),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", "1. a\n    - b", []),
        ("<blockquote><p>a</p></blockquote>", "> a", []),
        ("<p>a<br/>b</p>", "a b", []),
        ("<p>2 * 3_4 [x] &lt;b&gt;</p>", "2 \\* 3\\_4 \\[x\\] \\<b\\>", []),
        ("<p>See <a href='https://www.a.example/b/'>us</a>.</p>", "See us (a.example/b).", []),
        ("<p><a href='page.docx'>us</a></p>", "us", ["a link: page.docx"]),
        ("<p>a<img src='' alt='A cat'/></p>", "a", ["a picture: A cat"]),
        ("<p>a<sup>1</sup></p>", "a1", ["a footnote, or letters set high"]),
        (
            "<p>a<sup><a href='#footnote-2'>[1]</a></sup></p>"
            "<ol><li><p>b <a href='#footnote-ref-2'>↑</a></p></li></ol>",
            "a\n\n1. b",
            ["a footnote, or letters set high"],
        ),
        ("<p><s>a</s></p>", "a", ["words that were struck through"]),
        (
            "<table><tr><td><p>Mon</p></td><td><p>9</p></td></tr><tr><td>Tue</td></tr></table>",
            "- Mon, 9\n- Tue",
            ["a table: each row is an item of a list now"],
        ),
    ],
)
def test_what_a_page_can_have_is_kept_and_the_rest_is_told(
    html: str, text: str, lost: list[str]
) -> None:
    """No word is lost; marks that nobody meant as such are none."""
    draft = draft_from(html)
    assert (draft.text, draft.lost) == (text, lost)


def test_markdown_of_others_is_imported(settings: Path) -> None:
    """With its head left out; tables and pictures are told; the file stays as it is."""
    file = settings.parent / "Page.md"
    text = "---\nlayout: x\n---\n# Title\n\n![cat](cat.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    file.write_text(text)
    done = run_with(settings, "import", str(file), "their-page")
    assert done.exit_code == 0, done.stderr
    assert "Not kept:\n  a picture: cat\n  a table" in done.stdout
    assert text_of(settings.parent / "words/en/topics/their-page.md") == "- a, b\n- 1, 2"
    assert file.read_text() == text


def _twice(folder: Path) -> str:
    write_docx(folder / "a.docx", ("", "Words"))
    return "a.docx"


def _no_word(folder: Path) -> str:
    (folder / "b.docx").write_bytes(b"no zip")
    return "b.docx"


def _empty(folder: Path) -> str:
    write_docx(folder / "c.docx", ("", " "))
    return "c.docx"


def _other(folder: Path) -> str:
    (folder / "d.pdf").write_bytes(b"%PDF")
    return "d.pdf"


@pytest.mark.parametrize(
    ("make", "name", "told"),
    [
        (_twice, "Not Right", "Write 'Not Right' with small letters and hyphens"),
        (_twice, "people", "'people' is the name of a page of the kiosk itself"),
        (_no_word, None, "This is no Word file. Open it in Word; save it as .docx."),
        (_empty, None, "There are no words in it"),
        (_other, None, "Name a Word file (.docx) or Markdown (.md); save others"),
    ],
)
def test_what_cannot_be_imported_is_told(
    settings: Path, make: Callable[[Path], str], name: str | None, told: str
) -> None:
    """In a sentence; no page is made."""
    file = settings.parent / make(settings.parent)
    done = run_with(settings, "import", str(file), *([name] if name else []))
    assert done.exit_code == 2
    assert told in done.stderr
    assert not list(settings.parent.rglob("words/en/topics/*"))


def test_a_draft_for_which_there_is_no_room_is_told_and_does_not_stay(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a page would be in the way of the next try."""
    file = write_docx(settings.parent / "a.docx", ("", "Words"))

    write = Path.write_text

    def write_all_but_pages(path: Path, text: str, **options: str) -> int:
        if path.suffix == ".md":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, text, **options)

    monkeypatch.setattr(Path, "write_text", write_all_but_pages)
    done = run_with(settings, "import", str(file))
    assert done.exit_code == 2
    assert "cannot be imported: The disk is full. Make room on it" in done.stderr
    assert not list(settings.parent.rglob("words/en/topics/*"))


def test_a_page_that_is_there_is_left_alone(settings: Path) -> None:
    """Whoever imports twice has the first draft, and is told."""
    file = write_docx(settings.parent / "a.docx", ("", "Words"))
    assert run_with(settings, "import", str(file)).exit_code == 0
    page = settings.parent / "words/en/topics/a.md"
    page.write_text("mine")
    done = run_with(settings, "import", str(file))
    assert done.exit_code == 2
    assert "is there already. Edit it, move it away, or name another." in done.stderr
    assert page.read_text() == "mine"
