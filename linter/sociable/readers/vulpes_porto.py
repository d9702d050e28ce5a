"""A Vulpes Porto configuration to a fragment: at set times of day, one account on Mastodon posts a picture of a list.

The list, with what is said to each picture and its description, is another file, here or at an address.
"""

import re

from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence, items, member, scalar_at, span_of, text_at
from sociable.findings.origin import Origin
from sociable.findings.report import Coverage, Part
from sociable.readers.automation_file.beside import seen
from sociable.readers.fragment import Fragment
from sociable.readers.mastodon_account import mastodon_account
from sociable.readers.names_and_holes import filled
from sociable.setup.model import Account, Automation, Expression, Named, Picture, Rate, Step, Target, Text, Trigger
from sociable.text.source import Source
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.values import UNSTATED
from sociable.vocabulary.verbs import VERBS

NAME = "vulpes-porto"
READ_AS = "a Vulpes Porto configuration"
_KEYS_OF_ALL = frozenset(("server", "image_json", "times"))
_PART = "times"
_LIST = "pictures"
_VISIBILITIES = {"public": "public", "unlisted": "unlisted", "private": "followers", "direct": "private"}
"""Who sees a post, and what our format calls it; by `default`, the settings of the account say it."""

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5]?[0-9])")


def recognises(document: Document) -> bool:
    """Whether it names a server, a list of pictures and times of day."""
    root = document.roots[0] if document.roots else None
    return type(root) is Mapping and root.keys() >= _KEYS_OF_ALL


def read(document: Document) -> Fragment:
    """Read the one automation that it holds; without a list or times that are some, it is told as not understood."""
    source, root = document.source, document.roots[0]
    account = mastodon_account(source, root, "server", NAME)
    place = span_of(source, member(root, _PART) or root)
    automation = _automation(source, account, root)
    if automation:
        part = Part(_PART, place, "understood")
    else:
        part = Part(_PART, place, "not-understood", "parameters-missing")
    return Fragment(source, NAME, (account,), (automation,) if automation else (), coverage=Coverage(READ_AS, (part,)))


def _automation(source: Source, account: Account, root: Node) -> Automation | None:
    times, pictures = _times(root), scalar_at(root, "image_json")
    if not times or not pictures or not pictures.value:
        return None
    place = span_of(source, member(root, _PART) or root)
    origin = Origin(NAME, _PART, within=Origin(NAME))
    fetch = _fetch(source, pictures, origin)
    trigger = Trigger(EVENTS["schedule"], place, {"every": ("day",), "at": times})
    steps = (fetch, _post(source, root, pictures, origin))
    return Automation(Named(_PART, place), place, (account.id,), trigger, steps, origin=origin)


def _times(root: Node) -> tuple[str, ...]:
    """The times of day, none if one of them is no time: the bot does not start with such a one."""
    listed = member(root, _PART)
    if type(listed) is not Sequence:
        return ()
    found = [_TIME.fullmatch(each.value) if type(each) is Scalar else None for each in items(listed)]
    return tuple(f"{each[1]:0>2}:{each[2]:0>2}" for each in found if each) if all(found) else ()


def _fetch(source: Source, pictures: Scalar, origin: Origin) -> Step:
    """Fetch what stands at an address, or one row of a file."""
    place = span_of(source, pictures)
    if "://" in pictures.value:
        at_address = Text((pictures.value,), place)
        return Step(VERBS["fetch"], place, None, None, produces=((_LIST, at_address),), origin=origin)
    rows = Target("rows", place, pictures.value, crowd=CROWDS["rows"])
    return Step(VERBS["fetch"], place, None, None, limit=Rate(1, 0), produces=((_LIST, rows),), origin=origin)


def _post(source: Source, root: Node, pictures: Scalar, origin: Origin) -> Step:
    """A picture with its description; under what is said to it stand the tags."""
    place = span_of(source, pictures)
    words = Text((_of_picture("msg"),), place)
    tags = scalar_at(root, "tags")
    if tags and tags.value:
        words = Text((*words.parts, f"\n{tags.value}"), span_of(source, tags))
    media = (Picture(Text((_of_picture("location"),), place), Text((_of_picture("alt"),), place), kind="image"),)
    return Step(
        VERBS["post"],
        words.span,
        words,
        None,
        beside=seen(media, ()),
        media=media,
        visibility=_visibility(root),
        origin=origin,
    )


def _visibility(root: Node) -> str:
    """Who sees each post; where that changes from one to the next, nothing is said of it."""
    in_turn = member(root, "status_visibility_sequence")
    if type(in_turn) is Sequence:
        named = {each.value for each in map(_first, items(in_turn)) if type(each) is Scalar}
        return _VISIBILITIES.get(named.pop(), UNSTATED) if len(named) == 1 else UNSTATED
    return _VISIBILITIES.get(text_at(root, "status_visibility"), UNSTATED)


def _first(node: Node) -> Node | None:
    """The word of a pair of it and how many times."""
    return next(iter(items(node)), None) if type(node) is Sequence else node


def _of_picture(field: str) -> Expression:
    return filled((_LIST, field))
