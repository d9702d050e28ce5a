"""`sociable rules overlap`: rules that speak of the same step."""

import os
import sys
from collections.abc import Iterator

from sociable.authoring.overlap import Overlap, Trial, Where, overlaps, trials_of
from sociable.cli.console import CLEAN, FOUND, NothingToDo, complain_of
from sociable.cli.read_rules import sound_rulebook
from sociable.project.load import load
from sociable.records.record import Record
from sociable.text.safe import one_line
from sociable.text.wording import counted

MOST = 3
"""How many places of a pair are shown."""


class RulesOverlapCall(Record):
    """What `sociable rules overlap` was asked for."""

    folders: tuple[str, ...]
    paths: tuple[str, ...]


def run(call: RulesOverlapCall) -> int:
    """List each pair of rules at one step, over all examples and these files; the exit code says if one is open."""
    book = sound_rulebook(call.folders)
    reading = load(call.paths) if call.paths else None
    if reading is not None and reading.problems:
        return complain_of(reading.problems)
    if reading is not None and not reading.files:
        raise NothingToDo("no automation files found")
    trials = [trial for page in book.rules for trial in trials_of(page)]
    trials += [Trial(reading.setup)] if reading is not None else []
    found = overlaps(book.rules, trials)
    for overlap in found:
        sys.stdout.write("\n  ".join(map(one_line, _told(overlap))) + "\n")
    unresolved = sum(map(is_open, found))
    sys.stdout.write(f"{counted(len(found), 'pair')} of rules at one step, {unresolved} unresolved\n")
    return FOUND if unresolved else CLEAN


def is_open(overlap: Overlap) -> bool:
    """Whether somebody has to look at it: two rules told of one step without a word, or a word without a step."""
    return bool(overlap.twice) or not overlap.places


def _told(overlap: Overlap) -> Iterator[str]:
    """A line about the pair, and places below it."""
    yield f"{' and '.join(overlap.pair)}: {_state(overlap)}"
    places = overlap.twice or overlap.places
    yield from map(_place, places[:MOST])
    if len(places) > MOST:
        yield f"and {counted(len(places) - MOST, 'more place')}"


def _state(overlap: Overlap) -> str:
    if not overlap.places:
        return f"UNRESOLVED ({overlap.resolution}), but no example has both at one step"
    if not overlap.twice:
        return overlap.resolution
    if overlap.resolution:
        return f"UNRESOLVED ({overlap.resolution}), but where the other one is graver both are told"
    return "UNRESOLVED, say `subsumes` or `beside` on one of their pages"


def _place(where: Where) -> str:
    example = f" (“{where.example}”)" if where.example else ""
    return f"{os.path.relpath(where.span.path)}:{where.span.line}:{where.span.column}{example}"
