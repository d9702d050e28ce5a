"""How the messages of a flow say that people can end them."""

import re
from collections.abc import Iterable

from sociable.setup.model import NO_KEYS, Step

_ANSWER = re.compile(
    r"\b(?i:reply|text|answer|send|respond|type|antworten? Sie|antworte|responde|réponde[zs]?|rispondi|schrijf)\b"
    r"[^.\n]{0,20}?[\"'“«]?\b(?:STOP|STOPP|END|QUIT|CANCEL|UNSUBSCRIBE|BAJA|ARRÊT)\b"
)
_COMMAND = re.compile(r"(?<!\w)/(?:stop|unsubscribe|optout)\b", re.IGNORECASE)
_LINK = re.compile(
    r"unsubscri|\bopt[ -]?out\b|\babmelde|\babbestell|désabonn|désinscri|dar(?:te|se) de baja"
    r"|cancelar (?:la |tu )?suscripci|descadastr|cancelar inscri"
    r"|annull\w+ l.iscrizione|disiscriv|\bafmelden|uitschrijven|配信停止|отпис",
    re.IGNORECASE,
)
_UNSEEN = frozenset(("out_by",))
_WORD = re.compile(r"[^\W\d_]{2}")
_SAID = {"reply": _ANSWER, "command": _COMMAND, "link": _LINK}


def ways_out(steps: Iterable[Step]) -> frozenset[str]:
    """By what people can end it, as ``out_by`` says it: what any text tells them that the flow itself writes down."""
    written = "\n".join(
        part for step in steps if step.text is not None for part in step.text.parts if isinstance(part, str)
    )
    return frozenset(name for name, pattern in _SAID.items() if pattern.search(written))


def unseen_ways_out(steps: Iterable[Step]) -> frozenset[str]:
    """That nobody can say whether there is one: a program makes all of a message, and no other says it."""
    every = list(steps)
    return _UNSEEN if any(map(_is_unseen, every)) and not ways_out(every) else NO_KEYS


def _is_unseen(step: Step) -> bool:
    """Whether it is a message in which no word of the flow's own stands beside what a program makes."""
    if "text" not in step.misread or step.text is None or step.verb.group != "private_speech":
        return False
    return not any(isinstance(part, str) and _WORD.search(part) for part in step.text.parts)
