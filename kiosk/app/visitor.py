"""One visitor's process under the guard: what the warm parent prepares, and the visit itself."""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from kiosk.app import environment  # first, since Textual reads the environment
from kiosk.app.forked_call import ForkedCall

if TYPE_CHECKING:
    from kiosk.app.begun import BegunVisit
    from kiosk.clerk.office import Office
    from kiosk.desk.desk import Desk
    from kiosk.pages.catalogue import Catalogue

LINE_FD = 4
"""Where the fork leaves what `open_line` has opened: see `kiosk.guard.warm`."""
_COMMON_ROWS = 18
"""The lines for a page on a screen of 24."""


class _Prepared(NamedTuple):
    """What the warm parent has made, for the visitors forked from it."""

    catalogue: "Catalogue"
    desk: "Desk"
    office: "Office | None"
    """Opens lines to the clerk; None where visitors need none."""
    has_door: bool
    has_voice: bool
    prints: bool


_prepared: list[_Prepared] = []
_begun: "list[BegunVisit]" = []


def prepare(settings_path: str = "", store: str = "", service: str = "") -> dict[str, str]:
    """Do once what every visitor needs: load the words, set the pages, import the app.

    The words are the accepted ones; where there are none, what staff have edited is tried; and
    where that cannot be used, they are the shipped ones.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        store: The folder of accepted words; without one, the words are read where staff edit them.
        service: Anything, if systemd starts the kiosk again when it ends.

    Returns:
        The words and looks that the guard shows around the app.

    Raises:
        ContentError: Not even the shipped words can be used.
    """
    return _prepare("start", settings_path, store, service)


def renew(settings_path: str = "", store: str = "", service: str = "") -> dict[str, str]:
    """Do the same with what staff have edited, unless it was refused, or taken back.

    For arguments and return, see `prepare`.

    Raises:
        ContentError: The words have faults.
        SettingsError: The settings have faults.
        OSError: What was edited cannot be copied.
    """
    return _prepare("renew", settings_path, store, service)


def _prepare(
    which: Literal["start", "renew"], settings_path: str, store: str, service: str
) -> dict[str, str]:
    def load() -> tuple["Catalogue", bool]:
        """The pages, and whether there is a staff door; what is secret is not handed on."""
        from kiosk.edits import trial
        from kiosk.edits.kept import settings_in_force
        from kiosk.edits.store import store_at

        pages_of = trial.start if which == "start" else trial.renew
        catalogue = pages_of(settings_path, store_at(store), _make_pages)
        catalogue.forget_what_is_indexed()
        return catalogue, bool(settings_in_force(settings_path, store).staff_passphrase_hash)

    # No visitor has a network, or packs files. Textual's libraries do without, in 2 MB less.
    for name in ("ssl", "bz2", "lzma"):
        vars(sys)["modules"].setdefault(name, None)
    import_module("kiosk.pages.catalogue")  # what both need is imported once
    loading = ForkedCall(load)
    for name in ("kiosk.app.app", "kiosk.app.visitor_driver"):
        import_module(name)
    from kiosk.app.themes import looks
    from kiosk.clerk.speech import find_engine
    from kiosk.desk.desk import Desk
    from kiosk.paths import styles_folder

    catalogue, has_hash = loading.result()
    settings = catalogue.edition.settings
    desk = Desk(settings)
    has_voice = settings.reading_aloud and find_engine() is not None
    office = None
    prints = desk.offers_print
    if catalogue.edition.offers or has_hash or has_voice or prints:
        office = _office(catalogue, settings_path, store, service=service)
    if desk.offers_forms:
        import_module("kiosk.desk.sealing")
    _prepared[:] = [_Prepared(catalogue, desk, office, has_hash, has_voice, prints)]
    _import_for_live_pages(catalogue)
    _begun[:] = [_begin()]
    word = catalogue.edition.word
    return {
        "question": word("idle.question"),
        "hint": word("idle.hint"),
        **looks(styles_folder(), environment.this_terminal().colours, settings.theme),
    }


def open_line() -> int:
    """Open the line to the clerk for the next visitor; -1 where visitors need none."""
    office = _prepared[0].office
    return office.open_line() if office else -1


def reads() -> list[str]:
    """What a visitor reads beside the program: the looks."""
    from kiosk.paths import styles_folder

    return [str(styles_folder())]


def visit(drawn: Callable[[], None]) -> None:
    """Be one visitor, from the neutral page on.

    Args:
        drawn: To be called once the neutral page is drawn.
    """
    _begun[0].go_on(drawn)


def _begin() -> "BegunVisit":
    """Do all that is alike for every visitor, until the first page is drawn."""
    import os

    from kiosk.app.begun import BegunVisit
    from kiosk.app.session import Session
    from kiosk.app.staff_door import StaffDoor
    from kiosk.exits import ENDED_BY_STAFF
    from kiosk.pages.leave_behind import LeaveBehind

    catalogue, desk, office, has_door, has_voice, prints = _prepared[0]
    leave_behind, door, voice = LeaveBehind(), StaffDoor(), None
    if office:
        from kiosk.clerk.line import Line, LineDesk, LineLock

        line = Line(LINE_FD)
        leave_behind = LeaveBehind(LineDesk(line, desk))
        voice = line if has_voice else None
        if has_door:
            door = StaffDoor(LineLock(line), end_kiosk=lambda: os._exit(ENDED_BY_STAFF))
    session = Session(
        catalogue,
        leave_behind=leave_behind,
        door=door,
        speech=voice,
        prints=prints,
        terminal=environment.this_terminal(),
        on_leave=lambda: os._exit(0),  # the guard has the next visitor on the screen at once
    )
    return BegunVisit(session, *environment.FIRST_SIZE)


def _office(catalogue: "Catalogue", settings_path: str, store: str, *, service: str) -> "Office":
    """Where lines to the clerk are opened. The clerk starts with the first of them."""
    from datetime import datetime
    from functools import partial

    from kiosk.clerk.office import Office
    from kiosk.clerk.start import serve
    from kiosk.pages.card_page import card_numbers

    import_module("kiosk.clerk.line")  # for the visitors
    topics = frozenset(catalogue.edition.content.topics)
    return Office(
        partial(
            serve,
            settings_path,
            store,
            topics,
            card_numbers(catalogue.edition.content),
            datetime.now().astimezone(),
            is_service=bool(service),
        )
    )


def _make_pages(catalogue: "Catalogue") -> None:
    """Make every page; the codes to take along are drawn for the commonest screen."""
    from kiosk.neutral import MEASURE
    from kiosk.pages.here import Here, Room

    terminal = environment.this_terminal()
    common = Here(
        columns=MEASURE,
        room=Room(_COMMON_ROWS, half_blocks=terminal.all_glyphs),
        colours=terminal.colours > 0,
    )
    catalogue.keep_all(common)


def _import_for_live_pages(catalogue: "Catalogue") -> None:
    """Make the pages that change with the time once, so that visitors have what that imports."""
    from datetime import datetime

    from kiosk.neutral import MEASURE
    from kiosk.pages.catalogue import START
    from kiosk.pages.comfort import Comfort
    from kiosk.pages.here import Here

    now = datetime.now()
    for language in ("", *catalogue.edition.languages):
        catalogue.open(START, MEASURE, Here(now=now, comfort=Comfort(language=language)))
