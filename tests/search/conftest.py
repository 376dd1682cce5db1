"""The shipped words, and the search of them."""

import pytest

from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.content.search import SearchIndex
from kiosk.paths import content_folder


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped words."""
    return load_content(content_folder())


@pytest.fixture(scope="session")
def index(content: Content) -> SearchIndex:
    """The shipped words, ready to be searched."""
    return SearchIndex(content)
