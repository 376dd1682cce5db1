"""Compares search engines: how often right, how large, how soon ready, how quick.

Run with:  python -m tests.bench.search [TOPICS] [--set-aside]

Accuracy is that of the shipped topics with the queries that may be looked at; with `--set-aside`,
of the others too. Memory, build time and latency are those with TOPICS generated topics (10,000),
each engine in a process of its own. A latency is one key: the list for what is typed so far.
"""

import argparse
import gc
import itertools
import random
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import msgspec

from kiosk.content.blocks import Paragraph, Span
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.paths import content_folder
from tests.bench.progress import announce
from tests.bench.search_engines import ENGINES, Search
from tests.search.queries import reach, set_aside_queries, tuned_queries

_SEED = 4
_INVENTED_WORDS = 20_000
_WORDS_A_TOPIC = 150
_KEYS = 600
"""How many keys are timed, at most."""
_PATIENCE_SECONDS = 40
"""After so long an engine has shown how slow it is."""
_SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve wi yo zu cra dre fli stro plu shen tion".split()


class Cost(msgspec.Struct, frozen=True):
    """What an engine costs."""

    build_seconds: float
    megabytes: float
    """By which the process grew."""
    median: float
    """Milliseconds from a key to the list."""
    p99: float


def generate(content: Content, number: int) -> Content:
    """The shipped words with many more topics, made of shipped words and of invented ones.

    Args:
        content: The shipped words.
        number: How many topics to add; none gives the shipped words.
    """
    chance = random.Random(_SEED)
    shipped = list(content.topics.values())
    real = [word for topic in shipped for word in " ".join(topic.keywords).split()]
    invented = ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(_INVENTED_WORDS)]
    # Word frequencies as in language: the n-th word comes up about 1/n as often as the first.
    weights = list(itertools.accumulate(1 / n for n in range(10, 10 + len(invented))))

    def some(count: int) -> str:
        drawn = chance.choices(invented, cum_weights=weights, k=count)
        return " ".join(word if chance.random() < 0.7 else chance.choice(real) for word in drawn)

    topics = dict(content.topics)
    for at in range(number):
        text = ". ".join(some(10) for _ in range(_WORDS_A_TOPIC // 10))
        topics[f"made-{at}"] = msgspec.structs.replace(
            shipped[at % len(shipped)],
            id=f"made-{at}",
            title=some(5),
            summary=some(9),
            keywords=tuple(some(chance.randint(1, 3)) for _ in range(20)),
            blocks=(Paragraph((Span(text),)),),
            easy=(),
        )
    return msgspec.structs.replace(content, topics=topics)


def cost(make: Callable[[Content], Search], content: Content) -> Cost:
    """Build an engine and type into it."""
    gc.collect()
    before, start = _resident_megabytes(), time.perf_counter()
    search = make(content)
    built = time.perf_counter() - start
    gc.collect()
    grown = _resident_megabytes() - before
    typed = [query.query[:end] for query in tuned_queries() for end in range(1, 60)]
    typed = random.Random(_SEED).sample(list(dict.fromkeys(typed)), _KEYS)
    times: list[float] = []
    for text in typed:
        if sum(times) > _PATIENCE_SECONDS * 1000:
            break
        start = time.perf_counter()
        search(text)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return Cost(built, grown, times[len(times) // 2], times[len(times) * 99 // 100])


def _resident_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topics", nargs="?", type=int, default=10_000)
    parser.add_argument("--set-aside", action="store_true")
    options = announce(parser)
    shipped = load_content(content_folder())
    many = generate(shipped, options.topics)
    sets = {"tuned": tuned_queries()}
    if options.set_aside:
        sets["set aside"] = set_aside_queries()
    heads = [f"{name}: first, in 3" for name in sets]
    print(f"{len(shipped.topics)} shipped topics, {len(many.topics)} with those generated")
    print(f"{'':22}", *(f"{head:>24}" for head in heads), "  built s     MB  median ms  p99 ms")
    for name, make in ENGINES.items():
        engine = make(shipped)
        reaches = [reach(engine, queries) for queries in sets.values()]
        with ProcessPoolExecutor(1, mp_context=get_context("fork")) as process:
            costs = process.submit(cost, make, many).result()
        columns = (f"{share.first:>17.1%}{share.in_three:>7.1%}" for share in reaches)
        print(
            f"{name:22}",
            *columns,
            f"{costs.build_seconds:9.2f} {costs.megabytes:6.1f} {costs.median:10.2f}"
            f" {costs.p99:7.2f}",
        )


if __name__ == "__main__":
    main()
