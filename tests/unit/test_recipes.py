"""docs/architecture.md: what it says where a change goes is the whole of it, and is there."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
WORDS = ("content/en/interface.ftl", "content/cy/interface.ftl")
_ROW = re.compile(r"^\| (?P<change>[^|]+) \| (?P<files>.+) \|$", re.MULTILINE)
_NAMED = re.compile(r"`([\w*./-]+)`")
_FOLDERS = ("kiosk", "content", "styles", "docs", "packaging")
_ENDINGS = {
    ".py",
    ".js",
    ".css",
    ".html",
    ".md",
    ".yaml",
    ".ftl",
    ".tcss",
    ".toml",
    ".txt",
    ".conf",
    "",
}

EXAMPLES = {
    "a setting": r"(?<!MINUTE = )(?<!OLDEST = )\b150\b|\bdef _texts\(settings",
    "a helpline, or": r'(?<!examples=\[")\b0800 1111\b',
    "a field of a helpline": r"\.relay\b|^  relay: |\brelay: str|`relay`|^people-relay",
    "a field of a topic": r'\beasy: tuple|\.easy\b|^easy: |"easy"[,)]',
    "what people ask": r"^nothing here: \|",
    "a word by which": r"top/topping/topped|^own life: \|",
    "a kind of danger": r"^  assault:|^- means: assault$|^assault: ",
    "a colour": r"^\$heading:",
    "a role of text": r"\bcode-dark\b",
    "a theme": r'"contrast"|dark, contrast|comfort-theme-contrast|^styles.*/contrast',
    "a page": r'\babout_view\b|Place\("about"\)|^about-title',
    "a kind of block": r"\bQuote\b",
    "something to do": r"\bAgree\b(?! on)|\"agree\"",
    "which keys open": r"^LETTERS = |none of which is a command's",
    "a key": r"\bDISCREET\b|^  discreet:|^key-discreet",
    "a wish": r'\bmotion: |"motion"|\.motion\b|^comfort-motion|dataset\.spacing',
    "a question": r"^form-mailing-email|\bemail: Annotated",
    "a column": r"^_ARRIVED = |sealed, arrived\)|\barrived <=",
    "the line of the neutral page": r"^INVITATION = |^web-begin =",
    "what else the neutral page": r"\bnotices_of\(settings: |def _notices|\$notices|and a button",
    "how long no key counts": r"\b0\.4$|\"Information\"",
    "how one leaves": r"\bTAPS\b|quick taps",
    "how slow the slow breath": r"\bIN_SECONDS\b|animation: breath ",
    "which misspelt word": r"\bMOST_MEANT\b|\bCORRECTED\b|^(def|export const) sound\b",
    "how many questions": r"\bMOST_QUESTIONS = |more than five questions",
    "an event": r"\bno_visitor\b",
    "a test of the machine": r"memory\.swap\.max|\bswap\.off\b",
    "how long a title": r"^LONGEST_TITLE = |at most 45 characters",
    "a limit of the check": r"words=20\)|more than 20 words",
    "the code for a phone": r"\bcode_of\(",
    "the card that is printed": r"lpadmin -p kiosk-card|_run\(\"lp\", ",
    "a door of the start page": r"^ +to: help-not-safe$",
    "a rule of the check": r"\bUNFINISHED\b|def unfinished|`unfinished`|import .*unfinished",
    "a command": r"\bprint_history\b|^ +\.venv/bin/kiosk.* history$",
    "how the search ranks": r"\bLEAST_SHARE\b",
    "what staff see": r"\bwrong_tries\b|^staff-tries",
    "what a visitor's process may ask of the clerk": r"\bPrintNumbers\b",
    "an option of `kiosk serve`": r"\bbehind[-_]proxy\b",
    "how often a passphrase": r"\bFREE_TRIES = |three wrong",
    "how many accepted copies": r"^KEPT = |last ten states",
    "how much one visitor": r"\bFORMS_A_VISITOR = |\bAT_ONCE, PER_SECOND = ",
    "what a visitor's process may ask of the kernel": r"\bpselect6\b",
    "a form in which a terminal": r"\[11~",
    "a header": r"frame-ancestors 'none'",
    "the sizes from which": r"^_GRAND_ROWS|^SIDES = |45 and more",
    "how wide text": r"^MEASURE = |^LONGEST = 67|of 72 characters|wider than 72 cells|--frame:",
    "a library": r"\bemail[-_]validator\b",
    "a language": r'/pl/language|"pl": |"cy": "cy"',
}
"""By the beginning of each row, one thing that is there: what is said by every file that has it."""


@cache
def texts() -> dict[str, str]:
    """What could have to be changed: code, words, looks and documents, each below its name."""
    paths = [path for folder in _FOLDERS for path in (ROOT / folder).rglob("*")]
    return {
        (name := path.relative_to(ROOT).as_posix()): f"{name}\n{path.read_text(encoding='utf-8')}"
        for path in (*paths, ROOT / "pyproject.toml")
        if path.suffix in _ENDINGS and path.is_file() and path != ROOT / "docs/architecture.md"
    }


def rows() -> dict[str, list[str]]:
    """The changes of the page, and the files that it names for each."""
    table = PAGE.partition("## What to change")[2].partition("\n## ")[0]
    found = {match["change"]: match["files"] for match in _ROW.finditer(table)}
    del found["change"], found["---"]
    return {
        change: [name for name in _NAMED.findall(files) if "/" in name or name == "pyproject.toml"]
        + list(WORDS) * ("*words*" in files)
        for change, files in found.items()
    }


ROWS = rows()


@pytest.mark.parametrize("change", ROWS)
def test_a_change_touches_the_files_that_the_page_names(change: str) -> None:
    """Each file that knows the example is named, and each that is named knows it."""
    pattern = next(EXAMPLES[begins] for begins in EXAMPLES if change.startswith(begins))
    known = {name for name, text in texts().items() if re.search(pattern, text, re.MULTILINE)}
    others = ["content/*/interface.ftl"] if WORDS[0] in ROWS[change] else []
    named = [*ROWS[change], *others]
    assert [name for name in known if not any(fnmatch(name, each) for each in named)] == []
    assert [each for each in ROWS[change] if not any(fnmatch(name, each) for name in known)] == []


def test_each_example_is_of_a_change_of_the_page() -> None:
    """A row that goes takes its example with it."""
    assert [each for each in EXAMPLES if sum(row.startswith(each) for row in ROWS) != 1] == []


def test_every_file_that_the_page_names_is_there() -> None:
    """A name without its folder is that of some file."""
    paths = [f"/{name}" for folder in (*_FOLDERS, "tests") for name in _paths(folder)]
    named = [name for name in _NAMED.findall(PAGE) if Path(name).suffix in _ENDINGS - {"", ".toml"}]
    assert len(named) > 100
    assert [name for name in named if not any(fnmatch(path, f"*/{name}") for path in paths)] == []


def _paths(folder: str) -> Iterator[str]:
    for path in (ROOT / folder).rglob("*"):
        yield path.relative_to(ROOT).as_posix()
