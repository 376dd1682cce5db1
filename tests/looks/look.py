"""A screen as text: what stands where, and in which ink on which ground.

python -m tests.looks.look    # write the pictures anew, where a look was changed on purpose
"""

import asyncio
import re
import string
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from msgspec import structs
from rich.style import Style

from kiosk.content.blocks import Place
from kiosk.content.load import load_content
from kiosk.content.word import Plural, Word
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.edition import make_edition
from kiosk.paths import content_folder
from tests.app.kiosk import TestKiosk, library_settings, run_kiosk

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
SIZES = ((40, 12), (80, 24), (120, 40), (200, 60))
_INTERFACE = Path("en/interface.ftl")
_GAP = re.compile(r"\{\w+\}")
_PLACES = {
    "question": Place("question", "help", "what"),
    "topic": Place("topic", "one"),
    "topics": Place("topics", "young people"),
    "search": Place("search", "first"),
}
"""Which page of a kind is shown, where not the first."""
_LETTERS = string.ascii_letters + string.digits


@cache
def specimen() -> Catalogue:
    """Pages of every kind, in words that nobody edits: a look changes with the code alone."""
    with TemporaryDirectory() as folder:
        words = Path(folder) / "words"
        copytree(HERE / "words", words)
        (words / _INTERFACE).write_bytes((content_folder() / _INTERFACE).read_bytes())
        content = load_content(words)
    said = {key: _word(key, word) for key, word in content.words.items()}
    return Catalogue(make_edition(structs.replace(content, words=said), library_settings()))


def pages() -> dict[str, Place]:
    """A page of each kind, by the kind's name."""
    kinds = {place.kind: place for place in reversed([*places(specimen().edition)])}
    return dict(sorted((kinds | _PLACES).items()))


def picture(kiosk: TestKiosk) -> str:
    """The characters of the screen, then a letter for each cell's look, then what it stands for."""
    legend: dict[str, str] = {}
    text, looks = [], []
    for strip in kiosk.screen._compositor.render_strips():
        text.append("".join(segment.text for segment in strip).rstrip())
        cells = "".join(_letter(segment.style, legend) * segment.cell_length for segment in strip)
        looks.append(cells)
    named = (f"{letter} {look}" for look, letter in legend.items())
    return "\n".join([*text, "", *looks, "", *named, ""])


async def pictures(size: tuple[int, int]) -> AsyncIterator[tuple[str, str]]:
    """The name and the picture of each kind of page on a screen of some columns and rows."""
    async with run_kiosk(specimen(), size) as kiosk:
        for kind, place in pages().items():
            await kiosk.go(place)
            await kiosk.pilot.pause()  # until a box to type into is laid out
            yield f"{kind}-{size[0]}x{size[1]}", picture(kiosk)


def _word(key: str, word: Word) -> Word:
    """A word of the interface as its key, with the gaps that it has."""
    if isinstance(word, Plural):
        return structs.replace(word, forms=dict.fromkeys(word.forms, key.replace(".", " ")))
    return " ".join([key.replace(".", " "), *_GAP.findall(word)])


def _letter(style: Style | None, legend: dict[str, str]) -> str:
    return legend.setdefault(str(style), _LETTERS[len(legend) % len(_LETTERS)])


async def _write_all() -> None:
    PICTURES.mkdir(exist_ok=True)
    for path in PICTURES.glob("*.txt"):
        path.unlink()
    for size in SIZES:
        async for name, drawn in pictures(size):
            (PICTURES / f"{name}.txt").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(_write_all())
