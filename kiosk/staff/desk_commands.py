"""The commands for what visitors leave behind: keys, sync, hub, inbox and figures."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.desk.trouble import DeskError, Reason
from kiosk.exits import FAULT
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.staff.typed import tell_sudo

if TYPE_CHECKING:
    from kiosk.desk.hub import Hub
    from kiosk.desk.outbox import Outbox

_FROM = click.option(
    "--from",
    "place",
    metavar="PLACE",
    help="A hub's address, or an outbox file. Without it: the settings' hub, or this kiosk's file.",
)


@click.group()
def keys() -> None:
    """The keys that seal and open what visitors send."""


@keys.command()
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
def new(out: Path) -> None:
    """Make a pair: print the public key, and write the private key into a new file OUT."""
    from kiosk.staff.keys import make_keys

    with _errors_reported():
        click.echo(make_keys(out), nl=False)


@click.group()
def hub() -> None:
    """The PostgreSQL server that gathers what many kiosks hold."""


@hub.command()
@click.pass_obj
def migrate(settings_path: str) -> None:
    """Make the hub's tables, or bring them up to date; what is in them stays."""
    with _errors_reported():
        _hub(load_settings(settings_path).hub.url).migrate()
        click.echo("The hub's tables are up to date.")


@click.command()
@click.option("--every", type=click.IntRange(1, 1440), help="Go on, with so many MINUTES between.")
@click.option("--test", is_flag=True, help="Only see whether the hub can be used as it must.")
@click.pass_obj
def sync(settings_path: str, every: int | None, *, test: bool) -> None:
    """Deliver forms and counts to the hub, and then forget the forms here.

    What cannot be delivered stays for the next time. Nothing is delivered twice.
    """
    from kiosk.desk.sync import deliver

    with _errors_reported():
        settings = load_settings(settings_path)
        hub = _hub(settings.hub.url)
        if test:
            click.echo(" ".join(filter(None, hub.test())))
        else:
            deliver(_own_file(settings), hub, every, click.echo, settings.forms.keep_days)


@click.command()
@click.option(
    "--key",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file with the private key.",
)
@click.option(
    "--sheet",
    "--csv",
    "sheet_path",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the forms instead of showing them, each kind into a new file of its own: forms.ods "
    "makes forms-feedback.ods and forms-mailing.ods. A name that ends in .csv makes CSV.",
)
@click.option(
    "--delete-after",
    type=click.IntRange(min=1),
    metavar="DAYS",
    help="Delete forms that were first opened so many days ago.",
)
@click.option("--new", "only_new", is_flag=True, help="Only forms that nobody has opened yet.")
@click.option("--delete-closed", is_flag=True, help="Delete forms of a key that is lost.")
@click.option("--export", "exported", metavar="ADDRESS", help="Print all that one person has sent.")
@click.option("--erase", "erased", metavar="ADDRESS", help="Delete all that one person has sent.")
@_FROM
@click.pass_obj
def inbox(
    settings_path: str,
    /,
    key: Path,
    place: str | None,
    exported: str | None,
    erased: str | None,
    **wanted: Any,
) -> None:
    """Open what visitors have sent, on a computer of the staff."""
    from kiosk.staff.inbox import Wanted, open_inbox, private_key_in
    from kiosk.staff.person import erase_person, export_person

    def say(text: str) -> None:
        click.echo(text, nl=False)

    with _errors_reported(), _stores(settings_path, place) as stores:
        if exported:
            click.echo(export_person(stores, private_key_in(key), exported))
        elif erased:
            for line in erase_person(stores, private_key_in(key), erased):
                click.echo(line)
        else:
            if wanted["delete_closed"]:
                click.confirm(_SURE, abort=True, err=True)
            todo = Wanted(keep_days=load_settings(settings_path).forms.keep_days, **wanted)
            open_inbox(stores[0][1], key, todo, date.today(), say)


_SURE = "Nobody who has the right key can read these forms any more. Delete them?"


@click.command()
@click.option("--by", type=click.Choice(["month", "day"]), default="month", show_default=True)
@click.option("--csv", "output", flag_value="csv", help="Print CSV.")
@click.option("--json", "output", flag_value="json", help="Print JSON.")
@_FROM
@click.pass_obj
def figures(settings_path: str, by: str, output: str | None, place: str | None) -> None:
    """Show how often each topic was opened; days under 5 are shown as "under 5" only."""
    from kiosk.desk.figures import add_up, read_days
    from kiosk.staff.figures import print_csv, print_json, print_table

    with _errors_reported():
        found = add_up(read_days(_store(settings_path, place)), monthly=by == "month")
        {"csv": print_csv, "json": print_json}.get(output or "", print_table)(found)


DESK_COMMANDS = (keys, sync, inbox, figures, hub)


def _store(settings_path: str, place: str | None) -> "Hub | Outbox":
    settings = load_settings(settings_path)
    if place is None and not settings.hub.url:
        return _outbox(_own_file(settings))
    if place is None or "://" in place:
        return _hub(place or settings.hub.url)
    return _outbox(Path(place))


@contextmanager
def _stores(settings_path: str, place: str | None) -> Iterator[list[tuple[str, "Hub | Outbox"]]]:
    """Where forms are, with names: what is read by itself first, then what else this machine has.

    A file that may not be written, as on a stick with its switch on, is read from a copy.
    """
    from kiosk.staff.copied import readable

    settings = load_settings(settings_path)
    own = _own_file(settings)
    if place is None and settings.hub.url:
        files = [(str(own), _outbox(own))] if own.exists() else []
        yield [("the hub", _hub(settings.hub.url)), *files]
    elif place is not None and "://" in place:
        yield [("the hub", _hub(place))]
    else:
        path = Path(place) if place else own
        with readable(path, lambda text: click.echo(text, err=True)) as file:
            yield [(str(path), _outbox(file))]


def _own_file(settings: Settings) -> Path:
    from kiosk.desk.outbox import FILE_NAME

    return Path(settings.data) / FILE_NAME


def _outbox(path: Path) -> "Outbox":
    from kiosk.desk.outbox import Outbox
    from kiosk.staff.copied import holds_forms

    if not path.exists():
        raise DeskError(
            Reason.SETTINGS,
            f"{path} is not there. Nothing has been kept yet, or the kiosk has other settings: "
            "name them, as in `kiosk --settings kiosk.toml inbox`.",
        )
    if not holds_forms(path):
        raise DeskError(
            Reason.SETTINGS,
            f"{path} is not what a kiosk keeps forms in. If it is a copy, copy the file again.",
        )
    return Outbox(path)


def _hub(url: str) -> "Hub":
    from kiosk.desk.hub import Hub

    if not url:
        raise DeskError(
            Reason.SETTINGS, "The settings name no hub. See docs/forms.md for the lines to write."
        )
    return Hub(url)


@contextmanager
def _errors_reported() -> Iterator[None]:
    """End with a message where something cannot be done."""
    try:
        yield
    except (SettingsError, DeskError) as error:
        click.echo(str(error), err=True)
    except FileExistsError as error:
        click.echo(f"{error.filename} exists already. Name another, or move it away.", err=True)
    except OSError as error:
        click.echo(f"{error.filename}: {error.strerror}.", err=True)
    else:
        return
    context = click.get_current_context()
    tell_sudo(context.obj)
    context.exit(FAULT)
