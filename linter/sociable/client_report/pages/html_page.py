"""A report as one HTML file that needs nothing else and runs nothing."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from jinja2 import Environment
from markupsafe import Markup, escape

from sociable.client_report.about_the_check.since_last_time import CHANGES, GONE
from sociable.client_report.content.content_of_index import Index
from sociable.client_report.content.content_of_report import Content, Mark, Sentence
from sociable.client_report.pages.accounts_of_a_kind import accounts_of_a_kind
from sociable.client_report.pages.page_templates import COLUMNS, Finished, environment_for, linked_parts, template_file
from sociable.client_report.wording.frame import Frame
from sociable.drawing.stylesheet import style_within
from sociable.drawing.svg import embedded
from sociable.records.static import TextIO
from sociable.text.code_spans import code_spans
from sociable.text.safe import one_line, visible
from sociable.text.style import Style

_DRAWING = ".drawing"
_WIDE = 1300
"""Pixels above which a drawing is scrolled and not made smaller."""

_LONG = 300
"""Findings above which a browser lays out only what is near."""

_ANCHORS = {"accounts": "accounts", "automations": "doing", "crossings": "crossing", "questions": "questions"}
"""Where in the report of a client stands what a column of the index counts that counts no findings of one kind."""

_COLUMNS = {
    "glance": ("glance", ("account", "weekly", "read_by", "stopped_by", "automations", "findings")),
    "doing": ("doing", ("automation", "when", "does", "weekly", "findings")),
    "files": ("checked", ("file", "holds", "digest")),
    "changes": ("since", ("client", *CHANGES, GONE)),
}
"""The columns of each table, and where in the frame their words are."""


def write(finished: Finished, out: TextIO, style: Style) -> None:
    """Write the report of a client, or the index of all."""
    out.write(html(*finished))


def html(content: Content | Index, frame: Frame) -> str:
    """The same as a text."""
    environment = _environment(frame)
    if isinstance(content, Index):
        return environment.get_template("index.html.jinja").render(report=content, anchors=_ANCHORS, linked=False)
    drawn = embedded(content.picture, "drawing-")
    long = sum(gravity.amount for gravity in content.gravities) > _LONG
    template = environment.get_template("report.html.jinja")
    return template.render(
        report=content,
        alike_accounts=accounts_of_a_kind(content),
        drawing=Markup(drawn.svg),
        wide=drawn.width > _WIDE,
        long=long,
        linked=True,
    )


@lru_cache(maxsize=4)
def _environment(frame: Frame) -> Environment:
    totals = {column: frame.say("index", column) for column in COLUMNS}
    columns = {name: [frame.say(table, key) for key in keys] for name, (table, keys) in _COLUMNS.items()}
    style = f"\n{template_file('report.css')}{style_within(_DRAWING)}{''.join(_labels(columns, totals))}"
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    environment = environment_for(frame, _plain)
    environment.globals |= {"style": Markup(style), "policy": policy, "columns_of": columns}
    environment.filters |= {
        "breaking": _breaking,
        "named": _named,
        "prose": _prose,
        "verbatim": _verbatim,
        "linked": _linked,
        "linking": _linking,
    }
    return environment


def _labels(columns: Mapping[str, Sequence[str]], totals: Mapping[str, str]) -> Iterator[str]:
    """What stands before each cell where there is no room for columns: said by the style once, not in every row.

    It repeats the heads of columns, so that nobody has to hear it twice: ``/ ""`` keeps it from being read out.
    """
    yield "@media (max-width: 44rem) {\n"
    for table, labels in columns.items():
        for at, label in enumerate(labels[1:], 2):
            yield _labelled(f".{table} td:nth-child({at})", label)
    yield from (_labelled(f".totals td.of-{column}", label) for column, label in totals.items())
    yield "}\n"


def _labelled(cells: str, label: str) -> str:
    text = re.sub(r"[^\w ]", lambda match: f"\\{ord(match[0]):x} ", label)
    return f'{cells}::before {{ content: "{text}" / ""; }}\n'


def _plain(value: object) -> object:
    """A text as one safe line."""
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _verbatim(text: str) -> Markup:
    """A piece of a line whose spaces count."""
    return escape(visible(text))


def _breaking(name: str) -> Markup:
    """A handle that breaks between its parts where there is no room for it."""
    return Markup("<wbr>").join(re.split(r"(?<=\w)(?=@)|(?<=\w\.)(?=\w)|(?<=_)(?=\w)", one_line(name)))


_HYPHENED = re.compile(r"(?<!\S)(?=\S*[@./])(\S*\w-\w\S*)")
"""A handle, an address or a path with a hyphen, at which a browser would break it."""


def _whole(line: str) -> Markup:
    """Handles and addresses of a safe line in one piece each, as far as there is room for them."""
    return Markup().join(
        Markup('<span class="whole">{}</span>').format(each) if at % 2 else escape(each)
        for at, each in enumerate(_HYPHENED.split(line))
    )


def _named(name: str) -> Markup:
    """What an account, an automation or a file is called."""
    return _whole(one_line(name))


def _prose(text: str) -> Markup:
    """Running text in which words between backticks are something to write."""
    return _with_code(one_line(text))


def _with_code(line: str) -> Markup:
    """A safe line in which words between backticks are something to write."""
    return Markup().join(
        Markup("<code>{}</code>").format(piece) if is_code else _whole(piece) for piece, is_code in code_spans(line)
    )


def _linking(text: str, links: tuple[Mark, ...]) -> Markup:
    """Running text with its links in it."""
    return _linked(Sentence(text, links))


def _linked(sentence: Sentence) -> Markup:
    """A sentence with its links in it."""
    return Markup().join(
        Markup('<a href="#{}">{}</a>').format(anchor, _whole(words)) if anchor else _with_code(words)
        for words, anchor in linked_parts(sentence)
    )
