"""Runs the LALR(1) tables that ``generators.lalr_tables`` has Lark make.

Importing Lark takes about as long as linting a small file, so reading a file does without it.
"""

import re
from collections.abc import Callable, Iterator

from sociable.records.record import Record
from sociable.records.static import Any

END = "$END"

MAX_OPEN = 200
"""Things that are open at once, such as brackets; a person's expression needs a dozen."""


class Unexpected(Exception):
    """The text does not fit the grammar where ``found`` stands; at its end nothing is found.

    ``is_token`` is false where no token of the language begins.
    """

    def __init__(self, offset: int, found: str, is_token: bool = True) -> None:
        super().__init__(f"unexpected {found!r} at {offset}")
        self.offset = offset
        self.found = found
        self.is_token = is_token


class TooDeep(Exception):
    """More than ``MAX_OPEN`` things are open at once."""


class _Rule(Record):
    """``call`` gets the values at ``takes``, those at ``spreads`` one by one.

    If ``single``, a lone value is passed on as it is.
    """

    makes: str
    size: int
    call: Callable[..., Any]
    takes: list[int]
    spreads: list[int]
    single: bool


class Parser:
    """A parser from its tables; ``builder`` has a method for each rule that makes something."""

    def __init__(self, tables: dict[str, Any], builder: object) -> None:
        self._tokens = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in tables["terminals"]))
        self._ignored: list[str] = tables["ignored"]
        self._states: list[dict[str, int]] = tables["states"]
        self._end: int = tables["end"]
        self._rules = [
            _Rule(makes, size, getattr(builder, calls) if calls else _together, *how)
            for makes, size, calls, *how in tables["rules"]
        ]

    def parse(self, text: str) -> Any:
        """Return what the builder makes of the text. Raises ``Unexpected``, ``TooDeep``."""
        states = [0]
        values: list[Any] = []
        for kind, found, offset in self._lex(text):
            while (action := self._states[states[-1]].get(kind)) is not None and action < 0:
                self._reduce(self._rules[~action], states, values)
            if kind == END and states[-1] == self._end:
                break
            if action is None:
                raise Unexpected(offset, found)
            states.append(action)
            values.append(found)
            if len(states) > MAX_OPEN:
                raise TooDeep
        return values[-1]

    def _lex(self, text: str) -> Iterator[tuple[str, str, int]]:
        at = 0
        while at < len(text):
            token = self._tokens.match(text, at)
            if token is None or token.lastgroup is None:
                raise Unexpected(at, text[at], is_token=False)
            if token.lastgroup not in self._ignored:
                yield token.lastgroup, token[0], at
            at = token.end()
        yield END, "", at

    def _reduce(self, rule: _Rule, states: list[int], values: list[Any]) -> None:
        start = len(values) - rule.size
        children: list[Any] = []
        for index in rule.takes:
            children += values[start + index] if index in rule.spreads else (values[start + index],)
        del values[start:], states[start + 1 :]
        values.append(children[0] if rule.single and len(children) == 1 else rule.call(*children))
        states.append(self._states[states[-1]][rule.makes])


def _together(*children: Any) -> tuple[Any, ...]:
    """Hold the values of a rule that only repeats, until the rule around it takes them one by one."""
    return children
