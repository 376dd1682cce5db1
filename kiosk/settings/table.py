"""Every setting, once: its name, type, parser with its limits, default, and words for people.

Imported before the first frame is painted, so it imports little itself.
"""

from typing import Annotated, NamedTuple

from kiosk.settings import values as read
from kiosk.settings.desk import FORMS, HUB, FormSettings, HubSettings
from kiosk.settings.hours import EXAMPLE, OpeningHours, read_opening_hours
from kiosk.settings.local import LocalHelpline, read_helplines, read_local
from kiosk.settings.notices import Notice, read_notices
from kiosk.settings.setting import Setting
from kiosk.settings.toml_tables import Parser
from kiosk.system_paths import DATA_FOLDER, data_folder

PATIENT_SECONDS = 300
"""The least of `idle_seconds` at a page that one spends more time with."""


class Settings(NamedTuple):
    """What the library's staff decide. Every value has a default that behaves well.

    A new one is a field here; whoever asks for it has its name. Tables stand last, as TOML wants.
    """

    name: Annotated[
        str,
        Setting(
            read.text,
            "The library's name, on the first page.",
            'it says "{default}"',
            'name = "Central Library"',
        ),
    ] = "Library"
    notices: Annotated[
        tuple[Notice, ...],
        Setting(
            read_notices,
            "Ordinary library news for the first page, each always or from one day to another.",
            "there is none",
            'notices = ["Story time.", {text = "Sale.", from = 2026-12-01, to = 2026-12-05}]',
        ),
    ] = ()
    content: Annotated[
        tuple[str, ...],
        Setting(
            read.folders,
            "A folder with your own words, or a list of folders. What is in it is laid over the "
            "shipped words: see words.md. A relative path starts at the settings file.",
            "visitors see the shipped words alone",
            'content = "words"',
            is_path=True,
        ),
    ] = ()
    idle_seconds: Annotated[
        int,
        Setting(
            read.Seconds(30, 3600),
            "Seconds without a key, from {least} to {most}, until it asks if anybody is there; "
            f"{PATIENT_SECONDS // 60} minutes at least at a plan, and at what can be taken along.",
            "it is {default}",
            "idle_seconds = {default}",
        ),
    ] = 150
    warning_seconds: Annotated[
        int,
        Setting(
            read.Seconds(20, 120),
            "Seconds from that question, from {least} to {most}, until the screen clears itself.",
            "it is {default}",
            "warning_seconds = {default}",
        ),
    ] = 20
    panic_keys: Annotated[
        tuple[str, ...],
        Setting(
            read.panic_keys,
            "More keys that clear the screen like Escape, such as the one that a USB panic button "
            "sends. Names: f1 to f12, insert, menu, pause, printscreen, or one character. A "
            "character can no longer be typed into the search box or open a choice, so choose one "
            "that nobody types. The plain screen gets nothing from menu and printscreen, nor do "
            "many windows from pause and printscreen: press yours with `kiosk doctor --keys`.",
            "there is Escape alone",
            'panic_keys = ["f12", "pause"]',
            is_live=False,
        ),
    ] = ()
    theme: Annotated[
        str,
        Setting(
            read.theme,
            f"How the screen looks until a visitor chooses: {', '.join(read.THEMES)}, or "
            f"{read.FEW_COLOURS} (16 colours). A terminal with few colours always has the last.",
            "it is {default}",
            'theme = "dark"',
        ),
    ] = read.THEMES[0]
    languages: Annotated[
        tuple[str, ...],
        Setting(
            read.languages,
            "The languages that visitors can choose on the start page, by their folders in the "
            "words. A visit begins with the first.",
            "there is English alone, and no choice is shown",
            'languages = ["en", "cy"]',
        ),
    ] = ("en",)
    drafts: Annotated[
        bool,
        Setting(
            read.switch,
            "Whether languages are offered, too, that nobody has reviewed.",
            "they are not",
            "drafts = true",
        ),
    ] = False
    counts: Annotated[
        bool,
        Setting(
            read.switch,
            "Whether the kiosk may count how often each topic is opened on a day. Each visitor is "
            "asked, and no answer means no: see forms.md.",
            "nothing is counted",
            "counts = true",
        ),
    ] = False
    keep_settings: Annotated[
        bool,
        Setting(
            read.switch,
            "Whether the next visit may begin with a visitor's colours, spacing and language. Each "
            "visitor is asked, and no answer means no.",
            "each visit begins afresh",
            "keep_settings = true",
        ),
    ] = False
    feedback_words: Annotated[
        bool,
        Setting(
            read.switch,
            "Whether feedback may hold words as well, where forms are offered.",
            "it may",
            "feedback_words = false",
        ),
    ] = True
    mailing_list: Annotated[
        bool,
        Setting(
            read.switch,
            "Whether adults can ask for news by email, where forms are offered.",
            "they can",
            "mailing_list = false",
        ),
    ] = True
    staff_passphrase_hash: Annotated[
        str,
        Setting(
            read.passphrase_hash,
            "What the staff's passphrase is compared with, as `kiosk passphrase` prints it. With "
            "it, F10 pressed three times on the first page asks for the passphrase: see staff.md.",
            "there is no staff page, and the key does nothing",
            "staff_passphrase_hash = "
            '"$argon2id$v=19$m=32768,t=4,p=1$c2FsdHNhbHRzYWx0c2FsdA$'
            'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"',
            is_live=False,
            is_secret=True,
        ),
    ] = ""
    reading_aloud: Annotated[
        bool,
        Setting(
            read.switch,
            "Whether visitors can have a page read aloud with the key r. Switch it on only where "
            "they listen with headphones; the machine needs espeak-ng: see staff.md.",
            "nothing is read aloud",
            "reading_aloud = true",
        ),
    ] = False
    printer: Annotated[
        str,
        Setting(
            read.printer,
            "A queue of CUPS on which visitors can print the card of numbers, and nothing else. It "
            "is the kiosk's own: what stays in it is erased. See staff.md.",
            "nothing is printed",
            'printer = "kiosk-card"',
        ),
    ] = ""
    data: Annotated[
        str,
        Setting(
            read.text,
            "A folder in which the kiosk may keep things, such as the last accepted words, and the "
            "forms and counts of visitors. It is made where it is not there. A relative path "
            "starts at the settings file.",
            f"it is {DATA_FOLDER}, the one that an installed kiosk may write to; without that "
            "folder, no words are kept",
            f'data = "{DATA_FOLDER}"',
            is_live=False,
            is_path=True,
        ),
    ] = data_folder()
    log: Annotated[
        str,
        Setting(
            read.text,
            "A file for the log: one JSON object a line, in at most two files of 500 KB. It holds "
            "starts, ends and faults; never a key, a page, or when somebody came and left.",
            "the log is in the journal where systemd has started the kiosk, else nowhere",
            'log = "/var/log/kiosk/kiosk.log"',
            is_live=False,
            is_path=True,
        ),
    ] = ""
    opening_hours: Annotated[
        OpeningHours | None,
        Setting(
            read_opening_hours,
            "The library's opening hours, on the first page. A day left out is closed. "
            'bank_holidays is "closed", or "open" as on the weekday; without it, nothing is said '
            "of today on one. A date, or two with a hyphen between them, has hours of its own; "
            "of lines that hold the same day, the upper one counts.",
            "they are not shown",
            EXAMPLE,
        ),
    ] = None
    local_police: Annotated[
        LocalHelpline | None,
        Setting(
            read_local,
            'Your police force, and where people report to it. It stands under "Near here" on the '
            "page of people to talk to. Keys: name, checked (the day on which you made sure), and "
            "at least one of number, text and address (without https://); for, note, hours.",
            "it is not shown",
            "[local_police]\n"
            'name = "Ashby Police"\n'
            'address = "www.ashby.police.example/report"\n'
            "checked = 2026-11-22",
        ),
    ] = None
    childrens_services: Annotated[
        LocalHelpline | None,
        Setting(
            read_local,
            "Your council's children's services, with the same keys. Write hours only where they "
            'are confirmed: "always", or days as in opening_hours.',
            "they are not shown",
            "[childrens_services]\n"
            'name = "Ashby Children\'s Services"\n'
            'number = "01234 567890"\n'
            "checked = 2026-11-22\n"
            'hours = {monday = "9:00 - 17:00", friday = "9:00 - 16:30"}',
        ),
    ] = None
    helplines: Annotated[
        tuple[LocalHelpline, ...],
        Setting(
            read_helplines,
            "More people to talk to near here, one [[helplines]] for each. The same keys, and for: "
            "who it is for, in a short phrase.",
            "there are none",
            "[[helplines]]\n"
            'name = "Ashby Youth Advice"\n'
            'number = "01234 567891"\n'
            'for = "anyone under 25 in Ashby"\n'
            'note = "They can meet you at the library."\n'
            "checked = 2026-11-22",
        ),
    ] = ()
    forms: Annotated[FormSettings, FORMS] = FormSettings()
    hub: Annotated[HubSettings, HUB] = HubSettings()


TABLE: dict[str, Setting] = {
    name: annotated.__metadata__[0] for name, annotated in Settings.__annotations__.items()
}
"""The settings by name, in the order of the example and the docs."""
PARSERS: dict[str, Parser] = {name: setting.read for name, setting in TABLE.items()}
