"""`kiosk preview FILE`: a page in the terminal, printed again whenever its file is saved."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import get_terminal_size
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kiosk.content.faults import ContentError, Fault, trouble_with
from kiosk.content.layers import Layer, folders_of, without_draft
from kiosk.content.load import load_content
from kiosk.exits import FAULT
from kiosk.neutral import MEASURE
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import make_edition
from kiosk.pages.plain import page_as_text
from kiosk.plain_file import read_plain
from kiosk.settings import SettingsError, load_settings
from kiosk.staff.check.check import check_page
from kiosk.staff.check.report_text import by_file

_KINDS = {".md": "topics", ".yaml": "pathways"}
_LANGUAGE = "en"
_LOOK_SECONDS = 0.3
_CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def preview(settings_path: str, file: str) -> int:
    """Show a topic's or a pathway's file as visitors would read it, or all that is wrong with it.

    On a terminal it is shown again after each change, until Ctrl+C; else it is printed once.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        file: The file, wherever it is; it need not be among the words.

    Returns:
        The exit code: 2 where it is not a page, or what was printed last had faults.
    """
    path = Path(file).absolute()
    if path.suffix not in _KINDS or not path.is_file():
        print(f"{file} is not a page: name a topic (.md) or a pathway (.yaml).", file=sys.stderr)
        return FAULT
    if not sys.stdout.isatty():
        shown = _shown(settings_path, path)
        print(shown.page, end="")
        print(shown.findings, end="", file=sys.stderr)
        return shown.exit_code
    shown = _Shown()
    try:
        for _ in _changes(lambda: _state(path)):
            shown = _shown(settings_path, path)
            told = "\n".join(filter(None, (shown.page, shown.findings)))
            print(
                f"{_CLEAR}{told}\n-- {path.name}: shown again when saved. Ctrl+C ends.", flush=True
            )
    except KeyboardInterrupt:
        print()
    return shown.exit_code


class _Shown(NamedTuple):
    """What a look at the file has shown."""

    page: str = ""
    """The page; nothing where it cannot be shown."""
    findings: str = ""
    """What keeps it from being shown, or what `kiosk check` would say of its words."""
    exit_code: int = 0


def _shown(settings_path: str, path: Path) -> _Shown:
    width = min(MEASURE, get_terminal_size().columns)
    try:
        settings = load_settings(settings_path)
        with TemporaryDirectory(prefix="kiosk-preview-") as folder:
            copy = Path(folder, _LANGUAGE, _KINDS[path.suffix], path.name)
            copy.parent.mkdir(parents=True)
            copy.write_bytes(without_draft(read_plain(path)))
            layers: list[Path | Layer] = [*folders_of(settings), Layer(Path(folder))]
            content = load_content(layers)
        found = check_page(path, layers[:-1], content)
        catalogue = Catalogue(make_edition(content, settings))
        told = [f"{line}\n" for line in by_file(found, width)]
        return _Shown(page_as_text(catalogue, path.stem, width), "".join(told))
    except ContentError as error:
        inside = f"{_LANGUAGE}/{_KINDS[path.suffix]}/{path.name}"
        named = [_renamed(fault, inside, path) for fault in error.faults]
        return _Shown("", "\n".join([*map(str, named), ""]), FAULT)
    except SettingsError as error:
        return _Shown("", f"{error}\n", FAULT)
    except OSError as error:
        return _Shown("", f"{trouble_with(str(path), error)}\n", FAULT)


def _renamed(fault: Fault, inside: str, path: Path) -> Fault:
    """A fault of the copy is one of the file."""
    return Fault(str(path), fault.line, fault.message) if fault.path == inside else fault


def _state(path: Path) -> object:
    """What changes when the file is saved, in whatever way an editor does that."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _changes(state: Callable[[], object]) -> Iterator[None]:
    """Go on at once, and whenever the state has changed. Somebody sits and watches: it may poll."""
    seen = state()
    yield
    while True:
        time.sleep(_LOOK_SECONDS)
        now = state()
        if now not in (seen, None):
            seen = now
            yield
