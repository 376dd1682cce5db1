"""Views set in HTML: the second way to set a page, beside lines. It knows no widget and no cell."""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby

from kiosk.content.blocks import (
    Block,
    Call,
    Calls,
    Choice,
    Doors,
    Gap,
    Heading,
    Items,
    Large,
    Paragraph,
    Picture,
    Quote,
    Row,
    Span,
    Spans,
    Steps,
    Term,
    Verbatim,
    text_of,
)
from kiosk.pages.acts import Change, Tick
from kiosk.web.language_marks import unmarked
from kiosk.web.pictures import SIGNS, drawing_svg, sign_svg
from kiosk.web.places import target_text

_TAGS = {"strong": "strong", "emphasis": "em", "key": "kbd", "soft": "small", "choice": "strong"}
_NUMBER = re.compile(r"[0-9][0-9\s]{2,}")
_TEXT_TO = re.compile(r"\bto\s([0-9\s]{5,})$")
_WAY = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:org|com|net|uk|wales)(?:/[\w/-]*\w)?(?![\w@])|\b18001[\s\d]+\d"
)
"""In a sentence, a web address, or a number by way of Relay UK."""
_UNBREAKABLE = "\xa0"
"""The space that holds a number together; whole phrases held so are wider than a phone."""
_TICK_SIGNS = 4
"""The characters before the label of what can be ticked, which lines need and HTML does not."""


def as_html(blocks: Iterable[Block]) -> list[str]:
    """Set blocks in HTML.

    Choices that follow one another are one list, and so are the numbers of one page.

    Args:
        blocks: What to set.

    Returns:
        A piece of HTML for each block, or for each group of those that stand together.
    """
    setter = _Setter()
    runs = groupby((block for block in blocks if not isinstance(block, Gap)), key=_together)
    return [piece for kind, run in runs for piece in setter.run(kind, run)]


def text_as_html(text: str | Spans) -> str:
    """Words in HTML, what leads somewhere as a link."""
    return _escaped(text) if isinstance(text, str) else "".join(map(_span, text))


def _together(block: Block) -> object:
    return type(block) if isinstance(block, Choice | Term) else id(block)


class _Setter:
    """Sets the blocks of one page; parts of a page without larger ones are the larger ones."""

    def __init__(self) -> None:
        self._has_parts = False

    def run(self, kind: object, blocks: Iterable[Block]) -> Iterator[str]:
        if kind is Choice:
            choices = "".join(f"<li>{_choice(each)}" for each in blocks if isinstance(each, Choice))
            yield f'<ul class="choices" role="list">{choices}</ul>'
        elif kind is Term:
            yield f"<dl>{''.join(map(self._block, blocks))}</dl>"
        else:
            yield from map(self._block, blocks)

    def _inner(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self._block, (block for block in blocks if not isinstance(block, Gap))))

    def _block(self, block: Block) -> str:
        make: Callable[..., str] | None = getattr(self, f"_{type(block).__name__.lower()}", None)
        return make(block) if make else f"<p>{_escaped(text_of(block))}</p>"

    def _heading(self, block: Heading) -> str:
        self._has_parts |= block.level == 2
        level = block.level if self._has_parts else 2
        aside = f'<p class="soft">{_escaped(block.aside)}</p>' if block.aside else ""
        return f"<h{level}>{text_as_html(block.spans)}</h{level}>{aside}"

    def _paragraph(self, block: Paragraph) -> str:
        styles = {span.style for span in block.spans}
        if styles == {"soft"}:
            words = "".join(_span(s) if s.place else _with_ways(s.text) for s in block.spans)
            return f'<p class="soft">{words}</p>'
        whole = ' class="number"' if styles == {"number"} else ""
        return f"<p{whole}>{text_as_html(block.spans)}</p>"

    def _items(self, block: Items) -> str:
        tag = "ul" if block.start is None else "ol"
        start = f' start="{block.start}"' if (block.start or 1) != 1 else ""
        return f"<{tag}{start}>{''.join(map(self._item, block.items))}</{tag}>"

    def _steps(self, block: Steps) -> str:
        """Steps, each with its number; the page puts beside it what ticks it off."""
        return f'<ol class="steps">{"".join(map(self._item, block.items))}</ol>'

    def _large(self, block: Large) -> str:
        return f'<p class="large">{_escaped(block.text)}</p>'

    def _item(self, blocks: tuple[Block, ...]) -> str:
        match blocks:
            case (Paragraph(spans), *rest):
                return f"<li>{text_as_html(spans)}{self._inner(rest)}"
        return f"<li>{self._inner(blocks)}"

    def _quote(self, block: Quote) -> str:
        return f"<blockquote>{self._inner(block.blocks)}</blockquote>"

    def _picture(self, block: Picture) -> str:
        caption = f"<figcaption>{self._inner(block.blocks)}</figcaption>"
        return f"<figure>{drawing_svg(block.lines)}{caption}</figure>"

    def _doors(self, block: Doors) -> str:
        quiet = " quiet" if block.is_quiet else ""
        doors = "".join(f"<li>{_choice(choice)}" for choice in block.choices)
        return f'<ul class="choices doors{quiet}" role="list">{doors}</ul>'

    def _calls(self, block: Calls) -> str:
        return f'<div class="calls">{"".join(map(_call, block.calls))}</div>'

    def _row(self, block: Row) -> str:
        now = _when("", block.helpline)
        sides = text_as_html(block.left), now, text_as_html(block.right)
        return f'<p class="row">{" ".join(filter(None, sides))}</p>'

    def _term(self, block: Term) -> str:
        keys = " ".join(f"<kbd>{_escaped(key)}</kbd>" for key in block.keys)
        return f"<dt>{keys}<dd>{_escaped(block.meaning)}"

    def _verbatim(self, block: Verbatim) -> str:
        return f"<pre>{_escaped(chr(10).join(block.lines))}</pre>"


def _choice(choice: Choice) -> str:
    label, role = choice.label, ""
    if isinstance(choice.leads_to, Tick):
        label, role = label[_TICK_SIGNS:], ' role="checkbox" aria-checked="false"'
    parts = [f"<b>{_escaped(label)}</b>"]
    if choice.aside:
        parts.append(f"<i>{_escaped(choice.aside)}</i>")
    if choice.note:
        parts.append(f"<span>{text_as_html(choice.note)}</span>")
    to = escape(target_text(choice.leads_to))
    urgent = ' class="urgent"' if choice.is_urgent else ""
    if isinstance(choice.leads_to, Change) and choice.leads_to.wish == "language":
        role = f' lang="{escape(choice.leads_to.value)}"'  # it calls itself by its own name
    return f'<button{urgent} data-to="{to}"{role}>{" ".join(parts)}</button>'


def _call(call: Call) -> str:
    """Somebody to call: name and number, and what else there is to say."""
    number = text_as_html((Span(call.contact, "number"),))
    texts = _escaped(call.serves), _when(call.when, call.helpline), _with_ways(call.quiet)
    rest = "".join(f"<p>{part}</p>" for part in texts if part)
    return f'<div class="card"><p class="row"><b>{_escaped(call.name)}</b> {number}</p>{rest}</div>'


def _when(words: str, helpline: str) -> str:
    """When a helpline answers; the page says whether it is open, where it knows which one it is."""
    if helpline:
        return f'<span class="now" data-helpline="{escape(helpline)}">{_escaped(words)}</span>'
    return _escaped(words)


def _span(span: Span) -> str:
    words = _escaped(span.text)
    if span.place:
        return (
            f'<a role="link" tabindex="0" data-to="{escape(target_text(span.place))}">{words}</a>'
        )
    if span.style == "number":
        return _number(span.text, words)
    if span.style == "strong" and span.text in SIGNS:
        return sign_svg(span.text)
    tag = _TAGS.get(span.style)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _with_ways(text: str) -> str:
    """Words in HTML, the numbers and addresses in them as links."""
    return _WAY.sub(lambda found: _number(found[0], found[0]), _escaped(text))


def _number(text: str, words: str) -> str:
    """What to dial, or to write to, as a link of the phone's; an address as it stands."""
    text = unmarked(text).strip()
    if _NUMBER.fullmatch(text):
        return f'<a class="call" href="tel:{re.sub(r"[^0-9]", "", text)}">{words}</a>'
    words = words.replace(_UNBREAKABLE, " ")
    if to := _TEXT_TO.search(text):
        return f'<a class="call" href="sms:{re.sub(r"[^0-9]", "", to[1])}">{words}</a>'
    return f'<span class="address">{words}</span>'


def _escaped(text: str) -> str:
    """Words between tags; quotation marks need nothing there."""
    return escape(text, quote=False)
