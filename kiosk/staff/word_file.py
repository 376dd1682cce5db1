"""A Word file (.docx) as HTML, and what mammoth takes over or leaves out without saying so."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/"
_STORIES = {f"{_W}document", f"{_W}footnotes", f"{_W}endnotes"}
"""The parts of a file whose words become the page."""
_EDGES = {f"{_W}hdr", f"{_W}ftr"}
_LOST = {
    f"{_W}del": "words that a tracked change takes out",
    f"{_W}moveFrom": "words that a tracked change takes out",
    f"{_W}ins": "a tracked change: its new words stand on the page, accepted or not",
    f"{_W}moveTo": "a tracked change: its new words stand on the page, accepted or not",
    f"{_W}commentReference": "a comment",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "a formula",
    f"{_DRAWN}chart}}chart": "a chart",
    f"{_DRAWN}diagram}}relIds": "a diagram",
}
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_LONGEST_MB = 50
"""Of one part: a page of words has far less, and memory is short."""


def read_word_file(path: Path) -> tuple[str, list[str]]:
    """What a file says, and what of it could not be kept.

    Raises:
        ModuleNotFoundError: The library for Word files is not installed.
        OSError: The file cannot be read.
        ValueError: It is no such file.
    """
    import mammoth

    in_its_place = mammoth.images.img_element(
        lambda _: {"src": ""}
    )  # a picture is told, not copied
    with path.open("rb") as opened:
        try:
            visible, lost = _without_hidden(BytesIO(opened.read()))
            told = mammoth.convert_to_html(visible, convert_image=in_its_place, style_map=_STYLES)
            return str(told.value), lost
        except OSError:
            raise
        except Exception as error:
            raise ValueError("This is no Word file. Open it in Word; save it as .docx.") from error


def _without_hidden(file: BytesIO) -> tuple[BytesIO, list[str]]:
    """The file without the words that Word hides, and what will not be kept of it."""
    visible = BytesIO()
    lost: list[str] = []
    with ZipFile(file) as old, ZipFile(visible, "w") as new:
        if any(part.file_size > _LONGEST_MB << 20 for part in old.infolist()):
            raise ValueError("a part that is too long")
        parts = {name: old.read(name) for name in old.namelist()}
        roots = {
            name: ET.fromstring(part)  # noqa: S314 - expat itself bounds what entities come to
            for name, part in parts.items()
            if name.startswith("word/") and name.endswith(".xml")
        }
        styles = {name for root in roots.values() for name in _hidden_styles(root)}
        for name, root in roots.items():
            if root.tag in _STORIES:
                lost += (told for each in root.iter() if (told := _LOST.get(each.tag)))
                if _take_out_hidden(root, styles):
                    lost.append("words that are hidden in Word")
                    parts[name] = ET.tostring(root)
            elif root.tag in _EDGES and "".join(root.itertext()).strip():
                lost.append("a header or footer")
        for name, part in parts.items():
            new.writestr(name, part)
    visible.seek(0)
    return visible, list(dict.fromkeys(lost))


def _hidden_styles(root: ET.Element) -> Iterator[str]:
    for style in root.iter(f"{_W}style"):
        if _is_on(style.find(f"{_W}rPr/{_W}vanish")):
            yield style.get(f"{_W}styleId", "")


def _take_out_hidden(root: ET.Element, styles: set[str]) -> bool:
    """Take out every run of letters that Word hides; returns whether there was one with words."""
    hidden = [
        (parent, run)
        for parent in root.iter()
        for run in parent.findall(f"{_W}r")
        if _is_hidden(parent, run, styles)
    ]
    for parent, run in hidden:
        parent.remove(run)
    return any("".join(run.itertext()).strip() for _, run in hidden)


def _is_hidden(paragraph: ET.Element, run: ET.Element, styles: set[str]) -> bool:
    said = run.find(f"{_W}rPr/{_W}vanish")
    if said is not None:
        return _is_on(said)
    named = [
        run.find(f"{_W}rPr/{_W}rStyle"),
        paragraph.find(f"{_W}pPr/{_W}pStyle"),
    ]
    return any(style is not None and style.get(f"{_W}val") in styles for style in named)


def _is_on(said: ET.Element | None) -> bool:
    return said is not None and said.get(f"{_W}val", "1") not in ("0", "false", "off")
