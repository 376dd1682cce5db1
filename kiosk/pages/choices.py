"""What may be remembered: yes to both, no to both, or each by itself. Nothing, where unanswered."""

from collections.abc import Iterator, Mapping

from kiosk.content.blocks import Block, Choice, Heading, Place, Span, paragraph
from kiosk.pages.acts import Agree
from kiosk.pages.library import Library
from kiosk.pages.view import View

_OPTIONS = ("keep", "count")
"""What can be said yes to: fields of `Consent`, and things that the kiosk may offer."""


def choices_view(library: Library, name: str) -> View:
    """The page of choices.

    Args:
        library: The words, and what was chosen.
        name: `each` to choose each by itself, or nothing.
    """
    offered = [option for option in _OPTIONS if option in library.offers]
    return View(
        title=library.word("choices.title"),
        blocks=tuple(_blocks(library, offered, name)),
    )


def choices_state(library: Library) -> str:
    """What is remembered now, in a few words."""
    said_yes = [option for option in _OPTIONS if _is_yes(library, option)]
    key = {(): "none", ("keep",): "keep", ("count",): "count"}.get(tuple(said_yes), "both")
    return library.word(f"choices.state.{key}")


def _blocks(library: Library, offered: list[str], name: str) -> Iterator[Block]:
    word = library.word
    if not offered:
        yield paragraph(word("choices.nothing"))
    else:
        now = word("choices.now", state=choices_state(library))
        match library.here.consent.answered:
            case "failed":
                yield paragraph(word("choices.failed"), "strong")
                yield paragraph(word("choices.failed.do"))
            case "yes":
                now = f"{word('choices.saved')} {now}"
        yield paragraph(now, "strong")
        yield from _ways(library, offered, name)
    yield Heading((Span(word("choices.what")),), level=3)
    yield paragraph(word("choices.essential"))
    for option in offered:
        yield paragraph(word(f"choices.{option}.what"))
    yield paragraph(word("choices.never"))
    yield Choice(word("form.start"), Place("start"))


def _ways(library: Library, offered: list[str], name: str) -> Iterator[Block]:
    word = library.word
    if name == "each":
        for option in offered:
            yes = _is_yes(library, option)
            label = word(f"choices.{option}.{'yes' if yes else 'no'}")
            yield Choice(label, _agreeing(library, {option: not yes}))
        return
    for label, is_yes in (("choices.refuse", False), ("choices.accept", True)):
        yield Choice(word(label), _agreeing(library, dict.fromkeys(offered, is_yes)))
    if len(offered) > 1:
        yield Choice(word("choices.each"), Place("choices", "each"))


def _agreeing(library: Library, answers: Mapping[str, bool]) -> Agree:
    """What was agreed to before, but for these answers."""
    said = library.here.consent
    return Agree(answers.get("keep", said.keep), answers.get("count", said.count))


def _is_yes(library: Library, option: str) -> bool:
    return bool(getattr(library.here.consent, option))
