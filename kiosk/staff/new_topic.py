"""`kiosk new topic NAME`: a file to write into, in the library's own folder of words."""

import sys
from datetime import date, timedelta
from pathlib import Path

from kiosk.content.header import LONGEST_TITLE, NAME
from kiosk.content.version import FORM
from kiosk.exits import FAULT
from kiosk.pages.plain import OTHERS
from kiosk.paths import content_folder
from kiosk.plain_file import why_not
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.staff import typed
from kiosk.system_paths import system_settings

_REVIEWED_FOR = timedelta(days=182)
_LANGUAGE = "en"
TO_REPLACE = (
    "Say in one line what this page is for.",
    "Write the advice here, in short sentences.",
)
"""The words of the template that no page may keep."""
_TOPIC = """---
draft: true              # visitors do not see this page until you take this line out
title: {title}
for: [people who work with young people]   # also: young people, parents and carers
summary: {summary}
keywords: [{title}]      # words that people really type, misspelt ones too
sources: ["local"]       # who says so: ids in sources.yaml
order: 100               # its place in the list: small numbers first
reviewed: {today}
review_by: {review_by}
next: [who-to-tell]      # other topics, for "Where to go from here"
---

{advice}

## A heading

- A list.
- [Childline](helpline:childline) prints the name and the number.
"""
_SOURCE = """# Who has said what your own pages say.
"local":
  fact: What our own pages say.
  publishers: [{library}]
  seen: {today}
  mark: C
"""


def new_topic(settings_path: str, name: str) -> int:
    """Write a draft of a topic that loads, into the uppermost folder that the settings name.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        name: The topic's id: small letters, digits and hyphens.

    Returns:
        The exit code: 2 where there is no such folder, the name will not do, or is taken.
    """
    try:
        settings = load_settings(settings_path)
        if not NAME.fullmatch(name):
            return _refuse(f"Write '{name}' with small letters and hyphens, like our-youth-club.")
        if not settings.content:
            return _refuse(
                'The settings name no folder for your own words. Write content = "words" in '
                "them: a folder 'words' beside the settings file will be made."
            )
        path = _path_in(settings, name)
        if name in OTHERS:
            return _refuse(f"'{name}' is the name of a page of the kiosk itself; take another.")
        _write(path, name, settings.name)
    except SettingsError as error:
        return _refuse(str(error))
    except FileExistsError:
        return _refuse(f"{path} is there already. Edit it, move it away, or name another.")
    except PermissionError:
        return _refuse(f"{path} cannot be written: you may not do so.")
    except OSError as error:
        return _refuse(f"{path} cannot be written. {why_not(error)}")
    if (content_folder() / _LANGUAGE / "topics" / path.name).exists():
        print(f"It will stand in the place of our page '{name}'.")
    is_named = settings_path not in ("", system_settings())
    with_settings = f"--settings {settings_path} " if is_named else ""
    print(
        f"{path}\nOpen it in a text editor. To see it as you write:\n"
        f"    {typed.command()} {with_settings}preview {path}\n"
        "Visitors see it once you take the line 'draft: true' out."
    )
    return 0


def page_of(settings_path: str, name: str) -> Path:
    """Where a page of the library's own is.

    Raises:
        SettingsError: The settings have faults.
    """
    return _path_in(load_settings(settings_path), name)


def _path_in(settings: Settings, name: str) -> Path:
    return Path(settings.content[-1]) / _LANGUAGE / "topics" / f"{name}.md"


def _write(path: Path, name: str, library: str) -> None:
    folder = path.parents[2]
    for each in (folder, folder / _LANGUAGE, path.parent):
        if not each.exists():
            each.mkdir(parents=True)
            each.chmod(0o755)  # whatever the administrator's umask: the kiosk's user reads it
    today = date.today()
    _write_once(folder / "content.yaml", f"needs: {FORM}\n")
    # As JSON, whatever the name holds is one text for YAML too.
    _write_once(folder / "sources.yaml", _SOURCE.format(library=quoted(library), today=today))
    title = name.replace("-", " ").capitalize()[:LONGEST_TITLE]
    summary, advice = TO_REPLACE
    text = _TOPIC.format(
        title=quoted(title),
        summary=summary,
        advice=advice,
        today=today,
        review_by=today + _REVIEWED_FOR,
    )
    with path.open("x", encoding="utf-8") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            path.unlink()  # half a page would be in the way of the next try
            raise
    path.chmod(0o644)


def _write_once(path: Path, text: str) -> None:
    if not path.exists():
        path.write_text(text, encoding="utf-8")
        path.chmod(0o644)


def quoted(text: str) -> str:
    """A text as YAML has it, whatever is in it."""
    import json

    return json.dumps(text, ensure_ascii=False)


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return FAULT
