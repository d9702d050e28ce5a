"""A bsky.rss configuration to a fragment: what is new in one feed is posted by one account on Bluesky.

Which feed that is, and which account, stands in variables of the environment and not in the file.
"""

import re
from collections.abc import Iterator

from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, Scalar, items, member, scalar_at, span_of, text_at
from sociable.findings.origin import Origin
from sociable.findings.report import Coverage, Part
from sociable.readers.automation_file.beside import seen
from sociable.readers.fragment import Fragment
from sociable.readers.names_and_holes import filled
from sociable.setup.model import Account, Automation, Expression, Named, Picture, Step, Text, Trigger
from sociable.text.source import Source, Span
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

NAME = "bsky-rss"
READ_AS = "a bsky.rss configuration"
_KEYS_OF_ALL = frozenset(("publishEmbed", "runInterval"))
_PART = "string"
_FIELDS = {"title": "title", "link": "url", "description": "summary"}
"""What can be filled in of an item, and what our format calls it."""

_FILLED = re.compile(r"\$(title|link|description)")
_SECONDS = re.compile(r"[1-9][0-9]{0,6}")


def recognises(document: Document) -> bool:
    """Whether it says how often the feed is looked at, and whether its posts show what they link to."""
    root = document.roots[0] if document.roots else None
    return type(root) is Mapping and root.keys() >= _KEYS_OF_ALL


def read(document: Document) -> Fragment:
    """Read the one automation that it holds; without a text it is told as not understood."""
    source, root = document.source, document.roots[0]
    place = span_of(source, root)
    account = Account(Named("bluesky", place), place, "bluesky", origin=Origin(NAME, "bluesky"))
    template = scalar_at(root, "string")
    automations = (_automation(source, account, root, template),) if template else ()
    if template:
        part = Part(_PART, span_of(source, template), "understood")
    else:
        part = Part(_PART, place, "not-understood", "parameters-missing")
    return Fragment(source, NAME, (account,), automations, coverage=Coverage(READ_AS, (part,)))


def _automation(source: Source, account: Account, root: Node, template: Scalar) -> Automation:
    place = span_of(source, template)
    origin = Origin(NAME, _PART, within=Origin(NAME))
    text = Text(tuple(_parts(template.value)), place)
    beside, media = _shown(source, root, place)
    languages = tuple(each.value for each in items(member(root, "languages")) if type(each) is Scalar)
    step = Step(VERBS["post"], place, text, None, beside=beside, media=media, languages=languages, origin=origin)
    return Automation(Named(_PART, place), place, (account.id,), _trigger(place, root), (step,), origin=origin)


def _shown(source: Source, root: Node, place: Span) -> tuple[dict[str, Text], tuple[Picture, ...]]:
    """What stands beside the text: a card of what it links to, or a picture with its description."""
    if text_at(root, "publishEmbed") != "true":
        return {}, ()
    named = member(root, "embedType")
    shown = span_of(source, named) if named else place
    if text_at(root, "embedType") != "image":
        return {"link": Text((_item("url"),), shown)}, ()
    image = Text((_item("image"),), shown)
    words = scalar_at(root, "imageAlt")
    alt = Text(tuple(_parts(words.value)), span_of(source, words)) if words else None
    media = (Picture(image, alt, kind="image"),)
    return seen(media, ()), media


def _trigger(place: Span, root: Node) -> Trigger:
    """Something new in the feed, which is looked at every so many seconds."""
    seconds = text_at(root, "runInterval")
    if not _SECONDS.fullmatch(seconds):
        return Trigger(EVENTS["feed_item"], place, polled=True)
    return Trigger(EVENTS["feed_item"], place, looks={"every": (f"{seconds} seconds",)})


def _parts(template: str) -> Iterator[str | Expression]:
    """What is written and what is filled in: each field once, where it stands first."""
    at, told = 0, set[str]()
    for found in _FILLED.finditer(template):
        if found[1] in told:
            continue
        told.add(found[1])
        if found.start() > at:
            yield template[at : found.start()]
        yield _item(_FIELDS[found[1]])
        at = found.end()
    if at < len(template):
        yield template[at:]


def _item(field: str) -> Expression:
    return filled(("event", "item", field))
