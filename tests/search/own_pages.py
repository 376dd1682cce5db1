"""Pages of a library's own, of which no question in `asked.yaml` knows anything."""

from msgspec.structs import replace

from kiosk.content.blocks import paragraph
from kiosk.content.model import Content

TITLES = (
    "Our swimming club",
    "Homework club on Mondays",
    "Lost property",
    "The quiet room",
    "Bullying",
    "Report it here",
    "Where the counsellor is",
    "Who can see my picture here",
    "Somebody to talk to in Leeds",
    "Who to call on Sunday",
    "Threats on the bus",
    "Nudes and our school rules",
)
"""Titles about what this kiosk is not for, what it is for, and what its own pages are called."""


def with_own_pages(content: Content) -> Content:
    """The shipped words, and a short page below each title."""
    pattern = next(iter(content.topics.values()))
    own = {
        f"own-{number}": replace(
            pattern,
            id=f"own-{number}",
            title=title,
            summary="What we do in this library.",
            keywords=(),
            blocks=(paragraph("Come to the desk and ask for Sam."),),
            easy=(),
            order=1000 + number,
        )
        for number, title in enumerate(TITLES)
    }
    return replace(content, topics={**content.topics, **own})
