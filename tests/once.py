"""What words come to is worked out once for all tests of a process.

To parse and to index the shipped words is most of what the tests would cost: nearly every one loads
them, or a copy in which it changes a word. Both are functions of the words alone, and what they
give is never changed, so one result serves whoever asks with equal words.
"""

import pickle
from functools import cache

import pytest


def work_out_once(patch: pytest.MonkeyPatch) -> None:
    """Let texts be parsed and contents be indexed once, until the patch is undone."""
    import yaml

    from kiosk.content import markdown
    from kiosk.content.model import Content
    from kiosk.content.search import SearchIndex
    from kiosk.pages import edition

    indexes: dict[bytes, SearchIndex] = {}

    def index_of(content: Content) -> SearchIndex:
        words = pickle.dumps(content)
        if words not in indexes:
            indexes[words] = SearchIndex(content)
        return indexes[words]

    patch.setattr(markdown.PARSER, "parse", cache(markdown.PARSER.parse))
    patch.setattr(markdown, "parsed", cache(markdown.parsed))
    patch.setattr(yaml, "compose", cache(yaml.compose))
    patch.setattr(edition, "SearchIndex", index_of)
