"""What visitors and the clerk say to each other: MessagePack, behind its length in four bytes.

A visitor is not believed: what is not one of these, or too long, ends the line.
"""

import struct
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from kiosk.desk.forms import SEALED_SIZES
from kiosk.door.passphrase import LONGEST
from kiosk.pages.staff_status import StaffStatus

LENGTH = struct.Struct(">I")
LONGEST_MESSAGE = max(SEALED_SIZES) + 1000
"""Bytes; more than any honest message has."""
LONGEST_SENTENCE = 4000
"""Characters that are said at once, which take less than a message."""
_Code = Annotated[str, Meta(max_length=64)]


class KeepForm(Struct, tag="form", forbid_unknown_fields=True):
    """Keep a sealed form."""

    number: UUID
    sealed: Annotated[bytes, Meta(max_length=max(SEALED_SIZES))]


class Count(Struct, tag="count", forbid_unknown_fields=True):
    """Add one to a topic's number of today."""

    topic: _Code


class TellWishes(Struct, tag="wishes", forbid_unknown_fields=True):
    """Tell how a visitor before wanted the pages."""


class KeepWishes(Struct, tag="keep", forbid_unknown_fields=True):
    """Keep how this visitor wants the pages; nothing keeps nobody's."""

    wishes: Annotated[dict[_Code, _Code], Meta(max_length=20)]


class PrintNumbers(Struct, tag="print", forbid_unknown_fields=True):
    """Print numbers of helplines, and nothing else."""

    numbers: Annotated[list[_Code], Meta(max_length=20)]


class TryPassphrase(Struct, tag="try", forbid_unknown_fields=True):
    """Try to open the staff door."""

    typed: Annotated[str, Meta(max_length=LONGEST)]


class Say(Struct, tag="say", forbid_unknown_fields=True):
    """Say something aloud, in the place of what is being said."""

    number: int
    text: Annotated[str, Meta(max_length=LONGEST_SENTENCE)]
    language: _Code


class Hush(Struct, tag="hush", forbid_unknown_fields=True):
    """Be silent. It gets no answer."""


Request = KeepForm | Count | TellWishes | KeepWishes | PrintNumbers | TryPassphrase | Say | Hush


class Done(Struct, tag="done"):
    """It was done."""


class Wishes(Struct, tag="wished"):
    """What a visitor before wished."""

    wishes: dict[str, str]


class NotDone(Struct, tag="trouble"):
    """It was not done."""

    reason: str
    """A `kiosk.desk.trouble.Reason`."""


class Shut(Struct, tag="shut"):
    """The staff door stays shut."""

    wait: str
    """As of `kiosk.door.lock.Lock.open`."""


class Opened(Struct, tag="open"):
    """The staff door is open."""

    status: StaffStatus


class Said(Struct, tag="said"):
    """What was to be said has been; this answers nothing, and may come at any time."""

    number: int


Answer = Done | Wishes | NotDone | Shut | Opened | Said

encode = msgspec.msgpack.Encoder().encode
_requests: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_answers: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)
decode_request = _requests.decode
decode_answer = _answers.decode


def packed(message: Request | Answer) -> bytes:
    """A message as it goes over the line."""
    body = encode(message)
    return LENGTH.pack(len(body)) + body
