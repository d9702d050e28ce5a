"""A feediverse configuration to a fragment: what is new in each feed is posted by one account on Mastodon."""

import re
from collections import Counter
from collections.abc import Iterator

from sociable.documents import nodes
from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, items, member, span_of, text_at
from sociable.findings.origin import Origin
from sociable.findings.report import Coverage, Part
from sociable.readers.fragment import Fragment
from sociable.setup.model import Account, Automation, Expression, Named, Step, Text, Trigger
from sociable.text.source import Source, Span
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

NAME = "feediverse"
READ_AS = "a feediverse configuration"
_KEYS_OF_APP = frozenset(("access_token", "client_id", "client_secret"))
_FILLED = re.compile(r"\{\{|\}\}|\{(\w+)[^{}]*\}")
_CARRIED = {
    "title": ("event", "item", "title"),
    "summary": ("event", "item", "summary"),
    "url": ("event", "item", "url"),
    "link": ("event", "item", "url"),
    "updated": ("event", "item", "published_at"),
}
_HOST = re.compile(r"(?:https?://)?([^/\s]+)")


def recognises(document: Document) -> bool:
    """Whether it holds the keys of an app, and feeds that each have an address and a template."""
    root = document.roots[0] if document.roots else None
    if type(root) is not nodes.Mapping or not root.keys() & _KEYS_OF_APP:
        return False
    return any(text_at(feed, "url") and text_at(feed, "template") for feed in items(member(root, "feeds")))


def read(document: Document) -> Fragment:
    """Read each feed as an automation; one that has lost its address or its template is told as not understood."""
    source, root = document.source, document.roots[0]
    assert type(root) is nodes.Mapping  # or it would not have been recognised
    account = _account(source, root)
    automations: list[Automation] = []
    covered: list[Part] = []
    for name, feed in _named(items(member(root, "feeds"))):
        place = span_of(source, feed)
        address, template = member(feed, "url"), member(feed, "template")
        if text_at(feed, "url") and text_at(feed, "template") and address is not None and template is not None:
            place = span_of(source, address)
            automations.append(_automation(account, name, text_at(feed, "url"), place, _text(source, template)))
            covered.append(Part(name, place, "understood"))
        else:
            covered.append(Part(name, place, "not-understood", "parameters-missing"))
    coverage = Coverage(READ_AS, tuple(covered))
    return Fragment(source, NAME, (account,), tuple(automations), coverage=coverage)


def _account(source: Source, root: Mapping) -> Account:
    """The account whose keys these are: of it, the file only names the server."""
    where = member(root, "url") or root
    found = _HOST.match(text_at(root, "url"))
    server = found[1].casefold() if found else ""
    place = span_of(source, where)
    name = server or "mastodon"
    return Account(Named(name, place), place, "mastodon", server=server, origin=Origin(NAME, name))


def _named(feeds: list[Node]) -> Iterator[tuple[str, Node]]:
    """Each feed with its address as its name."""
    seen: Counter[str] = Counter()
    for feed in feeds:
        name = text_at(feed, "url") or "feed"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})", feed


def _automation(account: Account, name: str, feed: str, place: Span, text: Text) -> Automation:
    origin = Origin(NAME, name, within=Origin(NAME))
    step = Step(VERBS["post"], text.span, text, None, origin=origin)
    trigger = Trigger(EVENTS["feed_item"], place, {"feed": (feed,)}, polled=True)
    return Automation(Named(name, place), place, (account.id,), trigger, (step,), origin=origin)


def _text(source: Source, template: Node) -> Text:
    assert type(template) is nodes.Scalar  # or there would be no text
    return Text(tuple(_parts(template.value)), span_of(source, template))


def _parts(template: str) -> Iterator[str | Expression]:
    """What is written and what is filled in, as Python's ``format`` does it: two braces are one."""
    at = 0
    for found in _FILLED.finditer(template):
        if found.start() > at:
            yield template[at : found.start()]
        if found[1] is None:
            yield found[0][0]
        else:
            names = _CARRIED.get(found[1], ("event", "item"))
            yield Expression("path", names, ".".join(names))
        at = found.end()
    if at < len(template):
        yield template[at:]
