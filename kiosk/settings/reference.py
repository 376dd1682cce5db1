"""What each setting is for, and how it is written: the source of the example and of the docs."""

from typing import NamedTuple

from kiosk.settings.values import WEEKDAYS


class Entry(NamedTuple):
    """One setting, for people.

    Attributes:
        meaning: What it is, in sentences.
        without: What happens where it is left out.
        example: How it is written, as lines of TOML.
        is_live: Whether a change is shown to the next visitor without a new start.
    """

    meaning: str
    without: str
    example: str
    is_live: bool = True


REFERENCE: dict[str, Entry] = {
    "name": Entry(
        "The library's name, on the first page.", 'it says "Library"', 'name = "Central Library"'
    ),
    "notices": Entry(
        "Ordinary library news for the first page.",
        "there is none",
        'notices = ["Story time is on Friday.", "Closed on bank holidays."]',
    ),
    "content": Entry(
        "A folder with your own words, or a list of folders. What is in it is laid over the "
        "shipped words: see words.md. A relative path starts at the settings file.",
        "visitors see the shipped words alone",
        'content = "words"',
    ),
    "idle_seconds": Entry(
        "Seconds without a key, from 30 to 3600, until the kiosk asks whether anybody is there.",
        "it is 150",
        "idle_seconds = 150",
    ),
    "warning_seconds": Entry(
        "Seconds from that question, from 20 to 120, until the screen clears itself.",
        "it is 20",
        "warning_seconds = 20",
    ),
    "panic_keys": Entry(
        "More keys that clear the screen like Escape, such as the one that a USB panic button "
        "sends. Names: f1 to f12, insert, menu, pause, printscreen, or one character. A character "
        "can no longer be typed into the search box, so choose one that nobody types.",
        "there is Escape alone",
        'panic_keys = ["f12", "pause"]',
        is_live=False,
    ),
    "theme": Entry(
        "How the screen looks until a visitor chooses otherwise: light, dark, contrast (as clear "
        "as can be) or console (16 colours). A terminal with few colours always has the last.",
        "it is light",
        'theme = "dark"',
    ),
    "languages": Entry(
        "The languages that visitors can choose on the start page, by their folders in the words. "
        "A visit begins with the first.",
        "there is English alone, and no choice is shown",
        'languages = ["en", "cy"]',
    ),
    "drafts": Entry(
        "Whether languages are offered, too, that nobody has reviewed.",
        "they are not",
        "drafts = true",
    ),
    "counts": Entry(
        "Whether the kiosk may count how often each topic is opened on a day. Each visitor is "
        "asked, and no answer means no: see forms.md.",
        "nothing is counted",
        "counts = true",
    ),
    "keep_settings": Entry(
        "Whether the next visit may begin with a visitor's colours, spacing and language. Each "
        "visitor is asked, and no answer means no.",
        "each visit begins afresh",
        "keep_settings = true",
    ),
    "feedback_words": Entry(
        "Whether feedback may hold words beside the number, where forms are offered.",
        "it may",
        "feedback_words = false",
    ),
    "mailing_list": Entry(
        "Whether adults can ask for news by email, where forms are offered.",
        "they can",
        "mailing_list = false",
    ),
    "staff_passphrase_hash": Entry(
        "What the staff's passphrase is compared with, as `kiosk passphrase` prints it. With it, "
        "F10 pressed three times on the first page asks for the passphrase: see staff.md.",
        "there is no staff page, and the key does nothing",
        "staff_passphrase_hash = "
        '"$argon2id$v=19$m=32768,t=4,p=1$c2FsdHNhbHRzYWx0c2FsdA$'
        'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"',
        is_live=False,
    ),
    "reading_aloud": Entry(
        "Whether visitors can have a page read aloud with the key r. Switch it on only where they "
        "listen with headphones; the machine needs espeak-ng: see staff.md.",
        "nothing is read aloud",
        "reading_aloud = true",
    ),
    "data": Entry(
        "A folder in which the kiosk may keep things, such as the last accepted words, and the "
        "forms and counts of visitors. It is made where it is not there. A relative path starts "
        "at the settings file.",
        "it is /var/lib/kiosk; no words are kept there unless it exists",
        'data = "/var/lib/kiosk"',
        is_live=False,
    ),
    "log": Entry(
        "A file for the log: one JSON object a line, in at most two files of 500 KB. It holds "
        "starts, ends and faults; never a key, a page, or when somebody came and left.",
        "the log is in the journal where systemd has started the kiosk, else nowhere",
        'log = "/var/log/kiosk.log"',
        is_live=False,
    ),
    "opening_hours": Entry(
        "The library's opening hours, on the first page. A day left out is closed.",
        "they are not shown",
        "[opening_hours]\n"
        + "\n".join(f'{day} = "9:00 - 17:30"' for day in WEEKDAYS[:6])
        + '\nsunday = "closed"',
    ),
    "local_police": Entry(
        'Your police force, and where people report to it. It stands under "Near here" on the '
        "page of people to talk to. Keys: name, checked (the day on which you made sure), and at "
        "least one of number, text and address (without https://). If you like: for, note, hours.",
        "it is not shown",
        "[local_police]\n"
        'name = "Ashby Police"\n'
        'address = "www.ashby.police.example/report"\n'
        "checked = 2026-11-22",
    ),
    "childrens_services": Entry(
        "Your council's children's services, with the same keys. Write hours only where they are "
        'confirmed: "always", or days as in opening_hours.',
        "they are not shown",
        "[childrens_services]\n"
        'name = "Ashby Children\'s Services"\n'
        'number = "01234 567890"\n'
        "checked = 2026-11-22\n"
        'hours = {monday = "9:00 - 17:00", friday = "9:00 - 16:30"}',
    ),
    "helplines": Entry(
        "More people to talk to near here, one [[helplines]] for each. The same keys, and for: who "
        "it is for, in a short phrase.",
        "there are none",
        "[[helplines]]\n"
        'name = "Ashby Youth Advice"\n'
        'number = "01234 567891"\n'
        'for = "anyone under 25 in Ashby"\n'
        'note = "They can meet you at the library."\n'
        "checked = 2026-11-22",
    ),
    "forms": Entry(
        "The public key that forms are sealed with, as `kiosk keys new` prints it: see forms.md.",
        "visitors are offered no forms",
        '[forms]\npublic_key = "kiosk-public:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="',
    ),
    "hub": Entry(
        "The PostgreSQL server to which `kiosk sync` delivers forms and counts: see forms.md.",
        "nothing is delivered",
        '[hub]\nurl = "postgresql://kiosk@hub.example.org/kiosk"',
    ),
}
"""Every setting, tables last, as TOML wants them."""


def example() -> str:
    """A settings file with every setting, commented out, and what each is for."""
    head = (
        "# Settings of the advice kiosk. Every one may be left out: take away the '# ' to use it.\n"
    )
    return head + "".join(f"\n{_commented(entry)}" for entry in REFERENCE.values())


def markdown() -> str:
    """A section of `docs/settings.md` for each setting."""
    return "\n".join(_section(name, entry) for name, entry in REFERENCE.items())


def _commented(entry: Entry) -> str:
    from textwrap import wrap

    words = f"{entry.meaning} If left out, {entry.without}."
    if not entry.is_live:
        words += " Start the kiosk again after a change."
    lines = [f"## {line}" for line in wrap(words, 90)]
    return "\n".join([*lines, *(f"# {line}" for line in entry.example.split("\n"))]) + "\n"


def _section(name: str, entry: Entry) -> str:
    when = "at the next visitor" if entry.is_live else "when the kiosk is started again"
    return (
        f"## `{name}`\n\n{entry.meaning}\n"
        f"If left out, {entry.without}. A change is seen {when}.\n\n"
        f"```toml\n{entry.example}\n```\n"
    )
