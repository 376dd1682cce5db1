"""The shipped words: complete, confirmed, kind, and short enough to be read in fear."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import kiosk
from kiosk.content.blocks import Block, Heading, Place, text_of
from kiosk.content.load import load_content
from kiosk.content.model import Content, Topic
from kiosk.content.pathway import Pathway
from kiosk.content.piece import Piece, Step
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.commands import BAR, COMMANDS
from kiosk.pages.typesetting import typeset
from kiosk.paths import content_folder

REQUIRED = """
a-picture-is-out-there about-this-kiosk i-passed-one-on if-a-young-person-tells-you
if-your-child-tells-you safer-internet-day someone-is-threatening-me someone-keeps-asking
someone-sent-me-a-picture starting-the-talk the-law what-can-happen what-counts
what-never-to-do what-not-to-do who-to-tell why-people-share
""".split()
_KEY = re.compile(r"[a-z]+(\.[a-z]+)+(?<!\.yaml)")
_LAW = re.compile(r"\b(laws?|legal|illegal|(is|be|commits?) a crime|a crime to)\b", re.IGNORECASE)


def words_of(topic: Topic) -> str:
    """Everything a topic says; its keywords are typed, not shown."""
    return "\n".join([topic.title, topic.summary, *map(text_of, topic.blocks)])


def words_of_pathway(pathway: Pathway) -> str:
    """Everything a pathway says: its questions, answers and plans."""
    said = [pathway.title, pathway.summary, *map(text_of, pathway.also_show)]
    for question in pathway.questions.values():
        said += [question.ask, *map(text_of, question.say)]
        said += [answer.label for answer in question.answers]
    for plan in pathway.plans.values():
        said += [plan.title, *map(text_of, (*plan.say, *plan.steps))]
    return "\n".join(said)


def words_of_piece(piece: Piece) -> str:
    """Everything a piece says; its drawings are seen, not read."""
    said = [piece.title, piece.summary, *map(text_of, piece.also_show)]
    for part in piece.parts.values():
        said += [part.title, *map(text_of, part.say)]
        said += part.signs.values() if isinstance(part, Step) else ()
    return "\n".join(said)


def young(content: Content) -> list[Topic]:
    """The topics that young people are led to."""
    return content.topics_for("young people")


def keys_in_code() -> Iterator[str]:
    """The keys of interface words that the code names; `{}` stands for a command's name."""
    code = Path(kiosk.__file__).parent
    rooms = ("app", "content", "linear", "pages", "web")
    for path in (path for room in rooms for path in (code / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "{}"
                    for part in node.values
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def keys_used(content: Content) -> set[str]:
    """The keys that the code asks for, each command's among them."""
    groups = {key.split(".")[0] for key in content.words}
    used: set[str] = set()
    for key in keys_in_code():
        if key == "command.{}":
            used |= {key.format(command.name) for command in BAR}
        elif key in ("key.{}", "command.{}.help"):
            used |= {key.format(command.name) for command in COMMANDS}
        elif key.split(".")[0] in groups and "{}" in key:
            asked = re.compile(re.escape(key).replace(r"\{\}", r"[a-z0-9]+"))
            used |= {word for word in content.words if asked.fullmatch(word)}
        elif _KEY.fullmatch(key) and key.split(".")[0] in groups and not key.endswith(".js"):
            used.add(key)
    return used


def sentences(blocks: tuple[Block, ...]) -> list[list[str]]:
    """The sentences of running text, each as its words; headings are none."""
    text = "\n".join(text_of(block) for block in blocks if not isinstance(block, Heading))
    parts = re.split(r"[.!?:]+[\"'”’)]*\s+|\n+", text.replace("\N{NO-BREAK SPACE}", ""))
    return [words for part in parts if (words := re.findall(r"[\w'’-]+", part))]


def test_they_load_without_a_fault() -> None:
    """What is shipped passes the checks that staff's own words must pass."""
    assert load_content(content_folder())


def test_every_page_can_be_made(catalogue: Catalogue) -> None:
    """Each page there is, and each page that one leads to, is set without a fault."""
    for place in places(catalogue.edition):
        _, page = catalogue.open(place, 72)
        assert page.lines
        for spot in page.spots:
            if isinstance(spot.leads_to, Place):
                catalogue.open(spot.leads_to, 72)


def test_every_required_topic_exists(content: Content) -> None:
    """The advice that was asked for is there, topic by topic."""
    assert set(REQUIRED) <= set(content.topics)


def test_every_word_the_code_needs_exists(content: Content) -> None:
    """No page asks for a word that interface.ftl does not have."""
    assert keys_used(content) - set(content.words) == set()


def test_no_interface_word_is_unused(content: Content) -> None:
    """Whoever translates interface.ftl translates nothing in vain."""
    short = {f"key.{command.name}.short" for command in BAR}
    offered = {f"command.{name}" for name in ("show", "breath")}  # under words to say
    assert set(content.words) - keys_used(content) - short - offered == set()


def test_every_topic_rests_on_confirmed_sources(content: Content) -> None:
    """Each cited source is confirmed by its publisher, or at second hand."""
    unconfirmed = {
        (topic.id, name)
        for topic in content.topics.values()
        for name in topic.sources
        if content.sources[name].mark not in ("C", "C2")
    }
    assert unconfirmed == set()


def test_sentences_for_young_people_are_short(content: Content) -> None:
    """The mean sentence of each topic for young people has twelve words at most."""
    means = {topic.id: mean(map(len, sentences(topic.blocks))) for topic in young(content)}
    assert {name: length for name, length in means.items() if length > 12} == {}


def test_who_is_blackmailed_sees_help_without_a_key(content: Content) -> None:
    """999, Samaritans and Childline stand in the first 18 lines of the blackmail topic."""
    page = typeset(content.topics["someone-is-threatening-me"].blocks, 72)
    first = "\n".join("".join(piece.text for piece in line) for line in page.lines[:18])
    for help_there_is in ("999", "Samaritans", "116 123", "Childline", "0800 1111"):
        assert help_there_is in first


def test_the_law_is_said_to_be_that_of_england_and_wales(content: Content) -> None:
    """A topic for young people that speaks of the law says where that law holds."""
    silent = [
        topic.id
        for topic in young(content)
        if _LAW.search(words_of(topic)) and "England and Wales" not in words_of(topic)
    ]
    assert silent == []


def test_every_topic_is_reviewed_before_it_is_old(content: Content) -> None:
    """Each topic says when it was checked, and a later day by which to check it again."""
    for topic in content.topics.values():
        assert 0 < (topic.review_by - topic.reviewed).days <= 366, topic.id


def test_every_helpline_can_be_reached_from_a_page(catalogue: Catalogue, content: Content) -> None:
    """The page of people shows each helpline's name and how to reach it."""
    _, page = catalogue.open(next(p for p in places(catalogue.edition) if p.kind == "people"), 72)
    text = "\n".join("".join(piece.text for piece in line) for line in page.lines)
    for helpline in content.helplines.values():
        assert helpline.name in text
        assert helpline.contact in text
