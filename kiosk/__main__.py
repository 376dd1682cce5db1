"""The `kiosk` command."""

import os
import sys


def main() -> None:
    """Run the command line; the kiosk itself starts past it where no more is asked for.

    The first frame must not wait for the command line's library to be imported, which would stay
    in the guard's memory, too.
    """
    from kiosk.start import start

    match sys.argv[1:]:
        case []:
            sys.exit(start())
        case ["--settings", path] if os.path.isfile(path):
            sys.exit(start(path))
    from kiosk.cli import kiosk

    kiosk(prog_name="kiosk")


if __name__ == "__main__":
    main()
