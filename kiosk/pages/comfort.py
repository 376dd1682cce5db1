"""What visitors may change about the pages, for as long as the visit lasts."""

from dataclasses import dataclass, replace

from kiosk.content.blocks import Place

CHANGE = "change"
"""The kind of a place that leads nowhere: choosing it changes how pages are shown."""
WIDE = "wide"
EASY = "easy"


@dataclass(frozen=True)
class Comfort:
    """How this visitor wants the pages. What is empty is as the library's staff have it."""

    language: str = ""
    """The language's code, such as `cy`."""
    theme: str = ""
    """The theme's name."""
    spacing: str = ""
    """`WIDE` for more air between lines."""
    words: str = ""
    """`EASY` for the short version of a page, where there is one."""

    def after(self, change: Place) -> "Comfort":
        """The comfort after a change was chosen.

        Args:
            change: A place made by `change`.
        """
        name, _, value = change.name.partition("=")
        return replace(self, **{name: value})


AS_IT_STANDS = Comfort()


def change(name: str, value: str) -> Place:
    """The place that sets one field of the comfort to a value."""
    return Place(CHANGE, f"{name}={value}")
