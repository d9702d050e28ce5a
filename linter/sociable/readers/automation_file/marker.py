"""The line `sociable: 1`, by which an automation file is known, and files that only seem to lack it."""

import re
from itertools import islice

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.records.static import TypeGuard

MARKER = "sociable"

_CLAIM = r"""(?m:^)["']?sociable["']?[ \t]*:|[{,]\s*["']?sociable["']?\s*:"""
"""How a text that cannot be parsed shows that it is meant to be an automation file."""

_ALMOST = rb"""[\n\r{,](?:(?<=[{,])\s*+)?["']?([A-Za-z]{7,9})[ \t]*+(?:["'][ \t]*+)?:[ \t]*+["']?1\b"""
"""A key of about that length, with the version of the format; looked for behind one of few signs, which is quick."""

TO_US = r"#[ \t]*+(?:sociable|Sociable|SOCIABLE)"
"""How a comment begins that is to us."""

_NEXT_TO_IT = (b"accounts", b"automations")
"""Without one of these keys, nothing was meant as the marker."""

_LETTERS = frozenset(MARKER)
_MOST_KEYS = 20
"""At the top of a document, among which a misspelt marker is looked for."""


def has_marker(document: Node) -> TypeGuard[Mapping]:
    """Whether a document is an automation file."""
    return type(document) is Mapping and MARKER in document


def is_claimed(text: str) -> bool:
    """Whether a text that cannot be parsed is meant to be an automation file."""
    return re.search(_CLAIM, text) is not None


def may_suppress(text: str) -> bool:
    """Whether a text may hold suppressions: a cheap question."""
    return "#" in text and re.search(TO_US, text) is not None


def may_be_misspelt(data: bytes) -> bool:
    """Whether it is worth reading a file in which the marker does not occur."""
    if not any(key in data for key in _NEXT_TO_IT):  # spares most files of others the search
        return False
    return any(_is_almost(key.decode()) for key in re.findall(_ALMOST, b"\n" + data))


def misspelt(document: Node) -> Scalar | None:
    """Find the key that was meant as the marker of a document with accounts or automations."""
    if type(document) is not Mapping or not document.keys() & {"accounts", "automations"}:
        return None
    keys = (key for key, _ in islice(document.values(), _MOST_KEYS))
    return next((key for key in keys if _is_almost(key.value)), None)


def seems_ours(document: Node) -> TypeGuard[Mapping]:
    """Whether accounts or automations stand in a document as in no other program's file."""
    if type(document) is not Mapping:
        return False
    accounts, automations = (document.get(key, (None, None))[1] for key in ("accounts", "automations"))
    described = [node for _, node in accounts.values()] if type(accounts) is Mapping else []
    listed = automations.items if type(automations) is Sequence else []
    return any(_holds(node, "platform") for node in described) or any(_holds(node, "when", "do") for node in listed)


def _holds(node: Node, *keys: str) -> bool:
    return type(node) is Mapping and all(key in node for key in keys)


def _is_almost(key: str) -> bool:
    key = key.strip()
    alike = len(_LETTERS.intersection(key.casefold())) >= len(_LETTERS) - 2
    if not alike or abs(len(key) - len(MARKER)) > 1:  # spares most files the comparison
        return False
    from sociable.text.suggest import nearest

    return nearest(key, (MARKER,)) == MARKER
