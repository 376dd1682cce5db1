"""A view: everything a page of the kiosk says, before it is set and drawn."""

from dataclasses import dataclass

from kiosk.content.blocks import Block, Place


@dataclass(frozen=True)
class Box:
    """A box to type a line into."""

    prompt: str
    """What it says while it is empty."""
    short_prompt: str = ""
    """The same for a screen on which that has no room."""
    text: str = ""
    """What was typed before the page was opened."""
    longest: int = 100
    """The most characters it takes."""
    hidden: bool = False
    """Whether what is typed is a secret, and shown as dots."""


@dataclass(frozen=True)
class View:
    """One page of the kiosk."""

    title: str
    blocks: tuple[Block, ...]
    aside: str = ""
    """A quiet word at the right of the title."""
    reading: bool = False
    """Whether the arrow keys scroll first, as in an article, or move between choices."""
    numbered: bool = True
    """Whether the number keys open choices."""
    take: Place | None = None
    """Where its address stands that a visitor may take along."""
    box: Box | None = None
    """The box to type into, above the blocks."""
    beside: tuple[Block, ...] = ()
    """What stands beside the blocks where there is room, and after them where there is none."""
    always: tuple[Block, ...] = ()
    """What is in sight however far one has read: whom to call in danger."""
    always_short: tuple[Block, ...] = ()
    """The same for a screen on which that has no room."""
    large: str = ""
    """What may stand above it in large letters: only what tells somebody who walks past nothing."""
    framed: bool = True
    """Whether the title line and the line of keys are shown."""
