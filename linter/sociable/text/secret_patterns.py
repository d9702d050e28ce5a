"""Keys and passwords that stand in a file: found by shapes their makers gave them, and hidden wherever a file is shown.

Only shapes that nothing else has are looked for. A long row of letters may be anything, so it is nothing, unless the
word before it says that it is a key, or the name under which an address, the head of a call, a program or a setting
gives it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sociable.records.record import Record


class Shape(Record):
    """What a key looks like; ``what`` it is, with an article. A text without the ``mark`` holds none.

    The group ``key`` of the pattern is what has to stay unknown. ``by_name``: only its name tells that it is a key, so
    that words which ask for one are none. What stands ``before`` it is looked at last, because few places get so far;
    ``given_out`` is what stands there where the address is meant for others, and opens nothing but what it leads to.
    """

    what: str
    mark: str
    pattern: str
    by_name: bool = False
    before: str = ""
    given_out: str = ""


class Found(Record):
    """A key in a text: which, and where it begins and ends."""

    what: str
    start: int
    end: int


_Stretch = tuple[int, int]
"""Where something begins and ends."""

_BEARER = "A" * 20
_W = r"[A-Za-z0-9_-]"
_SURE_NAMES = r"(?:rapid)?api[_-]?key|access[_-]?(?:key|token)|auth[_-]?token|client[_-]?secret|secret[_-]?key"
_NAMES = rf"{_SURE_NAMES}|token|secret|password"

_HUMP = r"(?<=[a-z0-9])(?=[A-Z])"
"""Where a word begins in the middle of a name: ``botToken``."""

_TYPE = r'(?:"type"\s*:\s*"\w{1,20}"\s*,\s*)?'
"""What some tools say between the name of a value and the value."""

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

_ESCAPED = (
    r"\\[abefnrtv0NLP_]",
    r"\\[0-3][0-7]{2}",
    r"\\u[0-9A-Fa-f]{4}",
    r"\\U[0-9A-Fa-f]{8}",
    r"\\x[0-9A-Fa-f]{2}",
    r"%[0-9A-Fa-f]{2}",
    r"\x1b[ -~]",
    r"\x1b[(-/][ -~]",
    r"[\[0-9;:?][A-Za-z]",
)
"""Signs written as JSON, YAML, programs and addresses write them, and codes of a terminal, such as for a colour.

What stands behind them begins a word. The codes may themselves be written out, so that only their ends are known.
"""

_NO_PAGE = r"(?<!(?i:page|next|sync))(?<!(?i:page|next|sync)[_-])"
"""What says that a token only leads to the next page of a list."""

_BEGINS = rf"(?:\b|(?<=[_-])|{_HUMP}|{'|'.join(f'(?<={escaped})' for escaped in _ESCAPED)})"
"""Where the name of a key begins."""

_SETTING = (
    rf"(?m:^[ \t]{{0,40}}(?:-[ \t]{{1,5}}){{0,3}}|[{{,][ \t]{{0,20}})(?:export[ \t])?"
    rf"[\w.-]{{0,40}}{_BEGINS}{_NO_PAGE}(?i:{_NAMES})[ \t]*$"
)
"""The name of a setting that is a key: at the beginning of a line, or after a bracket or comma."""

_OF_SETTING = (
    rf"(?:{_UUID}|(?=[A-Za-z0-9_.~+/-]{{0,184}}[A-Za-z0-9]{{16}})[A-Za-z0-9][A-Za-z0-9_.~+/-]{{19,199}}={{0,2}})"
)
"""A key that no quotation marks need enclose: no words joined by signs, as names of keys and places are."""

_ENDS = r"(?=[ \t]{0,20}(?:[\r\n,}]|$|(?<=[ \t])#))"
"""What stands behind the value of a setting."""

_CHOSEN = r"(?=\S{0,60}[a-z])(?=\S{0,60}[A-Z])(?!\S{0,60}(?i:pass|secret|test|demo|admin|1234))[^\s\"'{}<>$]{8,64}"
"""A password as somebody makes one up, and none that stands for one."""

_CUT = r"\.\."
"""The end of the dots that stand for what a program has left out."""


def _alone(prefix: str) -> str:
    """The prefix of a key, at the beginning of a word. It comes first, because that makes the search fast."""
    behind = "|".join(f"(?<={before}{prefix})" for before in (*_ESCAPED, _CUT))
    return f"{prefix}(?:(?<![A-Za-z0-9_.-]{prefix})|{behind})"


SHAPES = (
    Shape(
        "a password for programs on Slack (a token)", "xox", rf"(?P<key>{_alone('xox')}[abeoprs]-[A-Za-z0-9-]{{20,}})"
    ),
    Shape(
        "an address by which whoever knows it writes on Slack (a web hook)",
        "hooks.slack.com/",
        r"hooks\.slack\.com/services/(?P<key>T\w{5,}/B\w{5,}/\w{20,})",
    ),
    Shape(
        "an address by which whoever knows it writes on Discord (a web hook)",
        "/api/webhooks/",
        rf"/api/webhooks/[0-9]{{15,25}}/(?P<key>{_W}{{50,}})",
    ),
    Shape("the password of a Telegram bot (a token)", ":AA", rf":AA(?<=[0-9]{{8}}:AA)(?P<key>{_W}{{33}})(?!{_W})"),
    Shape(
        "a password for programs at Meta (an access token)",
        "EAA",
        rf"(?P<key>{_alone('EAA')}(?<![+/]EAA)[A-Za-z0-9]{{80,}})",
    ),
    Shape("a password for programs on X (a bearer token)", _BEARER, rf"(?P<key>{_alone(_BEARER)}[A-Za-z0-9%]{{30,}})"),
    Shape("a password for programs at Google (an API key)", "AIza", rf"(?P<key>{_alone('AIza')}{_W}{{35}})(?!{_W})"),
    Shape(
        "a password for programs at Amazon Web Services (an access key)",
        "AKIA",
        rf"(?P<key>{_alone('AKIA')}[A-Z0-9]{{16}})(?!{_W})",
        given_out=r"(?i:x-amz-credential|awsaccesskeyid)(?:=|%(?:25)*3[Dd])$",
    ),
    *(
        Shape("a password for programs on GitHub (a token)", prefix, rf"(?P<key>{_alone(prefix)}[A-Za-z0-9_]{{36,}})")
        for prefix in ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_")
    ),
    Shape("a password for programs at an AI service (a key)", "sk-", rf"(?P<key>{_alone('sk-')}{_W}{{40,}})"),
    *(
        Shape("a password for programs at Stripe (a key)", prefix, rf"(?P<key>{_alone(prefix)}[A-Za-z0-9]{{20,}})")
        for prefix in ("sk_live_", "rk_live_")
    ),
    Shape(
        "a password for programs at SendGrid (a key)",
        "SG.",
        rf"(?P<key>{_alone('SG[.]')}{_W}{{22}}\.{_W}{{43}})(?!{_W})",
    ),
    Shape(
        "a signed password for programs (a token)",
        "eyJ",
        rf"(?P<key>{_alone('eyJ')}{_W}{{15,}}\.eyJ{_W}{{15,}}\.{_W}{{20,}})",
    ),
    Shape("a password for programs on GitLab (a token)", "glpat-", rf"(?P<key>{_alone('glpat-')}{_W}{{20,}})"),
    Shape(
        "a password for programs at Shopify (a token)",
        "shpat_",
        rf"(?P<key>{_alone('shpat_')}[a-fA-F0-9]{{32}})(?!{_W})",
    ),
    Shape(
        "a password for programs at Hugging Face (a token)",
        "hf_",
        rf"(?P<key>{_alone('hf_')}[A-Za-z0-9]{{34}})(?!{_W})",
    ),
    Shape("a password for programs at Groq (a key)", "gsk_", rf"(?P<key>{_alone('gsk_')}[A-Za-z0-9]{{52}})(?!{_W})"),
    *(
        Shape("a password for programs at fal.ai (a key)", mark, rf"{mark}(?P<key>{_UUID}:[0-9a-f]{{32}})(?!{_W})")
        for mark in ("Key ", "key ")
    ),
    Shape("a password for programs at npm (a token)", "npm_", rf"(?P<key>{_alone('npm_')}[A-Za-z0-9]{{36}})(?!{_W})"),
    *(
        Shape(
            "a password by which a program opens an account (a token)",
            mark,
            rf"{mark}(?P<key>[A-Za-z0-9._~+/-]{{20,}})",
        )
        for mark in ("Bearer ", "bearer ")
    ),
    Shape("a password in a web address", "://", r"://[^\s/:@\"'{}]{1,80}:(?P<key>[^\s/:@\"'{}]{6,200})@"),
    Shape(
        "a password for programs in a web address (a key)",
        "=",
        rf"[?&;](?i:{_NAMES})=(?P<key>{_W}{{16,200}})(?![\w.{{}}$-])",
        by_name=True,
        given_out=r"(?i:unsubscri|opt-?out)[^\s\"']*$",
    ),
    Shape(
        "a password for programs (a key in a header)",
        '"value"',
        rf'"name"\s*:\s*" ?(?:[\w-]{{0,40}}(?:[_-]|{_HUMP}))?(?i:{_NAMES}|authorization) ?"\s*,\s*'
        rf'{_TYPE}"value"\s*:\s*"=?(?i:token |basic |key )?(?P<key>[\w.~+/=-]{{20,200}})"',
        by_name=True,
    ),
    Shape(
        "a password for programs (a key by its name alone)",
        '"value"',
        rf'"name"\s*:\s*" ?(?:[\w-]{{0,40}}[_-])?(?i:key)(?<!(?i:(?:public|dexnow).key)) ?"\s*,\s*{_TYPE}'
        rf'"value"\s*:\s*"=?(?P<key>(?:[0-9a-f]{{32}}){{1,2}}|{_UUID}(?::[0-9a-f]{{32}})?|[0-9]{{8}}-[0-9a-f]{{25}})"',
        by_name=True,
    ),
    Shape(
        "a password for programs (a key in a program)",
        "=",
        rf"=\s*\\?[\"'](?P<key>{_W}{{20,200}})\\?[\"']",
        by_name=True,
        before=rf"{_BEGINS}(?i:{_NAMES})\s*$",
    ),
    Shape(
        "a password for programs (a key as the value of its name)",
        ":",
        rf":(?:(?<=[nNtTyY][\"']:)|(?<=[nNtTyY]\\[\"']:))\s*\\?[\"'](?P<key>{_W}{{20,200}})\\?[\"']",
        by_name=True,
        before=rf"{_BEGINS}(?i:{_SURE_NAMES})\\?[\"']$",
    ),
    *(
        Shape(
            "a password for programs (a key in a setting)",
            sign,
            rf"{sign}(?<=[dntyDNTY \t]{sign})[ \t]{{0,20}}(?P<quote>[\"']?)(?P<key>{_OF_SETTING})(?P=quote){_ENDS}",
            by_name=True,
            before=_SETTING,
        )
        for sign in (":", "=")
    ),
    Shape(
        "a password (in a setting)",
        "=",
        rf"=[ \t]{{0,20}}(?P<quote>[\"'])(?P<key>{_CHOSEN})(?P=quote)",
        by_name=True,
        before=rf"(?m:^[ \t]{{0,40}})\w{{0,40}}{_BEGINS}(?i:pass(?:word|wort|wd)|kennwort)[ \t]*$",
    ),
    Shape(
        "a secret file by which a program proves who it is (a private key)",
        "PRIVATE KEY-----",
        r"PRIVATE KEY-----(?P<key>[^-]{40,20000})-----END ",
    ),
)

_NEAR = 60
"""Characters before a key that are looked at for its name."""

_MANY = 6
"""Different characters that a real key has at least; ``xxxx`` and ``password`` stand for one."""

_PLACEHOLDER = r"(?i)^0x|your|here|placeholder|example|xxxx|1234567|insert|replace|change"
"""What no key holds that stands under the name of one: a request for it, or the address of a coin."""

_OF_MANUALS = "EXAMPLE"
"""How the keys end that makers show in their manuals."""

_NAMED = (
    "pass",
    "pwd",
    "secret",
    "token",
    "key",
    "authori",
    "bearer",
    "cookie",
    "session",
    "kennwort",
    "senha",
    "contrase",
    "wachtwoord",
)
"""What the names of keys hold, in small letters."""

_SHORTEST = len("pwd=a")
_OFTEN_SAID = 400
"""Characters of the longest text that is worth remembering."""

_HIDDEN = "*"


def find(text: str) -> list[Found]:
    """Find the keys in a text, in its order; of those that overlap, the one whose maker is known."""
    kept: list[Found] = []
    for found in sorted(_find(text), key=lambda found: found.start):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept


def hidden(text: str) -> str:
    """Give the same text with a ``*`` in the place of each character of a key, so that nothing moves."""
    if len(text) < _SHORTEST:
        return text
    return _hidden_again(text) if len(text) <= _OFTEN_SAID else _hidden(text)


def _hidden(text: str) -> str:
    return _covered(text, 0, len(text), _stretches(text))


_hidden_again = lru_cache(maxsize=1024)(_hidden)
"""A report says the same words of many findings."""


def hidden_value(name: str, value: str) -> str:
    """Give a value that is told of apart from its name, hidden if the name is that of a key."""
    quoted = value.replace("\\", "").replace('"', "")
    return value if hidden(pair := f'"{name}": "{quoted}"') == pair else _HIDDEN * len(value)


def may_be_named(text: str) -> bool:
    """Whether there may be a key in a text that only a name tells; quick."""
    if not (":" in text or "=" in text or "--" in text or ">" in text):
        return False
    return _holds_a_name(text) or ("@" in text and "://" in text) or "-u" in text


def _holds_a_name(text: str) -> bool:
    small = text.lower()
    return any(mark in small for mark in _NAMED)


def hidden_by_shape(document: str) -> str:
    """The same text without keys of a known shape: for what is made of texts, in which names stand for nothing."""
    return _covered(document, 0, len(document), _joined([(found.start, found.end) for found in _find(document)]))


def hidden_part(text: str, start: int, end: int) -> str:
    """Give a part of a long text with what belongs to a key hidden, also where the part holds only some of it."""
    return _covered(text, start, end, _kept(text))


@lru_cache(maxsize=4)
def _kept(text: str) -> tuple[_Stretch, ...]:
    """The lines of a file are shown one by one; it is looked through once."""
    return tuple(_stretches(text))


def _stretches(text: str) -> list[_Stretch]:
    """Where there are keys, in order; those that overlap are one stretch."""
    stretches = [(found.start, found.end) for found in _find(text)]
    if may_be_named(text):
        from sociable.text.named_secrets import named  # its patterns are needed in few files

        stretches += named(text)
    return _joined(stretches)


def _joined(stretches: list[_Stretch]) -> list[_Stretch]:
    joined: list[_Stretch] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _find(text: str) -> Iterator[Found]:
    marked = [shape for shape in SHAPES if shape.mark in text]
    if any(shape.by_name for shape in marked) and not _holds_a_name(text):
        marked = [shape for shape in marked if not shape.by_name]
    for shape in marked:
        for match in re.finditer(shape.pattern, text):
            if _is_real(shape, match["key"]) and _is_named(shape, text, match.start()):
                yield Found(shape.what, *match.span("key"))


def _is_real(shape: Shape, key: str) -> bool:
    asked_for = shape.by_name and (re.search(_PLACEHOLDER, key) or re.search(_PLACEHOLDER, _name_and_password(key)))
    return not asked_for and not key.endswith(_OF_MANUALS) and len(set(key)) >= _MANY and any(map(str.isdigit, key))


def _name_and_password(key: str) -> str:
    """What a header of the kind `Basic` says in base 64; nothing where it is none."""
    from binascii import a2b_base64

    try:
        said = a2b_base64(key).decode("ascii")
    except ValueError:
        return ""
    return said if ":" in said else ""


def _is_named(shape: Shape, text: str, at: int) -> bool:
    near = text[max(0, at - _NEAR) : at] if shape.before or shape.given_out else ""
    is_given_out = shape.given_out and re.search(shape.given_out, near)
    return not is_given_out and (not shape.before or re.search(shape.before, near) is not None)


def _covered(text: str, start: int, end: int, stretches: Sequence[_Stretch]) -> str:
    """The part from start to end; only those of the stretches are looked at that reach into it."""
    parts, at = [], start
    for number in range(bisect_right(stretches, start, key=_end), len(stretches)):
        first, last = stretches[number]
        if first >= end:
            break
        first, last = max(first, at), min(last, end)
        parts += [text[at:first], *(each if each in "\r\n" else _HIDDEN for each in text[first:last])]
        at = last
    return "".join([*parts, text[at:end]])


def _end(stretch: _Stretch) -> int:
    return stretch[1]
