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
    from kiosk.exits import FAULT

    try:
        try:
            kiosk(prog_name="kiosk")
        finally:
            sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python tries once more at its end
        print(f"kiosk: cannot print: {error.strerror}", file=sys.stderr)
        sys.exit(FAULT)


if __name__ == "__main__":
    main()
