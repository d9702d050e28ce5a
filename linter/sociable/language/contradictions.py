"""Conditions that can never hold, whatever the files say.

For each path it is known which words, numbers or answers are left; a condition narrows that, and where
nothing is left it can never hold. What is not understood narrows nothing.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from sociable.kinds.table import WORDS, attributes
from sociable.language import ast
from sociable.language.types import Type
from sociable.language.visitor import word_set

Left: TypeAlias = frozenset[str] | range
"""The words that are left (of a flag ``yes`` and ``no``), or the numbers."""

Known: TypeAlias = Mapping[str, Left]
"""What is left for each path that was asked about."""

_YES, _NO = frozenset(("yes",)), frozenset(("no",))
_MOST = 10**9
_DENIED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


class Impossible(Exception):
    """Nothing is left for ``path`` where ``condition`` stands."""

    def __init__(self, condition: ast.Condition, path: str) -> None:
        super().__init__(path)
        self.condition = condition
        self.path = path


class Narrowing:
    """Goes through conditions; ``dead`` holds the parts that can never hold while others still can."""

    def __init__(self, scope: Mapping[str, Type | None]) -> None:
        self.scope = scope
        self.dead: list[Impossible] = []

    def narrowed(self, condition: ast.Condition, known: Known, holds: bool = True) -> Known:
        """What is known when the condition holds, or does not. Raises ``Impossible``."""
        match condition:
            case ast.And(operands) | ast.Or(operands):
                if isinstance(condition, ast.And) is holds:
                    for operand in operands:
                        known = self.narrowed(operand, known, holds)
                    return known
                self._either(condition, operands, known, holds)
            case ast.Not(operand):
                return self._denied(condition, operand, known, holds)
            case ast.Quantified():
                self._inside(condition, known, holds)
            case ast.Compare(ast.Number(one), sign, ast.Number(other)):
                if (other in _fitting(sign, one, mirrored=True)) is not holds:
                    raise Impossible(condition, f"{one} {sign} {other}")
            case _:
                for path, left in self._says(condition, holds):
                    left = _both(known[path], left) if path in known else left
                    if not left:
                        raise Impossible(condition, path)
                    known = {**known, path: left}
        return known

    def _denied(self, condition: ast.Not, operand: ast.Condition, known: Known, holds: bool) -> Known:
        """What is told of a test that is denied is told of the denial as well."""
        try:
            return self.narrowed(operand, known, not holds)
        except Impossible as error:
            if error.condition is operand:
                raise Impossible(condition, error.path) from None
            raise

    def _either(self, condition: ast.Condition, operands: tuple[ast.Condition, ...], known: Known, holds: bool) -> None:
        """One of them is enough. A define may say more than is needed where it is used; a rule itself should not."""
        dead = []
        for operand in operands:
            try:
                self.narrowed(operand, known, holds)
            except Impossible as error:
                dead.append(error)
        if len(dead) == len(operands) and dead:
            raise dead[0]
        written = [each for each in dead if (each.condition.at, each.condition.end) != (condition.at, condition.end)]
        self.dead += written if holds else []

    def _inside(self, condition: ast.Quantified, known: Known, holds: bool) -> None:
        """The things it goes through are its own; what is known of the others stays true for each of them."""
        scope, self.scope = self.scope, {**self.scope, condition.variable: Type(condition.kind)}
        try:
            self.narrowed(condition.body, known)
        except Impossible as error:
            if holds and (condition.quantity == "some" or (condition.quantity == "at least" and condition.number)):
                raise
            if (error.condition.at, error.condition.end) != (condition.at, condition.end):
                self.dead.append(error)
        finally:
            self.scope = scope

    def _type_of(self, path: ast.Path) -> Type | None:
        """The type of a path; nothing for one that is wrong."""
        kind = self.scope.get(path.names[0])
        for name in path.names[1:]:
            attribute = attributes(kind).get(name) if kind is not None else None
            kind = attribute.type if attribute is not None else None
        return kind

    def _says(self, condition: ast.Condition, holds: bool) -> Iterator[tuple[str, Left]]:
        """What one test leaves for its path, and for the path that this is an attribute of."""
        match condition:
            case ast.Is(left) | ast.In(left):
                kind = self._type_of(left)
                known = frozenset(WORDS[kind.of]) if kind is not None and kind.name == "word" else frozenset()
                words = word_set(condition)
                if words and words <= known:
                    allowed = words if holds else known - words
                    yield left.text, allowed
                    yield from self._of_whole(left, allowed)
            case ast.Flag(path):
                yield path.text, _YES if holds else _NO
            case ast.Holds(word, right):
                yield f"{word} in {right.text}", _YES if holds else _NO
            case ast.Compare(ast.Path() as path, sign, ast.Number(value)):
                yield path.text, _fitting(sign if holds else _DENIED[sign], value)
            case ast.Compare(ast.Number(value), sign, ast.Path() as path):
                yield path.text, _fitting(sign if holds else _DENIED[sign], value, mirrored=True)

    def _of_whole(self, path: ast.Path, allowed: frozenset[str]) -> Iterator[tuple[str, Left]]:
        """``a.event.group is left_us`` leaves only some words for ``a.event``."""
        whole = path._replace(names=path.names[:-1])
        kind = self._type_of(whole) if len(whole.names) > 1 else None
        if kind is not None and kind.name == "word":
            get = attributes(kind)[path.names[-1]].get
            yield whole.text, frozenset(word for word in WORDS[kind.of] if get(word) in allowed)


def _fitting(sign: str, value: int, mirrored: bool = False) -> range:
    """The numbers that compare like this; of ``!=`` all, as a range has no holes."""
    if mirrored:
        sign = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(sign, sign)
    match sign:
        case "=":
            return range(value, value + 1)
        case "<":
            return range(value)
        case "<=":
            return range(value + 1)
        case ">":
            return range(value + 1, _MOST)
        case ">=":
            return range(value, _MOST)
    return range(_MOST)


def _both(one: Left, other: Left) -> Left:
    if isinstance(one, range) and isinstance(other, range):
        return range(max(one.start, other.start), min(one.stop, other.stop))
    assert not isinstance(one, range), "a path has one type"
    assert not isinstance(other, range), "a path has one type"
    return one & other
