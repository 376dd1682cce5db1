"""The topics for one audience, in a list."""

from kiosk.content.blocks import Choice, Place
from kiosk.pages.library import Library
from kiosk.pages.view import View


def topics_view(library: Library, name: str) -> View:
    """The topics for the audience of that name."""
    title = next(d.title for d in library.content.doors.audiences if d.audience == name)
    topics = library.content.topics_for(name)
    return View(
        title=title,
        blocks=(
            *(
                Choice(topic.front.title, Place("topic", topic.id), topic.front.summary)
                for topic in topics
            ),
            Choice(library.word("start.people"), Place("people", name)),
        ),
    )
