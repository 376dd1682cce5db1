"""The app without the guard: for trying, for tests, and where there is no pty (Windows)."""

from kiosk.app import environment  # first, since Textual reads the environment
from kiosk.app.app import KioskApp
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings


def run_bare(settings: Settings) -> int:
    """Run the app on this terminal.

    Args:
        settings: The library's settings; the idle time is the guard's, and is not kept here.

    Returns:
        The exit code.

    Raises:
        ContentError: The words have faults.
    """
    app = KioskApp(
        load_catalogue(settings._replace(idle_seconds=0)),
        panic_keys=settings.panic_keys,
        half_blocks=environment.has_half_blocks(),
    )
    app.run()
    return app.return_code or 0
