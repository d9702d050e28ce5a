"""What is asked of one value: a word, a set, a number, a flag."""

from collections.abc import Callable, Iterable
from operator import eq, ge, gt, le, lt, ne

from sociable.findings.finding import Clause
from sociable.language.compile import Getter, Test, Variables
from sociable.language.condition import Condition, clause
from sociable.language.contradictions import NO, YES, Impossible, Known, Narrowing
from sociable.language.lookups import Lookups, Way
from sociable.language.syntax_nodes import Number, Path, Words
from sociable.language.types import Bound, Scope
from sociable.records.static import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sociable.language.protocols import Checker, Explainer

__all__ = ("Compare", "Flag", "Holds", "In", "Is", "OneOf")

_SIGNS: dict[str, Callable[[Any, Any], bool]] = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
_DENIED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_MOST = 10**9


class OneOf(Condition):
    """A path has one of the words that are ``allowed``."""

    left: Path

    @property
    def allowed(self) -> frozenset[str]:
        raise NotImplementedError

    def compiled(self, variables: Variables) -> Test:
        (slot, get), words = variables.reach(self.left), self.allowed
        return lambda env: get(env[slot]) in words

    def dearness(self, variables: Variables) -> int:
        return int(not variables.is_read_off(self.left))

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        return _of_one(self.left, explainer, bound, held)

    def narrowed(self, narrowing: Narrowing, known: Known, holds: bool = True) -> Known:
        return narrowing.to_words(self.allowed, self.left, known, self, holds)

    def ways(self, lookups: Lookups) -> list[Way]:
        return lookups.at(self.left, self.allowed)

    def _check(self, checker: "Checker", words: Iterable[str], scope: Scope) -> None:
        kind = checker.type_of(self.left, scope)
        if kind is None:
            return
        if kind.name != "word":
            text = self.left.text
            advice = f"Write `{text}` alone, or `not {text}`." if kind.name == "flag" else ""
            checker.say(self.left, f"`{text}` is {kind}, which has no words to compare with", advice)
            return
        for word in words:
            if word not in checker.kinds.words[kind.of]:
                checker.unknown(self, kind.of, word, checker.kinds.words[kind.of])


class Is(OneOf):
    """It has this one value. What the files leave open is ``unstated``."""

    word: str
    at: int
    end: int

    @property
    def allowed(self) -> frozenset[str]:
        return frozenset((self.word,))

    def printed(self) -> str:
        return f"{self.left.text} is {self.word}"

    def denied(self) -> str:
        return f"{self.left.text} is not {self.word}"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        self._check(checker, (self.word,), scope)
        return self


class In(OneOf):
    """It has one of these values; or a word stands before ``in``, and a set holds it."""

    right: Words | Path
    at: int
    end: int

    @property
    def allowed(self) -> frozenset[str]:
        return frozenset(self.right.words if isinstance(self.right, Words) else ())

    def printed(self) -> str:
        return f"{self.left.text} in {self.right.text}"

    def denied(self) -> str:
        return f"{self.left.text} not in {self.right.text}"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        if isinstance(self.right, Path) and self.right.names[0] in scope:
            held, word = checker.type_of(self.right, scope), self.left.text
            if held is not None and held.name != "set":
                checker.say(self.right, f"`{self.right.text}` is {held}, not a set")
            elif held is not None and word not in checker.kinds.words[held.of]:
                checker.unknown(self.left, held.of, word, checker.kinds.words[held.of])
            return Holds(word, self.right, self.at, self.end)
        listed = self.right if isinstance(self.right, Words) else checker.list_called(self.right)
        if listed is None:
            return self
        self._check(checker, listed.words, scope)
        return self._replace(right=listed)


class Holds(Condition):
    """A set holds a word: what ``in`` turns out to mean when it is checked."""

    word: str
    right: Path
    at: int
    end: int

    def printed(self) -> str:
        return f"{self.word} in {self.right.text}"

    def compiled(self, variables: Variables) -> Test:
        (slot, get), word = variables.reach(self.right), self.word
        return lambda env: word in get(env[slot])

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        return _of_one(self.right, explainer, bound, held)

    def narrowed(self, narrowing: Narrowing, known: Known, holds: bool = True) -> Known:
        return narrowing.to(YES if holds else NO, self.printed(), known, self)

    def ways(self, lookups: Lookups) -> list[Way]:
        return lookups.at(self.right, (self.word,))


class Flag(Condition):
    """What is itself true or false stands alone."""

    path: Path
    at: int
    end: int

    def printed(self) -> str:
        return self.path.text

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        checker.expect(self.path, "flag", scope)
        return self

    def compiled(self, variables: Variables) -> Test:
        return variables.getter(self.path)

    def dearness(self, variables: Variables) -> int:
        return int(not variables.is_read_off(self.path))

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        return _of_one(self.path, explainer, bound, held)

    def narrowed(self, narrowing: Narrowing, known: Known, holds: bool = True) -> Known:
        return narrowing.to(YES if holds else NO, self.path.text, known, self)

    def ways(self, lookups: Lookups) -> list[Way]:
        return lookups.at(self.path, (True,))

    def ways_without(self, lookups: Lookups) -> list[Way]:
        return lookups.at(self.path, (False,))


class Compare(Condition):
    """Two numbers stand to each other like this."""

    left: Path | Number
    sign: str
    right: Path | Number
    at: int
    end: int

    def printed(self) -> str:
        return f"{self.left.text} {self.sign} {self.right.text}"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        """A word compared by a sign is the most frequent mistake of all."""
        left, right = self.left, self.right
        if isinstance(left, Path) and isinstance(right, Path) and self.sign in ("=", "!="):
            kind = checker.type_of(left, scope)
            if kind is not None and kind.name == "word" and right.names[0] not in scope:
                comparison = "is" if self.sign == "=" else "is not"
                advice = f"Write `{left.text} {comparison} {right.text}`."
                checker.say(self, f"`{self.sign}` is for numbers, and `{left.text}` is {kind}", advice)
                return self
        for side in (left, right):
            if isinstance(side, Path):
                checker.expect(side, "number", scope)
        return self

    def compiled(self, variables: Variables) -> Test:
        sign = _SIGNS[self.sign]
        if isinstance(self.left, Path) and isinstance(self.right, Number):
            (slot, get), number = variables.reach(self.left), self.right.value
            return lambda env: sign(get(env[slot]), number)
        left, right = _number(self.left, variables), _number(self.right, variables)
        return lambda env: sign(left(env), right(env))

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        told = [explainer.value(side, bound) for side in (self.left, self.right) if isinstance(side, Path)]
        return clause(held, "; ".join(each.says for each in told), next((each.span for each in told), None))

    def narrowed(self, narrowing: Narrowing, known: Known, holds: bool = True) -> Known:
        sign = self.sign if holds else _DENIED[self.sign]
        match self.left, self.right:
            case Path() as path, Number(value):
                return narrowing.to(_fitting(sign, value), path.text, known, self)
            case Number(value), Path() as path:
                return narrowing.to(_fitting(_MIRRORED.get(sign, sign), value), path.text, known, self)
            case Number(one), Number(other) if not _SIGNS[sign](one, other):
                raise Impossible(self, self.printed())
        return known


def _of_one(path: Path, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
    found = explainer.value(path, bound)
    return clause(held, found.says, found.span)


def _number(side: Path | Number, variables: Variables) -> Getter:
    if isinstance(side, Path):
        return variables.getter(side)
    value = side.value
    return lambda env: value


def _fitting(sign: str, value: int) -> range:
    """The numbers that compare like this; of ``!=`` all, as a range has no holes."""
    return {
        "=": range(value, value + 1),
        "<": range(value),
        "<=": range(value + 1),
        ">": range(value + 1, _MOST),
        ">=": range(value, _MOST),
    }.get(sign, range(_MOST))
