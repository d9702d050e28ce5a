"""Who answers whom, where accounts that have nothing to do with each other answer alike.

Where each of many accounts names some other one, all are told apart, and each two may answer each other. Most of these
pairs know nothing of each other: on a closed walk of which each step answers the one before, one such pair does what
any other of the same two sorts does, and any other closed walk can begin elsewhere. So each account is looked at with
everybody whom it names or who names it, and with a few strangers of each sort.
"""

from collections.abc import Hashable, Iterable, Iterator

_FEW = 3
"""Strangers of a sort with whom each is looked at: enough that whoever is not with one is with another of them."""


class Strangers:
    """Classes of accounts that answer the same thing, by which of the ``sorts`` they are."""

    __slots__ = ("_answering", "_of_sort")

    def __init__(self, answering: Iterable[int], sorts: list[Hashable]) -> None:
        self._answering = frozenset(answering)
        self._of_sort: dict[Hashable, list[int]] = {}
        for each in sorted(self._answering):
            self._of_sort.setdefault(sorts[each], []).append(each)

    def partners(self, known: set[int]) -> Iterator[int]:
        """With whom of those who answer somebody is to be looked at who has to do with those ``known``."""
        yield from sorted(known & self._answering)
        for alike in self._of_sort.values():
            left = _FEW
            for each in alike:
                if each not in known:
                    yield each
                    left -= 1
                if not left:
                    break


def acquainted(named: Iterable[Iterable[int]]) -> list[set[int]]:
    """With whom each has to do: whom it names, and who names it."""
    whom = [set(others) for others in named]
    for one, others in enumerate([sorted(others) for others in whom]):
        for other in others:
            whom[other].add(one)
    return whom
