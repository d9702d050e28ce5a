"""Where a rule applies, how grave it is there, and when its sources were last looked at."""

import re
from collections.abc import Iterable
from datetime import date

from sociable.facts.platform_limits import judged_limits
from sociable.findings.finding import SEVERITIES, Citation
from sociable.language import ast
from sociable.language.conditions.joined import conjuncts
from sociable.rulebook.page_files import PageRule

_SEEN = re.compile(r"\bseen ([0-9]{1,2}) ([A-Z][a-z]+) ([0-9]{4})$")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def applies_on(rule: ast.Rule, platform: str) -> bool:
    """Whether a rule can find anything on a platform.

    One that asks for other platforms by name cannot, nor one about limits where no limit is known.
    """
    if any(isinstance(each, ast.Binding) and each.kind == "quota" for each in rule.bindings):
        return platform in judged_limits()
    return all(
        platform in condition.allowed
        for condition in conjuncts(rule.when)
        if isinstance(condition, ast.OneOf) and condition.left.names[-1] == "platform"
    )


def severities(rule: ast.Rule, platform: str | None = None) -> tuple[str, ...]:
    """The severities a rule can have, gravest first: on one platform, where it names none (``""``), or on any."""
    found: set[str] = set()
    for line in rule.severities:
        if platform is not None and line.platforms and platform not in line.platforms:
            continue
        if platform is not None and line.when is None and not line.profiles:
            found.clear()  # of all lines that apply, the last counts
        found.add(line.level)
    return tuple(sorted(found, key=SEVERITIES.index, reverse=True))


def last_seen(citations: Iterable[Citation]) -> date | None:
    """The day on which the source that was looked at longest ago was seen; nothing where none says when."""
    return min((day for each in citations if (day := _seen(each.dated)) is not None), default=None)


def in_words(day: date) -> str:
    """``23 November 2026``, whatever language the system speaks."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _seen(dated: str) -> date | None:
    match = _SEEN.search(dated)
    if match is None or match[2] not in _MONTHS:
        return None
    try:
        return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:  # such as 31 June
        return None


def runs_in(page: PageRule, profile: str) -> bool:
    """Whether a rule runs in a profile: one that names none does so in all."""
    return not page.rule.profiles or profile in page.rule.profiles
