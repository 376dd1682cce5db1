"""The engines that are compared: each from words to a function that searches them."""

import re
import sqlite3
from collections.abc import Callable

import rapidfuzz
import tantivy

from kiosk.content.blocks import Place, text_of
from kiosk.content.folding import folded_words, stem
from kiosk.content.model import Content, Topic
from kiosk.content.search import SearchIndex
from kiosk.pages.edition import make_edition
from kiosk.pages.here import PAPER
from kiosk.pages.search_page import search_view
from kiosk.pages.typesetting import typeset
from kiosk.settings import Settings
from tests.search.queries import searcher

Search = Callable[[str], list[str]]
"""From what was typed to topics' ids, best first."""

_MOST = 8
_WORD = re.compile(r"[^\W_]+")
_WEIGHTS = {"title": 6.0, "keywords": 5.0, "summary": 2.0, "text": 1.0}


def fields_of(topic: Topic) -> dict[str, str]:
    """A topic's words by field."""
    return {
        "title": topic.title,
        "keywords": "\n".join(topic.keywords),
        "summary": topic.summary,
        "text": "\n".join(map(text_of, topic.blocks)),
    }


def kiosk(content: Content) -> Search:
    """The kiosk's own index."""
    return searcher(content)


def kiosk_page(content: Content) -> Search:
    """The kiosk's own index, and the page of what it found set in lines: all that a key costs."""
    edition = make_edition(content, Settings())

    def search(query: str) -> list[str]:
        page = typeset(search_view(edition, PAPER, query).blocks, 72, numbered=False)
        return [spot.leads_to.name for spot in page.spots if isinstance(spot.leads_to, Place)]

    return search


def words(content: Content) -> Search:
    """Whole words and beginnings of words, weighted by field: what the kiosk had at first."""
    entries = [
        (topic.id, [(weight, set(folded_words(text))) for weight, text in _weighed(topic)])
        for topic in content.topics.values()
    ]

    def match(word: str, terms: set[str]) -> float:
        if word in terms:
            return 1.0
        return 0.6 if len(word) > 1 and any(term.startswith(word) for term in terms) else 0.0

    def search(query: str) -> list[str]:
        typed = folded_words(query)
        scores = {
            name: sum(max(weight * match(word, terms) for weight, terms in parts) for word in typed)
            for name, parts in entries
        }
        return _best(scores)

    return search


def fts5(content: Content, tokenizer: str = "porter unicode61") -> Search:
    """SQLite FTS5: stemmed words, the last one as a beginning, ranked by its bm25."""
    base = sqlite3.connect(":memory:")
    base.execute(
        "CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, title, keywords, summary, text,"
        f" tokenize='{tokenizer}', prefix='2 3')"
    )
    rows = ((topic.id, *fields_of(topic).values()) for topic in content.topics.values())
    base.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?)", rows)
    base.execute("INSERT INTO t(t) VALUES ('optimize')")

    def search(query: str) -> list[str]:
        typed = _WORD.findall(query.replace("'", ""))
        if not typed:
            return []
        if tokenizer == "trigram":
            typed = [word[at : at + 3] for word in typed for at in range(max(len(word) - 2, 0))]
            match = " OR ".join(f'"{part}"' for part in typed) or '"   "'
        else:
            match = " OR ".join(f'"{word}"' for word in typed) + " *"
        weights = "0, 6, 5, 2, 1"
        found = base.execute(
            f"SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t, {weights}) LIMIT {_MOST}", (match,)
        )
        return [row[0] for row in found]

    return search


def fts5_trigram(content: Content) -> Search:
    """SQLite FTS5 over each three letters, which forgives some misspelling."""
    return fts5(content, "trigram")


def fuzzy(content: Content) -> Search:
    """RapidFuzz: the query against each title, summary and keyword, the nearest wins."""
    lines: list[str] = []
    names: list[str] = []
    for topic in content.topics.values():
        for line in (topic.title, topic.summary, *topic.keywords):
            lines.append(" ".join(folded_words(line)))
            names.append(topic.id)

    def search(query: str) -> list[str]:
        found = rapidfuzz.process.extract(
            " ".join(folded_words(query)), lines, scorer=rapidfuzz.fuzz.WRatio, limit=60
        )
        return list(dict.fromkeys(names[at] for _, _, at in found))[:_MOST]

    return search


def tantivy_fuzzy(content: Content) -> Search:
    """Tantivy: stemmed words or words one letter away, the last one as a beginning."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in _WEIGHTS:
        builder.add_text_field(name, tokenizer_name="en_stem")
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(heap_size=50_000_000, num_threads=1)
    for topic in content.topics.values():
        writer.add_document(tantivy.Document(id=topic.id, **fields_of(topic)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    any_of = tantivy.Occur.Should

    def search(query: str) -> list[str]:
        typed = folded_words(query)
        parts = []
        for at, word in enumerate(typed):
            for name, weight in _WEIGHTS.items():
                exact = tantivy.Query.term_query(schema, name, stem(word))
                parts.append((any_of, tantivy.Query.boost_query(exact, weight)))
                if len(word) > 3 or at == len(typed) - 1:
                    near = tantivy.Query.fuzzy_term_query(
                        schema,
                        name,
                        word,
                        distance=1 if len(word) > 3 else 0,
                        prefix=at == len(typed) - 1,
                    )
                    parts.append((any_of, tantivy.Query.boost_query(near, weight / 4)))
        if not parts:
            return []
        found = searcher.search(tantivy.Query.boolean_query(parts), _MOST)
        return [searcher.doc(address)["id"][0] for _, address in found.hits]

    return search


def fts5_with_meanings(content: Content) -> Search:
    """FTS5 to rank, with the kiosk's own reading of the query: corrected words and meanings."""
    index = SearchIndex(content)  # its vocabulary and meanings; its postings stay unused
    base = sqlite3.connect(":memory:")
    base.execute(
        'CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, head, body, tokenize="unicode61'
        " tokenchars '@-'\", detail=full)"
    )
    for topic in content.topics.values():
        texts = fields_of(topic)
        body = texts.pop("text")
        head = " ".join(
            " ".join(stems) + " " + " ".join(_key(f"@{name}") for name, _, _ in meant)
            for stems in (
                [stem(word) for word in folded_words(line)]
                for text in texts.values()
                for line in text.split("\n")
            )
            for meant in [list(index._meanings.found_in(stems))]
        )
        row = (topic.id, head, " ".join(stem(word) for word in folded_words(body)))
        base.execute("INSERT INTO t VALUES (?, ?, ?)", row)
    base.execute("INSERT INTO t(t) VALUES ('optimize')")

    def search(query: str) -> list[str]:
        groups = index._parser.parse(query).terms
        terms = dict.fromkeys(_key(term) for group in groups for term, _ in group)
        if not terms:
            return []
        match = " OR ".join(f'"{term}"' for term in terms)
        sql = f"SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, 4, 1) LIMIT {_MOST}"
        return [row[0] for row in base.execute(sql, (match,))]

    return search


def _key(name: str) -> str:
    """A meaning's name as one token; words in order stay a phrase."""
    return name.replace(" ", "-") if name.startswith("@") else name


def _weighed(topic: Topic) -> list[tuple[float, str]]:
    texts = fields_of(topic)
    return [(weight, texts[name]) for name, weight in _WEIGHTS.items()]


def _best(scores: dict[str, float]) -> list[str]:
    found = sorted((name for name in scores if scores[name] > 0), key=lambda name: -scores[name])
    return found[:_MOST]


ENGINES: dict[str, Callable[[Content], Search]] = {
    "words and beginnings": words,
    "SQLite FTS5, porter": fts5,
    "SQLite FTS5, trigram": fts5_trigram,
    "RapidFuzz WRatio": fuzzy,
    "Tantivy, fuzzy": tantivy_fuzzy,
    "FTS5 with meanings": fts5_with_meanings,
    "the kiosk's": kiosk,
    "the kiosk's, and page": kiosk_page,
}
