"""What the app's tests share."""

from functools import cache

import pytest

from kiosk.content.blocks import Place
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings
from tests.app.kiosk import library_settings


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped words, with a library's settings."""
    return load_catalogue(library_settings())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `place` at every place there is: a new page is tested by being."""
    if "one_of_its_kind" in metafunc.fixturenames:
        first = {p.kind: p for p in reversed(every_place())}
        metafunc.parametrize("one_of_its_kind", first.values(), ids=first.keys())
    if "place" in metafunc.fixturenames:
        ids = [f"{p.kind}:{p.name}" for p in every_place()]
        metafunc.parametrize("place", every_place(), ids=ids)


@cache
def every_place() -> tuple[Place, ...]:
    """Every place of the shipped words."""
    return tuple(places(load_catalogue(Settings()).edition))
