"""A report written down: HTML that needs nothing else and runs nothing, or Markdown.

Templates are ours. Whatever is put into them is escaped by the environment, and nothing can forget to do so.
"""

import os
import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from sociable.client_report.content import Content, ExcerptLine, Index
from sociable.client_report.frame import Frame
from sociable.drawing.stylesheet import style_within
from sociable.drawing.svg import embedded
from sociable.text.safe import one_line, visible
from sociable.text.wording import sentence

_TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")
_DRAWING = ".drawing"
_WIDE = 1300
"""Pixels above which a drawing is scrolled and not made smaller."""

_ANCHORS = {
    **dict.fromkeys(("accounts", "automations"), "accounts"),
    "error": "error",
    "warning": "warning",
    "info": "info",
    "crossings": "crossing",
    "questions": "questions",
}
"""Where in the report of a client stands what a column of the index counts."""

_MARKS = re.compile(r"([\\`*_\[\]<>|~#&])")
_AT_START = re.compile(r"^(\s*)(\d*)([-+.)=])")


def html(content: Content, frame: Frame, index: str = "") -> str:
    """The report as one HTML file; ``index`` is the file of the index it belongs to, if it does."""
    drawn = Markup(embedded(content.picture, "drawing-"))
    wide = int(drawn.split('width="', 1)[1].split(".", 1)[0].split('"', 1)[0]) > _WIDE
    return _render(
        _html(frame), "report.html.jinja", report=content, drawing=drawn, wide=wide, index=index, linked=True
    )


def index_html(index: Index, frame: Frame) -> str:
    """The index of all clients as one HTML file."""
    return _render(_html(frame), "index.html.jinja", report=index, anchors=_ANCHORS, linked=False)


def markdown(content: Content, frame: Frame, index: str = "") -> str:
    """The report as Markdown."""
    return _tidy(_render(_markdown(frame), "report.md.jinja", report=content, index=index))


def index_markdown(index: Index, frame: Frame) -> str:
    """The index of all clients as Markdown."""
    return _tidy(_render(_markdown(frame), "index.md.jinja", report=index))


def _render(environment: Environment, template: str, **values: Any) -> str:
    return environment.get_template(template).render(**values)


@lru_cache(maxsize=4)
def _html(frame: Frame) -> Environment:
    with open(os.path.join(_TEMPLATES, "report.css"), encoding="utf-8") as file:
        style = f"\n{file.read()}{style_within(_DRAWING)}"
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    environment = _environment(frame, _plain)
    environment.globals |= {"style": Markup(style), "policy": policy}
    environment.filters |= {"prose": _prose, "verbatim": _verbatim, "is_web": _is_web}
    return environment


@lru_cache(maxsize=4)
def _markdown(frame: Frame) -> Environment:
    environment = _environment(frame, _marked_down)
    environment.filters |= {
        "prose": _prose_markdown,
        "fenced": _fenced,
        "is_web": _is_web,
        "bare": _bare,
        "code": _code,
    }
    return environment


def _environment(frame: Frame, finalize: Callable[[object], object]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"w": frame.tables, "say": frame.say, "counted": frame.counted, "listed": frame.listed}
    environment.filters["capital"] = _capital
    environment.filters["told"] = _told
    return environment


def _capital(text: str) -> str:
    """With a capital letter where a clause begins a sentence; ids and handles stay as they are."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() else text


def _told(clause: str) -> str:
    """A clause as a sentence; one that ends with somebody's own words has their full stop."""
    ends = clause.rstrip("”)").endswith((".", "!", "?")) and clause.endswith("”")
    return _capital(clause if ends else sentence(clause))


def _is_web(address: str) -> bool:
    """Whether an address leads to a page: whatever else it is, it stands there as text."""
    return re.match(r"https?://[^\s<>\"']+$", address) is not None


def _plain(value: object) -> object:
    """A text as one safe line."""
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _verbatim(text: str) -> Markup:
    """A piece of a line whose spaces count."""
    return escape(visible(text))


def _prose(text: str) -> Markup:
    """Running text in which words between backticks are something to write."""
    pieces = (escape(piece) for piece in one_line(text).split("`"))
    return Markup().join(Markup("<code>{}</code>").format(each) if at % 2 else each for at, each in enumerate(pieces))


def _marked_down(value: object) -> object:
    """A text that stands in Markdown as it is, and that nothing has to escape once more."""
    return Markup(_escaped(one_line(value))) if isinstance(value, str) and not isinstance(value, Markup) else value


def _escaped(text: str) -> str:
    return _AT_START.sub(r"\1\2\\\3", _MARKS.sub(r"\\\1", text))


def _prose_markdown(text: str) -> Markup:
    pieces = enumerate(one_line(text).split("`"))
    return Markup("".join(f"`{each}`" if at % 2 and each.strip() else _escaped(each) for at, each in pieces))


def _bare(text: str) -> Markup:
    """Something in which Markdown looks for no marks: an address, or what stands between backticks."""
    return Markup(one_line(text))


def _code(text: str) -> Markup:
    """Something that is written as it stands, between more backticks than it holds itself."""
    shown = one_line(text)
    ticks = "`" * (_most_backticks(shown) + 1)
    return Markup(f"{ticks}{shown}{ticks}" if len(ticks) == 1 else f"{ticks} {shown} {ticks}")


def _most_backticks(text: str) -> int:
    return max(map(len, re.findall(r"`+", text)), default=0)


def _fenced(lines: Iterable[ExcerptLine]) -> Markup:
    """Lines of a file as a block, fenced with more backticks than any of them holds."""
    shown = [f"{each.number:>4}  {visible(each.before + each.marked + each.after)}" for each in lines]
    fence = "`" * max(3, *(_most_backticks(line) + 1 for line in shown))
    return Markup("\n".join((f"{fence}text", *shown, fence)))


def _tidy(text: str) -> str:
    """Without the empty lines that templates leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
