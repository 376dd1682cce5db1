"""The commands: parses arguments, and calls one function each."""

from typing import Any

import click

from kiosk import __version__

_SETTINGS = click.option(
    "--settings",
    "settings_path",
    type=click.Path(dir_okay=False),
    help="The settings file. Without it: /etc/kiosk/kiosk.toml, if there is one.",
)


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="kiosk")
@_SETTINGS
@click.option(
    "--no-guard", is_flag=True, help="Run the bare app: Escape is slower, for trying only."
)
@click.pass_context
def kiosk(context: click.Context, settings_path: str | None, *, no_guard: bool) -> None:
    """Show calm advice on a public screen, and clear it at once on Escape.

    Without a command, the kiosk starts and fills the screen. Press Enter on its first page to
    begin, and Escape at any time to clear the screen. To stop the kiosk, end its process from
    another terminal:

        pkill -TERM -x kiosk
    """
    context.obj = settings_path
    if context.invoked_subcommand is None:
        from kiosk.start import start

        context.exit(start(settings_path, guarded=not no_guard))


_WIDTH = click.option("--width", default=72, show_default=True, type=click.IntRange(20, 200))


@kiosk.command()
@click.argument("topic", required=False)
@_WIDTH
@click.pass_obj
def read(settings_path: str | None, topic: str | None, width: int) -> None:
    """Print a TOPIC as plain text, for a screen reader or for paper.

    A TOPIC may also be a pathway: then all its questions and plans are printed. Without a TOPIC,
    the list of both is printed. The list of helplines is the topic "people".
    """
    from kiosk.reading import print_page
    from kiosk.start import find_settings

    context = click.get_current_context()
    context.exit(print_page(find_settings(settings_path), topic, width))


@kiosk.command()
@click.argument("words", nargs=-1, required=True)
@_WIDTH
@click.pass_obj
def search(settings_path: str | None, words: tuple[str, ...], width: int) -> None:
    """Print the topics that answer WORDS, as the search page would list them.

    Spelling need not be right, and a whole question will do. Where nothing is found, the
    helplines are printed, and the exit code is 1.
    """
    from kiosk.reading import print_hits
    from kiosk.start import find_settings

    context = click.get_current_context()
    context.exit(print_hits(find_settings(settings_path), " ".join(words), width))


@kiosk.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--public",
    multiple=True,
    metavar="URL",
    help="An address that visitors use, such as https://kiosk.example. May be repeated.",
)
@click.option("--visitors", default=60, show_default=True, type=click.IntRange(1, 1000))
@click.option("--visitors-per-address", default=30, show_default=True, type=click.IntRange(1, 1000))
@click.option("--behind-proxy", is_flag=True, help="Take a visitor's address from X-Forwarded-For.")
@click.option(
    "--neutral-address",
    default="/",
    metavar="URL",
    help="Where leaving leads, if not to the kiosk's own first page.",
)
@click.pass_obj
def serve(settings_path: str | None, /, **options: Any) -> None:  # noqa: ANN401 - ServeOptions' own
    """Serve the kiosk to browsers. It needs `pip install 'advice-kiosk[web]'`.

    It listens on this machine alone, unless told otherwise; encryption is a reverse proxy's.
    """
    from kiosk.exits import FAULT
    from kiosk.start import find_settings

    try:
        from kiosk.web.server import run_server
    except ModuleNotFoundError as error:
        click.echo(f"kiosk: {error.name} is missing: pip install 'advice-kiosk[web]'", err=True)
        click.get_current_context().exit(FAULT)
    from kiosk.web.options import ServeOptions

    context = click.get_current_context()
    context.exit(run_server(find_settings(settings_path), ServeOptions(**options)))
