"""The layout that the machine's keyboard was given, in the file in which Debian keeps it.

The file is described in keyboard(5), and what a layout may be called in xkeyboard-config(7).
"""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

FILE = Path("/etc/default/keyboard")
SYMBOLS = Path("/usr/share/X11/xkb/symbols")
"""Where each layout has a file, and each variant a part of it."""


class Layout(NamedTuple):
    """What keys there are, and what is printed on them; American where nobody has said."""

    model: str = "pc105"
    layouts: str = "us"
    """One or more, with commas between."""
    variants: str = ""
    """As many, some of them empty."""
    options: str = ""

    def __str__(self) -> str:
        """As it is told to staff."""
        return f"{self.layouts} ({self.variants})" if self.variants.strip(",") else self.layouts

    def environment(self) -> Mapping[str, str]:
        """The variables by which libxkbcommon takes it: see xkb_context_get_default_layout."""
        return {
            "XKB_DEFAULT_MODEL": self.model,
            "XKB_DEFAULT_LAYOUT": self.layouts,
            "XKB_DEFAULT_VARIANT": self.variants,
            "XKB_DEFAULT_OPTIONS": self.options,
        }

    def unknown(self) -> str:
        """The first layout or variant that this machine does not have; nothing if it has all."""
        if not SYMBOLS.is_dir():
            return ""
        variants = self.variants.split(",")
        for number, layout in enumerate(self.layouts.split(",")):
            file = SYMBOLS / layout
            if not re.fullmatch(r"\w+", layout) or not file.is_file():
                return layout
            variant = variants[number] if number < len(variants) else ""
            if variant and f'"{variant}"' not in file.read_text(encoding="utf-8", errors="ignore"):
                return f"{layout} ({variant})"
        return ""


def read_layout() -> Layout | None:
    """Read the machine's layout; None where there is no such file, or none is named in it."""
    try:
        lines = FILE.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return None
    said = {name: value for name, value in map(_assignment, lines) if value}
    if "XKBLAYOUT" not in said:
        return None
    return Layout(
        said.get("XKBMODEL", Layout().model),
        said["XKBLAYOUT"],
        said.get("XKBVARIANT", ""),
        said.get("XKBOPTIONS", ""),
    )


def _assignment(line: str) -> tuple[str, str]:
    """A line's name and value, as a shell would take it; nothing where it is none."""
    try:
        words = shlex.split(line, comments=True)
    except ValueError:  # a quotation mark that is never closed
        return "", ""
    name, _, value = words[0].partition("=") if len(words) == 1 else ("", "", "")
    return name, value
