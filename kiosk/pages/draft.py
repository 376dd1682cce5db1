"""What a visitor has filled in so far. It lives in the visit alone, and ends with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.content.blocks import Place

FORM = "form"
"""The kind of a form's pages. The name is the form's and the question's: `mailing/email`."""
_OF_A_FORM = frozenset({FORM, "sent", "unsent"})
AGAIN = "/again"
"""Ends the name of a question's page that says what is wrong with the answer."""
ANSWER = "answer"
"""The kind of a place that answers a question and leads on to the next."""
TICK = "tick"
"""The kind of a place that ticks one of several options, or takes the tick away."""


@dataclass(frozen=True)
class Draft:
    """Answers by the question's place name, such as `mailing/email`."""

    answers: Mapping[str, str] = field(default_factory=dict)
    """Options that are ticked stand one to a line."""

    def of(self, question: str) -> str:
        """The answer to a question, or nothing."""
        return self.answers.get(question, "")

    def ticked(self, question: str) -> tuple[str, ...]:
        """The options that are ticked, in the order of ticking."""
        return tuple(self.of(question).splitlines())

    def with_answer(self, question: str, text: str) -> "Draft":
        """The draft with one more answer, or another one."""
        return Draft({**self.answers, question: text})

    def with_tick(self, question: str, option: str) -> "Draft":
        """The draft with an option ticked that was not, or the other way round."""
        ticked = self.ticked(question)
        rest = [name for name in ticked if name != option]
        return self.with_answer(question, "\n".join(rest if option in ticked else [*rest, option]))

    def without(self, form: str) -> "Draft":
        """The draft with nothing of that form."""
        kept = {k: v for k, v in self.answers.items() if not k.startswith(f"{form}/")}
        return Draft(kept)

    def is_begun(self, form: str) -> bool:
        """Whether anything was filled in."""
        return any(text for name, text in self.answers.items() if name.startswith(f"{form}/"))


def answer(question: str, option: str, onward: Place) -> Place:
    """The place that answers a question with an option, and leads on."""
    return Place(ANSWER, f"{question}={option}>{onward.kind} {onward.name}")


def tick(question: str, option: str) -> Place:
    """The place that ticks an option."""
    return Place(TICK, f"{question}={option}")


def told(place: Place) -> tuple[str, str]:
    """The question and the option of such a place."""
    question, _, option = place.name.partition(">")[0].partition("=")
    return question, option


def form_of(place: Place) -> str:
    """The form that a page belongs to, or nothing."""
    return place.name.partition("/")[0] if place.kind in _OF_A_FORM else ""


def onward_from(place: Place) -> Place:
    """Where an answer leads."""
    kind, _, name = place.name.partition(">")[2].partition(" ")
    return Place(kind, name)


EMPTY = Draft()
