"""A feediverse configuration to a fragment: what is new in each feed is posted by one account on Mastodon.

The whole of a small format: a pattern for others, which docs/importers.md explains.
"""

import re
from collections.abc import Iterator

from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, items, member, scalar_at, span_of, text_at
from sociable.findings.origin import Origin
from sociable.findings.report import Coverage, Part
from sociable.readers.fragment import Fragment
from sociable.readers.mastodon_account import mastodon_account
from sociable.readers.names_and_holes import cut_at, filled, told_apart
from sociable.setup.model import Account, Automation, Expression, Named, Step, Text, Trigger
from sociable.text.source import Source
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

NAME = "feediverse"
READ_AS = "a feediverse configuration"
_KEYS_OF_APP = frozenset(("access_token", "client_id", "client_secret"))
_FILLED = re.compile(r"\{\{|\}\}|\{(\w+)[^{}]*\}")
_FIELDS = {
    "title": "title",
    "summary": "summary",
    "content": "text",
    "url": "url",
    "link": "url",
    "updated": "published_at",
}
"""What can be filled in of an item, and what our format calls it."""


def recognises(document: Document) -> bool:
    """Whether it holds the keys of an app, and feeds of which one has an address and a template."""
    root = document.roots[0] if document.roots else None
    if type(root) is not Mapping or not root.keys() & _KEYS_OF_APP:
        return False
    return any(text_at(feed, "url") and text_at(feed, "template") for feed in items(member(root, "feeds")))


def read(document: Document) -> Fragment:
    """Read each feed as an automation; one that has lost its address or its template is told as not understood."""
    source, root = document.source, document.roots[0]
    account = mastodon_account(source, root, "url", NAME)
    automations: list[Automation] = []
    parts: list[Part] = []
    feeds = items(member(root, "feeds"))
    for name, feed in zip(told_apart(text_at(each, "url") or "feed" for each in feeds), feeds, strict=True):
        if made := _automation(source, account, name, feed):
            automations.append(made)
            parts.append(Part(name, made.span, "understood"))
        else:
            parts.append(Part(name, span_of(source, feed), "not-understood", "parameters-missing"))
    return Fragment(source, NAME, (account,), tuple(automations), coverage=Coverage(READ_AS, tuple(parts)))


def _automation(source: Source, account: Account, name: str, feed: Node) -> Automation | None:
    address, template = scalar_at(feed, "url"), scalar_at(feed, "template")
    if not address or not template:
        return None
    place = span_of(source, address)
    origin = Origin(NAME, name, within=Origin(NAME))
    text = Text(tuple(_parts(template.value)), span_of(source, template))
    step = Step(VERBS["post"], text.span, text, None, origin=origin)
    trigger = Trigger(EVENTS["feed_item"], place, {"feed": (address.value,)}, polled=True)
    return Automation(Named(name, place), place, (account.id,), trigger, (step,), origin=origin)


def _parts(template: str) -> Iterator[str | Expression]:
    """What is written and what is filled in, as Python's ``format`` does it: two braces are one."""
    for part in cut_at(_FILLED, template):
        if isinstance(part, str):
            yield part
        elif part[1] is None:
            yield part[0][0]
        else:
            yield filled(("event", "item", *filter(None, (_FIELDS.get(part[1]),))))
