"""Pictures of every kind of page in every theme at four sizes, as SVG and PNG.

    python -m tests.gallery [FOLDER]    # build/gallery, unless another one is named
                                        # and there, sheet-THEME.png: all of a theme at one look
    python -m tests.gallery --readme    # the few that the README shows, into docs/pictures

The PNGs are drawn from the SVGs by CairoSVG, which needs the font DejaVu Sans Mono.
"""

import asyncio
import re
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import cairosvg
import rich.console
from PIL import Image
from rich.terminal_theme import TerminalTheme

from kiosk.app.environment import Terminal
from kiosk.content.blocks import Place
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.loading import load_catalogue
from kiosk.settings import FEW_COLOURS, THEMES
from tests.app.colours import PALETTES
from tests.app.kiosk import TestKiosk, library_settings, run_kiosk

ROOT = Path(__file__).parents[1]
SIZES = ((40, 12), (80, 24), (120, 40), (200, 60))
TOPIC = Place("topic", "someone-is-threatening-me")
QUESTION = Place("question", "help-threatened", "danger")
PLAN = Place("plan", "help-threatened", "under-18")
FONT = "DejaVu Sans Mono"
_FONT_SIZE = 20 * 0.61 / 0.602
"""Rich places characters 0.61 of the size apart, and this font's are 0.602 wide."""
_THUMBNAIL = (480, 300)
"""Pixels of a page on a sheet of all pages."""
_SHEET_GROUND = "#808080"
_FINER = 4
"""Drawn so much larger first: Cairo moves letters to whole pixels."""
_COLOURS = 160
_NAMED: list[Any] = [tuple(bytes.fromhex(c)) for c in PALETTES["the kernel's console"]]
_CONSOLE = TerminalTheme(_NAMED[0], _NAMED[7], _NAMED[:8], _NAMED[8:])
"""What the sixteen colours are there, for pictures of it."""
_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


class Shot(NamedTuple):
    """One picture of the README."""

    name: str
    theme: str
    place: Place
    size: tuple[int, int] = (80, 24)


README = (
    Shot("start", "light", Place("start")),
    Shot("question", "light", QUESTION),
    Shot("topic", "light", TOPIC, (120, 40)),
    Shot("plan", "light", PLAN, (120, 40)),
    Shot("start-wide", "light", Place("start"), (120, 40)),
    Shot("start-full", "light", Place("start"), (200, 60)),
    Shot("question-small", "light", Place("question", "help-threatened", "young"), (40, 12)),
    Shot("dark", "dark", Place("topics", "young people")),
    Shot("contrast", "contrast", Place("people")),
    Shot("console", FEW_COLOURS, Place("start")),
)


def in_theme(catalogue: Catalogue, theme: str) -> Catalogue:
    """The same pages, as they are where staff have chosen a theme."""
    settings = catalogue.edition.settings._replace(theme=theme)
    return Catalogue(replace(catalogue.edition, settings=settings))


def terminal_of(theme: str) -> Terminal:
    """A terminal that gets a theme."""
    return Terminal(16, all_glyphs=False) if theme == FEW_COLOURS else Terminal()


def write(kiosk: TestKiosk, folder: Path, name: str, *, width: int = 0) -> None:
    """Write the screen as it is, as a vector picture and as pixels.

    Args:
        kiosk: The kiosk.
        folder: Where the pictures go.
        name: Their name without an ending.
        width: Pixels from left to right, for a PNG alone; as many as there are for both.
    """
    folder.mkdir(parents=True, exist_ok=True)
    vars(rich.console)["SVG_EXPORT_THEME"] = _CONSOLE
    svg = _WEB_FONTS.sub("", kiosk.app.export_screenshot()).replace("Fira Code", FONT)
    svg = svg.replace("font-size: 20px", f"font-size: {_FONT_SIZE}px")
    if not width:
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
    pixels = cairosvg.svg2png(svg.encode(), scale=_FINER)
    # On white, since a palette knows no transparent corners; a palette takes half the bytes.
    picture = Image.open(BytesIO(pixels)).convert("RGBA")
    picture.thumbnail((width or picture.width // _FINER, picture.height))
    ground = Image.new("RGBA", picture.size, "white")
    small = Image.alpha_composite(ground, picture).convert("RGB").quantize(_COLOURS)
    small.save(folder / f"{name}.png", optimize=True)


async def make_all(folder: Path) -> int:
    """Make every picture; tells how many there are."""
    catalogue = load_catalogue(library_settings())
    kinds = {place.kind: place for place in reversed([*places(catalogue.edition)])}
    kinds |= {"topic": TOPIC, "question": QUESTION, "plan": PLAN}
    count = 0
    for theme in (*THEMES, FEW_COLOURS):
        themed = in_theme(catalogue, theme)
        for size in SIZES:
            into = folder / theme / f"{size[0]}x{size[1]}"
            async with run_kiosk(themed, size, terminal=terminal_of(theme)) as kiosk:
                for kind, place in kinds.items():
                    await kiosk.go(place)
                    await kiosk.pilot.pause()  # until a box to type into is laid out
                    write(kiosk, into, kind)
                    count += 1
        sheet([[_png(folder, theme, size, kind) for size in SIZES] for kind in kinds]).save(
            folder / f"sheet-{theme}.png", optimize=True
        )
    return count


def sheet(rows: list[list[Path]]) -> Image.Image:
    """Put pictures on one sheet, each as large as a thumbnail."""
    width, height = _THUMBNAIL
    made = Image.new("RGB", (width * len(rows[0]), height * len(rows)), _SHEET_GROUND)
    for y, row in enumerate(rows):
        for x, path in enumerate(row):
            page = Image.open(path).convert("RGB")
            page.thumbnail((width - 8, height - 8))
            made.paste(page, (x * width + 4, y * height + 4))
    return made


def _png(folder: Path, theme: str, size: tuple[int, int], kind: str) -> Path:
    return folder / theme / f"{size[0]}x{size[1]}" / f"{kind}.png"


async def make_readme(folder: Path) -> None:
    """Make the pictures of the README, small."""
    catalogue = load_catalogue(library_settings())
    for shot in README:
        themed = in_theme(catalogue, shot.theme)
        async with run_kiosk(themed, shot.size, terminal=terminal_of(shot.theme)) as kiosk:
            await kiosk.go(shot.place)
            write(kiosk, folder, shot.name, width=760)


def main() -> None:
    """Make the pictures."""
    if sys.argv[1:] == ["--readme"]:
        asyncio.run(make_readme(ROOT / "docs" / "pictures"))
        return
    folder = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build" / "gallery"
    print(f"{asyncio.run(make_all(folder))} pages, each as SVG and PNG, in {folder}")


if __name__ == "__main__":
    main()
