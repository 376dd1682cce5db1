"""The files of one language, each taken apart into its YAML, its Markdown, or its Fluent.

The strict loading makes pages and forgets lines. The checks of wording need both, so this reads
the same files once more, and leaves out what cannot be read: the loading has reported that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from kiosk.content.faults import FaultList
from kiosk.content.layers import Layers
from kiosk.content.records import compose
from kiosk.content.topic_file import FRONT_MATTER
from kiosk.content.walk import WORDS, files_in
from kiosk.plain_file import read_text

_NOT_SHOWN = frozenset({"asked.yaml", "meanings.yaml", "words-not-to-use.yaml"})
"""Files of words that are typed or forbidden."""


@dataclass(frozen=True)
class Document:
    """A file that was read."""

    path: str
    """What findings call the file."""
    node: yaml.Node | None = None
    """Its YAML: all of it, or what stands above the Markdown."""
    yaml_text: str = ""
    """The YAML as it is written, from the file's first line on."""
    text: str = ""
    """Its Markdown or Fluent."""
    text_line: int = 1
    """The line at which that begins."""

    @property
    def is_fluent(self) -> bool:
        """Whether the text is a catalogue of the interface's words."""
        return self.path.endswith(".ftl")

    @property
    def is_draft(self) -> bool:
        """Whether no visitor sees the page."""
        return any(value.value == "true" for value in values_in(self.node, "draft"))

    def mappings(self) -> Iterator[tuple[int, dict[str, yaml.Node]]]:
        """Every mapping in the YAML, with the line at which it begins."""
        rest = [self.node] if self.node else []  # no recursion, however deep the file goes
        while rest:
            node = rest.pop()
            if isinstance(node, yaml.MappingNode):
                yield self.line_of(node), {str(key.value): value for key, value in node.value}
                rest += [value for _, value in reversed(node.value)]
            elif isinstance(node, yaml.SequenceNode):
                rest += reversed(node.value)

    def line_of(self, node: yaml.Node) -> int:
        """The line of the file at which a node begins, counted from 1."""
        return int(node.start_mark.line) + 1


def values_in(node: yaml.Node | None, key: str) -> list[yaml.Node]:
    """What stands under a key of some YAML; nothing where there are no keys, or not that one."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return [value for name, value in pairs if name.value == key]


def files_of(layers: Layers, language: str) -> list[Path]:
    """The files of one language whose words are shown."""
    return [
        path
        for layer in layers.layers
        for path in files_in(layer.folder / language, lambda _: None)
        if path.suffix in WORDS and path.name not in _NOT_SHOWN
    ]


def read_document(path: Path, name: str) -> Document:
    """Read one file of words; what cannot be read is left out.

    Args:
        path: The file.
        name: What findings call it.
    """
    try:
        text = read_text(path) + "\n"
    except (OSError, UnicodeDecodeError):
        return Document(name)
    if path.suffix == ".ftl":
        return Document(name, text=text)
    if path.suffix == ".yaml":
        return Document(name, compose(text, FaultList(name)), yaml_text=text)
    matter = FRONT_MATTER.match(text)
    if matter is None:
        return Document(name)
    front = f"\n{matter[1]}"  # below the line that opens it
    text_line = matter[0].count("\n") + 1
    return Document(name, compose(front, FaultList(name)), front, text[matter.end() :], text_line)
