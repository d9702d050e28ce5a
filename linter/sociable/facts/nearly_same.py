"""Whether two texts say nearly the same, by their words, without comparing all with all.

Texts are put into classes: each is compared only with the first of those classes with which it shares a bucket.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from zlib import crc32

from sociable.records.static import Protocol
from sociable.vocabulary.same_words import LANGUAGE_WORDS, PLACE_WORDS


class Wording(Protocol):
    """What is compared: the words that count, and which of them are names: of a town, a product, a person."""

    @property
    def words(self) -> frozenset[str]: ...

    @property
    def names(self) -> frozenset[str]: ...


class Alike:
    """Classes of texts that say nearly the same; ``enough`` words in common make up for one that differs."""

    def __init__(self, enough: int = 5) -> None:
        self._enough = enough
        self._first: list[Wording] = []
        self._first_in: dict[int, int] = {}
        self._others_in: dict[int, tuple[int, ...]] = {}
        """By bucket, the class that came first and those after it; most have none."""

    def class_of(self, wording: Wording) -> int:
        """The number of its class, a new one if it is like none."""
        keys = list(_keys(wording))
        found = next((each for each in self._candidates(keys) if self._is_like(each, wording)), None)
        if found is not None:
            return found
        number = len(self._first)
        self._first.append(wording)
        for key in keys:
            others = self._others_in.get(key, ())
            if self._first_in.setdefault(key, number) != number and len(others) < _LOOKED_AT - 1:
                self._others_in[key] = (*others, number)
        return number

    def _candidates(self, keys: list[int]) -> Iterable[int]:
        there = [key for key in keys if key in self._first_in]
        return dict.fromkeys(number for key in there for number in (self._first_in[key], *self._others_in.get(key, ())))

    def _is_like(self, number: int, wording: Wording) -> bool:
        return is_same(self._first[number], wording, self._enough)


_LEAST_SHARED = 4
"""Texts with fewer words in common are only the same if they are exactly so, or but for one word."""
_LEAST_BESIDE_NAMES = 3
"""So many words that are no names have to be the same where names differ."""
_LOOKED_AT = 8
"""So many classes are kept in a bucket and looked at: all of them would take quadratic time."""
_SHORT = 8
"""Texts with so many words at most are also looked for by what is left without any one of them."""
_BANDS, _ROWS_OF_A_BAND = 8, 2


def _keys(wording: Wording) -> Iterator[int]:
    for words in dict.fromkeys((wording.words, wording.words - wording.names)):
        hashes = [crc32(word.encode("utf-8", "surrogatepass")) for word in sorted(words)]
        if len(words) >= _LEAST_SHARED:
            yield from _buckets(hashes)
        if 1 < len(words) <= _SHORT:
            whole = sum(hashes)
            yield whole << 8
            yield from (whole - each << 8 for each in hashes)


def _buckets(hashes: list[int]) -> Iterator[int]:
    """Texts that share most of their words share at least one bucket, as good as always."""
    least = list(map(min, *map(_seeded, hashes)))
    for band in range(_BANDS):
        one, other = islice(least, band * _ROWS_OF_A_BAND, (band + 1) * _ROWS_OF_A_BAND)
        yield (one << 32 | other) * _BANDS + band << 8 | 1


@lru_cache(maxsize=1024)
def _seeded(word: int) -> tuple[int, ...]:
    """The hash of a word, hashed once more for each row; most words stand in many texts."""
    return tuple([crc32(seed.to_bytes(1, "big"), word) for seed in range(_BANDS * _ROWS_OF_A_BAND)])


def is_same(one: Wording, other: Wording, enough: int) -> bool:
    """Whether two texts are nearly the same; the figures are our judgement, and stand on the page."""
    if not LANGUAGE_WORDS.isdisjoint(one.words ^ other.words):
        return False
    return _are_same(one.words, other.words, enough) or (
        one.words.isdisjoint(PLACE_WORDS)
        and other.words.isdisjoint(PLACE_WORDS)
        and _are_same_beside_names(one.words - one.names, other.words - other.names, enough)
    )


def _are_same_beside_names(one: frozenset[str], other: frozenset[str], enough: int) -> bool:
    return len(one & other) >= _LEAST_BESIDE_NAMES and (one == other or _are_same(one, other, enough))


def _are_same(one: frozenset[str], other: frozenset[str], enough: int) -> bool:
    if one == other:
        return True
    shared = len(one & other)
    if shared >= _LEAST_SHARED and shared >= 0.8 * len(one | other):
        return not any(word[:1].isdigit() for word in one ^ other)
    return (
        len(one - other) == len(other - one) == 1
        and shared >= enough
        and not any(character.isdigit() for word in one ^ other for character in word)
        and (one | other).isdisjoint(PLACE_WORDS)
    )
