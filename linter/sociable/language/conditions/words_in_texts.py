"""What is asked of the words of a text people read: what it holds, how it begins, which pattern it fits.

Only what the file itself writes is looked at; what is filled in is nobody's guess.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from sociable.findings.finding import Clause
from sociable.language.compile import Test, Variables
from sociable.language.condition import Condition, clause
from sociable.language.syntax_nodes import Path
from sociable.language.types import Bound, Scope
from sociable.records.static import TYPE_CHECKING, ClassVar
from sociable.text.safe_pattern import BadPattern, fits, safe_pattern
from sociable.text.word_patterns import whole_words

if TYPE_CHECKING:
    from sociable.language.protocols import Checker, Explainer

__all__ = ("Begins", "Contains", "InWords", "Matches")


class InWords(Condition):
    """Something is so of the words of a text that we wrote ourselves. ``said`` stands in its quotes.

    The kind of texts gives these words piece by piece, with an empty piece for whatever is filled in.
    """

    __slots__ = ()
    verb: ClassVar[str]
    does_not: ClassVar[str]
    text: Path
    said: str
    at: int
    end: int

    @property
    def words(self) -> str:
        return re.sub(r"\\(.)", r"\1", self.said[1:-1])

    def printed(self) -> str:
        return f"{self.text.text} {self.verb} {self.said}"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        checker.expect(self.text, "text", scope)
        if not self.words.strip():
            checker.say(self, "nothing is looked for here", "Write a word between the quotes.")
        return self

    def compiled(self, variables: Variables) -> Test:
        get, words, is_so = variables.getter(self.text), self.words, self.is_so
        own_words = variables.kinds.rows["text"].asides["own_words"]
        return lambda env: is_so(own_words(get(env)), words)

    @staticmethod
    def is_so(pieces: Sequence[str], words: str) -> bool:
        """Whether it is so of these pieces of a text."""
        raise NotImplementedError

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        text = explainer.value(self.text, bound)
        if not explainer.kinds.rows["text"].asides["is_written"](text.value):
            return clause(held, "there is no text", text.span)
        shown = explainer.shown(text.value, text.type)
        return clause(held, f"{shown} {self.verb if held else self.does_not} “{self.words}”", text.span)


class Contains(InWords):
    """The words that we wrote ourselves hold these, whole and together; small and capital letters are the same."""

    __slots__ = ()
    verb = "contains"
    does_not = "does not contain"

    @staticmethod
    def is_so(pieces: Sequence[str], words: str) -> bool:
        return any(_sought(words).search(_folded(piece)) for piece in pieces)


class Begins(InWords):
    """The text begins with these words; small and capital letters are the same."""

    __slots__ = ()
    verb = "begins"
    does_not = "does not begin with"

    @staticmethod
    def is_so(pieces: Sequence[str], words: str) -> bool:
        return bool(pieces) and _sought(words).match(_folded(pieces[0])) is not None


class Matches(InWords):
    """A pattern fits somewhere in the words that we wrote ourselves; `*` and `+` count up to 200."""

    __slots__ = ()
    verb = "matches"
    does_not = "does not match"

    @staticmethod
    def is_so(pieces: Sequence[str], words: str) -> bool:
        return any(fits(words, piece) for piece in pieces if piece)

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        try:
            safe_pattern(self.words)
        except BadPattern as bad:
            checker.say(self, str(bad), bad.advice)
        return super().checked(checker, scope)

    @property
    def words(self) -> str:
        return re.sub(r'\\"', '"', self.said[1:-1])


@lru_cache(maxsize=256)
def _sought(words: str) -> re.Pattern[str]:
    return whole_words([_folded(words).strip()], 0)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()) + (" " if text[-1:].isspace() else "")
