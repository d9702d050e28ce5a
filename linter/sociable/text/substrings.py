"""Which of many words occur in a text, without trying each word on each text."""

from collections import Counter
from collections.abc import Iterable

_SIZE = 3


class Substrings:
    """Words, each filed under that of its runs of three letters which fewest others share."""

    def __init__(self, words: Iterable[str]) -> None:
        distinct = list(dict.fromkeys(words))
        shared = Counter(run for word in distinct for run in _runs(word))
        self._short = [word for word in distinct if len(word) < _SIZE]
        self._filed: dict[str, list[str]] = {}
        for word in distinct:
            if len(word) >= _SIZE:
                self._filed.setdefault(min(_runs(word), key=lambda run: (shared[run], run)), []).append(word)

    def found_in(self, text: str) -> frozenset[str]:
        """The words that the text contains, anywhere."""
        likely = (word for run in _runs(text) for word in self._filed.get(run, ()))
        return frozenset(word for words in (likely, self._short) for word in words if word in text)


def _runs(text: str) -> set[str]:
    return {text[start : start + _SIZE] for start in range(len(text) - _SIZE + 1)}
