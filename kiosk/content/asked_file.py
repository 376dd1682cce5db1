"""The files of what people have asked: by the name of what answers it, a question a line."""

from collections import defaultdict
from collections.abc import Collection, Mapping

import yaml

from kiosk.content.asked import NOTHING_HERE
from kiosk.content.clean import clean
from kiosk.content.files import Files
from kiosk.content.records import read_mapping

FILE = "asked.yaml"


def read_asked(files: Files, known: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """The questions of a language, those of all layers together; a language may have none.

    Args:
        files: The files of the language.
        known: The names of everything that answers, and of the kinds of danger.
    """
    asked: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for reading in files.each(FILE) if files.has(FILE) else ():
        for name, line, node in read_mapping(reading.text, reading.faults) if reading.text else ():
            if not isinstance(node, yaml.ScalarNode):
                message = f"Write 'name: |' here, and below it a question a line: '{name}'."
                reading.faults.add(line, message)
            elif name in known or name == NOTHING_HERE:
                asked[name] += tuple(filter(None, map(str.strip, clean(node.value).split("\n"))))
            elif name not in files.hidden:
                message = f"No topic, pathway, helpline or danger '{name}' is there to answer this."
                reading.faults.add(line, message)
    return dict(asked)
