"""What a call to an address does, whichever tool makes it: by its row, and by what it is given."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sociable.readers.addresses.addresses import Known, known
from sociable.readers.addresses.requests import Request, address_of, is_computed
from sociable.readers.flow.parts import Hole, Part, Template
from sociable.readers.flow.rows import chosen, filled, platforms_named, said_in, taken_from, titled_after
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.source import Span

_HOLES = re.compile(r"(\*)")
_LEFT_OUT = re.compile(r"-site:\S+")
"""What a search passes over."""

_ARROW = re.compile(r"\bx\b(?!\.com)")
"""What programs call anything."""

_HOOK = re.compile(r"hook|response_url", re.IGNORECASE)
_ROOM = re.compile(r"slack|discord|teams|mattermost", re.IGNORECASE)
"""Rooms whose web hooks are kept as a setting, under a name that tells whose they are."""

_SCRAPES = re.compile(r"scrap(?:er?|ing)(?![a-z])|apify|phantombuster", re.IGNORECASE)
_TAKES = re.compile(
    r"(?<![a-z])(?:scrap(?:er?|ing)|download(?:er|ing)?|extract(?:or|ing)?|transcri(?:pts?|be))(?![a-z])", re.IGNORECASE
)
"""How a node is called that has somebody take what stands on a page of a platform."""

_IS_ADDRESS = re.compile(r"(?<![a-z])(?:url|link)s?(?![a-z])", re.IGNORECASE)


_OWN = re.compile(r"[/@](?:your|my|our)[_-]", re.IGNORECASE)
"""In the address of a page, what somebody fills in for their own."""

_RESELLS = re.compile(r"(?:^|\.)rapidapi\.com$")
"""A market on which others sell what they took from platforms, among much else."""

_IS_PAGE = re.compile(r"(?<![a-z])(?:page|html|profile)(?![a-z])", re.IGNORECASE)
"""How a node is called that gets a page for people, and not what a program is meant to get."""

WHOLE = ""
"""The name of a body that is all of what another node made."""

_LONGEST_ADDRESS = 300
"""Of what is given as one: more is a text that speaks of it."""

_LOADS_DOWN = re.compile(
    r"(?:^|[.-])[a-z0-9]*(?:downloader|[a-z]dl|dlp)(?=[.-])|(?:snap|save|ss)(?:tik|insta|tube|from)|fastdl|y2mate"
)
"""Hosts that load down films and pictures of platforms for everybody."""


class Field(Record):
    """A value, and the place of its name."""

    value: Template
    named: Span


@dataclass(frozen=True, slots=True)
class Given:
    """What a call was given, by the names of its body and query."""

    fields: Mapping[str, Field]
    complete: bool = False

    def template(self, paths: str | Iterable[str]) -> Template | None:
        """The first of these fields, or the first that lies below it."""
        for path in (paths,) if isinstance(paths, str) else paths:
            field = self.named(path)
            if field is not None:
                return field.value
            below = next((field for name, field in self.fields.items() if name.startswith(f"{path}.")), None)
            if below is not None:
                return below.value
        return None

    def named(self, path: str) -> Field | None:
        return self.fields.get(path) or self.fields.get(path.rsplit(".", 1)[-1])

    def text(self, path: str) -> str:
        found = self.template(path)
        return (found.fixed or "") if found is not None else ""


def call(part: Part, method: str, url: Template, fields: Mapping[str, Field]) -> Part:
    """Fill the part of a node that calls an address with ``fields`` in body and query."""
    address = address_of(url)
    filled_with = "" if "." in address.host else _said_of(url, part)
    request = Request(method, address, url.span, frozenset(fields), filled_with)
    found = known(request)
    part = part._replace(place=url.span)
    if found is None:
        return _unknown(part, method, url, Given(fields))
    given = Given({**dict(_segments(found, url)), **fields})
    row = chosen(found.row, given)
    platform = _platform(found, row, request, given, url) or next(iter(platforms_named(part.name)), "")
    platform = platform or titled_after(found.row, part.within)
    is_guess = not platform and _is_told_by_number(found, given)
    platform = next(iter(taken_from(part.within)), "") if is_guess else platform
    part = filled(part._replace(platform=platform, via=found.via), row, given)
    part = part._replace(
        guessed=part.guessed or (is_guess and bool(platform)),
        whole=_in_whole(row, given),
    )
    if part.crowd == "found" and _OWN.search(url.fixed or ""):
        part = part._replace(crowd="")
    if part.kind == "read":
        return part._replace(resource=" ".join(said_in(url)))
    if part.reason and method == "GET" and row is found.row:
        return part._replace(reason="", starts_or_acts=False)
    return part._replace(place=_place(part, row, given, url))


def _in_whole(row: Mapping[str, Any], given: Given) -> Template | None:
    """The text of a call that sends what another node made, as it is: what that has under the name of the text."""
    whole = given.fields.get(WHOLE)
    if whole is None or "text" not in row:
        return None
    name = row["text"] if isinstance(row["text"], str) else row["text"][0]
    parts = (_below(part, name) if isinstance(part, Hole) else part for part in whole.value.parts)
    return whole.value._replace(parts=tuple(parts))


def _below(hole: Hole, name: str) -> Hole:
    return hole._replace(refs=tuple(ref._replace(path=(*ref.path, *name.split("."))) for ref in hole.refs))


def _is_told_by_number(found: Known, given: Given) -> bool:
    """Whether a service that reads any page is told what to run, and no page that it is to read.

    Then the title of the flow may say where that is.
    """
    words = (piece for field in given.fields.values() for piece in said_in(field.value))
    return bool(found.row.get("by_words")) and not any("://" in piece for piece in words)


def _said_of(url: Template, part: Part) -> str:
    """What is said of an address that is not known: by what fills it in, or where it waits for one, by its node."""
    words = " ".join(said_in(url))
    return words if url.refs else f"{words} {part.name}"


def _segments(found: Known, url: Template) -> Iterator[tuple[str, Field]]:
    """What stands in the path of an address, as fields ``path.1`` and so on."""
    holes = [part for part in url.parts if isinstance(part, Hole)]
    for number, (text, first) in enumerate(found.segments, 1):
        filled = iter(holes[first:])
        pieces = (next(filled, "") if piece == "*" else piece for piece in _HOLES.split(text))
        yield f"path.{number}", Field(Template(tuple(filter(None, pieces)), url.span), url.span)


def _unknown(part: Part, method: str, url: Template, given: Given) -> Part:
    """A look at an unknown address concerns nobody; anything else may be what people notice."""
    part = part._replace(kind="pass")
    words = " ".join(said_in(url))
    named = platforms_named(_ARROW.sub("", words))
    if named and (is_computed(url) if method == "GET" else _SCRAPES.search(words)):
        return _page(part, named[0])
    if method == "GET" and is_computed(url) and _IS_PAGE.search(part.name) and (named := platforms_named(part.name)):
        return _page(part, named[0])
    named = _taken_from(part, address_of(url).host, words, given) or _handed_a_page(part, method, given)
    if named:
        return _page(part, named[0])
    if method == "GET":
        return part
    hook = _ROOM.search(f"{words} {part.name}") if _HOOK.search(words) else None
    if hook is not None:
        row = {"does": "message", "text": ["text", "content", "blocks"]}
        return filled(part._replace(platform=hook[0].casefold()), row, given)._replace(guessed=True)
    return part._replace(reason="computed-address" if is_computed(url) else "unknown-address", starts_or_acts=True)


def _taken_from(part: Part, host: str, words: str, given: Given) -> tuple[str, ...]:
    """The platforms from which a host takes what it gives, by what it is asked for and what the node is called.

    Of a host that does nothing but that, the flow's own name may tell.
    """
    loads_down = _LOADS_DOWN.search(host) is not None
    if not loads_down and not _RESELLS.search(host):
        return ()
    asked = (piece for field in given.fields.values() for piece in said_in(field.value))
    said = platforms_named(_ARROW.sub("", " ".join([words, *asked])))
    return said or platforms_named(part.name) or (platforms_named(part.within) if loads_down else ())


def _handed_a_page(part: Part, method: str, given: Given) -> tuple[str, ...]:
    """The platform of whose page a service is given the address, by a node that says that this is to be taken."""
    if method == "GET" or not _TAKES.search(part.name.replace("_", " ")):
        return ()
    for name, field in given.fields.items():
        said = " ".join([name, *said_in(field.value)]).replace("_", " ")
        if len(said) < _LONGEST_ADDRESS and _IS_ADDRESS.search(said) and (named := platforms_named(said)):
            return named
    return ()


def _page(part: Part, platform: str) -> Part:
    """A page of a platform that is fetched like a visitor would: by the name of what its address is made of."""
    return part._replace(kind="fetch", platform=platform, via="unofficial", crowd="found", guessed=True)


def _place(part: Part, row: Mapping[str, Any], given: Given, url: Template) -> Span:
    """A text inside a longer body tells most; else what decides the verb; else the address."""
    if part.text is not None and any(field.named == part.text.span for field in given.fields.values()):
        return part.text.span
    named = next((field.named for name in row.get("has", ()) if (field := given.named(name)) is not None), None)
    return named if named is not None and part.text is None else url.span


def _platform(found: Known, row: Mapping[str, Any], request: Request, given: Given, url: Template) -> str:
    """The platform by its host, by a field that names it, or by what the call speaks of."""
    for name in row.get("by_field", found.row.get("by_field", ())):
        named = _named(given, name)
        if named:
            return " ".join(named)
    host = request.address.host
    if row.get("by_host"):
        return next(iter(platforms_named(host)), "other")
    if host == "graph.instagram.com":
        return "instagram"
    platform = row.get("platform") or found.platform
    if found.row.get("by_words"):
        words = " ".join([*said_in(url), *(part for field in given.fields.values() for part in said_in(field.value))])
        return next(iter(platforms_named(_LEFT_OUT.sub("", words))), platform)
    if platform == "meta":
        return "instagram" if any("instagram" in word.casefold() for word in said_in(url)) else "meta"
    return str(platform)


def _named(given: Given, path: str) -> tuple[str, ...]:
    """The platforms that a field names by the keys below it, or by what it says."""
    below = " ".join(name[len(path) :] for name in given.fields if name.startswith(f"{path}."))
    field = given.named(path)
    return platforms_named(below) or platforms_named(" ".join(said_in(field.value)) if field is not None else "")
