"""Facts to a drawing in one call."""

from sociable.drawing import FORMATS
from sociable.drawing.picture import picture
from sociable.drawing.picture_scope import Wanted
from sociable.facts.facts import Facts


def draw(facts: Facts, form: str = "svg", *, around: str = "", only_loops: bool = False) -> str:
    """What sets off what, as the text of an ``svg``, ``mermaid`` or ``dot`` file.

    With ``around``, the id of an account or automation, only what is near it is drawn; with ``only_loops``, only what
    is on a circle. Raises ``NotThere`` for an id that nothing has, and ``ValueError`` for a form that does not exist.
    """
    if form not in FORMATS:
        raise ValueError(f"{form!r} is not one of {', '.join(FORMATS)}")
    return FORMATS[form](picture(facts, Wanted(around, only_loops)))
