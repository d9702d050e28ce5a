"""The comments of a YAML text: what stands between libyaml's tokens and begins with ``#``."""

import re
from collections.abc import Iterator

from sociable.documents import surrogates
from sociable.documents.document import Comment
from sociable.documents.libyaml import CParser, ScalarToken, YAMLError
from sociable.records.static import Any
from sociable.text.source import Source, Span

_COMMENT = r"#[^\r\n\x85\u2028\u2029]*"
_ASCII_COMMENT = r"#[^\r\n]*"
"""The same where there are no other characters; it takes a tenth of the time to compile."""

_LINE_END = r"[\r\n\x85\u2028\u2029]"


def comments_in(source: Source, end: int) -> tuple[Comment, ...]:
    """The comments before ``end`` in file order. A text without ``#`` is not looked through."""
    if "#" not in source.text:
        return ()
    text, joins = surrogates.join(source.text[:end])
    comment = re.compile(_ASCII_COMMENT if text.isascii() else _COMMENT)
    found = []
    for begin, end in _gaps(text):
        for match in comment.finditer(text, begin, end):
            at, stop = (surrogates.offset_before(joins, offset) for offset in match.span())
            span = Span(source, at, at + len(source.text[at:stop].rstrip()))
            found.append(Comment(span, not source.line(span.line)[: span.column - 1].strip()))
    return tuple(found)


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """What no token covers; of a block text, also what stands behind its ``|`` or ``>``."""
    loader: Any = CParser(text)
    at = 0
    try:
        while (token := loader.get_token()) is not None:
            begin, end = token.start_mark.index, token.end_mark.index
            yield at, begin
            if type(token) is ScalarToken and text[begin : begin + 1] in ("|", ">"):
                header = re.compile(_LINE_END).search(text, begin, end)
                yield begin, header.start() if header else end
            at = max(at, end)
    except YAMLError:
        return
