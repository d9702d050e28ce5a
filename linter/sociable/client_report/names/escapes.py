"""What a text says that is written with escapes: of YAML, JSON and programs, of web addresses and of markup."""

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from urllib.parse import unquote_to_bytes

from sociable.records.record import Record

_MOST_WITHIN = 4
"""How often escapes are looked for in what escapes say: a program in a workflow may write JSON, and that an address."""

_H = "[0-9a-fA-F]"
_ESCAPE = re.compile(
    rf"(?P<units>(?:\\u{_H}{{4}})+)"
    rf"|\\(?:u\{{(?P<braced>{_H}{{1,8}})\}}|U(?P<long>{_H}{{8}})|x(?P<short>{_H}{{2}}))"
    r"|\\(?P<over_lines>\r?\n\s*)|\\(?P<sign>.)"
    rf"|(?P<address>(?:%{_H}{{2}})+)"
    r"|(?P<markup>&#?\w{1,31};)"
    r"|(?<!\w)[xX][nN]--(?P<host>[a-zA-Z0-9-]{1,59})"
    r"|(?P<accents>\w[\u0300-\u036f\u3099\u309a]{1,9}|[\u1100-\u11ff]{2,99})"
    r"|(?P<blank>\s{2,})"
    r"|(?P<unseen>[\u00ad\u200b-\u200f\u2060\ufeff])"
)

_BLANKS = frozenset("nrtbfv0aeNLP_ ")
"""What stands for a new line, a tab or the like behind a backslash."""


class _Round(Record):
    """A text with some of its escapes undone: where each of these begins and ends in it, and as it was written."""

    begins: Sequence[int]
    ends: Sequence[int]
    written: Sequence[tuple[int, int]]

    def back(self, at: int) -> tuple[int, int]:
        """Where a sign begins and ends as it was written."""
        nearest = bisect_right(self.begins, at) - 1
        if nearest < 0:
            return at, at + 1
        begin, end = self.written[nearest]
        past = at - self.ends[nearest]
        return (begin, end) if past < 0 else (end + past, end + past + 1)


class Said(Record):
    """What a text says."""

    text: str
    rounds: Sequence[_Round]

    def place(self, at: int) -> tuple[int, int]:
        """Where a sign of it begins and ends as it is written."""
        begin, end = at, at + 1
        for each in reversed(self.rounds):
            begin, end = each.back(begin)[0], each.back(end - 1)[1]
        return begin, end

    def part(self, begin: int, end: int) -> tuple[int, int]:
        """Where a part of it is written."""
        return self.place(begin)[0], self.place(end - 1)[1]


def said(written: str) -> Said:
    """What a text says once all escapes in it are undone, also those within others."""
    text, rounds = written, []
    for _ in range(_MOST_WITHIN):
        before = text
        text, undone = _undone(before)
        if text == before:
            break
        rounds.append(undone)
    return Said(text, rounds)


def _undone(text: str) -> tuple[str, _Round]:
    made, begins, ends, written, done, at = [], [], [], [], 0, 0
    for match in _ESCAPE.finditer(text):
        begin, end = match.span()
        kind = match.lastgroup or ""
        meant = _MEANT[kind](match[kind])
        made += [text[done:begin], meant]
        begins.append(at + begin - done)
        ends.append(begins[-1] + len(meant))
        written.append((begin, end))
        done, at = end, ends[-1]
    return "".join((*made, text[done:])), _Round(begins, ends, written)


def _of_units(escapes: str) -> str:
    """Of several in a row two may stand for one sign."""
    return bytes.fromhex(escapes.replace("\\u", "")).decode("utf-16-be", "replace")


def _of_number(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= sys.maxunicode and not 0xD800 <= number <= 0xDFFF else " "


def _of_address(escapes: str) -> str:
    data = unquote_to_bytes(escapes)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _of_markup(reference: str) -> str:
    sign = unescape(reference)
    return reference if ";" in sign and len(sign) > 1 else sign  # a part of it means something by itself


def _of_host(letters: str) -> str:
    try:
        return letters.encode().decode("punycode")
    except UnicodeError:
        return letters


_MEANT: dict[str, Callable[[str], str]] = {
    "units": _of_units,
    **dict.fromkeys(("braced", "long", "short"), _of_number),
    "over_lines": lambda _: "",
    "sign": lambda sign: " " if sign in _BLANKS else sign,
    "address": _of_address,
    "markup": _of_markup,
    "host": _of_host,
    "accents": lambda letter: unicodedata.normalize("NFC", letter),
    "blank": lambda _: " ",
    "unseen": lambda _: "",
}
"""What each kind of escape stands for."""


def added(text: str, changed: str) -> Iterator[tuple[int, str]]:
    """The signs that were put into a text, each with the place of the sign of the text before which it stands."""
    at = 0
    for sign in changed:
        if at < len(text) and sign == text[at]:
            at += 1
        else:
            yield at, sign
