"""Whose accounts are of which no file says it."""

from collections import defaultdict
from collections.abc import Sequence

from sociable.setup.model import Account
from sociable.vocabulary.values import UNSTATED, US


def keepers(accounts: Sequence[Account], usual: str) -> list[str]:
    """For each account a word of ``RUN_BY``, to be taken where it says nothing.

    An account that works for our money is ours: it is kept by whoever keeps the others in its file, if these are all of
    one sort. Any other is kept by the ``usual``.
    """
    ours: defaultdict[str, set[str]] = defaultdict(set)
    for each in accounts:
        if each.run_by != UNSTATED and each.paid_by != US:
            ours[each.span.path].add(each.run_by)
    return [
        next(iter(ours[each.span.path])) if each.paid_by == US and len(ours[each.span.path]) == 1 else usual
        for each in accounts
    ]
