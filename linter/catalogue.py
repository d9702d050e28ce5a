"""All rules on two pages of ``docs/``: by category, and by platform; and the order in which rules are listed."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from os.path import basename

from linter.findings import SEVERITIES
from linter.language import ast
from linter.language.readable import severity_words
from linter.language.rulebook import PageRule
from linter.reference import row
from linter.vocabulary import PLATFORMS

CATEGORIES = {
    "courtesy": "how accounts treat the people who meet them",
    "loops": "automations that set each other off, or get in each other's way",
    "consent": "who has asked to be written to",
    "honesty": "what is a machine, what is meant, and who speaks",
    "care": "what belongs to people or to platforms, and how it is handled",
    "setup": "slips in the files themselves",
}
"""What each category is about, in the order of reading. Others, as a project of its own may have, come after these."""

_MADE = "<!-- Made by `make generated` from the pages of the rules. -->"
_CATALOGUE = """\
Each rule has a page: what people see, why it matters, what to do instead, what is caught and what is fine, and the sources
it rests on. [Rules by platform](platforms.md) shows where a platform is stricter than others."""
_BY_PLATFORM = """\
How grave a finding is, and on which platforms it is graver or milder than usual because their own rules are. An empty
field is as usual. Where several severities stand, it depends on the case; the page of the rule says on what."""


def by_category(rules: Iterable[PageRule]) -> Iterator[tuple[str, list[PageRule]]]:
    """Each category that has rules, in the order of reading, with its rules by name."""
    order = list(CATEGORIES)

    def place(rule: PageRule) -> tuple[int, str]:
        return (order.index(rule.category) if rule.category in order else len(order)), rule.category

    for (_, category), members in groupby(sorted(rules, key=lambda rule: (*place(rule), rule.rule.name)), key=place):
        yield category, list(members)


def catalogue_page(rules: Iterable[PageRule]) -> str:
    """All rules, category by category, with what each is about."""
    parts = ["# All rules", _MADE, _CATALOGUE]
    for category, members in by_category(rules):
        rows = [(_linked(rule), rule.title, severity_words(rule.rule, in_full=False)) for rule in members]
        parts += [_heading(category), _table(("rule", "what it is about", "severity"), rows)]
    return "\n\n".join(parts) + "\n"


def platforms_page(rules: Iterable[PageRule]) -> str:
    """How grave each rule is where; only platforms that some rule singles out have a column of their own."""
    rules = list(rules)
    singled_out = {name for rule in rules for line in rule.rule.severities for name in line.platforms}
    columns = [name for name in PLATFORMS if name in singled_out]
    heads = ("rule", "usually", *(PLATFORMS[name].title for name in columns))
    parts = ["# Rules by platform", _MADE, _BY_PLATFORM]
    for category, members in by_category(rules):
        rows = [(_linked(rule), *_severities(rule.rule, columns)) for rule in members]
        parts += [_heading(category), _table(heads, rows)]
    return "\n\n".join(parts) + "\n"


def _heading(category: str) -> str:
    about = CATEGORIES.get(category, "")
    return f"## {category.capitalize()}" + (f": {about}" if about else "")


def _linked(rule: PageRule) -> str:
    return f"[{rule.rule.name}](../rules/{rule.category}/{basename(rule.path)})"


def _severities(rule: ast.Rule, platforms: Iterable[str]) -> Iterator[str]:
    usual = _levels(rule, "")
    yield usual
    for name in platforms:
        levels = _levels(rule, name)
        yield "" if levels == usual else levels


def _levels(rule: ast.Rule, platform: str) -> str:
    """What a finding can be on a platform, mildest first."""
    levels: set[str] = set()
    for line in rule.severities:
        if not line.platforms or platform in line.platforms:
            levels = levels | {line.level} if line.when else {line.level}
    return " or ".join(sorted(levels, key=SEVERITIES.index))


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join((row(heads), row("---" for _ in heads), *map(row, rows)))
