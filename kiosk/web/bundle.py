"""All pages of a language as data for a browser: nothing is asked for once it is there.

A page that depends on what a visitor has agreed to is set once for each answer: such a variant is
named by its place, `~` and the answer. What there is in easy words stands within the page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from html import escape
from itertools import chain
from typing import Any

import msgspec
from msgspec.structs import replace as replace_struct

from kiosk.bank_holidays import DAYS_BY_YEAR
from kiosk.content.blocks import Block, Calls, Place
from kiosk.content.language import ENGLISH
from kiosk.desk.forms import FORMS
from kiosk.desk.questions import Question
from kiosk.pages.catalogue import Catalogue, places, view_of
from kiosk.pages.comfort import EASY, Comfort, Consent
from kiosk.pages.draft import EMPTY, Draft
from kiosk.pages.edition import Edition
from kiosk.pages.form_page import option_label
from kiosk.pages.form_questions import CHECK, next_page, options_of, page_of, questions_of
from kiosk.pages.heads import stands_in_english
from kiosk.pages.here import Here, Room
from kiosk.pages.step import steps_of
from kiosk.pages.view import Box, View
from kiosk.pages.visit import FORM
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from kiosk.web.addresses import address_pages
from kiosk.web.html import as_html
from kiosk.web.language_marks import found_in_english, marked, told, unmarked
from kiosk.web.places import place_text
from kiosk.web.search_index import compiled
from kiosk.web.texts import texts_of

_NO_WISH = "?"
"""On the page of wishes none is marked as the present one: that is the visit's to know."""
_HERE = Here(columns=200, room=Room(side=1), theme=_NO_WISH, comfort=Comfort(spacing=_NO_WISH))
_ANY_WORDS = replace(_HERE, comfort=Comfort(spacing=_NO_WISH, motion=_NO_WISH, words=_NO_WISH))
_EASY = replace(_HERE, comfort=Comfort(words=EASY))
_CONSENTS = {"~no": Consent(answered="yes"), "~yes": Consent(count=True, answered="yes")}
"""What visitors may have answered, who are asked about counting alone."""
_BY_CONSENT = {"start", "about", "choices"}
NEXT_STEP = "!next"
"""Where the next step is, from any step."""
Page = dict[str, Any]


def bundles(catalogue: Catalogue, *, takes_forms: bool) -> dict[str, tuple[bytes, ...]]:
    """What there is to read in each language, by its code, and what a search needs; as JSON.

    Each piece of HTML stands once, and pages name theirs by their numbers, counted from 1; 0 is the
    one that follows the last new one, which packs best. Other languages count on from the first
    one's, of which their pages have many.

    Args:
        catalogue: Has the words.
        takes_forms: Whether there is a server to take forms and counts.
    """
    found: dict[str, tuple[bytes, ...]] = {}
    first: dict[str, int] = {}
    english = {each.content.language: each for each in catalogue.editions}.get(ENGLISH)
    for offered in catalogue.editions:
        own = replace(offered, settings=_settings(offered, takes_forms=takes_forms))
        edition = marked(own, english or own)
        code = own.content.language.code
        pages = dict(_pages(edition))
        pages |= address_pages(edition, chain.from_iterable(_lists(pages.values())))
        numbers = dict(first)
        for page in pages.values():
            for blocks in _lists([page]):
                tell = partial(told, language=code, on_english_page="lang" in page)
                blocks[:] = [_number(numbers, tell(each)) for each in blocks]
        bundle = {
            **texts_of(edition),
            "forms": {form: _form(edition, form) for form in FORMS if form in edition.offers},
            "feasts": DAYS_BY_YEAR,
            "pages": pages,
            "blocks": list(numbers)[len(first) :],
        }
        index = {
            **compiled(own, partial(_numbers_of, numbers)),
            "english": found_in_english(edition),
        }
        found[code] = tuple(map(msgspec.json.encode, (bundle, index)))
        first = first or numbers
    return found


def _lists(pages: Iterable[Page]) -> Iterator[list[Any]]:
    """What pages are made of: their blocks, what stands beside them, and so for each easy step."""
    for page in pages:
        yield from (page["blocks"], page["beside"])
        if "easy" in page:
            easy = page["easy"]
            yield from (*easy["steps"], easy.get("beside", []))


def _set(blocks: Iterable[Block]) -> list[str]:
    """Blocks in HTML, without the ends of paragraphs: a browser knows where they are."""
    return [piece.replace("</p>", "") for piece in as_html(blocks)]


def _numbers_of(numbers: Mapping[str, int], blocks: Iterable[Block]) -> list[int | str]:
    """Under which numbers blocks are told; one that no page has as it is, itself."""
    return [numbers.get(piece, piece) for piece in _set(blocks)]


def _number(numbers: dict[str, int], piece: str) -> int:
    """Under which number a piece is told before; 0 for one that is told here."""
    if piece in numbers:
        return numbers[piece] + 1
    numbers[piece] = len(numbers)
    return 0


def _settings(edition: Edition, *, takes_forms: bool) -> Settings:
    """What can be offered in files that are the same for everybody: nobody's wishes are kept."""
    settings = edition.settings._replace(keep_settings=False)
    return settings if takes_forms else settings._replace(counts=False, forms=FormSettings())


def _pages(edition: Edition) -> Iterator[tuple[str, Page]]:
    """Every page by its name."""
    for place in places(edition):
        if place.kind == "take":
            continue  # addresses.py has those of every address
        name, here = place_text(place), here_for(edition, place)
        page = _page(edition, place, here)
        if place.kind in ("topic", "plan") and steps_of(edition, place):
            page["easy"] = _in_steps(edition, place, page)
        yield name, page
        if place.kind in _BY_CONSENT and "count" in edition.offers:
            for answer, consent in _CONSENTS.items():
                yield name + answer, _page(edition, place, replace(here, consent=consent))


def here_for(edition: Edition, place: Place) -> Here:
    """What a page is set for, of which no visitor is known yet."""
    if place.part == CHECK:
        return replace(_HERE, draft=_filled_in(edition, place.name))
    return _ANY_WORDS if place.kind == "comfort" else _HERE


def _in_steps(edition: Edition, place: Place, whole: Page) -> Page:
    """What a page has in easy words: the blocks of each step, and what else is not as usual."""
    page = _page(edition, place, _EASY)
    others = [key for key in {**page, **whole} if page.get(key) != whole.get(key)]
    easy = {key: page.get(key, "") for key in others if key != "blocks"}
    steps = []
    for number in range(1, len(steps_of(edition, place)) + 1):
        step, following = (replace_struct(place, step=each) for each in (number, number + 1))
        view = view_of(edition, step, _EASY)
        blocks = [*_always(view), *_set(view.blocks)]
        # The way to the next step is told alike on all of them: it would be most of their bytes.
        steps.append([each.replace(_to(following), f'data-to="{NEXT_STEP}"') for each in blocks])
    return {**easy, "steps": steps}


def _to(place: Place) -> str:
    return f'data-to="{escape(place_text(place))}"'


def _page(edition: Edition, place: Place, here: Here) -> Page:
    view = view_of(edition, place, here)
    blocks = [] if place.kind == "search" else _set(view.blocks)
    page: Page = {
        "title": view.title,
        "blocks": [*_always(view), *_box(edition, place, view), *blocks],
        "beside": [piece for block in view.beside for piece in _cards(block)],
    }
    if view.aside:
        page["aside"] = view.aside
    if view.take:
        page["take"] = place_text(view.take)
    if view.reading:
        page["reading"] = True
    if stands_in_english(edition, place):
        page["lang"] = "en"
    return page


def _always(view: View) -> Iterator[str]:
    """Whom to call in danger: on top of the page, and in sight however far one has read."""
    if view.always:
        yield f'<div class="always">{"".join(_set(view.always))}</div>'


def _cards(block: Block) -> list[str]:
    """What stands beside a page; each card by itself, since many pages have the same ones."""
    parts = [Calls((call,)) for call in block.calls] if isinstance(block, Calls) else [block]
    return _set(parts)


def _box(edition: Edition, place: Place, view: View) -> Iterator[str]:
    box: Box | None = view.box
    if box is None:
        return
    common = (
        f'id="box" aria-labelledby="title" maxlength="{box.longest}" autocomplete="off" '
        f'autocapitalize="none" spellcheck="false" placeholder="{escape(unmarked(box.prompt))}"'
    )
    kinds = {each.name: each.kind for each in _questions(edition, place)}
    match kinds.get(place.part):
        case "lines":
            yield f'<textarea {common} rows="5"></textarea>'
        case "address":
            yield f'<input {common} inputmode="email">'
        case _:
            yield f"<input {common}>"


def _questions(edition: Edition, place: Place) -> tuple[Question, ...]:
    return questions_of(edition, place.name) if place.kind == FORM else ()


def _filled_in(edition: Edition, form: str) -> Draft:
    """Any answers that will do: the last page then leads on, whatever the visitor's own are."""
    draft = EMPTY
    for question in questions_of(edition, form):
        options = options_of(edition, question)
        answer = options[0] if options else "a@example.org" if question.kind == "address" else ""
        draft = draft.with_answer(form, question.name, answer)
    return draft


def _form(edition: Edition, form: str) -> list[dict[str, object]]:
    """What the page must know of each question to go on from it."""
    return [
        {
            "name": question.name,
            "page": place_text(page_of(question)),
            "next": place_text(next_page(edition, question)),
            "required": question.required,
            "isAddress": question.kind == "address",
            "options": {
                option: option_label(edition, question, option)
                for option in options_of(edition, question)
            },
            "faults": {
                fault: edition.word("form.fault", fault=edition.word(key))
                for fault in ("missing", "wrong")
                if (key := f"form.{form}.{question.name}.{fault}") in edition.content.words
            },
        }
        for question in questions_of(edition, form)
    ]
