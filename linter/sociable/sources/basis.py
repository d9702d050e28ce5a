"""What a rule rests on: the lines under *Sources* of its page."""

import re
from functools import lru_cache

from sociable.findings.finding import SEVERITIES, Citation
from sociable.records.record import Record

JUDGEMENT = "Our judgement"
"""How a line begins that says why we find something, with no fact to say so."""

FACT_ID = r"[A-Z][A-Z0-9]*-[0-9]{2,3}"
_LINE = re.compile(rf"({FACT_ID}|{JUDGEMENT})(?: \(([^()]*)\))?: (.+)")
_CARRIED = re.compile(r"(\w+)(?: on ((?:(?! in )[\w, -])+))?(?: in ([\w, -]+))?")
_OWN = re.compile(r"(.+?), <((?:(?!://)[^<>\s])++://[^<>\s]+)>, ([^:]+): (.+)", re.DOTALL)


class Carried(Record):
    """A severity that a line gives the ground for; ``platforms`` and ``profiles`` are for our own judgement."""

    level: str
    platforms: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()


class Basis(Record):
    """One line under *Sources*: a fact by its id, our own judgement, or a source that a project's own page describes.

    ``says`` is how it bears on the rule; ``citation`` is there only for a source of a project's own.
    """

    fact: str
    says: str
    carries: tuple[Carried, ...] = ()
    citation: Citation | None = None

    @property
    def is_judgement(self) -> bool:
        return not self.fact and self.citation is None


@lru_cache(maxsize=256)
def basis_of(lines: tuple[str, ...]) -> tuple[Basis, ...]:
    """The lines of a page; those that are none are left out."""
    return tuple(found for line in lines if (found := read_basis(line)) is not None)


def read_basis(text: str) -> Basis | None:
    """A line as it is written, or nothing where it is none."""
    own = _OWN.fullmatch(text)
    if own is not None:
        return Basis("", "", (), Citation(*own.groups()))
    line = _LINE.fullmatch(text)
    carries = _carried(line[2]) if line is not None else None
    if line is None or carries is None:
        return None
    return Basis("" if line[1] == JUDGEMENT else line[1], line[3], carries)


def _carried(text: str | None) -> tuple[Carried, ...] | None:
    found = []
    for each in (text or "").split(";") if text else ():
        match = _CARRIED.fullmatch(each.strip())
        if match is None or match[1] not in SEVERITIES:
            return None
        found.append(Carried(match[1], _names(match[2]), _names(match[3])))
    return tuple(found)


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.split(",")) if text else ()
