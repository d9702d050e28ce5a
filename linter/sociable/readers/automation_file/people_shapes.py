"""What keys can hold that say who: who does something, who agreed to what, who is passed over."""

from sociable.documents.nodes import Node, Scalar
from sociable.documents.scalars import core_value
from sociable.readers.automation_file.shapes import (
    NAME,
    Json,
    Shape,
    by_itself,
    enum_descriptions,
    name,
    name_of,
    names_of,
    one_or_list,
)
from sociable.text.suggest import meant
from sociable.text.wording import either
from sociable.vocabulary.values import CONSENTS, IGNORABLE, NONE, NOT_KNOWN

NO_ONE = ("nobody", "no one", "no-one", NONE)
"""Words for nobody, where a person is asked for."""


def _somebody_of(node: Node) -> str:
    """Take the name of somebody; a word for nobody would be taken for the name of a person."""
    who = name_of(node)
    if who in NO_ONE:
        raise ValueError
    return who


def _holder_of(node: Node) -> str:
    """Take a name, or ``false`` for nobody, as an answer to whether anybody does it."""
    if type(node) is Scalar and core_value(node) is False:
        return "no"
    _somebody_of(node)
    return "yes"


_SOMEBODY = rf"^(?!(?:{'|'.join(NO_ONE)})$){NAME.schema['pattern']}"
WHO = Shape({"title": "somebody's name", "type": ["string", "number"], "pattern": _SOMEBODY}, _somebody_of)
HOLDER = Shape({"title": "a name, or `false` for nobody", "anyOf": [WHO.schema, {"const": False}]}, _holder_of)
_PASSED_OVER: Json = {"anyOf": [{"enum": list(IGNORABLE), **enum_descriptions(IGNORABLE)}, NAME.schema]}
PASSED_OVER = Shape(
    one_or_list(f"{either(IGNORABLE)}, the name of a list, or several of them", _PASSED_OVER, minItems=1), names_of
)


def _stops_of(node: Node) -> tuple[str, ...]:
    """Take words, or alone the one that says that there are none."""
    words = names_of(node)
    if NONE in words and len(words) > 1:
        raise ValueError
    return words


STOP_WORDS = Shape(
    one_or_list("a text or a list of texts", name("a text").schema, minItems=1, **by_itself((NONE,))), _stops_of
)


def _agreed_of(node: Node) -> tuple[str, ...]:
    """Take any words, those that stand elsewhere for words of ours as these; what is not known is not said."""
    words = [word for word in _stops_of(node) if word not in NOT_KNOWN]
    return tuple([word if word in CONSENTS else meant(word, CONSENTS) or word for word in words])


AGREED = Shape(
    one_or_list("what they agreed to, or a list of such things", NAME.schema, minItems=1, **by_itself((NONE,))),
    _agreed_of,
)
