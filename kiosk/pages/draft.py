"""What a visitor has filled in so far. It lives in the visit alone, and ends with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Draft:
    """The answers to the questions of each form."""

    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By form and question. Options that are ticked stand one to a line."""
    asked_again: frozenset[tuple[str, str]] = frozenset()
    """Form and question where somebody wanted to go on with an answer that will not do."""

    def of(self, form: str, question: str) -> str:
        """The answer to a question, or nothing."""
        return self.answers.get(form, {}).get(question, "")

    def ticked(self, form: str, question: str) -> tuple[str, ...]:
        """The options that are ticked, in the order of ticking."""
        return tuple(self.of(form, question).splitlines())

    def with_answer(self, form: str, question: str, text: str) -> "Draft":
        """The draft with one more answer, or another one."""
        answers = {**self.answers.get(form, {}), question: text}
        return replace(self, answers={**self.answers, form: answers})

    def with_tick(self, form: str, question: str, option: str) -> "Draft":
        """The draft with an option ticked that was not, or the other way round."""
        ticked = self.ticked(form, question)
        rest = [name for name in ticked if name != option]
        now = rest if option in ticked else [*rest, option]
        return self.with_answer(form, question, "\n".join(now))

    def asking_again(self, form: str, question: str) -> "Draft":
        """The draft once somebody wanted to go on with an answer that will not do."""
        return replace(self, asked_again=self.asked_again | {(form, question)})

    def without(self, form: str) -> "Draft":
        """The draft with nothing of that form."""
        return Draft(
            {name: answers for name, answers in self.answers.items() if name != form},
            frozenset(question for question in self.asked_again if question[0] != form),
        )


EMPTY = Draft()
