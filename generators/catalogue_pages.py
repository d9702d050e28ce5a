"""All rules on two pages of ``docs/``: by category, and by platform; and the order in which rules are listed."""

from collections.abc import Iterable, Iterator
from os.path import basename

from sociable.language import ast
from sociable.rulebook.applicability import severities
from sociable.rulebook.categories import CATEGORIES, by_category
from sociable.rulebook.page_files import PageRule
from sociable.rulebook.summary import severity_words
from sociable.vocabulary.platforms import PLATFORMS

from generators.facts_pages import page_names, read_platforms
from generators.sources_schema import platform_title
from generators.vocabulary_pages import row

_MADE = "<!-- Made by `make generated` from the pages of the rules. -->"
_CATALOGUE = """\
Each rule has a page: what people see, why it matters, what to do instead, what is caught and what is fine, and the
sources it rests on. Some come with [a fix](fixes.md), safe or unsafe. [Rules by platform](platforms.md) shows where a
platform is stricter than others."""
_READ = """\
What platforms say themselves, with the rules that look for it: {links}; and [law](platforms/law.md). No facts
of their own are held yet for {unread}: what is told there rests on law or on our judgement, and says so."""
_BY_PLATFORM = """\
These rules are graver or milder on some platforms, because the platforms' own rules are. An empty field is as usual.
Where two severities stand, it depends on the case; the page of the rule says on what. A rule that is not here is as
grave everywhere as [the list of all rules](rules.md) says."""


def catalogue_page(rules: Iterable[PageRule]) -> str:
    """All rules, category by category, with what each is about."""
    parts = ["# All rules", _MADE, _CATALOGUE]
    for category, members in by_category(rules):
        rows = [
            (_linked(rule), _titled(rule), severity_words(rule.rule, in_full=False), _fix(rule.rule))
            for rule in members
        ]
        about = CATEGORIES.get(category, "")
        parts += [f"## {category.capitalize()}", *([f"{about.capitalize()}."] if about else [])]
        parts.append(_table(("rule", "what it is about", "severity", "fix"), rows))
    return "\n\n".join(parts) + "\n"


def platforms_page(rules: Iterable[PageRule]) -> str:
    """Which rules are graver or milder on which platforms."""
    differing = [rule for rule in rules if any(line.platforms for line in rule.rule.severities)]
    singled_out = {name for rule in differing for line in rule.rule.severities for name in line.platforms}
    columns = [name for name in PLATFORMS if name in singled_out]
    heads = ("rule", "usually", *(PLATFORMS[name].title for name in columns))
    rows = [(_linked(rule), *_severities(rule.rule, columns)) for _, rules in by_category(differing) for rule in rules]
    parts = ["# Rules by platform", _MADE, _read_pages(), _BY_PLATFORM, _table(heads, rows)]
    return "\n\n".join(parts) + "\n"


def _read_pages() -> str:
    """Links to what platforms say themselves, and the platforms of which nothing was read."""
    read = read_platforms()
    unread = [name for name in page_names() if name not in read]
    return _READ.format(links=_page_links(read), unread=_page_links(unread))


def _page_links(names: Iterable[str]) -> str:
    return ", ".join(f"[{platform_title(name)}](platforms/{name}.md)" for name in names)


def _titled(rule: PageRule) -> str:
    return f"{rule.title} (preview since {rule.heading.preview})" if rule.heading.preview else rule.title


def _linked(rule: PageRule) -> str:
    return f"[{rule.rule.name}](../rules/{rule.category}/{basename(rule.path)})"


def _fix(rule: ast.Rule) -> str:
    return f"[{rule.fix.safety}](fixes.md)" if rule.fix else ""


def _severities(rule: ast.Rule, platforms: Iterable[str]) -> Iterator[str]:
    usual = _levels(rule, "")
    yield usual
    for name in platforms:
        levels = _levels(rule, name)
        yield "" if levels == usual else levels


def _levels(rule: ast.Rule, platform: str) -> str:
    """What a finding can be on a platform, mildest first."""
    mildest, *graver = reversed(severities(rule, platform))
    return f"{mildest} {'to' if len(graver) > 1 else 'or'} {graver[-1]}" if graver else mildest


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join((row(heads), row("---" for _ in heads), *map(row, rows)))
