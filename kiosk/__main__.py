"""The `kiosk` command."""

import sys


def main() -> None:
    """Run the command line; the kiosk itself, asked for without options, starts past it.

    The first frame must not wait for the command line's library to be imported.
    """
    from kiosk.start import start

    if len(sys.argv) == 1:
        sys.exit(start())
    from kiosk.cli import kiosk

    kiosk(prog_name="kiosk")


if __name__ == "__main__":
    main()
