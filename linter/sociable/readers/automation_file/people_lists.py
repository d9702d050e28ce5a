"""Lists of people: how they came there, to what they agreed, how they end it."""

from sociable.documents.nodes import Mapping, Node, Scalar
from sociable.readers.automation_file.fields import read_fields, take_denials
from sociable.readers.automation_file.keys import LIST_KEYS
from sociable.readers.automation_file.shapes import converters
from sociable.readers.context import ReadingContext
from sociable.setup.model import NO_KEYS, Named, PeopleList

_LIST = converters(LIST_KEYS)


def read_list(context: ReadingContext, key: Scalar, node: Node) -> PeopleList | None:
    """Read one entry of ``lists:``."""
    if type(node) is not Mapping:
        context.fits = False
        return None
    context.misread = set()
    values = read_fields(context, node, _LIST)
    denied = take_denials(values, ("agreed_to", "out_by", "stop_on"))
    return PeopleList(
        Named(key.value, context.span(key)),
        context.span(node),
        misread=frozenset(context.misread),
        denied=denied,
        unknown=frozenset({"agreed_to"} if values.get("agreed_to") == () else ()) or NO_KEYS,
        **values,
    )
