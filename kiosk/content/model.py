"""The words as typed, frozen data: topics, helplines, sources, doors."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

import msgspec

from kiosk.content.blocks import Block, Place
from kiosk.content.danger import Dangers
from kiosk.content.header import NAME, Audience, Audiences, Header, Line, Summary, Text, Title
from kiosk.content.hours import Hours
from kiosk.content.language import ENGLISH, Language
from kiosk.content.pathway import Pathway
from kiosk.content.piece import Piece, Quiz, Sequence, Travels
from kiosk.content.word import Word

Mark = Literal["C", "C2", "G", "X"]
"""How far a fact is confirmed: by its publisher, at second hand, by general knowledge only
(staff must check), or not (sources disagree)."""


class Topic(Header, frozen=True, kw_only=True):
    """One article."""

    id: str
    """The file's name without its ending."""
    keywords: tuple[str, ...]
    """The words people really type, misspelt ones too."""
    sources: tuple[str, ...]
    next: tuple[str, ...]
    """Topics, pathways and pieces where a reader would want to go from here."""
    take: str | None = None
    """The one address to take along, as a code for a phone."""
    blocks: tuple[Block, ...]
    easy: tuple[tuple[Block, ...], ...] = ()
    """The topic in easy words, if there are any: a few short steps, each a page of its own."""


LOCAL = "local-"
"""With this the ids of helplines begin that are near the library."""


class Helpline(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to talk to, or somewhere to report."""

    id: Text
    name: Text
    short: str = ""
    """Its name where there is little room; nothing where it is short enough."""
    names: tuple[Text, ...] = ()
    """Other words by which people look for it."""
    number: Annotated[str, msgspec.Meta(pattern="^[0-9 ]*$", examples=["0800 1111"])] = ""
    """Digits and spaces, as printed."""
    address: str = ""
    text: str = ""
    """How to reach it by text message."""
    chat: str = ""
    """Where to chat with it online."""
    email: str = ""
    bsl: str = ""
    """Where to reach it in British Sign Language."""
    quiet: str = ""
    """How to reach it without speaking, where that is another thing than to write."""
    relay: str = ""
    """What to dial for it through Relay UK, for people who can't hear or speak on the phone."""
    languages: tuple[Text, ...] = ()
    """What is spoken there; nothing where it is English alone, or not confirmed."""
    serves: Line = msgspec.field(name="for")
    """Who it is for, in a short phrase."""
    audiences: Audiences
    first_for: tuple[Audience, ...] = ()
    """Whom it is made for above all: to them it is shown before the others."""
    is_urgent: bool = msgspec.field(name="urgent", default=False)
    """Whether it is for danger now, and stands first for everybody."""
    is_on_card: bool = msgspec.field(name="card", default=False)
    """Whether its number stands on the card of numbers alone."""
    hours: Hours = None
    """Only where confirmed."""
    cost: str = ""
    note: str = ""
    checked: date
    mark: Mark
    sources: tuple[Text, ...]

    @property
    def is_local(self) -> bool:
        """Whether it is near the library."""
        return self.id.startswith(LOCAL)

    @property
    def contact(self) -> str:
        """What is printed behind its name: number, or text, or address."""
        return self.number or self.text or self.address


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """Something that people say in many ways: whoever types one of them means all."""

    means: Text
    """A name for it. One that begins with @ is no meaning of its own, but a set of words that
    stands in the words of others as @name."""
    words: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    """The words for it, each a word or several; misspelt ones need not stand here. `hit/beat me`
    is short for `hit me` and `beat me`."""
    audience: Audience | None = None
    """Who is speaking, where only one audience speaks so; of several, the first in the file."""
    weight: float = 1.0
    """What it counts, where others count 1; with 0, it tells of danger alone."""
    answered_by: tuple[Text, ...] = ()
    """The topics, pathways and pieces that are about just this."""
    is_elsewhere: bool = msgspec.field(default=False, name="elsewhere")
    """Whether nothing here answers it, such as when the library closes."""
    is_loose: bool = msgspec.field(name="loose", default=False)
    """Whether small words, such as `really`, may stand between the words for it."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A fact we may state, and who said it."""

    fact: Text
    publishers: tuple[Text, ...]
    note: str = ""
    """How the words reached us, where it was not from the publishers themselves."""
    address: str = ""
    seen: str
    """The date of the copy that was read, as far as it is known."""
    mark: Mark


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """A way in, on the start screen."""

    label: Line
    to: Text
    """The id of a topic or of a pathway."""
    summary: str = ""
    """What brings somebody here, in a few words."""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """What belongs together in the list for an audience: it stands there as one entry."""

    id: Annotated[str, msgspec.Meta(pattern=f"^{NAME.pattern}$", examples=["my-group"])]
    title: Title
    summary: Summary
    pages: tuple[Text, ...] = ()
    """Ids of topics, pathways and pieces, in the order of the list."""


class AudienceDoor(msgspec.Struct, frozen=True, kw_only=True):
    """A way in by who the visitor is."""

    audience: Audience
    label: Title
    title: Title
    summary: str = ""
    """What brings them here, in a few words."""
    groups: tuple[Group, ...] = ()

    @property
    def grouped(self) -> frozenset[str]:
        """Ids of what stands in a group, and so not in the list itself."""
        return frozenset(page for group in self.groups for page in group.pages)


class Doors(msgspec.Struct, frozen=True, kw_only=True):
    """The start screen's ways in."""

    urgent: Annotated[tuple[Door, ...], msgspec.Meta(min_length=1)]
    about: Door
    """Leads to what the kiosk is."""
    audiences: Annotated[tuple[AudienceDoor, ...], msgspec.Meta(min_length=1)]


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the kiosk says in one language."""

    topics: Mapping[str, Topic]
    """By id, in the order of the lists."""
    pathways: Mapping[str, Pathway]
    """By id, in the order of the lists; no topic has the same id."""
    sequences: Mapping[str, Sequence] = {}
    """By id, in the order of the lists; likewise."""
    travels: Travels
    quiz: Quiz
    helplines: Mapping[str, Helpline]
    sources: Mapping[str, Source]
    doors: Doors
    words: Mapping[str, Word]
    """The interface's own words."""
    meanings: tuple[Meaning, ...] = ()
    """The words that people search with."""
    asked: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Questions that people have asked, by the name of what answers them, or of the danger."""
    dangers: Dangers = Dangers()
    """What stands on a search page for danger."""
    language: Language = ENGLISH
    untranslated: frozenset[str] = frozenset()
    """Ids of the topics and pathways that stand here in English, for want of a translation."""

    def topics_for(self, audience: str) -> list[Topic]:
        """The topics for an audience, in order."""
        return [topic for topic in self.topics.values() if audience in topic.audiences]

    def pathways_for(self, audience: str) -> list[Pathway]:
        """The pathways for an audience, in order."""
        return [pathway for pathway in self.pathways.values() if audience in pathway.audiences]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces to look at and try, in the order of the lists."""
        return tuple(sorted((self.travels, self.quiz), key=lambda piece: piece.order))

    def pieces_for(self, audience: str) -> list[Piece]:
        """The pieces and sequences for an audience, in order."""
        listed = (*self.pieces, *self.sequences.values())
        return [piece for piece in listed if audience in piece.audiences]

    def place_of(self, name: str) -> Place:
        """Where a topic is, or a pathway or piece begins.

        Raises:
            KeyError: There is none of that id.
        """
        page = self._page(name)
        return Place("topic", name) if isinstance(page, Topic) else page.beginning

    def title_of(self, name: str) -> str:
        """The title of a topic, pathway or piece.

        Raises:
            KeyError: There is none of that id.
        """
        return self._page(name).title

    def summary_of(self, name: str) -> str:
        """The summary of a topic, pathway or piece.

        Raises:
            KeyError: There is none of that id.
        """
        return self._page(name).summary

    def _page(self, name: str) -> Topic | Pathway | Piece:
        pieces = {**self.sequences, **{piece.id: piece for piece in self.pieces}}
        return self.topics.get(name) or pieces.get(name) or self.pathways[name]
