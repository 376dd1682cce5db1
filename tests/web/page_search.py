"""The search of the browser's page, in a browser, and the same answers from the kiosk's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

import kiosk.web
from kiosk.content.blocks import Block
from kiosk.pages.edition import Edition
from kiosk.web.html import as_html
from kiosk.web.places import place_text
from kiosk.web.search_index import compiled

SCRIPTS = Path(kiosk.web.__file__).with_name("page")
_ADDRESS = "http://kiosk.test/"
_PREPARE = """async ([index, blocks]) => {
    const { prepare, search } = await import("./search.js");
    const making = prepare(index, (number) => blocks[number]);
    let step = making.next();
    while (!step.done) step = making.next();
    Object.assign(globalThis, { search, prepared: step.value });
}"""
Answer = dict[str, Any]


@dataclass
class PageSearch:
    """A page that has loaded the scripts of the search, and the words of an edition."""

    page: Page
    edition: Edition
    _blocks: dict[str, int] = field(default_factory=dict)

    def load(self) -> None:
        """Have the page make its index."""
        self.page.route(f"{_ADDRESS}**", _serve)
        self.page.goto(_ADDRESS)
        index = compiled(self.edition, self._numbers_of)
        self.page.evaluate(_PREPARE, [index, list(self._blocks)])

    def answers(self, queries: Sequence[str]) -> list[Answer]:
        """What the page finds for each query."""
        found: list[Answer] = self.page.evaluate(
            "(queries) => queries.map((query) => search(query, prepared))", list(queries)
        )
        for hit in chain.from_iterable(answer["hits"] for answer in found):
            hit["excerpt"] = [
                ["".join(text for text, _ in parts), is_marked]
                for is_marked, parts in groupby(hit["excerpt"], key=itemgetter(1))
            ]
        return found

    def expected(self, query: str, *, sentences: bool = False) -> Answer:
        """What the kiosk itself finds, in the form that the page has.

        Args:
            query: What is typed.
            sentences: Whether to look for the sentence of each hit: that takes longest.
        """
        answer = self.edition.index.search(query)
        return {
            "hits": [
                {
                    "name": hit.found.name,
                    "place": place_text(hit.found.place),
                    "title": hit.found.title,
                    "contact": hit.found.contact,
                    "isGuide": hit.found.place.kind == "question",
                    "excerpt": list(map(list, hit.excerpt.parts())) if sentences else [],
                    "reading": hit.reading
                    and {
                        "name": hit.reading.name,
                        "place": place_text(hit.reading.place),
                        "title": hit.reading.title,
                    },
                }
                for hit in answer.hits
            ],
            "danger": self._kinds[answer.danger.means] if answer.danger else "",
            "isElsewhere": answer.is_elsewhere,
        }

    @cached_property
    def _kinds(self) -> dict[str, str]:
        kinds = self.edition.content.dangers.kinds
        return {danger.means: str(number) for number, danger in enumerate(kinds)}

    def _numbers_of(self, blocks: Iterable[Block]) -> Iterable[int]:
        """Keep blocks as the page has them."""
        for html in as_html(blocks):
            yield self._blocks.setdefault(html, len(self._blocks))


def _serve(route: Route) -> None:
    name = route.request.url.removeprefix(_ADDRESS)
    if name:
        route.fulfill(path=SCRIPTS / name, content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html><title>Information</title>", content_type="text/html")
