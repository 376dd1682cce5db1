"""The address to take along: drawn so that a decoder reads it, or told in words."""

from pathlib import Path

import pytest
import zxingcpp

from kiosk.content.blocks import Choice, Picture, Place, Span, Spans, text_of
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER, Here, Room
from kiosk.pages.plan_page import plan_view
from kiosk.pages.qr import draw_code
from kiosk.pages.take_page import addresses, short_address, take_place, take_view
from kiosk.pages.typesetting import typeset
from tests.unit.conftest import FEW_WORDS, faults_of, line_with, replace_in, write_few_words

SHORT = "https://childline.org.uk"
MIDDLE = "https://example.org/Some/path-to-a-page?with=words"
LONGEST = "https://example.org/" + "Ab-9" * 10
DARK_PARTS = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1)}
SCALE = 4
"""Pixels of a module, so that a decoder has something to look at."""
ADDRESSES = [SHORT, MIDDLE, LONGEST]


def modules(lines: tuple[Spans, ...], *, half_blocks: bool) -> list[list[int]]:
    """What is dark on the screen, module by module."""
    found: list[list[int]] = []
    for line in lines:
        cells = [(character, span) for span in line for character in span.text]
        parts = [_parts(character, span) for character, span in cells]
        if half_blocks:
            found += [[upper for upper, _ in parts], [lower for _, lower in parts]]
        else:
            found.append([upper for upper, _ in parts[::2]])
    return found


def _parts(character: str, span: Span) -> tuple[int, int]:
    upper, lower = DARK_PARTS[character]
    return (1 - upper, 1 - lower) if span.style == "code-dark" else (upper, lower)


def decode(rows: list[list[int]], *, around: int) -> list[str]:
    """What a decoder reads.

    Args:
        rows: The modules.
        around: How light the screen around them is, from 0 to 255.
    """
    width = len(rows[0]) + 10
    frame = [[around] * width] * 5
    grey = [*frame, *([around] * 5 + [255 * (1 - m) for m in row] + [around] * 5 for row in rows)]
    grey += frame
    pixels = bytes(
        value for row in grey for _ in range(SCALE) for value in row for _ in range(SCALE)
    )
    picture = memoryview(pixels).cast("B", (len(grey) * SCALE, width * SCALE))
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("around", [0, 255], ids=["dark", "light"])
def test_half_blocks_are_read_at_80_by_24(address: str, around: int) -> None:
    """Up to 60 characters fit into the 18 lines there are, and scan whatever is around them."""
    lines = draw_code(address, 72, 18, half_blocks=True)
    assert 0 < len(lines) <= 18
    assert decode(modules(lines, half_blocks=True), around=around) == [address]


@pytest.mark.parametrize("address", ADDRESSES)
def test_spaces_are_read_where_there_is_room(address: str) -> None:
    """Drawn with two spaces a module, the code scans on a dark screen, too."""
    lines = draw_code(address, 72, 42, half_blocks=False)
    assert {character for line in lines for span in line for character in span.text} == {" "}
    assert decode(modules(lines, half_blocks=False), around=0) == [address]


def test_the_quiet_zone_is_as_wide_as_there_is_room() -> None:
    """Four modules where they fit; fewer, the same above and below, on a low screen."""
    roomy = modules(draw_code(SHORT, 72, 30, half_blocks=True), half_blocks=True)
    assert [sum(row) for row in roomy[:4]] == [0] * 4
    assert {sum(row[:4]) for row in roomy} == {0}
    assert len(roomy) == 4 + 25 + 4 + 1
    low = modules(draw_code(SHORT, 72, 14, half_blocks=True), half_blocks=True)
    assert [bool(sum(row)) for row in (low[0], low[1], low[-3], low[-2])] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("columns", "rows", "half_blocks"),
    [(72, 12, True), (26, 40, True), (72, 18, False), (52, 42, False), (0, 0, True)],
)
def test_without_room_there_is_no_code(columns: int, rows: int, *, half_blocks: bool) -> None:
    """A code that would be cut off is not drawn at all."""
    assert draw_code(SHORT, columns, rows, half_blocks=half_blocks) == ()


@pytest.mark.parametrize("rows", [3, 18, 60])
def test_the_address_stands_there_in_words(edition: Edition, rows: int) -> None:
    """With a code or without one, the address can be copied by hand."""
    here = Here(columns=72, room=Room(rows))
    view = take_view(edition, here, SHORT)
    text = "\n".join(map(text_of, view.blocks))
    assert "childline.org.uk" in text
    has_code = isinstance(view.blocks[0], Picture)
    assert has_code is (rows > 3)
    assert ("The code opens that page on your phone." in text) is has_code
    assert ("Copy this address by hand" in text) is not has_code


def test_every_page_to_take_along_fits_80_by_24(edition: Edition) -> None:
    """The code, the address and all words beside it are in sight at once."""
    here = Here(columns=72, room=Room(18))
    for address in addresses(edition.content):
        view = take_view(edition, here, address)
        assert isinstance(view.blocks[0], Picture)
        assert len(typeset(view.blocks, 72).lines) <= 18


def test_no_page_to_take_along_names_its_subject(edition: Edition) -> None:
    """Whoever looks over a shoulder at the code sees no title of a topic."""
    view = take_view(edition, PAPER, SHORT)
    assert view.title == "Take it with you"
    text = " ".join(map(text_of, view.blocks)).lower()
    assert not [word for word in ("picture", "nude", "threat") if word in text]


@pytest.mark.parametrize("address", ["", "the-law", MIDDLE])
def test_only_addresses_of_the_words_can_be_taken(edition: Edition, address: str) -> None:
    """For what no topic and no plan offers, there is no page."""
    with pytest.raises(LookupError):
        take_view(edition, PAPER, address)


def test_every_address_is_one_of_a_helpline(edition: Edition) -> None:
    """What can be taken along was checked with the helplines, and stands among them."""
    known = {helpline.address for helpline in edition.content.helplines.values()}
    assert {short_address(address) for address in addresses(edition.content)} <= known


def test_a_place_tells_no_more_than_its_address(edition: Edition) -> None:
    """A topic and two plans with one address lead to one and the same place."""
    plans = edition.content.pathways["help-picture-out"].plans
    offered = [plans["under-18-public"].take, plans["under-18-private"].take]
    offered.append(edition.content.topics["a-picture-is-out-there"].take)
    assert {take_place(address) for address in offered} == {Place("take", SHORT)}
    assert take_place(plans["threats"].take) is None


def test_a_plan_offers_its_address(edition: Edition) -> None:
    """By the key, and as the last choice, with the address at its right."""
    view = plan_view(edition, PAPER, "help-picture-out", "then-public")
    place = Place("take", "https://takeitdown.ncmec.org")
    assert view.take == place
    last = [block for block in view.blocks if isinstance(block, Choice)][-1]
    assert (last.leads_to, last.aside) == (place, "takeitdown.ncmec.org")


def test_a_plan_without_an_address_offers_none(edition: Edition) -> None:
    """Whoever must get safe first is offered people, and nothing to scan."""
    view = plan_view(edition, PAPER, "help-threatened", "danger-now")
    assert view.take is None
    targets = [block.leads_to for block in view.blocks if isinstance(block, Choice)]
    assert "take" not in [target.kind for target in targets if isinstance(target, Place)]


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("https://www.example.org/", "example.org"),
        ("https://example.org/a/b", "example.org/a/b"),
        ("https://stopncii.org", "stopncii.org"),
    ],
)
def test_the_short_address_has_what_people_write(address: str, short: str) -> None:
    """What every browser adds is left out."""
    assert short_address(address) == short


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("http://example.org", "write it like https://example.org/help"),
        ("example.org", "write it like https://example.org/help"),
        ("https://example.org/a b", "write it like https://example.org/help"),
        ("https://user@example.org", "write it like https://example.org/help"),
        ("https://example.org/" + "a" * 41, "60"),
    ],
)
def test_faults_in_an_address_are_told(tmp_path: Path, address: str, fault: str) -> None:
    """Only a short https address is taken; the fault names the file and the line."""
    text = FEW_WORDS["en/topics/one.md"].replace("---\n", f"---\ntake: {address}\n", 1)
    write_few_words(tmp_path, one=text)
    (found,) = faults_of(tmp_path)
    assert found.startswith("en/topics/one.md:2:")
    assert fault in found


def test_faults_in_a_plans_address_are_told(words_copy: Path) -> None:
    """A plan's address must be as short and as safe as a topic's."""
    path = words_copy / "en/pathways/help-asked.yaml"
    replace_in(path, "take: https://ceop.police.uk", "take: ceop.police.uk")
    (found,) = faults_of(words_copy)
    line = line_with(path, "take: ceop.police.uk")
    assert found.startswith(f"en/pathways/help-asked.yaml:{line}:")
    assert "write it like https://example.org/help" in found


def test_a_parent_takes_along_an_address_that_the_plan_names_first(edition: Edition) -> None:
    """Who reads as a parent takes the country's own page along, before one from abroad."""
    topic = edition.content.topics["if-your-child-tells-you"]
    plan = edition.content.pathways["help-my-child"].plans["shared"]
    assert topic.take == plan.take == SHORT
