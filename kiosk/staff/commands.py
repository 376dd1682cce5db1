"""The commands that look after the machine: parses arguments, and calls one function each."""

import click

from kiosk.exits import FAULT


@click.command()
@click.option("--keys", is_flag=True, help="Also ask for keys, one after the other.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for monitoring.")
@click.pass_obj
def doctor(settings_path: str, *, keys: bool, as_json: bool) -> int:
    """Test this machine, with a tick or a remedy for each thing that matters.

    The exit code is 0 where all is well, 1 where there is advice and the kiosk works, and 2
    where something has to be mended.
    """
    from kiosk.staff.doctor.examine import examine
    from kiosk.staff.typed import with_sudo

    if with_sudo(settings_path):
        return FAULT
    return examine(settings_path, ask_for_keys=keys, as_json=as_json)


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


MACHINE_COMMANDS = (doctor, passphrase)
"""What the `kiosk` command gets from here."""
