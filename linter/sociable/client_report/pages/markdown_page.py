"""A report as Markdown, in which nothing that files say is a mark, a link or HTML."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from sociable.client_report.content.content_of_index import Index
from sociable.client_report.content.content_of_report import Content, ExcerptLine, Sentence
from sociable.client_report.content.page_anchors import anchor_of
from sociable.client_report.pages.accounts_of_a_kind import accounts_of_a_kind
from sociable.client_report.pages.page_templates import Finished, environment_for, graded_as, linked_parts
from sociable.client_report.wording.frame import Frame
from sociable.records.static import TextIO
from sociable.text.code_spans import code_spans
from sociable.text.safe import one_line, visible
from sociable.text.style import Style

_MARKS = re.compile(r"([\\`*_\[\]<>|~#&])")
_ESCAPE = r"\\\1"
_AT_START = re.compile(r"^(\s*)(\d*)([-+.)=])(?=[-=\s]|$)")
"""What would begin a list, a rule or a heading."""


def write(finished: Finished, out: TextIO, style: Style) -> None:
    """Write the report of a client, or the index of all."""
    out.write(markdown(*finished))


def markdown(content: Content | Index, frame: Frame) -> str:
    """The same as a text."""
    if isinstance(content, Index):
        return _tidy(_environment(frame).get_template("index.md.jinja").render(report=content, headings={}))
    template = _environment(frame).get_template("report.md.jinja")
    headings = _headings(content, frame)
    return _tidy(
        template.render(
            report=content, alike_accounts=accounts_of_a_kind(content), headings=headings, graded=_graded(content)
        )
    )


def _graded(content: Content) -> dict[str, str]:
    """For the anchor of each finding, which has no heading of its own here, that of its gravity."""
    return {
        f"f{found.number}": anchor_of(gravity)
        for gravity in content.gravities
        for group in gravity.groups
        for found in group.findings
    }


def _headings(content: Content, frame: Frame) -> dict[str, str]:
    """Where wikis and forges make links to the headings of a report: the words of each, hyphenated."""
    titles = {
        "pause": frame.say("pause", "title" if content.pauses else "title_calm"),
        "otherwise": frame.say("otherwise", "title"),
        "accounts": frame.say("glance", "title"),
        "findings": frame.say("findings", "title"),
        "crossing": frame.say("crossing", "title"),
        "drawing": frame.say("drawing", "title"),
        "doing": frame.say("doing", "title"),
        "fine": frame.say("merits", "title"),
        "questions": frame.say("questions", "title"),
        "unseen": frame.say("checked", "unseen"),
    }
    titles |= {
        f"f{each.number}": f"{frame.say('page', 'heading', n=each.number)} {each.title}" for each in content.crossings
    }
    for each in content.gravities:
        kept = f", {frame.counted(each.kept, 'of_which_kept')}" if each.kept else ""
        titles[anchor_of(each)] = f"{frame.say('findings', graded_as(each))} ({each.amount}{kept})"
    titles |= {each.anchor: each.words for each in content.counted if each.listed}
    return {anchor: re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for anchor, title in titles.items()}


def _linked(said: Sentence, headings: Mapping[str, str]) -> Markup:
    """A sentence with those of its links that lead to a heading."""
    parts = ((words, headings.get(anchor)) for words, anchor in linked_parts(said))
    text = "".join(
        f"[{_MARKS.sub(_ESCAPE, words)}](#{heading})" if heading else _with_code(words) for words, heading in parts
    )
    return Markup(_AT_START.sub(r"\1\2\\\3", text))


@lru_cache(maxsize=4)
def _environment(frame: Frame) -> Environment:
    environment = environment_for(frame, _marked_down)
    environment.filters |= {
        "prose": _prose,
        "fenced": _fenced,
        "bare": _bare,
        "block": _block,
        "code": _code,
        "linked": _linked,
    }
    return environment


def _marked_down(value: object) -> object:
    """A text that stands in Markdown as it is, and that nothing has to escape once more."""
    return Markup(_escaped(one_line(value))) if isinstance(value, str) and not isinstance(value, Markup) else value


def _escaped(text: str) -> str:
    return _AT_START.sub(r"\1\2\\\3", _MARKS.sub(_ESCAPE, text))


def _prose(text: str) -> Markup:
    return Markup(_AT_START.sub(r"\1\2\\\3", _with_code(one_line(text))))


def _with_code(line: str) -> str:
    """A line in which only what stands between backticks is a mark."""
    return "".join(_coded(piece) if is_code else _MARKS.sub(_ESCAPE, piece) for piece, is_code in code_spans(line))


def _bare(text: str) -> Markup:
    """Something in which Markdown looks for no marks: an address, or what stands between backticks."""
    return Markup(one_line(text))


def _code(text: str) -> Markup:
    """Something that is written as it stands, between more backticks than it holds itself."""
    return Markup(_coded(one_line(text)))


def _coded(line: str) -> str:
    ticks = "`" * (_most_backticks(line) + 1)
    return f"{ticks}{line}{ticks}" if len(ticks) == 1 else f"{ticks} {line} {ticks}"


def _most_backticks(text: str) -> int:
    return max(map(len, re.findall(r"`+", text)), default=0)


def _fenced(lines: Iterable[ExcerptLine]) -> Markup:
    """Lines of a file as a block."""
    return _block(f"{each.number:>4}  {each.before}{each.marked}{each.after}" for each in lines)


def _block(lines: Iterable[str]) -> Markup:
    """Lines in which nothing is a mark, fenced with more backticks than any of them holds."""
    shown = [visible(line) for line in lines]
    fence = "`" * max(3, *(_most_backticks(line) + 1 for line in shown))
    return Markup("\n".join((f"{fence}text", *shown, fence)))


def _tidy(text: str) -> str:
    """Without the empty lines that templates leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
