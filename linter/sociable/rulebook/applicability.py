"""Where a rule applies, and how grave it is there."""

from sociable.facts.platform_limits import judged_limits
from sociable.findings.finding import SEVERITIES
from sociable.language import ast
from sociable.language.conditions.joined import conjuncts
from sociable.rulebook.page_files import PageRule


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


def runs_in(page: PageRule, profile: str, preview: bool = True) -> bool:
    """Whether a rule runs in a profile, one that names none does so in all; and whether a ``preview`` is wanted."""
    if page.heading.preview and not preview:
        return False
    return not page.heading.profiles or profile in page.heading.profiles
