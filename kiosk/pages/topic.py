"""One topic: its text, where to go from there, and whom it is based on."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from kiosk.content.blocks import Block, Choice, Heading, Place, Span, paragraph
from kiosk.pages.dates import date_words
from kiosk.pages.library import Library
from kiosk.pages.take import short_address, take_place
from kiosk.pages.view import View

_PUBLISHERS_SHOWN = 4
"""The rest are in `sources.yaml`; a longer list pushes the ways on out of sight."""


def topic_view(library: Library, name: str) -> View:
    """The topic of that id."""
    topic = library.content.topics[name]
    return View(
        title=topic.title,
        blocks=(
            *topic.blocks,
            *ways_on(library, topic.next, topic.take),
            origin(library, topic.sources, topic.reviewed),
        ),
        reading=True,
        take=take_place(topic.take),
    )


def ways_on(
    library: Library, names: Iterable[str], address: str | None = None
) -> tuple[Block, ...]:
    """Where to go from here: topics and pathways by their ids, and people to talk to.

    Args:
        library: The words.
        names: The ids.
        address: What can be taken along from here, if anything.
    """
    take = take_place(address)
    title = library.word("take.title")
    return (
        Heading((Span(library.word("topic.next")),)),
        *choices_on(library, names),
        *([Choice(title, take, short_address(take.name))] if take else []),
    )


def choices_on(library: Library, names: Iterable[str]) -> tuple[Choice, ...]:
    """Where to go from here, as choices alone; people to talk to come last."""
    content = library.content
    return (
        *(Choice(content.title_of(name), content.place_of(name)) for name in names),
        Choice(library.word("start.people"), Place("people")),
    )


def origin(library: Library, names: Iterable[str], reviewed: date) -> Block:
    """When the words were checked, and who published what they rest on."""
    sources = (library.content.sources[name] for name in names)
    cited = Counter(name for source in sources if source.mark == "C" for name in source.publishers)
    publishers = [name for name, _ in cited.most_common(_PUBLISHERS_SHOWN)]
    text = library.word("topic.reviewed", date=date_words(library, reviewed))
    if publishers:
        key = "topic.publishers" if len(cited) > len(publishers) else "topic.publishers.all"
        text += " " + library.word(key, publishers=", ".join(publishers))
    return paragraph(text, "soft")
