"""The page's own navigation leads where kiosk/pages/navigation.py does, whatever one opens."""

from collections.abc import Iterator
from datetime import date

import pytest
from nacl.public import PrivateKey
from playwright.sync_api import Browser, Page

from kiosk.content.blocks import Place
from kiosk.desk.sealing import public_text
from kiosk.pages.catalogue import Catalogue, places, view_of
from kiosk.pages.edition import Edition
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings
from kiosk.settings.desk import FormSettings
from kiosk.web.bundle import here_for
from kiosk.web.places import place_text, target_text
from kiosk.web.site import Where, site_files
from tests.web.plain_server import PlainServer
from tests.web.walker import Walker, targets_of

WALKS, MOVES = 80, 60
_AGAIN = """async ({ begin, moves }) => {
    const { follow, back, typed, inForm, sent, hereOf, kindOf, newVisit }
        = (await import("./main.js")).navigation_js;
    const { pageOf, told } = (await import("./main.js")).view_js;
    const language = told((await import("./words-en.js")).default);
    const choicesOf = (visit) => {
        if (kindOf(hereOf(visit)) === "search") return [];
        const { html } = pageOf(visit, language);
        const found = html.matchAll(/data-to="([^"]*)"/g);
        return [...found].map(([, to]) => to.replaceAll("&amp;", "&"));
    };
    const places = [], choices = [];
    let visit = newVisit(begin);
    for (const [what, told, isKept] of moves) {
        const targets = choicesOf(visit);
        choices.push(targets.length);
        if (what === "back") visit = back(visit);
        if (what === "typed") visit = typed(visit, told);
        if (what === "tick") [visit] = follow(visit, told);
        if (what === "choose") {
            const [next, event] = follow(visit, inForm(visit, targets[told], language.words.forms));
            visit = event?.kind === "form" ? sent(next, event.form, isKept) : next;
        }
        places.push(visit.stops.map(({ place }) => place));
    }
    return { places, choices, done: visit.done.toSorted() };
}"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Everything that can be offered in files, forms and counts among it."""
    key = public_text(PrivateKey.generate().public_key)
    return load_catalogue(Settings(counts=True, forms=FormSettings(public_key=key)))


@pytest.fixture(scope="module")
def page(
    browser: Browser, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A browser with everything that this catalogue offers."""
    folder = tmp_path_factory.mktemp("kiosk")
    for name, data in site_files(catalogue, Where(server="./"), date(2026, 11, 26)).items():
        (folder / name).write_bytes(data)
    with PlainServer(folder) as server:
        page = browser.new_page()
        page.goto(server.address)
        yield page
        page.close()


def walkers(catalogue: Catalogue) -> Iterator[tuple[str, Walker]]:
    """Walks from the start page, from places all over the kiosk, and from the forms."""
    found = list(places(catalogue.edition))
    forms = [place for place in found if place.kind == "form"]
    for seed in range(WALKS):
        anywhere = found[seed * len(found) // WALKS]
        begin = (Place("start"), anywhere, forms[seed % len(forms)])[seed % 3]
        walker = Walker(catalogue.edition, seed, begin)
        walker.walk(MOVES)
        yield place_text(begin), walker


def test_the_same_walk_leads_to_the_same_places(
    page: Page,
    catalogue: Catalogue,
) -> None:
    """Whatever is opened, typed, answered, ticked, sent or taken back: so are all ways back."""
    for begin, walker in walkers(catalogue):
        again = page.evaluate(_AGAIN, {"begin": begin, "moves": walker.moves})
        wanted = {"choices": walker.choices, "places": walker.places, "done": walker.done}
        assert again == wanted


def test_walks_go_far(catalogue: Catalogue) -> None:
    """Pages of all kinds are reached by them, but for those that a key or a fault opens."""
    kinds = {
        place.partition("|")[0]
        for _, walker in walkers(catalogue)
        for way in walker.places
        for place in way
    }
    assert kinds == {place.kind for place in places(catalogue.edition)} - {"keys", "trouble"}


def test_every_page_leads_where_it_does_in_lines(
    page: Page,
    catalogue: Catalogue,
) -> None:
    """The page's data has every place, and on it the same choices and links in the same order."""
    edition = catalogue.edition
    wanted = {place_text(place): _targets(edition, place) for place in places(edition)}
    # Here every web address that is shown has a page, not only those that can be taken along.
    wanted |= {f"take|https://{address}": ["card"] for address in ("999bsl.co.uk", "police.uk")}
    found = page.evaluate(
        """async () => {
            const { told } = (await import("./main.js")).view_js;
            const { words, blocks } = told((await import("./words-en.js")).default);
            const entries = Object.entries(words.pages).filter(([name]) => !name.includes("~"));
            const targetsOf = ({ steps }) => steps[0].flatMap((each) =>
                [...blocks[each].matchAll(/data-to="([^"]*)"/g)]
                    .map(([, to]) => to.replaceAll("&amp;", "&")));
            return Object.fromEntries(entries.map(([name, page]) => [name, targetsOf(page)]));
        }"""
    )
    others = {name for name in found if name.startswith("take|")} - wanted.keys()
    assert {name: to for name, to in found.items() if name not in others} == wanted


def _targets(edition: Edition, place: Place) -> list[str]:
    if place.kind == "search":
        return []
    view = view_of(edition, place, here_for(edition, place))
    return [target_text(target) for target in targets_of(view.blocks)]


def test_the_names_of_places_tell_them_apart(catalogue: Catalogue) -> None:
    """No two places are written alike, and none ends in what is left out."""
    names = [place_text(place) for place in places(catalogue.edition)]
    assert len(set(names)) == len(names)
    assert not [name for name in names if name.endswith("|")]
