"""The commands that look after the machine: parses arguments, and calls one function each."""

from pathlib import Path

import click


@click.command()
@click.option("--dry-run", is_flag=True, help="Print every file and command; change nothing.")
@click.option("--uninstall", is_flag=True, help="Take the kiosk away; settings and data stay.")
@click.option("--purge", is_flag=True, help="With --uninstall: settings, data and log go, too.")
@click.option("--user", is_flag=True, help="Only a menu entry for yourself, to try the kiosk.")
@click.option("--graphical", is_flag=True, help="Use cage and foot, for more colours and letters.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("/"),
    help="Change the system in this folder instead of this machine, to prepare a card.",
)
def install(
    *, dry_run: bool, uninstall: bool, purge: bool, user: bool, graphical: bool, root: Path
) -> None:
    """Put the kiosk on this machine's first screen, for good.

    It starts with the machine, in a service of its own that may do very little else. Run it
    with sudo, from where the kiosk is installed for everybody: docs/install.md says how. To run
    it again is harmless, and settings that you have edited are kept.
    """
    if purge and not uninstall:
        raise click.UsageError("--purge belongs to --uninstall.")
    if user and graphical:
        raise click.UsageError("--graphical is for the whole machine; it does not go with --user.")
    from kiosk.staff.install.run import install as run_install

    code = run_install(
        uninstall=uninstall,
        purge=purge,
        user=user,
        graphical=graphical,
        root=root,
        dry_run=dry_run,
    )
    click.get_current_context().exit(code)


@click.command()
@click.option("--keys", is_flag=True, help="Also ask for keys, one after the other.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for monitoring.")
@click.pass_obj
def doctor(settings_path: str | None, *, keys: bool, as_json: bool) -> None:
    """Test this machine, with a tick or a remedy for each thing that matters.

    The exit code is 0 where all is well, 1 where there is advice and the kiosk works, and 2
    where something has to be mended.
    """
    from kiosk.staff.doctor.examine import examine
    from kiosk.start import find_settings

    path = find_settings(settings_path)
    click.get_current_context().exit(examine(path, ask_for_keys=keys, as_json=as_json))


@click.command()
def passphrase() -> None:
    """Ask for a new passphrase of the staff, and print the line of the settings for it.

    With that line in the settings, F10 pressed three times on the kiosk's first page asks for the
    passphrase, and shows staff the state of the kiosk. The passphrase itself is kept nowhere.
    """
    from kiosk.door.passphrase import LONGEST, SHORTEST, hash_of

    typed = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True)
    if not SHORTEST <= len(typed) <= LONGEST or not typed.isprintable():
        raise click.UsageError(f"Use {SHORTEST} to {LONGEST} characters: four words, for example.")
    click.echo(f'staff_passphrase_hash = "{hash_of(typed)}"')


MACHINE_COMMANDS = (install, doctor, passphrase)
"""What the `kiosk` command gets from here."""
