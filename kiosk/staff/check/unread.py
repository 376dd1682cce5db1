"""Files that nothing reads, with what they were likely meant to be; and folders without any."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from kiosk.content.faults import Fault
from kiosk.content.layers import Layer, Layers
from kiosk.content.walk import WORDS, files_in, troubles_in
from kiosk.plain_file import why_not
from kiosk.staff.check.report import Rule, WordsFinding
from kiosk.staff.findings import Severity

_OF_ALL = ("content.yaml", "sources.yaml")
"""The files that stand beside the folders of languages."""
_OF_A_LANGUAGE = tuple(
    "asked.yaml danger.yaml helplines.yaml interface.ftl language.yaml meanings.yaml quiz.yaml "
    "start.yaml travels.yaml words-not-to-use.yaml".split()
)
_PAGES = {"topics": ".md", "pathways": ".yaml", "sequences": ".yaml"}
"""The folders of a language, and how names in them end."""
_LIKE_WORDS = frozenset({".md", ".markdown", ".txt", ".yaml", ".yml", ".ftl", ".docx", ".odt"})
_BESIDE = frozenset({"license.md", "readme.md", "readme.txt", "license"})
"""What people put beside their words, and mean for nobody else."""


def files_unread(layers: Layers) -> Iterator[WordsFinding]:
    """The files that look like words, and that no visitor will ever see."""
    for layer in layers.layers:
        for path in files_in(layer.folder, lambda _: None):
            place = PurePosixPath(path.relative_to(layer.folder))
            if place.name.lower() in _BESIDE and len(place.parts) == 1:
                continue
            is_in_vain = len(place.parts) > 1 and not _is_language(layers, place.parts[0])
            if path.suffix.lower() in _LIKE_WORDS and (is_in_vain or not _is_read(place)):
                yield _unread(layer, path, place)


def folders_emptied(layers: Layers) -> Iterator[WordsFinding]:
    """Folders that are laid over the shipped one, and have no words: a disk may be away."""
    for layer in layers.layers[1:]:
        troubles: list[OSError] = []  # which are told as what they are
        found = any(path.suffix in WORDS for path in files_in(layer.folder, troubles.append))
        if not found and not troubles:
            yield WordsFinding(
                path=layer.name,
                line=0,
                severity=Severity.WARNING,
                rule=Rule.UNREAD,
                what="There are no words in this folder.",
                instead="If a disk or a share is away, bring it back. Else begin a page with "
                "'kiosk new topic NAME', or take the folder out of 'content' in the settings.",
            )


def files_unreadable(layers: Layers) -> Iterator[Fault]:
    """What stands in the way of the kiosk's copy, wherever it is: a right, or a link to nothing."""
    for layer in layers.layers:
        for error in troubles_in(layer.folder):
            place = PurePosixPath(error.filename).relative_to(layer.folder)
            yield Fault(f"{layer.name}{place}", 0, why_not(error))


def _is_read(place: PurePosixPath) -> bool:
    match place.parts:
        case (name,):
            return name in _OF_ALL
        case (_, name):
            return name in _OF_A_LANGUAGE
        case (_, folder, _):
            # A wrong ending there is a fault that the loading tells.
            return folder in _PAGES
    return False


def _is_language(layers: Layers, folder: str) -> bool:
    """Whether a folder beside English has what makes it one of a language."""
    return folder == "en" or layers.has(f"{folder}/language.yaml")


def _unread(layer: Layer, path: Path, place: PurePosixPath) -> WordsFinding:
    return WordsFinding(
        path=layer.name + place.as_posix(),
        line=0,
        severity=Severity.ERROR,
        rule=Rule.UNREAD,
        what="Nothing reads this file: visitors do not see what it says.",
        instead=_remedy(path, place),
    )


def _remedy(path: Path, place: PurePosixPath) -> str:
    folder = "/".join(place.parts[:-1])
    pages = get_close_matches(place.parent.name.lower(), _PAGES, n=1)
    if pages and path.suffix.lower() == _PAGES[pages[0]]:
        return f"Move it to 'en/{pages[0]}/{path.name}' if it is a page of yours."
    wanted = _OF_ALL if not folder else _OF_A_LANGUAGE
    if close := get_close_matches(f"{path.stem.lower()}{path.suffix.lower()}", wanted, n=1):
        return f"It is likely meant to be '{(folder and folder + '/') + close[0]}'; rename it."
    if path.suffix.lower() == ".md":
        return f"Move it to 'en/topics/{path.name}' if it is a page of yours."
    return f"A folder of words holds {', '.join(_OF_ALL)}, and folders of languages such as 'en'."
