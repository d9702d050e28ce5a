"""Whom a model writes to that sends mail as it likes: whose address it was handed."""

import re

from sociable.readers.flow.key_words import in_words
from sociable.readers.flow.parts import Hole, Part, Template
from sociable.readers.flow.run import TOOL_OUTPUT, Run

_MAIL = re.compile(r"(?:.{0,30}[ _])?e.?mail(?:[ _]?address)?", re.IGNORECASE)
"""How an address of mail is called."""


def handed_to_a_model(run: Run, part: Part, node: int) -> tuple[Part, int] | None:
    """A mail that a model sends to whom it likes, as one to the only address that its prompt is filled in with.

    Also the model, which is where that is known.
    """
    if part.verb != "email" or part.to is None or not all(map(_is_left_to_the_model, part.to.parts or ("",))):
        return None
    for edge in run.flow.into[node]:
        prompt = run.parts[edge.source].text if edge.output == TOOL_OUTPUT else None
        refs = prompt.refs if prompt is not None else ()
        named = list(dict.fromkeys(ref for ref in refs if ref.path and _MAIL.fullmatch(in_words(ref.path[-1]))))
        if prompt is not None and len(named) == 1:
            return part._replace(to=Template((Hole((named[0],), ""),), prompt.span)), edge.source
    return None


def _is_left_to_the_model(part: str | Hole) -> bool:
    return isinstance(part, Hole) and part.model
