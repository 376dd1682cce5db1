"""Many kiosks deliver at once to one real PostgreSQL server, which is crashed twice meanwhile.

Run: python -m tests.bench.hub [--kiosks N] [--forms N]

Each kiosk is a process with an outbox of its own. Afterwards every form is looked for at the hub:
each must be there once, and none anywhere else. The floor is one connection that inserts as many
rows of the same size into the same server, in batches of the same size, undisturbed: psycopg's
executemany, with nothing to be found out, sealed, forgotten or begun again.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
from nacl.public import PrivateKey

from kiosk.desk.forms import Feedback
from kiosk.desk.hub import Hub
from kiosk.desk.outbox import Outbox
from kiosk.desk.sealing import seal
from kiosk.desk.sync import BATCH, sync
from tests.bench.progress import announce, counted
from tests.desk.children import fork
from tests.desk.postgres import PostgresServer

_POLL_SECONDS = 0.1


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kiosks", type=int, default=200)
    parser.add_argument("--forms", type=int, default=1000)
    arguments = announce(parser)
    with tempfile.TemporaryDirectory() as folder, PostgresServer() as server:
        paths = [Path(folder) / f"{number}.sqlite" for number in range(arguments.kiosks)]
        filled = counted("outboxes filled", paths)
        sent = {number for path in filled for number in _fill(path, arguments.forms)}
        url = server.new_database()
        hub = Hub(url)
        hub.migrate()
        began = time.perf_counter()
        print(f"{len(sent)} forms are on their way")
        children = [fork(partial(_deliver, path, url)) for path in paths]
        restarts = _crash(server, url, [len(sent) // 3, 2 * len(sent) // 3])
        failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
        seconds = time.perf_counter() - began
        arrived = _arrived(hub)
        with hub.begin() as connection:
            ((in_counts,),) = connection.execute("SELECT sum(number) FROM counts").fetchall()
        floor = _floor(server.new_database(), len(sent))
    print("| delivery | forms | seconds | forms a second | to the floor |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, took in (("one connection, undisturbed", floor), ("kiosks", seconds)):
        print(
            f"| {name} | {len(sent)} | {took:.1f} | {len(sent) / took:.0f} | {took / floor:.2f}x |"
        )
    print(f"\n{arguments.kiosks} kiosks, {restarts} crashes of the server, {failed} gave up.")
    print(f"Lost: {len(sent - set(arrived))}. Twice: {len(arrived) - len(set(arrived))}.")
    print(f"Counted: {in_counts} of {arguments.kiosks}.")


def _fill(path: Path, forms: int) -> list[UUID]:
    """Make an outbox with waiting forms, and a count; their ids."""
    outbox = Outbox(path)
    key = PrivateKey.generate().public_key
    made = [Feedback(rating=4, words="It was easy to find.") for _ in range(forms)]
    rows = [(form.id, seal(form, key)) for form in made]
    with outbox.begin() as connection:
        connection.executemany("INSERT INTO forms (id, sealed) VALUES (?, ?)", rows)
    outbox.add_count("the-law", date(2026, 11, 22))
    return [form.id for form in made]


def _deliver(path: Path, url: str) -> None:
    """Be one kiosk; nothing may be left over."""
    outbox = Outbox(path)
    sync(outbox, Hub(url))
    assert outbox.count_forms() == 0


def _crash(server: PostgresServer, url: str, marks: Iterable[int]) -> int:
    """Crash the server and start it again, whenever so many forms have arrived."""
    restarts = 0
    for mark in marks:
        while _number(url) < mark:
            time.sleep(_POLL_SECONDS)
        server.restart()
        restarts += 1
        print(f"the server was crashed when {mark} forms were there")
    return restarts


def _number(url: str) -> int:
    """How many forms have arrived; 0 where the server is too busy to tell."""
    try:
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT count(*) FROM forms").fetchone()
    except psycopg.OperationalError:
        return 0
    return row[0] if row else 0


def _arrived(hub: Hub) -> list[UUID]:
    with hub.begin() as connection:
        return [number for (number,) in connection.execute("SELECT id FROM forms").fetchall()]


def _floor(url: str, number: int) -> float:
    """The seconds that one connection takes for as many rows."""
    Hub(url).migrate()
    began = time.perf_counter()
    with psycopg.connect(url, autocommit=True) as connection, connection.cursor() as cursor:
        for _ in range(number // BATCH):
            rows = [(uuid4(), os.urandom(1072)) for _ in range(BATCH)]
            with connection.transaction():
                cursor.executemany("INSERT INTO forms (id, sealed) VALUES (%s, %s)", rows)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
