"""One screen of a sequence: an answer to a fear, or a few lines to practise."""

from kiosk.content.blocks import Place, heading
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.parts import part_view, parts_of, whole_view
from kiosk.pages.speech_card import SHOW, with_cards
from kiosk.pages.view import View


def one_part_view(edition: Edition, here: Here, name: str, part: str) -> View:
    """The part of that id of the sequence of that name.

    Raises:
        LookupError: There is no such sequence or part.
    """
    sequence = edition.content.sequences[name]
    one = sequence.parts[part]
    say = with_cards(edition, here, one.say, Place(SHOW, name, part))
    blocks = (heading(one.title), *say)
    return part_view(edition, here, parts_of(edition, sequence), sequence.place_of(part), blocks)


def sequence_whole(edition: Edition, name: str) -> View:
    """All parts, for those who read them on paper or by ear."""
    sequence = edition.content.sequences[name]
    blocks = (
        block for part in sequence.parts.values() for block in (heading(part.title), *part.say)
    )
    return whole_view(edition, sequence, blocks)
