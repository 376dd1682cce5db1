"""Starts the kiosk on a graphical screen: `python -m kiosk.staff.graphical`.

In foot, a terminal, in cage, which shows one program full screen. Both take the keyboard's layout
from variables alone, and know nothing of the file in which the machine has it.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from kiosk.staff.keyboard import Layout, read_layout

CONFIGURATION = "/etc/kiosk/foot.ini"


def layout_to_use(layout: Layout | None) -> Layout:
    """The machine's layout; the American one where that is unknown, and no key would work."""
    return Layout() if layout is None or layout.unknown() else layout


def environment(layout: Layout) -> Mapping[str, str]:
    """What cage and foot are told besides what systemd has told them."""
    # Nothing to compose: behind Compose or a dead key, foot would keep an Escape to itself.
    return {**layout.environment(), "XCOMPOSEFILE": os.devnull}


def command() -> list[str]:
    """What is started. The guard is foot's child, so that WATCHDOG_PID is not its number."""
    kiosk = [sys.executable, "-I", "-m", "kiosk"]
    foot = ["foot", f"--config={CONFIGURATION}", "--", "env", "-u", "WATCHDOG_PID", *kiosk]
    return ["cage", "-d", "--", *foot]


def main() -> None:
    """Become cage."""
    layout = read_layout()
    if layout is not None and (name := layout.unknown()):
        print(
            f"kiosk: the keyboard's layout {name!r} in /etc/default/keyboard is not known, so keys "
            "are American. Choose another: sudo dpkg-reconfigure keyboard-configuration",
            file=sys.stderr,
        )
    program, *arguments = command()
    path = Path("/usr/bin") / program
    os.execve(  # noqa: S606 - there is nothing for a shell to do
        path, [program, *arguments], {**os.environ, **environment(layout_to_use(layout))}
    )


if __name__ == "__main__":
    main()
