"""Markdown that stands in the values of YAML: to blocks, and the links in it gathered."""

from collections.abc import Container

from kiosk.content.blocks import Block
from kiosk.content.faults import FaultList
from kiosk.content.markdown import NumberOf, TopicLink, read_markdown
from kiosk.content.records import Passage

NOTHING = Passage("", 0)
"""Stands where a text was left out."""


class PassageReader:
    """Makes blocks of the texts of one file.

    Attributes:
        links: The links in the texts so far, to topics.
    """

    def __init__(self, number_of: NumberOf, faults: FaultList, hidden: Container[str] = ()) -> None:
        """Begin a file.

        Args:
            number_of: Tells a helpline's number.
            faults: Takes the faults.
            hidden: Topics and pathways that the library does not show: nothing leads to them.
        """
        self._hidden = hidden
        self._number_of = number_of
        self._faults = faults
        self.links: list[TopicLink] = []

    def blocks(self, passage: Passage) -> tuple[Block, ...]:
        """The blocks of a text; none where nothing is written."""
        if not passage.text.strip():
            return ()
        text = passage.text.expandtabs(4)
        body = read_markdown(text, self._number_of, self._faults, passage.line, self._hidden)
        self.links += body.links
        return body.blocks
