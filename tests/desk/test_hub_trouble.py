"""A hub that cannot be used: told at once and as what it is, by a real PostgreSQL server."""

from pathlib import Path

import psycopg
import pytest

from kiosk.desk.desk import Desk
from kiosk.desk.hub import Hub
from kiosk.desk.hub_trouble import why_not_reached
from kiosk.desk.sync import sync
from kiosk.desk.trouble import DeskError, Reason
from tests.command import run
from tests.desk.conftest import forms_in, outbox_in
from tests.desk.postgres import PostgresServer
from tests.desk.test_sync import submit


def trouble(url: str) -> DeskError:
    """What is raised where a hub is tested and cannot be used."""
    with pytest.raises(DeskError) as raised:
        Hub(url).test()
    return raised.value


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("kiosk@", "nobody-here@"), "no such user"),
        (("/hub", "/none"), "no such database"),
        (("sslmode=disable", "sslmode=verify-full&sslrootcert=/none.pem"), "cannot be trusted"),
    ],
)
def test_what_the_settings_get_wrong_is_told_at_once(
    server: PostgresServer, url: str, change: tuple[str, str], told: str, desk: Desk, folder: Path
) -> None:
    """Without a second try; a form stays where it is."""
    name = url.partition("?")[0].rpartition("/")[2]
    old, new = change
    wrong = url.replace(f"/{name}", new) if old == "/hub" else url.replace(old, new)
    assert wrong != url
    error = trouble(wrong)
    assert error.reason is Reason.SETTINGS
    assert told in str(error)
    submit(desk, 1)
    waits: list[float] = []
    with pytest.raises(DeskError):
        sync(outbox_in(folder), Hub(wrong), waits.append)
    assert waits == []
    assert len(forms_in(outbox_in(folder))) == 1
    assert server.port  # the server itself is well


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ('FATAL: password authentication failed for user "kiosk"', Reason.SETTINGS),
        ("fe_sendauth: no password supplied", Reason.SETTINGS),
        ('WARNING: password file "/x" has group or world access', Reason.SETTINGS),
        ("FATAL: no pg_hba.conf entry for host", Reason.SETTINGS),
        ('server certificate for "a" does not match host name "b"', Reason.SETTINGS),
        ("SSL error: certificate verify failed", Reason.SETTINGS),
        ("FATAL: Passwort-Authentifizierung fehlgeschlagen", Reason.SETTINGS),
        ("FATAL: the database system is starting up", Reason.UNREACHED),
        ("FATAL: sorry, too many clients already", Reason.UNREACHED),
        ("FATAL: the database system is not yet accepting connections", Reason.UNREACHED),
        ("FATAL: terminating connection due to administrator command", Reason.UNREACHED),
        ("connection refused", Reason.UNREACHED),
        ("timeout expired", Reason.UNREACHED),
        ("SSL SYSCALL error: EOF detected", Reason.UNREACHED),
        ("SSL connection has been closed unexpectedly", Reason.UNREACHED),
    ],
)
def test_only_what_passes_by_itself_is_tried_again(said: str, reason: Reason) -> None:
    """Each message of libpq and the server; those in another language count by their FATAL."""
    error = why_not_reached(psycopg.OperationalError(said))
    assert error.reason is reason
    assert said in str(error)


@pytest.mark.parametrize("mode", ["require", "prefer", "allow", "verify-ca"])
def test_a_line_that_may_lead_to_somebody_else_is_refused(mode: str) -> None:
    """Only verify-full proves who answers, and only disable says plainly that nobody does."""
    with pytest.raises(DeskError, match="pass itself off") as raised:
        Hub(f"postgresql://kiosk@127.0.0.1:1/none?sslmode={mode}")
    assert raised.value.reason is Reason.SETTINGS


def test_a_hub_is_tested_without_anything_to_deliver(tmp_path: Path, hub: Hub, url: str) -> None:
    """`kiosk sync --test` says who may do what where; a missing right is named."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'data = "data"\n[hub]\nurl = "{url}"\n')
    done = run("--settings", settings, "sync", "--test")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("The hub answers: kiosk may add forms and counts to ")
    assert not (tmp_path / "data").exists()
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute("CREATE ROLE reader LOGIN; GRANT SELECT ON alembic_version TO reader")
        try:
            error = trouble(url.replace("kiosk@", "reader@"))
        finally:
            owner.execute("DROP OWNED BY reader; DROP ROLE reader")
    assert "reader may not INSERT (id, sealed) ON forms, EXECUTE ON FUNCTION put_count" in str(
        error
    )
    assert hub is not None


def test_no_secret_is_printed_with_the_settings(tmp_path: Path) -> None:
    """Neither the hub's password, however it is written, nor the hash of the staff's passphrase."""
    settings = tmp_path / "kiosk.toml"
    digest = "$argon2id$v=19$m=32768,t=4,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "A" * 43
    settings.write_text(
        f'staff_passphrase_hash = "{digest}"\n'
        '[hub]\nurl = "postgresql://kiosk:hush@hush@host/db?password=quiet&sslmode=disable"\n'
    )
    shown = run("--settings", settings, "settings").stdout
    assert 'url = "postgresql://kiosk:***@host/db?password=***&sslmode=disable"' in shown
    assert not any(secret in shown for secret in ("hush", "quiet", "c2FsdHN", "A" * 43))


@pytest.mark.parametrize("scheme", ["postgres", "postgresql+psycopg", "mysql"])
def test_an_address_is_never_taken_for_a_file(scheme: str) -> None:
    """Whatever its scheme is, what stands after --from and holds :// is a hub's."""
    told = run("figures", "--from", f"{scheme}://kiosk@127.0.0.1:1/none").stderr
    assert "hub" in told.casefold()
    assert "is not there" not in told
