"""What a TOML text says, within bounds that the standard reader lacks."""

import re
import sys
from collections.abc import Callable
from types import SimpleNamespace

from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.later_patterns import PatternsLater
from sociable.text.source import Source, Span

_TYPING: Any = SimpleNamespace(Any=Any, BinaryIO=Any, Callable=Callable, NamedTuple=Record, Tuple=tuple)
"""What the standard reader asks of ``typing``, which takes longer to import than the reader itself."""

with PatternsLater(("tomllib.", "string")):  # for numbers, times and templates
    if "typing" not in sys.modules:
        sys.modules["typing"] = _TYPING
        try:
            import tomllib
        except ImportError:  # that of another Python asks for more
            pass
        finally:
            del sys.modules["typing"]
    import tomllib

MOST_CHARACTERS = 512 * 1024
"""The standard reader keeps some 600 bytes of each part of a key, which may be two characters long."""

_MOST_PARTS = 20
_WHERE = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"
_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_LONG_KEY = rf"(?m)^[ \t\[]*(?:{_PART}[ \t]*\.[ \t]*){{{_MOST_PARTS}}}"


class NotToml(ValueError):
    """Why a text is no TOML, as a clause, and at which character."""

    def __init__(self, why: str, at: int) -> None:
        super().__init__(why)
        self.why = why
        self._at = at

    def place_in(self, source: Source) -> Span:
        """The character at which the text of a source stops making sense."""
        return Span(source, self._at, min(self._at + 1, len(source.text)))


class TooLong(NotToml):
    """A text that may well be TOML, and is longer than what is read."""


def toml_values(text: str) -> dict[str, Any]:
    """The values of a TOML text. Raises ``NotToml``, also where reading it would take more than it is worth."""
    if len(text) > MOST_CHARACTERS:
        raise TooLong(f"it has more than {MOST_CHARACTERS:,} characters", 0)
    if text.count(".") >= _MOST_PARTS and (long_key := re.search(_LONG_KEY, text)):
        raise NotToml(f"a key has more than {_MOST_PARTS} parts", long_key.start())
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _with_place(str(error), text) from None
    except RecursionError:
        raise NotToml("it is nested too deeply", 0) from None
    except ValueError:  # Python limits how long it takes over digits
        raise NotToml("it has a number with more digits than anything needs", 0) from None


def _with_place(message: str, text: str) -> NotToml:
    where = re.search(_WHERE, message)
    why = message[: where.start()] if where else message
    at = len(text)
    if where and where[1]:
        at = sum(map(len, text.split("\n", int(where[1]))[: int(where[1]) - 1])) + int(where[1]) + int(where[2]) - 2
    return NotToml(f"{why[:1].lower()}{why[1:]}", min(at, len(text)))
