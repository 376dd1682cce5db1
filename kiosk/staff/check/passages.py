"""Everything a folder of one language shows, each text with its file and line.

The strict loading makes pages and forgets lines. This reads the same files once more, for the
checks of wording, and leaves out what cannot be read: the loading has told of that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import yaml

from kiosk.content.clean import clean
from kiosk.content.faults import FaultList, relative_name
from kiosk.content.load import FRONT_MATTER
from kiosk.content.markdown import PARSER
from kiosk.content.model import Audience
from kiosk.content.records import compose

_NOT_SHOWN = frozenset(
    "audience audiences card checked fact first_for hours id keywords mark next order review_by "
    "reviewed seen sources take to".split()
)
"""The keys in YAML whose values no visitor reads."""
_MARKDOWN = frozenset({"also_show", "say", "steps"})
"""The keys in YAML whose values are Markdown."""
_NOT_SHOWN_FILES = frozenset({"meanings.yaml", "words-not-to-use.yaml"})
"""Files of words that are typed or forbidden, not shown."""
_EVERYBODY = frozenset(get_args(Audience))


@dataclass(frozen=True)
class Passage:
    """A text that is shown, without its marks; lines of the file stay lines."""

    path: str
    """The file, from the content folder on."""
    line: int
    """The line at which it begins, counted from 1."""
    text: str
    is_running: bool
    """Whether these are sentences, rather than a title, a label or a heading."""
    audiences: frozenset[str]
    """Who is led to it; everybody, where the file names nobody."""

    def line_at(self, offset: int) -> int:
        """The line of the file on which a character of the text stands."""
        return self.line + self.text.count("\n", 0, offset)


def files_of(folder: Path, language: str) -> list[Path]:
    """The files of one language whose words are shown."""
    return sorted(
        path
        for path in (folder / language).rglob("[!.]*")
        if path.suffix in (".md", ".yaml") and path.name not in _NOT_SHOWN_FILES and path.is_file()
    )


def passages_of(path: Path, folder: Path) -> list[Passage]:
    """The passages of one file.

    Args:
        path: A Markdown or YAML file.
        folder: The content folder.
    """
    try:
        text = path.read_text(encoding="utf-8-sig") + "\n"
    except (OSError, UnicodeDecodeError):
        return []
    name = relative_name(path, folder)
    if path.suffix == ".yaml":
        return list(_Reader(name).of_yaml(text))
    matter = FRONT_MATTER.match(text)
    if matter is None:
        return []
    reader = _Reader(name)
    first_line = matter[0].count("\n") + 1
    # The front matter first: it says whom the rest is for.
    shown = list(reader.of_yaml(matter[1], first_line=2))
    return shown + list(reader.of_markdown(text[matter.end() :], first_line))


class _Reader:
    def __init__(self, path: str) -> None:
        self._path = path
        self._audiences = _EVERYBODY

    def of_yaml(self, text: str, first_line: int = 1) -> Iterator[Passage]:
        node = compose(text, FaultList(self._path), first_line)
        if isinstance(node, yaml.MappingNode):
            audiences = [value for key, value in node.value if key.value == "for"]
            if audiences and isinstance(audiences[0], yaml.SequenceNode):
                self._audiences = frozenset(str(item.value) for item in audiences[0].value)
        if node is not None:
            yield from self._of_node(node, "", first_line)

    def of_markdown(self, text: str, first_line: int) -> Iterator[Passage]:
        """Each paragraph, item, quotation and heading as a passage of its own."""
        is_heading = False
        try:
            tokens = PARSER.parse(text)
        except RecursionError:
            return
        for token in tokens:
            if token.type in ("heading_open", "heading_close"):
                is_heading = token.type == "heading_open"
            elif token.type == "inline" and token.map:
                words = "".join(
                    "\n" if child.type == "softbreak" else child.content
                    for child in token.children or ()
                    if child.type in ("text", "softbreak")
                )
                yield self._passage(first_line + token.map[0], words, not is_heading)

    def _of_node(self, node: yaml.Node, key: str, first_line: int) -> Iterator[Passage]:
        """The texts under a node, those of keys that are not shown left out."""
        rest = [(key, node)]
        while rest:
            key, node = rest.pop()
            if isinstance(node, yaml.MappingNode):
                for key_node, value in node.value:
                    name = str(key_node.value)
                    if key == "answers":  # the label, and where it leads
                        yield self._passage(_line(key_node, first_line), name, False)
                    elif name not in _NOT_SHOWN:
                        rest.append((name, value))
            elif isinstance(node, yaml.SequenceNode):
                is_shown = key not in ("for", "")
                rest += [(key, item) for item in node.value if is_shown or _holds_more(item)]
            elif key in _MARKDOWN:
                is_block = getattr(node, "style", "") in ("|", ">")
                yield from self.of_markdown(node.value, _line(node, first_line) + is_block)
            else:
                yield self._passage(_line(node, first_line), node.value, key == "ask")

    def _passage(self, line: int, text: str, is_running: bool) -> Passage:
        return Passage(self._path, line, clean(text), is_running, self._audiences)


def _holds_more(node: yaml.Node) -> bool:
    return not isinstance(node, yaml.ScalarNode)


def _line(node: yaml.Node, first_line: int) -> int:
    return first_line + int(node.start_mark.line)
