"""A form, one question a page: asking, looking at the answers, sent, not sent."""

from collections.abc import Iterator

from kiosk.content.blocks import Block, Choice, Gap, Place, Span, paragraph
from kiosk.desk.forms import FORMS
from kiosk.desk.questions import Question
from kiosk.pages.acts import Answer, Forget, Send, Tick
from kiosk.pages.form_way import (
    CHECK,
    fault_in,
    next_page,
    options_of,
    page_after,
    page_of,
    questions_of,
)
from kiosk.pages.library import Library
from kiosk.pages.view import Box, View
from kiosk.pages.visit import FORM

_TICKED, _NOT_TICKED = "[x] ", "[ ] "


def form_view(library: Library, form: str, question_name: str) -> View:
    """A question of a form, or its last page.

    Args:
        library: The words, and what was filled in.
        form: The form's name.
        question_name: The question's, or `CHECK` for the last page.

    Raises:
        LookupError: There is no such question, or this kiosk does not offer the form.
    """
    questions = questions_of(library, form)
    if question_name == CHECK:
        return _check_view(library, form, questions)
    numbers = {question.name: number for number, question in enumerate(questions, 1)}
    if question_name not in numbers:
        raise LookupError(question_name)
    number = numbers[question_name]
    question = questions[number - 1]
    box = None
    if question.is_typed:
        prompt = library.word(f"form.{form}.{question.name}.prompt")
        text = library.here.draft.of(form, question.name)
        box = Box(prompt, text=text, longest=question.longest)
    return View(
        title=_asked(library, question),
        aside=library.word("question.place", number=number, of=len(questions)),
        blocks=tuple(_question(library, question)),
        box=box,
        numbered=box is None,
    )


def sent_view(library: Library, form: str) -> View:
    """The form is on the disk, sealed."""
    return View(
        title=library.word(f"form.{form}.sent"),
        blocks=(
            paragraph(library.word(f"form.{form}.sent.what")),
            Choice(library.word("form.start"), Place("start")),
            Choice(library.word("start.people"), Place("people")),
        ),
    )


def unsent_view(library: Library, form: str) -> View:
    """The honest message where a form could not be saved."""
    word = library.word
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
    )


def _question(library: Library, question: Question) -> Iterator[Block]:
    word, draft = library.word, library.here.draft
    form, name = question.form, question.name
    is_asked_again = (form, name) in draft.asked_again
    if is_asked_again and (fault := fault_in(question, draft)):
        what = word(f"form.{form}.{name}.{fault}")
        yield paragraph(word("form.fault", fault=what), "strong")
    yield paragraph(word(f"form.{form}.{name}.hint"))
    for option in options_of(library, question):
        label = option_label(library, question, option)
        if question.kind == "scale":
            yield Choice(label, Answer(form, name, option, next_page(library, question)))
        else:
            mark = _TICKED if option in draft.ticked(form, name) else _NOT_TICKED
            yield Choice(mark + label, Tick(form, name, option))
    if question.kind != "scale" or not question.required:
        yield Gap()
        yield Choice(word("form.go.on"), page_after(library, question, draft))
    if question.required:
        yield paragraph(word("form.required"), "soft")
    if FORMS[form].leads_to_people:
        yield Choice(word("start.people"), Place("people"), word(f"form.{form}.talk"))


def _check_view(library: Library, form: str, questions: tuple[Question, ...]) -> View:
    word, draft = library.word, library.here.draft
    missing = next((question for question in questions if fault_in(question, draft)), None)
    send = page_after(library, missing, draft) if missing else Send(form)
    return View(
        title=word(f"form.{form}.check"),
        blocks=(
            *(_answered(library, question) for question in questions),
            paragraph(word(f"form.{form}.consent")),
            Choice(word(f"form.{form}.send"), send),
            Choice(word("form.forget"), Forget(form)),
        ),
    )


def _answered(library: Library, question: Question) -> Choice:
    """An answer, and the way back to its question."""
    draft = library.here.draft
    text = draft.of(question.form, question.name).strip()
    if options_of(library, question):
        options = draft.ticked(question.form, question.name)
        text = ", ".join(option_label(library, question, option) for option in options)
    label = library.word(f"form.{question.form}.{question.name}.short")
    shown = text or library.word("form.nothing")
    return Choice(label, page_of(question), (Span(shown, "strong"),), library.word("form.change"))


def option_label(library: Library, question: Question, option: str) -> str:
    """An option in words: an audience's door, or a word of the interface."""
    for door in library.content.doors.audiences:
        if door.audience == option:
            return door.title
    return library.word(f"form.{question.form}.{question.name}.{option}")


def _asked(library: Library, question: Question) -> str:
    mark = " *" if question.required else ""
    return library.word(f"form.{question.form}.{question.name}") + mark


def form_places(library: Library) -> Iterator[Place]:
    """Every page of every form that this kiosk offers."""
    for form in FORMS:
        if form in library.offers:
            yield from map(page_of, questions_of(library, form))
            yield Place(FORM, form, CHECK)
            yield Place("sent", form)
            yield Place("unsent", form)
