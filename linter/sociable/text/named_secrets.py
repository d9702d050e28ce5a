"""Keys and passwords that only their names tell: ``password: …``, ``export TOKEN=…``, ``Cookie: …``.

What stands under such a name may be any word. So it is hidden wherever a file is shown, and no finding tells of it. A
name alone is nothing: where it stands, as the key of a line or a pair, in an address, in a call or before quotation
marks, says that what follows is a value. In the middle of a sentence, it is one if nobody would write it as a word.
"""

import re
from collections.abc import Iterator

_NAME = re.compile(
    r"(?:pass(?:word|wort|wd|phrase|code)|secret|token|cookie|(?P<short>pass|pwd|bearer)|authori[sz]ation|kennwort|senha"
    r"|(?:api|access|account|secret|private|auth|signing|encryption|storage|shared)[_-]?key|session[_-]?id)"
    r"(?:_?[0-9]{1,3})?(?P<behind>\\?[\"'`]\]?|(?=[\s:=>]))"
)
"""The end of a name, in small letters, and the quotation mark that closes it; a ``short`` one ends no longer word."""

_OF_NAMES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-"
_SIGN = re.compile(r"[ \t]{0,20}(?P<sign>:=|=>|={1,3}|:(?!:)|>)(?P<space>[ \t]{0,80})")
_VALUE_OF_PAIR = re.compile(r"(?:(?<=[\"'`\]])|(?=[\r\n]))[\s,]{0,160}\\?[\"']?value\\?[\"']?\s{0,20}[:=]\s{0,20}")
_MOST_SPACE = 80
"""Characters between a name in quotation marks and its value, line ends included."""

_OF_FLAG = re.compile(r"[ \t]{1,20}(?=[^\s-])")

_QUOTED = {
    '\\"': re.compile(r'[^"\\\n]{1,2000}'),
    "\\'": re.compile(r"[^'\\\n]{1,2000}"),
    '"': re.compile(r'(?:[^"\\\n]|\\.){1,2000}'),
    "'": re.compile(r"(?:[^'\\\n]|''|\\.){1,2000}"),
    "`": re.compile(r"[^`\\\n]{1,2000}"),
}
_TAGS = re.compile(r"(?:[!&][\w!:/.-]{0,60}[ \t]{1,5}){1,3}")
_SCHEME = re.compile(r"=?(?:(?i:basic|bearer|token|digest|negotiate|apikey|key)[ \t]{1,5})?")
_RUN = re.compile(r"[^\s\"'`\\,;&<>(){}\[\]]{3,500}")
_WITHIN = re.compile(r"[^\n\r\"\\,}\]]{3,300}(?=[,}\]\n\r]|$)")
_IN_TAG = re.compile(r"[^\n\r\"'<>]{3,500}(?=</)")
_TO_QUOTE = re.compile(r"[^\n\r\"'`\\]{3,4000}")
_LINE = re.compile(r"[^\n\r]{3,4000}")
_BLOCK = re.compile(r"(?:[|>][0-9+-]{0,2})?[ \t]*(?:#[^\n]*)?\r?\n")
_INDENT = re.compile(r"(?:[ \t]{0,200}\r?\n){0,20}(?P<indent>[ \t]{1,200})(?P<line>[^\s][^\n]{0,4000})")

_PROSE = re.compile(r"[.,?!;:](?:\s|$)")
_MANY_WORDS, _MOST_READ = 3, 300
_WHOLE, _CAPITAL = "whole", "capital"
"""A name whose value is always all that follows, and one that may begin a sentence."""

_MADE = re.compile(r"[0-9!#$%^&*+=~|@]|[a-z][A-Z]")
"""What no word of a sentence holds."""

_REFERENCE = re.compile(
    r"(?i:(?:null|none|true|false|yes|no|undefined|required|optional|inherit|string|pass(?:word|wd)?|pwd|secret|token)$"
    r"|(?:secrets?|env|process|os|vars|github|inputs?|steps|event|account|this|self|req(?:uest)?|res(?:ponse)?|config"
    r"|settings|options|params|data|json|ctx|context|state)\b[.\[]|[^\n]{0,200}(?:your[_ -]|placeholder|xxx|redacted))"
    r"|\$(?:[A-Z_][A-Z0-9_]*$|[({]|json|node|env|vars|secrets|input|item|parameter)|<[^<>\n]{0,200}>$|\[[^\]\n]{0,200}\]$"
    r"|[\w.]{1,100}\(|[{\[*]|…|\.\.\."
)
"""What only says where the value is, or that one belongs there."""

_TEMPLATES = ("{{", "${", "<%")
_EXPORTS = ("export", "set", "setx", "env", "arg", "local", "readonly", "const", "let", "var", "declare -x", "$env:")
_BEFORE_KEYS = "\r\n-+#*|>/;?"
_WITH_WORDS = ("authorization", "authorisation", "cookie")
"""What these are the names of goes on to the end of the line, whatever stands in it."""

_ADDRESS = re.compile(r"://[^\s/:@\"'{}<>]{0,80}:(?P<key>[^\s/@\"'{}<>]{1,200})@")
_USER = re.compile(r"(?<!\S)(?:-u|--user|--proxy-user)[ =]{1,3}[\"']?[^\s:\"'{}$]{1,80}:(?P<key>[^\s\"'{}\\]{1,200})")

_Stretch = tuple[int, int]


def named(text: str) -> Iterator[_Stretch]:
    """Where the values of such names begin and end; they may overlap."""
    for pattern in (_ADDRESS, _USER):
        for match in pattern.finditer(text):
            if not _REFERENCE.match(match["key"]):
                yield match.span("key")
    reached = 0
    for name in _NAME.finditer(text.replace("İ", "I").lower()):  # the one letter that becomes two
        if name.start() >= reached:
            for stretch in _value_of(text, name):
                yield stretch
                reached = stretch[1]


def _value_of(text: str, name: re.Match[str]) -> Iterator[_Stretch]:
    before = text[max(0, name.start() - 120) : name.start()]
    bare = before.rstrip(_OF_NAMES)
    key = before[len(bare) :]
    if name["short"] and key and not _begins_a_word(text, name.start()):
        return
    if pair := _VALUE_OF_PAIR.match(text, name.end()):
        yield from _strict(text, pair.end())
    elif sign := _SIGN.match(text, name.end()):
        yield from _behind(text, sign, name, bare)
    elif key.startswith("--") and (flag := _OF_FLAG.match(text, name.end())):
        yield from _strict(text, flag.end())


def _begins_a_word(text: str, at: int) -> bool:
    return not text[at - 1].isalnum() or (text[at].isupper() and not text[at - 1].isupper())


def _behind(text: str, sign: re.Match[str], name: re.Match[str], bare: str) -> Iterator[_Stretch]:
    """The value behind a sign, by what the sign is and where the name of it stands, ``bare`` being what leads there."""
    at, wide = sign.end(), sign["space"] or sign.start("sign") > sign.start()
    if sign["sign"] == ">":
        if bare.endswith("<"):
            yield from _told(text, at, _IN_TAG)
    elif name["behind"]:
        room = text[at : at + _MOST_SPACE]
        yield from _strict(text, at + len(room) - len(room.lstrip()))
    elif _quote(text, at):
        yield from _strict(text, at)
    elif sign["sign"].startswith("=="):
        return
    elif sign["sign"] != ":" and not wide:
        yield from _strict(text, at)
    else:
        yield from _plain(text, at, name, bare)


def _plain(text: str, at: int, name: re.Match[str], bare: str) -> Iterator[_Stretch]:
    """A value without quotation marks, behind a name that has none either."""
    lead = bare.rstrip(" \t")
    last = lead[-1:]
    all_of_it = name[0].startswith(_WITH_WORDS)
    if not lead or last in _BEFORE_KEYS or lead.casefold().endswith(_EXPORTS):
        yield from _rest(text, at, _WHOLE if all_of_it else _CAPITAL if text[name.start()].isupper() else "")
    elif last == "\\" or (last in "\"'`(" and all_of_it):
        yield from _told(text, at, _TO_QUOTE if all_of_it else _RUN)
    elif last in "{,[" and (within := _WITHIN.match(text, at)):
        yield from _shown(text, within.span())
    elif last in "\"'`(" and (only := _RUN.match(text, at)) and text[only.end() : only.end() + 1] in "\"'`)\\":
        yield from _shown(text, only.span())
    else:
        yield from _made(text, at)


def _rest(text: str, at: int, kind: str) -> Iterator[_Stretch]:
    """The rest of a line, or the lines below that are indented more."""
    tags = _TAGS.match(text, at)
    at = tags.end() if tags else at
    if block := _BLOCK.match(text, at):
        yield from _below(text, at, block.end())
        return
    line = _LINE.match(text, at)
    if line is None:
        return
    end = at + len(line[0].partition(" #")[0].rstrip(" \t;,"))
    value = text[at : min(end, at + _MOST_READ)]
    if kind != _WHOLE and len(value.split()) >= _MANY_WORDS and (kind == _CAPITAL or _PROSE.search(value)):
        yield from _made(text, at)
    else:
        yield from _shown(text, (at, end))


def _made(text: str, at: int) -> Iterator[_Stretch]:
    """A value in a sentence, if it is no word of one."""
    if (run := _RUN.match(text, at)) and _MADE.search(run[0]):
        yield run.span()


def _below(text: str, at: int, start: int) -> Iterator[_Stretch]:
    """The lines of a block scalar, or the one below a key that has nothing beside it and is no key itself."""
    own = text[text.rfind("\n", 0, at) + 1 : at]
    first = _INDENT.match(text, start)
    if first is None or len(first["indent"]) <= len(own) - len(own.lstrip(" \t-")):
        return
    if not text.startswith(("|", ">"), at):
        if not re.match(r"- |[^\s\"']*:(?:\s|$)|[{\[#]", first["line"]):
            yield from _shown(text, first.span("line"))
        return
    more = re.compile(rf"(?:\n(?:{first['indent']}[^\n]*|[ \t\r]*(?=\n)))*").match(text, first.end())
    yield first.start("line"), more.end() if more else first.end()


def _strict(text: str, at: int) -> Iterator[_Stretch]:
    """A value in quotation marks, or one without as far as no sign or space ends it."""
    if quote := _quote(text, at):
        yield from _told(text, at + len(quote), _QUOTED[quote])
    else:
        yield from _told(text, at, _RUN)


def _quote(text: str, at: int) -> str:
    return next((quote for quote in _QUOTED if text.startswith(quote, at)), "")


def _told(text: str, at: int, pattern: re.Pattern[str]) -> Iterator[_Stretch]:
    if value := pattern.match(text, at):
        yield from _shown(text, value.span())


def _shown(text: str, stretch: _Stretch) -> Iterator[_Stretch]:
    """The value without the kind of key that it begins with, if it is no reference to one."""
    start, end = stretch
    scheme = _SCHEME.match(text, start, end)
    start = scheme.end() if scheme else start
    value = text[start:end]
    if value.strip() and not _REFERENCE.match(value) and not any(each in value for each in _TEMPLATES):
        yield start, end
