"""The commands: parses arguments, and calls one function each."""

from typing import Any, NoReturn

import click

from kiosk import __version__
from kiosk.exits import FAULT
from kiosk.neutral import MEASURE
from kiosk.paths import is_somewhere
from kiosk.staff.commands import MACHINE_COMMANDS
from kiosk.staff.desk_commands import DESK_COMMANDS
from kiosk.staff.own_user import as_own_user, as_own_user_alone
from kiosk.staff.typed import tell_sudo
from kiosk.start import find_settings, start

_SETTINGS = click.option(
    "--settings",
    "settings_path",
    type=click.Path(),
    help="The settings file. Without it: /etc/kiosk/kiosk.toml, if there is one.",
)


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="kiosk")
@_SETTINGS
@click.option(
    "--no-guard",
    is_flag=True,
    help="Run the bare app on what your files say now: Escape is slower, for trying only.",
)
@click.option(
    "--linear", is_flag=True, help="Talk a line at a time, for a screen reader or braille display."
)
@click.pass_context
def kiosk(
    context: click.Context, settings_path: str | None, *, no_guard: bool, linear: bool
) -> None:
    """Show calm advice on a public screen, and clear it at once on Escape.

    Without a command, the kiosk starts and fills the screen. Press Enter on its first page to
    begin, and Escape at any time to clear the screen. To stop the kiosk, end its process from
    another terminal:

        pkill -TERM -x kiosk
    """
    if not is_somewhere():
        click.echo("The folder you are in was taken away. Go to another one with 'cd'.", err=True)
        context.exit(FAULT)
    if context.invoked_subcommand is None:
        context.exit(start(settings_path, guarded=not no_guard, linear=linear))
    context.obj = find_settings(settings_path)


@kiosk.result_callback()
def _end(code: int | None, **_: object) -> None:
    """End with the exit code that a command has returned; one that returns none has done well."""
    context = click.get_current_context()
    if code == FAULT:
        tell_sudo(context.obj)
    context.exit(code or 0)


_WIDTH = click.option("--width", default=MEASURE, show_default=True, type=click.IntRange(20, 200))


_LANGUAGE = click.option(
    "--language", default="", metavar="CODE", help="The language, such as cy; drafts, too."
)


@kiosk.command()
@click.argument("topic", required=False)
@_WIDTH
@_LANGUAGE
@click.pass_obj
def read(settings_path: str, topic: str | None, width: int, language: str) -> int:
    """Print a TOPIC as plain text, for a screen reader or for paper.

    A TOPIC may also be a pathway: then all its questions and plans are printed. Without a TOPIC,
    the list of both is printed. The list of helplines is the topic "people".
    """
    from kiosk.reading import print_page

    return as_own_user(settings_path, lambda path: print_page(path, topic, width, language))


@kiosk.command()
@click.option("--example", is_flag=True, help="Print a settings file to begin with instead.")
@click.pass_obj
def settings(settings_path: str, *, example: bool) -> int:
    """Print every setting as it is in force, and where it was set."""
    from kiosk.settings import reference
    from kiosk.staff.settings_shown import print_settings

    if example:
        click.echo(reference.example(), nl=False)
        return 0
    return as_own_user(settings_path, print_settings)


@kiosk.group()
def new() -> None:
    """Begin a new page of your own."""


@new.command()
@click.argument("name")
@click.pass_obj
def topic(settings_path: str, name: str) -> int:
    """Write a topic to fill in, NAME.md, into the folder of your own words."""
    from kiosk.staff.new_topic import new_topic

    return new_topic(settings_path, name)


@kiosk.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.argument("name", required=False)
@click.pass_obj
def import_(settings_path: str, file: str, name: str | None) -> int:
    """Make a draft of a page from FILE, Word (.docx) or Markdown, and list what was not kept."""
    from kiosk.staff.import_page import import_page

    return import_page(settings_path, file, name)


@kiosk.command()
@click.argument("file", type=click.Path())
@click.pass_obj
def preview(settings_path: str, file: str) -> int:
    """Show a topic's or a pathway's FILE as it will be, anew whenever you save it."""
    from kiosk.staff.preview import preview as show

    return show(settings_path, file)


@kiosk.command()
@click.pass_obj
def history(settings_path: str) -> int:
    """List the last accepted words, and what was wrong with an edit that was refused."""
    from kiosk.staff.history import print_history

    return as_own_user_alone(settings_path, print_history)


@kiosk.command()
@click.argument("number", required=False, type=click.IntRange(1))
@click.pass_obj
def rollback(settings_path: str, number: int | None) -> int:
    """Show the words of an earlier NUMBER again, or those before the current ones.

    'kiosk history' lists the numbers. Your files are left as they are.
    """
    from kiosk.staff.history import roll_back

    return as_own_user_alone(settings_path, lambda path: roll_back(path, number))


@kiosk.command()
@click.argument("words", nargs=-1, required=True)
@_WIDTH
@_LANGUAGE
@click.pass_obj
def search(settings_path: str, words: tuple[str, ...], width: int, language: str) -> int:
    """Print the topics that answer WORDS, as the search page would list them.

    Spelling need not be right, and a whole question will do. Where nothing is found, the
    helplines are printed, and the exit code is 1.
    """
    from kiosk.reading import print_hits

    query = " ".join(words)
    return as_own_user(settings_path, lambda path: print_hits(path, query, width, language))


@kiosk.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path())
@click.option("--strict", is_flag=True, help="Fail on warnings, too: for the day of the launch.")
@click.option("--fix", is_flag=True, help="Mend first what has one right answer; it shows what.")
@click.option("--yes", is_flag=True, help="With --fix: do not ask.")
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the report is printed. The shape of the JSON is told in docs/checking.md.",
)
@click.pass_obj
def check(
    settings_path: str,
    folder: str | None,
    output: str,
    *,
    strict: bool,
    fix: bool,
    yes: bool,
) -> int:
    """Check the words in DIR, and list what staff must verify before launch.

    Without a DIR, the words that the settings name are checked. The report says file, line, what
    is wrong, and what to write instead.

    The exit code is 0 where the words can be shown, 1 where something must be mended (an error,
    or with --strict a warning), and 2 where DIR or the settings cannot be read.
    """
    from kiosk.staff.check.command import mend, print_check

    if fix:
        mend(settings_path, folder, lambda question: yes or click.confirm(question))
    is_json = output == "json"
    answers = as_own_user if folder else as_own_user_alone
    return answers(
        settings_path, lambda path: print_check(path, folder, as_json=is_json, strict=strict)
    )


_neutral_address = click.option(
    "--neutral-address",
    default="./",
    metavar="URL",
    help="Where leaving leads, if not to the kiosk's own first page.",
)


@kiosk.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--public",
    multiple=True,
    metavar="URL",
    help="An address that visitors use, such as https://kiosk.example. May be repeated.",
)
@click.option("--behind-proxy", is_flag=True, help="Take a visitor's address from X-Forwarded-For.")
@_neutral_address
@click.pass_obj
def serve(settings_path: str, /, **options: Any) -> int:
    """Serve the kiosk to browsers. It needs the libraries of packaging/constraints-extras.txt.

    It listens on this machine alone, unless told otherwise; encryption is a reverse proxy's.
    """
    try:
        from kiosk.web.server import run_server
    except ModuleNotFoundError as error:
        _end_without_web(error)
    from kiosk.web.server import ServeOptions

    return run_server(settings_path, ServeOptions(**options))


def _end_without_web(error: ModuleNotFoundError) -> NoReturn:
    from kiosk.paths import how_to_add_libraries

    click.echo(f"kiosk: {error.name} is missing. {how_to_add_libraries()}", err=True)
    click.get_current_context().exit(FAULT)


@kiosk.command()
@click.argument("folder", type=click.Path(file_okay=False))
@click.option(
    "--server",
    default="",
    metavar="URL",
    help="Where 'kiosk serve' takes forms and counts. Without it, none are offered.",
)
@_neutral_address
@click.pass_obj
def export(settings_path: str, folder: str, server: str, neutral_address: str) -> int:
    """Write the kiosk for browsers as plain files into FOLDER, for any web server.

    The headers that the web server must send are in docs/examples; see docs/browser.md.
    """
    try:
        from kiosk.web.export import export as write
    except ModuleNotFoundError as error:
        _end_without_web(error)
    from kiosk.web.site import Where

    where = Where(neutral_address, server)
    return write(settings_path, folder, where)


for command in (*MACHINE_COMMANDS, *DESK_COMMANDS):
    kiosk.add_command(command)
