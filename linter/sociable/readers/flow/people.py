"""Data about people from a platform, and what of a flow holds some."""

import re
from collections.abc import Iterator

from sociable.readers.flow.flow_provenance import Source
from sociable.readers.flow.key_words import in_words
from sociable.readers.flow.parts import Hole, Part, Template
from sociable.readers.flow.run import TOOL_OUTPUT, Run

_WHO = (
    r"(?:^|[^a-z])(?:e.?mail|mobile|profiles?|perfil|perfis|perfiles|profilo?|person|people|contacts?|followers?|(?<!company.)linkedin.{0,9}(?:url|link|profile|page|id)|(?<=[/_])linkedin$"
    r"|(?:first|last|(?<!owner.)full)[ ._]?name)"
)
_SAYS_WHO = re.compile(_WHO, re.IGNORECASE)
"""Keys that say who somebody is, or how to reach them, whatever stands beside them."""

_OF_SOMEBODY = rf"{_WHO}|(?:^|[^a-z])(?:phone|username|handle|owner|(?:user|display|screen)[ ._]?name)"
_OF_PEOPLE = re.compile(rf"{_OF_SOMEBODY}|(?:^|[^a-z])authors?|(?:^|\.)name$", re.IGNORECASE)
"""Keys that may say so."""

_OF_PEOPLE_ALONE = re.compile(_OF_SOMEBODY, re.IGNORECASE)
"""Those of them that no thing has: a product and a firm have a name as well, and an article an author."""

_OF_THING = re.compile(
    r"(?:^|[^a-z])(?:captions?|hashtags?|likes?|views?|plays?|price|rating|reviews?|category|categories|zip.?code|bedrooms"
    r"|estimate|stars|repo|ad.?id|salary|upvotes?|ups|subreddit|(?:video|image|display).?url|(?:post|item).?(?:id|url|text)|published"
    r"|(?:like|view|play|comment|reply|review|digg|heart|share)s?.?count)",
    re.IGNORECASE,
)
"""Keys of what is no person: a post, a shop, a house; its owner or author and their number stand beside them."""

_UNNAMED = frozenset(("", "content", "output", "response", "result"))
"""The last key of what is kept without saying what it is."""

_OF_FIRMS = re.compile(
    r"(?:^|[^a-z])(?:compan(?:y|ies)|business(?:es)?|firms?|shops?|stores?|properties|restaurants?)(?:[^a-z]|$)",
    re.IGNORECASE,
)

_OF_PAGES = frozenset(("", "other"))
"""The platforms of what reads any page of the web: products and prices far more often than people."""

_SPEAKS_OF_PEOPLE = re.compile(
    r"(?:^|[^a-z])(?:profiles?|people|persons?|leads?|prospects?|contacts?|comment(?:s|ers?)|follow(?:ers?|ing)|authors?"
    r"|influencers?|creators?|users?|members?|employees?|candidates?|recruits?|attendees?|founders?|e?mails?)(?:[^a-z]|$)",
    re.IGNORECASE,
)
"""What such a look is called when it is one for people."""


def tells_of_people(template: Template, look: Part) -> bool:
    """Whether what is kept of a look outside tells who somebody is.

    Of what reads any page it has to say so: by the names of its keys, or by what the look is called, or the flow where
    that tells which page. Where it is about a thing or a firm, a name and a number are theirs.
    """
    called = f"{look.words} {look.name} {look.within if look.guessed else ''}".replace("_", " ")
    speaks = _SPEAKS_OF_PEOPLE.search(called) is not None
    if (
        not speaks
        and _is_read_by_key(template)
        and (_OF_FIRMS.search(called) or any(map(_OF_THING.search, _keys(template))))
    ):
        return any(map(_SAYS_WHO.search, _keys(template)))
    if not speaks and look.via and (look.guessed or look.platform in _OF_PAGES):
        return any(_names_people(part) for part in template.parts if isinstance(part, Hole))
    return look.crowd == "followers" or may_tell_of_people(template)


def is_for_people(look: Part) -> bool:
    """Whether a look outside is itself called one for people, whatever the flow is called.

    A file says nothing of what it lists, and flows keep files of what they have already liked or read.
    """
    return _SPEAKS_OF_PEOPLE.search(f"{look.words} {look.name}".replace("_", " ")) is not None


def _is_read_by_key(template: Template) -> bool:
    """Whether a value keeps no whole things, and nothing that a model makes of them, whatever that is."""
    holes = [part for part in template.parts if isinstance(part, Hole)]
    keys = [ref.path[-1] if ref.path else "" for ref in template.refs]
    return not any(hole.model for hole in holes) and _UNNAMED.isdisjoint(keys)


def _keys(template: Template) -> list[str]:
    return [_key(ref.path) for ref in template.refs if ref.path]


def may_tell_of_people(template: Template) -> bool:
    """Whether a value keeps whole things, what a model makes of them, or by the names of its keys who somebody is.

    How often a post was seen, and what it says, is kept without its author all the time.
    """
    return any(
        part.model or any(not ref.path or _OF_PEOPLE.search(_key(ref.path)) for ref in part.refs)
        for part in template.parts
        if isinstance(part, Hole)
    )


def _names_people(hole: Hole) -> bool:
    keys = [hole.code] if hole.model else [_key(ref.path) for ref in hole.refs]
    return any(map(_OF_PEOPLE_ALONE.search, keys))


def _key(path: tuple[str, ...]) -> str:
    return in_words(".".join(path[-2:]))


def people_in(run: Run, template: Template, node: int) -> Iterator[Source]:
    """The looks outside that found people or posts of which a value tells something.

    A model tells of whatever the nodes find that it may use, a program of all that went into it: nobody can say when.
    """
    for source in run.provenance.sources(template, node):
        if source.kind == "fetched" and _finds_people(run.parts[source.node]):
            yield source
        elif source.kind in ("ai", "code"):
            yield from _of_model(run, source.node)
            yield from _told_to_model(run, source.node)
            maker = run.provenance.taints(node).get("fetched", -1)
            if maker >= 0 and _finds_people(run.parts[maker]):
                yield Source("fetched", maker)


def _of_model(run: Run, node: int) -> Iterator[Source]:
    for tool in tools_of(run, node):
        if _finds_people(run.parts[tool]):
            yield Source("fetched", tool)


def tools_of(run: Run, node: int) -> Iterator[int]:
    """What a model may use as it likes, or where a node is such a tool itself, all that its model may use."""
    using = [edge.source for edge in run.flow.into[node] if edge.output == TOOL_OUTPUT]
    for model in using or [node]:
        yield from (edge.target for edge in run.flow.out[model] if edge.output == TOOL_OUTPUT)


def _told_to_model(run: Run, node: int) -> Iterator[Source]:
    """Whom a model was told of, that takes names and addresses out of what was found."""
    for source in run.provenance.sources(run.parts[node].text, node) if run.parts[node].kind == "model" else ():
        if source.kind == "fetched" and _finds_people(run.parts[source.node]):
            yield source


def _finds_people(part: Part) -> bool:
    return part.kind == "fetch" and not part.off and bool(part.event or part.crowd not in ("", "feed"))
