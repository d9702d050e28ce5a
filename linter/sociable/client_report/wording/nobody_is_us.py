"""What happens to an account in the words of somebody who is neither it nor its keeper: nobody is “us” in a report."""

import re

from sociable.vocabulary.events import EVENTS

_OURS = re.compile(r"\b(?:of )?(us|ours?)\b")
_QUOTED = re.compile(r"(“[^”]*”)")


def _told(match: re.Match[str]) -> str:
    before = "of " if match[0].startswith("of ") else ""
    return f"{before}the account's" if match[1] == "our" else f"{before}the account"


_SAID = {event.starts: _OURS.sub(_told, event.starts) for event in EVENTS.values() if _OURS.search(event.starts)}
"""What the vocabulary says of events, and the same from outside."""

_PHRASES = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_SAID, key=len, reverse=True)))})\b")


def of_the_account(text: str) -> str:
    """The same text, in which “somebody replies to us” is “somebody replies to the account”; quotations stay."""
    parts = _QUOTED.split(text)
    return "".join(
        part if at % 2 else _PHRASES.sub(lambda match: _SAID[match[0]], part) for at, part in enumerate(parts)
    )
