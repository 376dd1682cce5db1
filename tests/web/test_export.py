"""`kiosk export`: the folder, and the examples of what a web server must say about its files."""

import gzip
import re
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from hashlib import sha384
from pathlib import Path

import brotli
import pytest

from kiosk.content.language import ENGLISH
from kiosk.pages.loading import load_catalogue
from kiosk.settings import THEMES, Notice, Settings
from kiosk.settings.hours import read_opening_hours
from kiosk.web.export import export
from kiosk.web.headers import headers_for
from kiosk.web.site import PAGE, Where, site_files
from tests.web.kiosk_server import ROOT

TODAY = date(2026, 11, 26)
PACKED: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.decompress, ".br": brotli.decompress}
LARGEST = 150_000
"""Bytes that a phone loads for English, in Brotli: three seconds of the slowest network."""
NASTY = "<b>&\"'</p><script>$name"
_HEADER = {
    "nginx.conf": r"^    add_header (\S+) \"(.*)\" always;$",
    "apache.conf": r"^    Header always set (\S+) \"(.*)\"$",
    "Caddyfile": r"^\t\t([A-Z]\S+) \"(.*)\"$",
}


def page_with(settings: Settings, where: Where | None = None) -> str:
    """The page as it is written for these settings."""
    return site_files(load_catalogue(settings), where or Where(), TODAY)[PAGE].decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is written without settings."""
    folder = tmp_path_factory.mktemp("folder")
    assert export("", str(folder / "made"), Where()) == 0
    return folder / "made"


def test_where_no_folder_can_be_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a sentence, with what to do."""
    (tmp_path / "file").touch()
    assert export("", str(tmp_path / "file/made"), Where()) == 2
    assert "This is a file, or a link, where a folder belongs." in capsys.readouterr().err


def test_each_file_is_packed_beside_itself(folder: Path) -> None:
    """A server may send either; together they load on a phone in a slow network."""
    files = [path for path in folder.iterdir() if path.suffix not in PACKED]
    plain = {path.name: path.read_bytes() for path in files}
    for ending, unpack in PACKED.items():
        packed = {path.name: path.with_name(path.name + ending).read_bytes() for path in files}
        assert {name: unpack(data) for name, data in packed.items()} == plain
    assert sum(map(len, packed.values())) < LARGEST
    assert len(list(folder.iterdir())) == 3 * len(files)


def test_the_page_names_every_file_with_its_hash(folder: Path) -> None:
    """A script that somebody has changed is not run, and nothing is loaded from anywhere else."""
    page = (folder / PAGE).read_text()
    named = dict(re.findall(r'href="([^"]+)" integrity="sha384-([^"]+)"', page))
    others = {path.name for path in folder.iterdir()} - {PAGE, "icon.svg"}
    assert set(named) == {name for name in others if not name.endswith(tuple(PACKED))}
    for name, hashed in named.items():
        assert b64encode(sha384((folder / name).read_bytes()).digest()).decode() == hashed
    assert set(re.findall(r'(?:src|href)="([^"]+)"', page)) - set(named) == {"icon.svg"}
    assert f'src="main.js" integrity="sha384-{named["main.js"]}"' in page
    assert not re.search(r"<style|<script>| style=| on[a-z]+=|https?:", page)


def test_nothing_of_a_library_is_more_than_text() -> None:
    """Whatever stands in the settings, the page has the elements that it has with plain words."""
    notices = (Notice("one"), Notice("two"))
    plain = page_with(Settings(notices=notices))
    nasty = page_with(Settings(name=NASTY, notices=(Notice(NASTY), *notices[1:])))
    tags = re.compile(r"</?[a-z0-9]+")
    assert tags.findall(nasty) == tags.findall(plain)
    assert nasty.count("&lt;b&gt;&amp;&quot;&#x27;&lt;/p&gt;&lt;script&gt;$name") == 2


def test_hours_and_news_are_told_for_the_days_on_which_they_hold() -> None:
    """The week always; a day that is not as the week says in the week before it; no old news."""
    hours = read_opening_hours(
        {"monday": "9:00 - 17:00", "2026-12-24": "9:00 - 12:00", "2026-11-01": "closed"}
    )
    notices = (
        Notice("always"),
        Notice("old", Notice("").days._replace(last=date(2026, 11, 25))),
        Notice("soon", Notice("").days._replace(first=date(2026, 12, 1), last=date(2026, 12, 2))),
    )
    page = page_with(Settings(opening_hours=hours, notices=notices))
    rows = re.findall(r"<tr([^>]*)><th scope=row>([^<]*)<td>([^<]*)", page)
    assert rows == [
        ("", "Monday", "9:00 - 17:00"),
        ("", "Tuesday to Sunday", "closed"),
        (
            ' data-from="2026-12-17" data-to="2026-12-24" hidden',
            "Thursday 24 December",
            "9:00 - 12:00",
        ),
    ]
    shown = re.findall(r"<p([^>]*)>(always|old|soon)", page)
    assert shown == [
        ("", "always"),
        (' data-from="2026-12-01" data-to="2026-12-02" hidden', "soon"),
    ]


def test_what_the_scripts_need_stands_on_the_body() -> None:
    """The library's settings, and where leaving and forms lead; nothing else depends on them."""
    settings = Settings(
        panic_keys=("f12",),
        theme=THEMES[2],
        idle_seconds=77,
        warning_seconds=33,
        reading_aloud=True,
    )
    page = page_with(settings, Where("https://library.example/?a&b", "https://kiosk.example"))
    body = dict(
        re.findall(r'data-([a-z-]+)="([^"]*)"', page.partition("<body")[2].partition(">")[0])
    )
    assert body.pop("lost")
    assert body == {
        "languages": ENGLISH.code,
        "theme": THEMES[2],
        "panic-keys": "f12",
        "neutral-address": "https://library.example/?a&amp;b",
        "server": "https://kiosk.example",
        "aloud": "yes",
        "idle-seconds": "77",
        "patient-seconds": "300",
        "patient-kinds": "card plan take",
        "warning-seconds": "33",
        "deaf-seconds": "0.4",
    }


def test_every_offered_language_is_there() -> None:
    """Its words and its search, and of what stands in English, too, the numbers alone."""
    files = site_files(
        load_catalogue(Settings(languages=("en", "cy"), drafts=True)), Where(), TODAY
    )
    assert {"words-en.js", "search-en.js", "words-cy.js", "search-cy.js"} <= files.keys()
    assert b'data-languages="en cy"' in files[PAGE]
    assert len(gzip.compress(files["words-cy.js"])) < 0.7 * len(gzip.compress(files["words-en.js"]))


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda path: path.write_text('nmae = "x"'), "nmae"),
        (lambda path: path.write_text('content = "nowhere"'), "nowhere"),
    ],
)
def test_a_fault_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], write: Callable[[Path], object], said: str
) -> None:
    """Staff read what to mend; the folder that is served stays as it was."""
    settings, target = tmp_path / "kiosk.toml", tmp_path / "target"
    write(settings)
    assert export(str(settings), str(target), Where()) == 2
    assert said in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("example", _HEADER)
def test_the_examples_send_every_header(example: str) -> None:
    """What `kiosk serve` would say, a web server is told to say, each once."""
    text = (ROOT / "docs/examples" / example).read_text()
    found = re.findall(_HEADER[example], text, re.MULTILINE)
    assert sorted(found) == sorted(headers_for(takes_forms=False).items())
