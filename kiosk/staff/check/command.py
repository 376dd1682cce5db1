"""`kiosk check`: checks a folder, prints the report, and tells the exit code."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from kiosk.content.faults import trouble_with
from kiosk.content.layers import Layer, folders_of
from kiosk.edits.kept import is_emptied, whole_path
from kiosk.edits.vanished import EMPTIED
from kiosk.exits import CHECK_FAILED, FAULT
from kiosk.paths import content_folder
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.staff.check import report_text
from kiosk.staff.check.check import check_content
from kiosk.staff.check.fix import changes_in, write

PATIENCE = 0.8
"""Seconds for which nobody wonders what is going on."""


def print_check(settings_path: str, folder: str | None, *, as_json: bool, strict: bool) -> int:
    """Check a content folder and print what was found.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        folder: The content folder, or None for that of the settings.
        as_json: Whether the report is for a program.
        strict: Whether warnings fail the check.

    Returns:
        The exit code: 1 where something must be mended, 2 where nothing could be checked.
    """
    try:
        settings = load_settings("" if folder else settings_path)
        folders = _folders(settings, folder)
        if not folder and is_emptied(whole_path(settings_path)):
            raise SettingsError(f"{settings_path}: {EMPTIED}")
    except SettingsError as error:
        print(error, file=sys.stderr)
        return FAULT
    if fault := next(filter(None, (_not_for_words(each, folder) for each in folders)), ""):
        print(fault, file=sys.stderr)
        return FAULT
    with progress_bar() as progress:
        # Whoever has settings launches with the languages in them; a draft in another stops nobody.
        chosen = dict.fromkeys(("en", *settings.languages)) if settings_path and not folder else ()
        report = check_content(
            folders,
            date.today(),
            tuple(chosen),
            on_file=progress,
            settings=(settings_path, settings) if settings_path and not folder else None,
        )
    if as_json:
        text = report_text.as_json(report, strict=strict)
    else:
        text = report_text.as_text(report, shutil.get_terminal_size().columns, strict=strict)
    print(text, end="")
    return CHECK_FAILED if report.fails(strict=strict) else 0


def mend(settings_path: str, folder: str | None, agrees: Callable[[str], bool]) -> None:
    """Show what can be mended in the library's own files, and mend it where somebody agrees.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        folder: The content folder, or None for those of the settings.
        agrees: Asks.
    """
    try:
        content = [Path(folder)] if folder else map(Path, load_settings(settings_path).content)
    except SettingsError:
        content = []  # where the words are is known once the settings are mended
    try:
        changes = list(changes_in(content, "" if folder else settings_path))
        for change in changes:
            print(change.diff)
        if changes and agrees("Mend all of this?"):
            for change in changes:
                write(change)
    except OSError as error:
        print(trouble_with("", error), file=sys.stderr)


def _folders(settings: Settings, folder: str | None) -> list[Path]:
    """The folders to check: a whole set of words, or the shipped ones and what lies over them."""
    if folder is None:
        return folders_of(settings)
    path = Path(folder)
    is_whole = (path / "sources.yaml").exists() and (path / "en/interface.ftl").exists()
    return [path] if is_whole else [content_folder(), path]


def _not_for_words(path: Path, typed: str | None) -> str:
    """What is wrong with a folder, typed or of the settings; nothing where it can hold words."""
    layer = Layer(path)
    if not layer.is_there:
        is_mistyped = typed and not path.is_file()
        why = (
            "There is no such folder. Name the folder that holds 'en'."
            if is_mistyped
            else layer.why
        )
        return f"{path}: {why}"
    has_english, has_topics = (Layer(path / name).is_there for name in ("en", "topics"))
    if not has_english and (has_topics or path.name == "en"):
        return f"{path}: This is one language's folder. Name the folder above it: {path.parent}"
    return ""


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how much is done, of how much; take the bar off at the end.

    It stands on standard error, only for somebody who watches, and only when it takes long.
    """
    begun = time.monotonic()
    with ExitStack() as stack:
        update: Callable[[int], None] | None = None

        def tell(done: int, total: int) -> None:
            nonlocal update
            if update is None and sys.stderr.isatty() and time.monotonic() - begun > PATIENCE:
                update = _shown(stack, total)
            if update is not None:
                update(done)

        yield tell


def _shown(stack: ExitStack, total: int) -> Callable[[int], None]:
    from rich.console import Console
    from rich.progress import Progress

    bar = stack.enter_context(Progress(console=Console(stderr=True), transient=True))
    task = bar.add_task("Checking the words", total=total)
    return lambda done: bar.update(task, completed=done)
