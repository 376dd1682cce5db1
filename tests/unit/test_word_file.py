"""What Word hides is on no page; what mammoth passes over in silence is told."""

from pathlib import Path

import pytest

from kiosk.staff.word_file import read_word_file
from tests.unit.test_import_page import write_parts

_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_STYLE = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
_PARAGRAPH = '<w:style w:type="paragraph" w:styleId="Notes"><w:rPr><w:vanish/></w:rPr></w:style>'


def run(text: str, *marks: str) -> str:
    """A run of letters with marks on it."""
    return f'<w:r><w:rPr>{"".join(marks)}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("paragraph", "words", "lost"),
    [
        (run("a") + run("b", "<w:vanish/>"), "a", ["words that are hidden in Word"]),
        (run("a") + run("b", '<w:vanish w:val="0"/>'), "ab", []),
        (run("a") + run(" ", "<w:vanish/>"), "a ", []),
        (
            run("a") + run("b", '<w:rStyle w:val="Secret"/>'),
            "a",
            ["words that are hidden in Word"],
        ),
        (
            '<w:pPr><w:pStyle w:val="Notes"/></w:pPr>'
            + run("b")
            + run("a", '<w:vanish w:val="0"/>'),
            "a",
            ["words that are hidden in Word"],
        ),
        (
            run("a") + "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>",
            "a",
            ["words that a tracked change takes out"],
        ),
        (
            run("a") + f"<w:ins>{run('b')}</w:ins>",
            "ab",
            ["a tracked change: its new words stand on the page, accepted or not"],
        ),
        (run("a") + '<w:r><w:commentReference w:id="0"/></w:r>' * 2, "a", ["a comment"]),
        (run("a") + f'<m:oMath xmlns:m="{_MATHS}"/>', "a", ["a formula"]),
    ],
)
def test_what_a_reader_of_the_file_sees_is_kept_and_the_rest_is_told(
    tmp_path: Path, paragraph: str, words: str, lost: list[str]
) -> None:
    """Once each, however often it is there."""
    file = write_parts(
        tmp_path / "a.docx",
        document=f"<w:body><w:p>{paragraph}</w:p></w:body>",
        styles=_STYLE + _PARAGRAPH,
    )
    assert read_word_file(file) == (f"<p>{words}</p>", lost)


def test_words_title_is_the_first_heading(tmp_path: Path) -> None:
    """Word has a style for the title of a document, above those for headings."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "Subtitle")
    )
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr>{run(name)}</w:p>'
        for name in ("Title", "Subtitle")
    )
    file = write_parts(
        tmp_path / "a.docx", document=f"<w:body>{paragraphs}</w:body>", styles=styles
    )
    assert read_word_file(file)[0] == "<h1>Title</h1><h2>Subtitle</h2>"


@pytest.mark.parametrize(("letters", "lost"), [("A", ["a header or footer"]), (" ", [])])
def test_a_letterhead_is_told(tmp_path: Path, letters: str, lost: list[str]) -> None:
    """Unless there is nothing in it, as in most files."""
    head = f"<w:p>{run(letters)}</w:p>"
    file = write_parts(
        tmp_path / "a.docx", document=f"<w:body><w:p>{run('a')}</w:p></w:body>", hdr=head
    )
    assert read_word_file(file) == ("<p>a</p>", lost)


def test_a_part_that_would_fill_the_memory_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file may come to gigabytes."""
    file = write_parts(tmp_path / "a.docx", document=f"<w:body>{run('a' * 2_000_000)}</w:body>")
    assert read_word_file(file)[0]
    monkeypatch.setattr("kiosk.staff.word_file._LONGEST_MB", 1)
    with pytest.raises(ValueError, match="This is no Word file"):
        read_word_file(file)
