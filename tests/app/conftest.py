"""What the app's tests share."""

import pytest

from kiosk.pages.catalogue import Catalogue
from kiosk.pages.loading import load_catalogue
from tests.app.kiosk import library_settings


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped words, with a library's settings."""
    return load_catalogue(library_settings())
