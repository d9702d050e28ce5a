"""The lines under *Sources* with their facts written out."""

from collections.abc import Iterable

from sociable.findings.finding import SEVERITIES
from sociable.sources.basis import Basis, Carried, read_basis
from sociable.sources.dates import dated
from sociable.sources.library import citation_of, library
from sociable.text.wording import sentence
from sociable.vocabulary.platforms import PLATFORMS


def source_lines(lines: Iterable[str], today: str = "") -> list[str]:
    """Each source as an entry of a list: who says it, where, as of when, what, and how it bears on the rule.

    By ``today`` one is old; where it is empty, none is.
    """
    return [f"- {_told(line, today)}" for line in lines]


def _told(line: str, today: str) -> str:
    basis = read_basis(line)
    fact = library().facts.get(basis.fact) if basis is not None else None
    if basis is None or basis.citation is not None or (basis.fact and fact is None):
        return line
    if fact is None:
        return f"**Our judgement**{_carried(basis)}: {basis.says}"
    citation = citation_of(fact)
    document = f"[{citation.title}]({citation.address}), {dated(citation, today)}"
    return f"{fact.id}: {document}: {sentence(fact.says)} {_bearing(basis)}"


def _bearing(basis: Basis) -> str:
    return f"*Here{_carried(basis)}:* {basis.says}"


def _carried(basis: Basis) -> str:
    """For which severities the line gives the ground, gravest first."""
    carries = sorted(basis.carries, key=lambda each: SEVERITIES.index(each.level), reverse=True)
    return f" ({'; '.join(map(_severity, carries))})" if carries else ""


def _severity(carried: Carried) -> str:
    on = f" on {', '.join(PLATFORMS[name].title for name in carried.platforms)}" if carried.platforms else ""
    profiles = f" in the profile {', '.join(f'`{name}`' for name in carried.profiles)}" if carried.profiles else ""
    return f"{carried.level}{on}{profiles}"
