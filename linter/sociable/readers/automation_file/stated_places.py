"""Places inside a platform: described once under `places:`, or where they are used."""

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.readers.automation_file.fields import read_group, read_value
from sociable.readers.automation_file.keys import PLACE_KEYS
from sociable.readers.automation_file.shapes import NAMES, converters, name_of
from sociable.readers.context import ReadingContext
from sociable.setup.model import Named, Place

_PLACE = converters(PLACE_KEYS)


OLDER_WORDS = ("channel", "group")
"""For ``in``."""


def read_place_group(context: ReadingContext, key: Scalar, node: Node) -> Place | None:
    """Read one entry of ``places:``."""
    context.misread = set()
    return _described(context, Named(key.value, context.span(key)), node)


def read_place(context: ReadingContext, node: Node) -> Place | None:
    """Read what stands after ``in``: the name of a place, a list of such, or what it is like."""
    if type(node) is Sequence:
        names = read_value(context, node, NAMES.convert, "in")
        return (
            None
            if names is None
            else Place(Named(", ".join(names), context.span(node)), context.span(node), several=names)
        )
    if type(node) is Mapping and len(node) > 0:
        return _described(context, Named("", context.span(node)), node)
    name = read_value(context, node, name_of, "in")
    return None if name is None else Place(Named(name, context.span(node)), context.span(node))


def tell_of_two(context: ReadingContext, group: Mapping) -> None:
    """Tell of a place that is said twice, by `in` and by one of the older words for it."""
    older = next((name for name in OLDER_WORDS if name in group), "")
    if older and "in" in group:
        message = f"`{older}` and `in` both say where"
        context.say(context.span(group[older][0]), message, f"Take out `{older}`, an older word for `in`.")


def _described(context: ReadingContext, named: Named, node: Node) -> Place | None:
    if type(node) is not Mapping:
        context.fits = False
        return None
    values, misread = read_group(context, node, _PLACE, "in")
    return Place(named, context.span(node), misread=misread, **values)
