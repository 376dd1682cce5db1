"""Sequences: short pages that follow one another, read strictly, confirmed, and seen whole."""

from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.content.blocks import Choice, Place
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER
from kiosk.pages.sequence_page import one_part_view
from tests.unit.conftest import faults_of, line_with, replace_in, write_few_words

FEW = (
    "title: Lines\nfor: [young people]\nsummary: Try.\n"
    "reviewed: 2020-01-01\nreview_by: 2090-01-01\nnext: [one]\nparts:\n"
    '  first:\n    title: First\n    say: Words.\n    sources: ["1.1"]\n'
    '  last:\n    title: Last\n    say: More words.\n    sources: ["1.2"]\n'
)
MEASURE, PAGE_LINES = 72, 18
"""What a screen of 80 by 24 has for a page."""


def write_sequence(folder: Path, text: str = FEW) -> Path:
    """The smallest words, and a sequence beside them."""
    write_few_words(folder)
    path = folder / "en/sequences/my-lines.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sequence_is_its_parts_in_order(tmp_path: Path) -> None:
    """It begins with the first one, under its file's name."""
    write_sequence(tmp_path)
    sequence = load_content(tmp_path).sequences["my-lines"]
    assert list(sequence.parts) == ["first", "last"]
    assert sequence.beginning == Place("sequence", "my-lines", "first")
    assert sequence.sources == ("1.1", "1.2")


@pytest.mark.parametrize(
    ("old", "new", "at", "fault"),
    [
        ('sources: ["1.2"]', 'sources: ["9.9"]', '"9.9"', "'9.9' is not in sources"),
        ("next: [one]", "next: [nowhere]", "next:", "'nowhere'"),
        ("    say: More words.\n", "", "title: Last", "'say' is missing"),
        ("say: Words.", "say: '[One](two.md)'", "two.md", "'two'"),
        ("review_by: 2090-01-01", "review_by: 2019-01-01", "review_by", "later than"),
    ],
)
def test_faults_are_told_with_file_and_line(
    tmp_path: Path, old: str, new: str, at: str, fault: str
) -> None:
    """Each fault names the file and the line in it, and says what is wrong."""
    path = write_sequence(tmp_path)
    replace_in(path, old, new)
    found = faults_of(tmp_path)
    line = line_with(path, at)
    name = f"en/sequences/my-lines.yaml:{line}:"
    assert any(each.startswith(name) and fault in each for each in found), found


def test_a_sequence_without_parts_is_told(tmp_path: Path) -> None:
    """It would have no first page."""
    write_sequence(tmp_path, FEW[: FEW.index("parts:")] + "parts: {}\n")
    assert any("There is no part here" in fault for fault in faults_of(tmp_path))


def test_worries_that_are_no_sequence_are_told(words_copy: Path) -> None:
    """At the line of the pathway that names them."""
    path = words_copy / "en/pathways/help-threatened.yaml"
    replace_in(path, "worries: what-if", "worries: the-law")
    line = line_with(path, "worries:")
    fault = f"en/pathways/help-threatened.yaml:{line}: There is no sequence 'the-law'"
    assert any(each.startswith(fault) for each in faults_of(words_copy))


def test_a_library_can_hide_the_worries(words_copy: Path) -> None:
    """Then the plans have no doors to them."""
    (words_copy / "en/sequences/what-if.yaml").unlink()
    start = words_copy / "en/start.yaml"
    replace_in(start, "what-if, ", "")
    replace_in(words_copy / "en/pathways/help-threatened.yaml", "worries: what-if\n", "")
    assert load_content(words_copy).pathways["help-threatened"].worries == ""


def test_every_part_rests_on_confirmed_sources(content: Content) -> None:
    """Each cites sources, and all are marked C or C2."""
    for sequence in content.sequences.values():
        for part in sequence.parts.values():
            assert {content.sources[name].mark for name in part.sources} <= {"C", "C2"}, part.title


def test_there_are_six_fears_and_four_talks(content: Content) -> None:
    """What was asked for is there: each fear is a door of the plan for threats."""
    assert len(content.sequences["what-if"].parts) == 6
    talks = {
        "practise-101",
        "practise-childline",
        "practise-with-a-pupil",
        "practise-with-my-child",
    }
    assert talks <= content.sequences.keys()
    assert content.pathways["help-threatened"].worries == "what-if"


def test_each_fear_is_a_door_of_every_plan(catalogue: Catalogue) -> None:
    """From every plan for threats, each of the six is one choice away."""
    content = catalogue.edition.content
    pathway = content.pathways["help-threatened"]
    fears = {Place("sequence", "what-if", part) for part in content.sequences["what-if"].parts}
    for plan in pathway.plans:
        view, _ = catalogue.open(pathway.place_of(plan), MEASURE)
        reached = {block.leads_to for block in view.blocks if isinstance(block, Choice)}
        assert fears <= reached, plan


def test_every_part_fits_on_one_screen(catalogue: Catalogue) -> None:
    """At 80 by 24, each stands whole but for the ways on after the last."""
    for sequence in catalogue.edition.content.sequences.values():
        for name in list(sequence.parts)[:-1]:
            _, page = catalogue.open(sequence.place_of(name), MEASURE)
            assert (name, len(page.lines) <= PAGE_LINES) == (name, True)


def test_one_key_leads_to_the_next_part_and_the_last_one_leads_on(edition: Edition) -> None:
    """The first choice is the next part; at the end there are pages, and people to talk to."""
    sequence = edition.content.sequences["practise-childline"]
    names = list(sequence.parts)
    for name, following in pairwise(names):
        blocks = one_part_view(edition, PAPER, sequence.id, name).blocks
        (onward,) = (block.leads_to for block in blocks if isinstance(block, Choice))
        assert onward == sequence.place_of(following)
    end = one_part_view(edition, PAPER, sequence.id, names[-1]).blocks
    reached = [block.leads_to for block in end if isinstance(block, Choice)]
    assert reached[-1] == Place("people")


def test_there_is_no_part_of_another_name(edition: Edition) -> None:
    """Neither of a sequence that is there, nor of one that is not."""
    for name, part in (("what-if", "nothing"), ("nothing", "countdown")):
        with pytest.raises(LookupError):
            one_part_view(edition, PAPER, name, part)


def test_a_translation_has_the_same_parts(words_copy: Path) -> None:
    """A part that is left out would shift all others."""
    folder = words_copy / "cy/sequences"
    folder.mkdir(exist_ok=True)
    (folder / "what-if.yaml").write_text(
        "title: Beth os\nsummary: Ofnau.\nreviewed: 2026-11-26\n"
        "parts:\n  countdown:\n    title: Deg\n    say: Geiriau.\n",
        encoding="utf-8",
    )
    from kiosk.content.faults import ContentError
    from kiosk.content.language import Language
    from kiosk.content.translation import load_translation

    english = load_content(words_copy)
    with pytest.raises(ContentError) as raised:
        load_translation(words_copy, Language(code="cy", name="Cymraeg", is_draft=True), english)
    (fault,) = raised.value.faults
    assert "In English, these parts stand here" in str(fault)
