"""Keys and passwords that only their names tell: ``password: …``, ``export TOKEN=…``, ``Cookie: …``.

What stands under such a name may be any word. So it is hidden wherever a file is shown, and no finding tells of it. One
walk goes from each name over the sign behind it to the value, whatever the notation: in quotation marks, in brackets,
on the lines below, or up to where the surroundings end. What only says where the value is, or asks for it, is shown.
"""

import re
from collections.abc import Iterator

from sociable.text.secret_names import NAME, begins_a_word, goes_on, is_given, is_made, is_sentence, without_scheme

_OF_NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-"
_CLOSE, _NEAR = 80, 400
"""Characters before a name and around it that are looked at for where it stands."""

_QUOTE = (
    r"(?:\\{0,15}(?:\"\"\"|'''|\"\"(?=[^\s,;)}\]\"'])|[\"'`])"  # two are one in a cell of CSV
    r"|&(?:quot|apos|\#3[49]|\#x2[27]);|\\{1,15}u002[27])"
)
_TAGS = r"(?:[!&][\w!:/.-]{0,60}[ \t]{1,5}){0,3}"
_MARK, _MARK_AT_END = re.compile(_QUOTE), re.compile(f"{_QUOTE}$")
_SIGN = re.compile(
    rf"(?P<closing>{_QUOTE}\]?)?\*{{0,3}}(?P<gap>[ \t]{{0,20}})"
    rf"(?P<sign>:=|=>|[=!]={{1,2}}|=|:(?!:)|>|%(?:25){{0,3}}3[Dd])\*{{0,3}}(?P<space>[ \t]{{0,80}}){_TAGS}"
)
_FLAG = re.compile(r"[ \t]{1,20}(?=[^\s-])")
_COMPARED = ("==", "===", "!=", "!==")
_ENCLOSED = re.compile(rf"{_QUOTE}|[\[{{]")
_FURTHER = re.compile(rf"\s{{1,80}}(?={_QUOTE}|[\[{{])")
_BELOW_IT = re.compile(r"(?P<folded>[|>][0-9+-]{0,2})?[ \t]*(?:#[^\n]*)?\r?(?=\n)")
_NEXT_LINE = re.compile(r"[ \t]{0,80}\r?\n[ \t]{0,200}(?=[^\s,}\]])")
_IN_TAG = re.compile(r"[^\n\r\"'<>]+(?=</)")

_WORD = re.compile(r"[^\s\"'`\\,;&<>(){}\[\]…]+")
_TO_SPACE = re.compile(r"[^\s…]+")
_LINE = re.compile(r"[^\r\n]+")
_UNCLOSED = re.compile(r"[^\r\n…]*")
_REST = re.compile(r"[^\n]*")
_UNCOMMENTED = re.compile(r"[^\r\n]+?(?=[ \t]{1,20}#|[ \t]{0,20}(?:[\r\n]|$))")
_LAST_WORD = re.compile(r"[^\s\"'`\\()]+(?=\\*[\"'`]|[ \t]*(?:[\r\n]|$))")
_BARE = re.compile(r"[^\r\n\"\\,}\]]+")
_OF_LIST = re.compile(r"[^\r\n\"\\,}\]]{1,4000}"), (*"\r\n,}]", "")
_ENDS = {
    **dict.fromkeys("{[,", _OF_LIST),
    "(": (re.compile(r"[^\r\n\"\\)]{1,4000}"), (")",)),
    '"': (re.compile(r"[^\r\n\"\\]{1,4000}"), ('"', "\\")),
    "'": (re.compile(r"[^\r\n'\\]{1,4000}"), ("'", "\\")),
    "`": (re.compile(r"[^\r\n`\\]{1,4000}"), ("`", "\\")),
    "\\": (re.compile(r"[^\r\n\"'`\\]{1,4000}"), ()),
    ";": (re.compile(r"[^\r\n\"\\;]{1,4000}"), ()),
    "|": (re.compile(r"[^\r\n\"\\|]{1,4000}"), ()),
}
"""A value that nothing encloses, by the sign before its name, and what may follow, if not anything."""

_BEGINNING = re.compile(
    r"[^\w\"'`({\[\\,]*(?:[0-9]{1,3}[.)][ \t]{1,5})?"
    r"(?i:(?:export|setx?|env|arg|local|readonly|const|let|var|declare -x|\$env:)[ \t]{0,5})?"
)
"""What stands on a line before a name that the rest of the line is the value of."""

_TITLE = re.compile(r"(?:^|[^\w\s.,;:!?])[ \t]{0,20}(?:\w{1,20}:? ){1,3}$")
"""The first words of one: what follows is the value, if it is a single word."""

_TELLING = re.compile(r"\b(?i:the|an?|our|your|this|no) $")

_OF_LINE = re.compile(rf"(?P<indent>[ \t-]*)(?:{_QUOTE})?")
_LOWER = re.compile(
    r"(?:[ \t]*\r?\n)*(?P<indent>[ \t]*)(?P<item>(?:-[ \t]+)*)"
    rf"(?:(?P<key>\"[^\"\n]{{1,200}}\"|'[^'\n]{{1,200}}'|[^\s\"'{{\[#][^\n:#]{{0,200}}):(?:[ \t]+|(?=\r?\n|$)))?{_TAGS}"
    r"(?P<value>(?P<folded>[|>][0-9+-]{0,2}[ \t]*(?:#[^\r\n]*)?(?=\r?\n))?[^\r\n]*)"
)
"""A line, with the marks of a list and the key that it begins with."""

_SCALAR = re.compile(r"[^\s,:\[\]{}\"'`][^,:\[\]{}\"\r\n]*")
_PIECE = re.compile(
    rf"(?P<scalar>{_QUOTE}|{_SCALAR.pattern})|(?P<open>[\[{{])|(?P<shut>[\]}}])|(?P<gap>\n[ \t\r]*\n)|[\s\S]"
)
_OF_KEY = re.compile(r"\s{0,20}:")
_TO_FILL = re.compile(r"\[[A-Z_ -]{1,200}\]|\{[^{}\"':\n]{0,200}\}|\{[{%]")
_DESCRIBING = re.compile(r"\W*(?:id|name|type|label|title|description|\$ref)\W*")
_OF_THING = re.compile(r"\W*(?:platform|when|runs-on|steps|uses|image|main|node)\W*")
"""Keys whose values are no secret, and those of an account or a step that is only called like one."""

_GAP = re.compile(r"\n[ \t\r]*\n")

_RUNS = {'"': re.compile(r'(?<!\\)\\*"'), "'": re.compile(r"''|(?<!\\)\\*'"), "`": re.compile(r"(?<!\\)\\*`")}
"""Marks with the backslashes before them; two single ones are one in YAML."""

_AFTER_CLOSING = re.compile(r"[\s,;:)}\]+]|$")
_KEY_BEFORE = re.compile(rf"[:=][ \t]{{0,20}}{_QUOTE}?$")
_VALUE = re.compile(rf"(?<![\w-])value{_QUOTE}?\s{{0,20}}[:=]\s{{0,20}}")
_PART = re.compile(r"[{}<>\[\]]|\n[ \t]{0,200}-[ \t]|\n[ \t]{0,200}\r?\n")

_ADDRESS = re.compile(r"://[^\s/:@\"'{}<>]{0,80}:(?P<key>[^\s/@\"'{}<>]{1,200})@")
_USER = re.compile(r"(?<!\S)(?:-u|--user|--proxy-user)[ =]{1,3}[\"']?[^\s:\"'{}$]{1,80}:(?P<key>[^\s\"'{}\\]{1,200})")

_Stretch = tuple[int, int]


def named(text: str) -> Iterator[_Stretch]:
    """Where the values of such names begin and end; they may overlap."""
    for pattern in (_ADDRESS, _USER):
        for match in pattern.finditer(text):
            if is_given(match["key"], quoted=True):
                yield match.span("key")
    walk, reached = _Walk(text), 0
    for name in NAME.finditer(text.replace("İ", "I").lower()):  # the one letter that becomes two
        if name.start() >= reached:
            for start, end in walk.values(name):
                yield start, end
                reached = end


class _Walk:
    """Goes from a name to its values; what stands in brackets or on lines below is gone through once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._seen = 0

    def values(self, name: re.Match[str]) -> Iterator[_Stretch]:
        """Where the values are: beside a name that is a value itself, behind a sign, or behind a flag."""
        text = self._text
        before = text[max(0, name.start() - _NEAR) : name.start()]
        lead = before.rstrip(_OF_NAMES)
        part = before[len(lead) :]
        if name["short"] and part and not begins_a_word(text, name.start()):
            return
        if sign := _SIGN.match(text, name.end()):
            yield from self._behind(sign, lead, name)
        elif part.startswith("--") and (flag := _FLAG.match(text, name.end())):
            yield from self._value(flag.end(), _WORD)
        elif _KEY_BEFORE.search(lead[-_CLOSE:]):
            yield from self._beside(*name.span())

    def _beside(self, start: int, end: int) -> Iterator[_Stretch]:
        """``value: …`` in the same brackets, or in the same item of a list, before or behind ``name: token``."""
        for value in _VALUE.finditer(self._text, max(0, start - _NEAR), end + _NEAR):
            first, last = sorted((value.span(), (start, end)))
            if not _PART.search(self._text, first[1], last[0]):
                yield from self._value(value.end(), _WORD)

    def _behind(self, sign: re.Match[str], lead: str, name: re.Match[str]) -> Iterator[_Stretch]:
        """By how the value begins: enclosed, on the lines below, or with a word."""
        text, at, in_quotes, kind = self._text, sign.end(), sign["closing"], sign["sign"]
        if in_quotes and (further := _FURTHER.match(text, at)):
            at = further.end()
        if kind == ">":
            if lead.endswith("<") and (value := _IN_TAG.match(text, at)):
                yield from self._told(*value.span())
        elif _ENCLOSED.match(text, at):
            yield from self._value(at, _WORD) if _opens(text, at, sign, lead) else ()
        elif kind == ":" and _is_open(lead) and (further := _NEXT_LINE.match(text, at)):
            yield from self._value(further.end(), _BARE)
        elif kind == ":" and (rest := _BELOW_IT.match(text, at)):
            yield from self._below(rest.end(), lead, whole=rest["folded"] is not None)
        elif in_quotes and in_quotes != "`" and kind == ":":
            yield from self._value(at, _BARE)
        elif kind in _COMPARED:
            return
        elif kind == ":" or sign["gap"] or sign["space"]:
            yield from self._open(at, lead, name, kind)
        else:
            yield from self._value(at, _TO_SPACE if _BEGINNING.fullmatch(lead, lead.rfind("\n") + 1) else _WORD)

    def _open(self, at: int, lead: str, name: re.Match[str], kind: str) -> Iterator[_Stretch]:
        """A value that nothing encloses, up to where its surroundings end; in a sentence, if it is no word of one."""
        text = self._text
        all_of_it = goes_on(name[0])
        ends, follows = _ends(lead[lead.rfind("\n") + 1 :], in_words=all_of_it)
        value = ends.match(text, at) if ends else None
        if value and follows and text[value.end() : value.end() + 1] not in follows:
            value = None
        said = value[0].partition(" #")[0].rstrip(" \t;,…") if value else ""
        if value and (all_of_it or not is_sentence(said, capital=text[name.start() : name.end()].istitle())):
            yield from self._told(at, at + len(said))
            if kind == ":":
                yield from self._below(value.end(), lead, whole=True)
        elif (word := _WORD.match(text, at)) and is_made(word[0]):
            yield from self._told(*word.span())

    def _value(self, at: int, bare: re.Pattern[str]) -> Iterator[_Stretch]:
        """One value, and what is in it; without marks or brackets, it is what a pattern says."""
        text = self._text
        if mark := _MARK.match(text, at):
            end, self._at = _enclosed(text, mark)
            yield from self._told(mark.end(), end, quoted=True)
        elif text.startswith(("[", "{"), at):
            yield from self._in_brackets(at)
        elif value := bare.match(text, at):
            self._at = value.end()
            yield from self._told(*value.span())

    def _in_brackets(self, at: int) -> Iterator[_Stretch]:
        """Each value in a pair of brackets, however deep; the keys in it are shown."""
        text, depth, key, self._at = self._text, 0, "", at
        if at < self._seen or _TO_FILL.match(text, at):
            return
        while (piece := _PIECE.match(text, self._at)) and not piece["gap"] and not _OF_THING.fullmatch(key):
            self._at = piece.end()
            depth += (piece["open"] is not None) - (piece["shut"] is not None)
            if not depth:
                break
            key = "" if piece["shut"] else key
            stretches = list(self._value(piece.start(), _SCALAR)) if piece["scalar"] else []
            if _OF_KEY.match(text, self._at):
                key = text[piece.start() : self._at]
            elif not _DESCRIBING.fullmatch(key):
                yield from stretches
        self._seen = max(self._seen, self._at)

    def _below(self, at: int, lead: str, *, whole: bool) -> Iterator[_Stretch]:
        """The lines that belong to the key of a line: as they are, or each value of a list or mapping."""
        text, self._at = self._text, at
        own = _OF_LINE.fullmatch(lead, lead.rfind("\n") + 1)
        if not own or at < self._seen:
            return
        block = len(own["indent"]) if whole else None
        while (line := _LOWER.match(text, self._at)) and not _OF_THING.fullmatch(line["key"] or ""):
            indent = len(line["indent"])
            if indent < len(own["indent"]) or (indent == len(own["indent"]) and (whole or not line["item"])):
                break
            self._at = line.end()
            if block is not None and indent > block:
                yield from self._told(line.start("item"), line.end())
                continue
            block = indent if line["folded"] else None
            if block is None and not _DESCRIBING.fullmatch(line["key"] or ""):
                yield from self._value(line.start("value"), _UNCOMMENTED)
                self._at = _REST.match(text, self._at).end()  # type: ignore[union-attr]  # it always matches
        self._seen = max(self._seen, self._at)

    def _told(self, start: int, end: int, *, quoted: bool = False) -> Iterator[_Stretch]:
        """The value without the kind of key that it begins with, if it is no reference to one."""
        start = without_scheme(self._text, start, end)
        if is_given(self._text[start:end], quoted=quoted):
            yield start, end


def _opens(text: str, at: int, sign: re.Match[str], lead: str) -> bool:
    """Whether a value opens: not with brackets under a title, nor with a mark that closes what the name is in."""
    if sign["closing"]:
        return text[at] not in "[{" or _MARK_AT_END.search(lead[-_CLOSE:]) is not None
    mark, line = _MARK.match(text, at), lead[lead.rfind("\n") + 1 :]
    return mark is None or line.count(mark[0]) % 2 == 0 or not _AFTER_CLOSING.match(text, mark.end())


def _enclosed(text: str, mark: re.Match[str]) -> tuple[int, int]:
    """Where what a mark opens ends, and where one goes on behind it.

    Backslashes tell how deep a text stands in others, twice as many and one more at each level. A mark of a lower level
    closes what is open too; one that nothing closes before an empty line encloses the rest of the line.
    """
    start, sign, level = mark.end(), mark[0].lstrip("\\"), mark[0].count("\\")
    if len(sign) > 1:
        end = text.find(mark[0], start)
        after = end + len(mark[0])
    else:
        runs = ((run.end(), (len(run[0]) - 1) % (2 * level + 2)) for run in _RUNS[sign].finditer(text, start))
        after, own = next((run for run in runs if run[1] <= level), (-1, 0))
        end = after - 1 - own
    if end < start or _GAP.search(text, start, end):
        end = after = _UNCLOSED.match(text, start).end()  # type: ignore[union-attr]  # it always matches
    return end, after


def _ends(line: str, *, in_words: bool) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    """A value that nothing encloses and what follows it, by what stands on its line before; nothing in a sentence."""
    if _BEGINNING.fullmatch(line):
        return _LINE, ()
    last = line.rstrip(" \t")[-1:]
    if last in _ENDS and (last != "," or "{" in line):
        return _ENDS[last]
    is_told = in_words and _TELLING.search(line[-_CLOSE:])
    return (_LAST_WORD if _TITLE.search(line[-_CLOSE:]) and not is_told else None), ()


def _is_open(lead: str) -> bool:
    """Whether a line has come into brackets, in which no indent says what belongs to a name."""
    line = lead[lead.rfind("\n") + 1 :]
    return line.count("{") > line.count("}")
