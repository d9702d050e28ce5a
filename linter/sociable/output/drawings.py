"""Facts to a drawing in one call."""

from sociable.drawing.picture import picture
from sociable.drawing.picture_scope import Wanted
from sociable.facts.facts import Facts
from sociable.output.formats import written


def draw(facts: Facts, form: str = "svg", *, around: str = "", only_loops: bool = False) -> str:
    """What sets off what, as the text of an ``svg``, ``mermaid`` or ``dot`` file.

    With ``around``, the id of an account or automation, only what is near it is drawn; with ``only_loops``, only what
    is on a loop. Raises ``NotThere`` for an id that nothing has, and ``ValueError`` for a form that does not exist.
    """
    return written("picture", picture(facts, Wanted(around, only_loops)), form)
