"""Pages as plain text: the same words, for a screen reader or for paper."""

from difflib import get_close_matches

from kiosk.content.blocks import Place
from kiosk.pages.catalogue import Catalogue

_HELPLINES = "people"


def list_as_text(catalogue: Catalogue) -> str:
    """What can be read: each topic's id and title, by audience."""
    content = catalogue.library.content
    widest = max(map(len, content.topics))
    lines: list[str] = []
    for door in content.doors.audiences:
        lines += [door.title, ""]
        lines += [
            f"  {topic.id:<{widest}}  {topic.front.title}"
            for topic in content.topics_for(door.audience)
        ]
        lines.append("")
    title = catalogue.library.word("people.title")
    return "\n".join([*lines, f"  {_HELPLINES:<{widest}}  {title}", ""])


def page_as_text(catalogue: Catalogue, name: str, width: int) -> str:
    """A topic, or the helplines, as plain text.

    Args:
        catalogue: Makes the pages.
        name: The topic's id, or "people".
        width: The longest line, in characters.

    Raises:
        LookupError: There is no such topic; the message says which ones are near.
    """
    topics = catalogue.library.content.topics
    if name not in (*topics, _HELPLINES):
        close = get_close_matches(name, [*topics, _HELPLINES], n=3)
        hint = f" Did you mean {' or '.join(close)}?" if close else ""
        raise LookupError(f"There is no topic '{name}'.{hint} 'kiosk read' lists all topics.")
    place = Place(_HELPLINES) if name == _HELPLINES else Place("topic", name)
    view, page = catalogue.open(place, width)
    return f"{view.title}\n{'=' * min(len(view.title), width)}\n\n{page.plain()}"
