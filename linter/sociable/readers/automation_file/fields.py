"""Groups of keys whose values have a plain shape."""

from collections.abc import Iterable

from sociable.documents.nodes import Mapping, Node
from sociable.readers.automation_file.shapes import EXTENSION, Convert, SaidElsewhere
from sociable.readers.context import ReadingContext
from sociable.records.static import Any
from sociable.setup.model import NO_KEYS
from sociable.vocabulary.values import NO_WORDS, NONE

_DENIALS = (NONE, frozenset((NONE,)), (NONE,), *((word,) for word in NO_WORDS))
"""What a key may hold that denies what it asks: a word, a set of words, or a list of them."""


def read_fields(context: ReadingContext, node: Node, converters: dict[str, Convert]) -> dict[str, Any]:
    """Convert the values of all known keys that have the right shape; what is no group has none.

    Keys of the project's own (``x-…``) are passed over.
    """
    values: dict[str, Any] = {}
    if type(node) is not Mapping:
        context.fits = False
        return values
    for name, (_, value) in node.items():
        if name.startswith(EXTENSION):
            continue
        try:
            values[name] = converters[name](value)
        except SaidElsewhere as said:
            context.fits = False
            values[name] = said.meant
        except (KeyError, ValueError):  # no such key, or not its shape
            context.misreads(name, converters)
    return values


def read_group(
    context: ReadingContext, node: Node, converters: dict[str, Convert], name: str
) -> tuple[dict[str, Any], frozenset[str]]:
    """As ``read_fields``, of a group that stands under a key; and which keys of the group were not understood.

    Rules know the outer key alone, so with any of these it is not understood either.
    """
    outer, context.misread = context.misread, set()
    values = read_fields(context, node, converters)
    misread, context.misread = frozenset(context.misread) or NO_KEYS, outer
    if misread:
        context.misread.add(name)
    return values, misread


def take_denials(values: dict[str, Any], keys: Iterable[str]) -> frozenset[str]:
    """Take out of the values those keys that say that there is no such thing."""
    denied = frozenset([name for name in keys if name in values and values[name] in _DENIALS]) or NO_KEYS
    for name in denied:
        del values[name]
    return denied


def read_value(context: ReadingContext, node: Node, convert: Convert, name: str) -> Any:
    """Convert the value of a key, or return ``None`` if it has another shape."""
    try:
        return convert(node)
    except SaidElsewhere as said:
        context.fits = False
        return said.meant
    except ValueError:
        context.misreads(name)
        return None
