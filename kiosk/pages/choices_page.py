"""What may be remembered: yes to both, no to both, or each by itself. Nothing, where unanswered."""

from collections.abc import Iterator, Mapping

from kiosk.content.blocks import Block, Choice, Place, heading, paragraph
from kiosk.pages.acts import Agree
from kiosk.pages.call_cards import crisis_calls
from kiosk.pages.comfort import Consent
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View

_OPTIONS = ("keep", "count")
"""What can be said yes to: fields of `Consent`, and things that the kiosk may offer."""


def choices_view(edition: Edition, here: Here, name: str) -> View:
    """The page of choices.

    Args:
        edition: The words.
        here: What was chosen before.
        name: `each` to choose each by itself, or nothing.
    """
    offered = [option for option in _OPTIONS if option in edition.offers]
    return View(
        title=edition.word("choices.title"),
        blocks=tuple(_blocks(edition, here.consent, offered, name)),
        beside=crisis_calls(edition, here),
    )


def choices_state(edition: Edition, consent: Consent) -> str:
    """What is remembered now, in a few words."""
    said_yes = [option for option in _OPTIONS if _is_yes(consent, option)]
    key = {(): "none", ("keep",): "keep", ("count",): "count"}.get(tuple(said_yes), "both")
    return edition.word(f"choices.state.{key}")


def _blocks(edition: Edition, consent: Consent, offered: list[str], name: str) -> Iterator[Block]:
    word = edition.word
    if not offered:
        yield paragraph(word("choices.nothing"))
    else:
        now = word("choices.now", state=choices_state(edition, consent))
        match consent.answered:
            case "failed":
                yield paragraph(word("choices.failed"), "strong")
                yield paragraph(word("choices.failed.do"))
            case "yes":
                now = f"{word('choices.saved')} {now}"
        yield paragraph(now, "strong")
        yield from _ways(edition, consent, offered, name)
    yield heading(word("choices.what"))
    yield paragraph(word("choices.essential"))
    for option in offered:
        yield paragraph(word(f"choices.{option}.what"))
    yield paragraph(word("choices.never"))
    yield Choice(word("form.start"), Place("start"))


def _ways(edition: Edition, consent: Consent, offered: list[str], name: str) -> Iterator[Block]:
    word = edition.word
    if name == "each":
        for option in offered:
            yes = _is_yes(consent, option)
            label = word(f"choices.{option}.{'yes' if yes else 'no'}")
            yield Choice(label, _agreeing(consent, {option: not yes}))
        return
    for label, is_yes in (("choices.refuse", False), ("choices.accept", True)):
        yield Choice(word(label), _agreeing(consent, dict.fromkeys(offered, is_yes)))
    if len(offered) > 1:
        yield Choice(word("choices.each"), Place("choices", "each"))


def _agreeing(consent: Consent, answers: Mapping[str, bool]) -> Agree:
    """What was agreed to before, but for these answers."""
    return Agree(answers.get("keep", consent.keep), answers.get("count", consent.count))


def _is_yes(consent: Consent, option: str) -> bool:
    return bool(getattr(consent, option))
