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
    keep: str = ""
    """`yes` where these wishes may greet the next visitor."""
    count: str = ""
    """`yes` where the pages that are opened may be counted."""
    answered: str = ""
    """`yes` once the visitor has said what may be remembered; `failed` if it was not saved."""

    def after(self, change: Place) -> "Comfort":
        """The comfort after a change was chosen.

        Args:
            change: A place made by `change`.
        """
        changed = (pair.partition("=") for pair in change.name.split("&"))
        return replace(self, **{name: value for name, _, value in changed})


LASTING = frozenset({"language", "theme", "spacing", "words"})
"""The fields that may greet the next visitor, if this one agrees and staff allow it."""
AS_IT_STANDS = Comfort()


def change(**values: str) -> Place:
    """The place that sets fields of the comfort, by their names."""
    return Place(CHANGE, "&".join(f"{name}={value}" for name, value in values.items()))
