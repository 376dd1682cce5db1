"""One walk through the kiosk, on both ways: by kiosk/pages, and by the page's own scripts."""

import random
from dataclasses import replace

from kiosk.content.blocks import (
    Block,
    Choice,
    Doors,
    Items,
    Paragraph,
    Picture,
    Place,
    Quote,
    Steps,
    Target,
)
from kiosk.pages import navigation
from kiosk.pages.catalogue import view_of
from kiosk.pages.edition import Edition
from kiosk.pages.view import View
from kiosk.pages.visit import visit_at
from kiosk.web.bundle import here_for
from kiosk.web.places import place_text, target_text

TYPED = ("", "they want money", "a@example.org", "not an address", " ")


class Walker:
    """A visitor who opens anything at random, and notes what they did for the page to do again.

    Attributes:
        moves: What was done: the choice that was opened (by its number), Back, words typed.
        places: The places on the way back after each move, as texts.
        choices: How many choices each page on the way had.
    """

    def __init__(self, edition: Edition, seed: int, begin: Place) -> None:
        """Begin at a place."""
        self._edition = edition
        self._random = random.Random(seed)
        self._visit = visit_at(begin)
        self.moves: list[list[object]] = []
        self.places: list[list[str]] = []
        self.choices: list[int] = []

    def walk(self, moves: int) -> None:
        """Make so many moves."""
        for _ in range(moves):
            targets = self._targets()
            self.choices.append(len(targets))
            self.moves.append(self._move(targets))
            self.places.append([place_text(stop.place) for stop in self._visit.stops])

    @property
    def done(self) -> list[str]:
        """The steps that are ticked off in the end."""
        return sorted(f"{place_text(plan)}|{number}" for plan, number in self._visit.done)

    def _move(self, targets: list[Target]) -> list[object]:
        view, chance = self._view(), self._random.random()
        if view.box and chance < 0.5:
            text = self._random.choice(TYPED)
            self._visit = navigation.typed(self._visit, text)
            return ["typed", text]
        steps = [block for block in view.blocks if isinstance(block, Steps)]
        if steps and chance < 0.4:
            tick = self._random.choice(steps[0].ticks)
            self._visit, _ = navigation.follow(self._visit, tick)
            return ["tick", target_text(tick)]
        if chance < 0.15 or not targets:
            self._visit = navigation.back(self._visit)
            return ["back"]
        number = self._random.randrange(len(targets))
        self._visit, event = navigation.follow(self._visit, targets[number])
        if event and type(event).__name__ == "FormFilled":
            is_kept = chance < 0.6
            form = self._visit.here.place.name
            self._visit = navigation.sent(self._visit, form, is_kept=is_kept)
            return ["choose", number, is_kept]
        return ["choose", number]

    def _view(self) -> View:
        visit = self._visit
        here = replace(here_for(self._edition, visit.here.place), theme="light")
        here = replace(here, comfort=visit.comfort, consent=visit.consent, draft=visit.draft)
        return view_of(self._edition, visit.here.place, here)

    def _targets(self) -> list[Target]:
        place = self._visit.here.place
        if place.kind == "search":  # what is found is held to the search's own tests
            return []
        return targets_of(self._view().blocks)


def targets_of(blocks: tuple[Block, ...]) -> list[Target]:
    """Where a page leads, in the order in which it stands there."""
    found: list[Target] = []
    for block in blocks:
        match block:
            case Doors(choices):
                found += targets_of(choices)
            case Choice(_, target):
                found.append(target)
            case Paragraph(spans):
                found += [span.place for span in spans if span.place]
            case Items(items) | Steps(items):
                found += targets_of(tuple(each for item in items for each in item))
            case Quote(inner) | Picture(_, inner):
                found += targets_of(inner)
    return found
