"""From a row of a table to a part: the same for nodes of a tool and for calls to an address."""

import re
from collections.abc import Iterable, Mapping

from sociable.readers.flow.parts import Hole, Part, Template
from sociable.records.static import Any, Protocol
from sociable.text.source import Span
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.verbs import VERBS

OTHER_KINDS = ("ask", "fetch", "model", "pass", "container", "notify", "read")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"@?(?=[^\d.])[\w-]+(?:\.[\w-]+)+")
"""A handle that is the name of a place in the net, as Bluesky has them."""

_HANDLE = re.compile(r"(?<!\w)@\w[\w.@-]*")
_SINCE = (
    *("since", "since_id", "since_time", "start_time", "start_date", "min_id", "min_time", "updated_after", "after"),
    *("publishedAfter", "updatedAfter", "sinceId", "cursor", "unread", "additionalFields.startTime"),
)
_ONLY_NEW = re.compile(r"\b(?:since|after|newer|newer_than|is:unread)\b", re.IGNORECASE)
"""How a look outside is asked for what is new alone."""

_OF_A_START = re.compile(
    r"""\$(?:node)?\s*[(\[]\s*(["'`])(?:(?!\1)[^\n])*?(?:trigger|hook|message)(?:(?!\1)[^\n])*\1""", re.IGNORECASE
)
"""In what is filled in, the name of what starts a flow: a link that came by it may lead anywhere."""

_NO_PLATFORM = re.compile(
    r"(?<![^\W_])(?:quora|reddit|forum|e?-?mail|gmail|slack|message|comment|discussion|conversation|chat|new)s?"
    r"[ _]threads",
    re.IGNORECASE,
)
"""Threads of something else."""

BY_AUDIENCE = ("message", "email")
"""Verbs of a table that follow from whom they reach."""

_TAKES = re.compile(
    r"scrap|extract|find|discover|monitor|analy[sz]|search|profile|influencer|lead|trend|competitor|enrich|repl(?:y|ies)"
    r"|comment",
    re.IGNORECASE,
)
_MAKES = re.compile(r"generat|publish|creat|poster|posting|upload|draft", re.IGNORECASE)

_PLATFORM_NAMES = {
    "twitter": "x",
    "tweet": "x",
    "x": "x",
    "ig": "instagram",
    "fb": "facebook",
    "truthsocial": "other",
    "quora": "quora",
    "xing": "xing",
    "yt": "youtube",
    "youtu": "youtube",
    **{
        name: name
        for name in (
            "instagram",
            "facebook",
            "linkedin",
            "tiktok",
            "youtube",
            "threads",
            "bluesky",
            "pinterest",
            "reddit",
            "telegram",
            "discord",
            "mastodon",
            "whatsapp",
        )
    },
}


class Fields(Protocol):
    """What a node or a call was given, by name; ``complete`` where what is not there was not given."""

    @property
    def complete(self) -> bool: ...

    def template(self, paths: str | Iterable[str]) -> Template | None: ...

    def text(self, path: str) -> str: ...


def chosen(row: Mapping[str, Any], fields: Fields) -> Mapping[str, Any]:
    """The row itself, or the first of its ``when`` that fits what is given."""
    for case in row.get("when", ()):
        has = all(fields.template(name) is not None for name in case.get("has", ()))
        has = has and all(_filled_with(fields.template(name), key) for name, key in case.get("filled_with", {}).items())
        if has and all(fields.text(name).casefold() == value.casefold() for name, value in case.get("is", {}).items()):
            found: Mapping[str, Any] = {"platform": row.get("platform", ""), **case}
            return found
    return row


def _filled_with(given: Template | None, key: str) -> bool:
    """Whether something is worked out when the flow runs, of what stands under such a key."""
    return given is not None and any(ref.path[-1:] == (key,) for ref in given.refs)


def filled(part: Part, row: Mapping[str, Any], fields: Fields) -> Part:
    """Fill a part with what its row says: what it does, whom it reaches, what people see."""
    row, guessed = _named(part, row)
    does = row["does"]
    if does == "pass":
        return part._replace(kind="pass", handle=_handle(fields.text(row["signs_in"])) if "signs_in" in row else "")
    if does == "render":
        return part._replace(kind="pass", renders=True)
    if does == "unknown":
        return part._replace(kind="pass", reason="unknown-operation", starts_or_acts=True)
    text = _template(row, "text", fields)
    beside = {name: fields.template(row[name]) for name in ("media", "link", "subject", "title") if name in row}
    part = part._replace(
        kind=does if does in OTHER_KINDS and does != "notify" else "act",
        verb=does if does in VERBS or does in BY_AUDIENCE else row.get("verb", "post") if does == "container" else "",
        to=_aim(row, part, fields),
        in_room="room" in row,
        about=_template(row, "about", fields),
        crowd=row.get("whom", ""),
        text=text,
        beside={name: value for name, value in beside.items() if value not in (None, text)},
        starts_or_acts=does not in ("container", "model", "read"),
        guessed=guessed,
        only_pictures=row.get("only_pictures", False),
        disclosed=frozenset(
            said
            for said, names in row.get("discloses", {}).items()
            if any(fields.text(name).casefold() == "true" for name in names)
        ),
    )
    if does == "fetch":
        return _fetch(part, row, fields)
    return part


def _handle(signed_in: str) -> str:
    """As whom a program signs in, if that is a name that anybody may know: no address of mail, no number."""
    return f"@{signed_in.lstrip('@')}" if _NAME.fullmatch(signed_in) else ""


def _named(part: Part, row: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """The row, or what the name of the node says that it does where nothing else tells; and whether it is a guess."""
    words = set(_WORD.findall(part.name.casefold()))
    for does, said in row.get("named", {}).items():
        if not words.isdisjoint(said):
            return {"does": does}, True
    return row, False


def _fetch(part: Part, row: Mapping[str, Any], fields: Fields) -> Part:
    search = _template(row, "search", fields)
    limit = fields.text(row["limit"]) if "limit" in row else ""
    return part._replace(
        verb="",
        event=row["fetches"].get("event", ""),
        crowd=row["fetches"].get("crowd", ""),
        tells=row["fetches"].get("by", ""),
        told=row["fetches"].get("events", {}),
        words=(search.fixed or "").strip()[:80] if search is not None else "",
        limit=int(limit) if limit.isdecimal() and len(limit) < 9 else 0,
        since=fields.template(_SINCE) is not None
        or (search is not None and _ONLY_NEW.search(repr(search.parts)) is not None),
        starts_or_acts=False,
    )


def _template(row: Mapping[str, Any], name: str, fields: Fields) -> Template | None:
    return fields.template(row[name]) if name in row else None


def _aim(row: Mapping[str, Any], part: Part, fields: Fields) -> Template | None:
    """Whom it is for; of a mail, nobody where that is blank, and a hole where an expression has lost its words."""
    if "at" in row:
        return _mentioned(fields.template(row["at"]))
    found = _template(row, "to", fields)
    names = row.get("to", ()) if row["does"] == "email" and fields.complete else ()
    if found is not None or not names:
        return found
    is_lost = any(fields.text(name).strip() == "=" for name in ([names] if type(names) is str else names))
    return Template((Hole((), ""),) if is_lost else (), part.place)


def _mentioned(text: Template | None) -> Template | None:
    """Whom a text speaks to: what follows its first ``@``."""
    if text is None:
        return None
    before = ""
    for part in text.parts:
        if not isinstance(part, str):
            if before.endswith("@"):
                return Template((part,), text.span)
        elif named := _HANDLE.search(part):
            return Template((named[0],), text.span)
        else:
            before = part
    return None


def platforms_named(words: str) -> tuple[str, ...]:
    """The platforms that a text names, in its order: ``instagram, tiktok``."""
    found: dict[str, None] = {}
    words = _NO_PLATFORM.sub(" ", words)
    for word in "".join(each if each.isalnum() else " " for each in words.casefold()).split():
        if word in _PLATFORM_NAMES:
            found[_PLATFORM_NAMES[word]] = None
    return tuple(found)


def titled_after(row: Mapping[str, Any], title: str) -> str:
    """The platform that the title of a flow names alone: there a tool for many is at work, of which the row says so."""
    named = platforms_named(title) if "titled" in row else ()
    return named[0] if len(named) == 1 else ""


def taken_from(title: str) -> tuple[str, ...]:
    """The platform from which a flow takes what is there, by its title; none where it may only publish there.

    Where programs have accounts of their own, people order things and are told them: nothing is taken from there.
    """
    named = tuple(each for each in platforms_named(title) if not platform_row(each).bot_accounts)
    return named if len(named) == 1 and _TAKES.search(title) and not _MAKES.search(title) else ()


def said_in(value: Template) -> list[str]:
    """What a value says by its own words and by what it is filled in with, piece by piece."""
    return [part if isinstance(part, str) else _OF_A_START.sub("", part.code) for part in value.parts]


def place_of(part: Part, fallback: Span) -> Span:
    """Where most is told about a part: its text before anything else."""
    return part.text.span if part.text is not None else fallback
