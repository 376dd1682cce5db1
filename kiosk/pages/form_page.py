"""A form, one question a page: asking, looking at the answers, sent, not sent."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Gap, Place, Span, heading, paragraph
from kiosk.desk.forms import FORMS
from kiosk.desk.questions import Question
from kiosk.pages.acts import Answer, Forget, Send, Tick
from kiosk.pages.call_cards import crisis_calls
from kiosk.pages.draft import Draft
from kiosk.pages.edition import Edition
from kiosk.pages.form_questions import (
    CHECK,
    fault_in,
    next_page,
    options_of,
    page_after,
    page_of,
    questions_of,
)
from kiosk.pages.here import Here
from kiosk.pages.view import Box, View
from kiosk.pages.visit import FORM

_TICKED, _NOT_TICKED = "[x] ", "[ ] "


def form_view(edition: Edition, here: Here, form: str, question_name: str) -> View:
    """A question of a form, or its last page.

    Args:
        edition: The words.
        here: What was filled in.
        form: The form's name.
        question_name: The question's, or `CHECK` for the last page.

    Raises:
        LookupError: There is no such question, or this kiosk does not offer the form.
    """
    questions = questions_of(edition, form)
    if question_name == CHECK:
        return _check_view(edition, here, form, questions)
    numbers = {question.name: number for number, question in enumerate(questions, 1)}
    if question_name not in numbers:
        raise LookupError(question_name)
    number = numbers[question_name]
    question = questions[number - 1]
    box = None
    if question.is_typed:
        prompt = edition.word(f"form.{form}.{question.name}.prompt")
        text = here.draft.of(form, question.name)
        box = Box(prompt, text=text, longest=question.longest)
    return View(
        title=_asked(edition, question),
        aside=edition.word("question.place", number=number, of=len(questions)),
        blocks=tuple(_question(edition, here.draft, question)),
        box=box,
        numbered=box is None,
        beside=crisis_calls(edition, here),
    )


def sent_view(edition: Edition, here: Here, form: str) -> View:
    """The form is on the disk, sealed."""
    return View(
        title=edition.word(f"form.{form}.sent"),
        blocks=(
            paragraph(edition.word(f"form.{form}.sent.what")),
            Choice(edition.word("form.start"), Place("start")),
            Choice(edition.word("start.people"), Place("people")),
        ),
        beside=crisis_calls(edition, here),
    )


def unsent_view(edition: Edition, here: Here, form: str) -> View:
    """The honest message where a form could not be saved."""
    word = edition.word
    return View(
        title=word("form.unsent"),
        blocks=(
            paragraph(word("form.unsent.what")),
            paragraph(word("form.unsent.kept")),
            paragraph(word("form.unsent.do")),
            Choice(word("form.unsent.again"), Send(form)),
            Choice(word("form.look"), Place(FORM, form, CHECK)),
            Choice(word("form.forget"), Forget(form)),
        ),
        beside=crisis_calls(edition, here),
    )


def _question(edition: Edition, draft: Draft, question: Question) -> Iterator[Block]:
    word = edition.word
    form, name = question.form, question.name
    is_asked_again = (form, name) in draft.asked_again
    if is_asked_again and (fault := fault_in(question, draft)):
        what = word(f"form.{form}.{name}.{fault}")
        yield paragraph(word("form.fault", fault=what), "strong")
    yield paragraph(word(f"form.{form}.{name}.hint"))
    for option in options_of(edition, question):
        label = option_label(edition, question, option)
        if question.kind == "scale":
            yield Choice(label, Answer(form, name, option, next_page(edition, question)))
        else:
            mark = _TICKED if option in draft.ticked(form, name) else _NOT_TICKED
            yield Choice(mark + label, Tick(form, name, option))
    if question.kind != "scale" or not question.required:
        yield Gap()
        yield Choice(word("form.go.on"), page_after(edition, question, draft))
    if question.required:
        yield paragraph(word("form.required"), "soft")
    if FORMS[form].leads_to_people:
        yield Choice(word("start.people"), Place("people"), word(f"form.{form}.talk"))


def _check_view(edition: Edition, here: Here, form: str, questions: tuple[Question, ...]) -> View:
    word, draft = edition.word, here.draft
    missing = next((question for question in questions if fault_in(question, draft)), None)
    send = page_after(edition, missing, draft) if missing else Send(form)
    return View(
        title=word(f"form.{form}.check"),
        blocks=(
            *(_answered(edition, draft, question) for question in questions),
            *(data_blocks(edition) if FORMS[form].says_what_becomes_of_it else ()),
            paragraph(word(f"form.{form}.consent")),
            Choice(word(f"form.{form}.send"), send),
            Choice(word("form.forget"), Forget(form)),
        ),
        beside=crisis_calls(edition, here),
    )


def _answered(edition: Edition, draft: Draft, question: Question) -> Choice:
    """An answer, and the way back to its question."""
    text = draft.of(question.form, question.name).strip()
    if options_of(edition, question):
        options = draft.ticked(question.form, question.name)
        text = ", ".join(option_label(edition, question, option) for option in options)
    label = edition.word(f"form.{question.form}.{question.name}.short")
    shown = text or edition.word("form.nothing")
    return Choice(label, page_of(question), (Span(shown, "strong"),), edition.word("form.change"))


def option_label(edition: Edition, question: Question, option: str) -> str:
    """An option in words: an audience's door, or a word of the interface."""
    for door in edition.content.doors.audiences:
        if door.audience == option:
            return door.title
    return edition.word(f"form.{question.form}.{question.name}.{option}")


def _asked(edition: Edition, question: Question) -> str:
    mark = " *" if question.required else ""
    return edition.word(f"form.{question.form}.{question.name}") + mark


def form_places(edition: Edition) -> Iterator[Place]:
    """Every page of every form that this kiosk offers."""
    for form in FORMS:
        if form in edition.offers:
            yield from map(page_of, questions_of(edition, form))
            yield Place(FORM, form, CHECK)
            yield Place("sent", form)
            yield Place("unsent", form)


def data_blocks(edition: Edition) -> Iterator[Block]:
    """What becomes of an address, said before it is sent: who answers for it, why, and how long.

    It is what Article 13 of the UK GDPR asks for, in the words of the organisation where the
    settings have them: https://www.legislation.gov.uk/eur/2016/679/article/13
    """
    word, forms = edition.word, edition.settings.forms
    yield heading(word("data.title"))
    yield paragraph(word("data.who", who=forms.responsible or edition.settings.name))
    yield paragraph(word("data.why"))
    days = forms.keep_days
    yield paragraph(word("data.days", days=days) if days else word("data.long"))
    yield paragraph(word("data.rights"))
    if forms.privacy:
        yield paragraph(word("data.more", where=forms.privacy))
