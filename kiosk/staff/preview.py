"""`kiosk preview FILE`: a page in the terminal, printed again whenever its file is saved."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import get_terminal_size
from tempfile import TemporaryDirectory

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
        text, exit_code = _page(settings_path, path)
        print(text, end="", file=sys.stderr if exit_code else sys.stdout)
        return exit_code
    exit_code = 0
    try:
        for _ in _changes(lambda: _state(path)):
            text, exit_code = _page(settings_path, path)
            print(
                f"{_CLEAR}{text}\n-- {path.name}: shown again when saved. Ctrl+C ends.", flush=True
            )
    except KeyboardInterrupt:
        print()
    return exit_code


def _page(settings_path: str, path: Path) -> tuple[str, int]:
    """The page as text, or the faults of its file; and the exit code."""
    try:
        settings = load_settings(settings_path)
        with TemporaryDirectory(prefix="kiosk-preview-") as folder:
            copy = Path(folder, _LANGUAGE, _KINDS[path.suffix], path.name)
            copy.parent.mkdir(parents=True)
            copy.write_bytes(without_draft(read_plain(path)))
            layers: list[Path | Layer] = [*folders_of(settings), Layer(Path(folder))]
            content = load_content(layers)
        width = min(MEASURE, get_terminal_size().columns)
        catalogue = Catalogue(make_edition(content, settings))
        return page_as_text(catalogue, path.stem, width), 0
    except ContentError as error:
        inside = f"{_LANGUAGE}/{_KINDS[path.suffix]}/{path.name}"
        named = [_renamed(fault, inside, path) for fault in error.faults]
        return "\n".join([*map(str, named), ""]), FAULT
    except SettingsError as error:
        return f"{error}\n", FAULT
    except OSError as error:
        return f"{trouble_with(str(path), error)}\n", FAULT


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
