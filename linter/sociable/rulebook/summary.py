"""What a page says of its rule, for those who do not run it."""

from sociable.findings.report import InCase, RuleSummary
from sociable.kinds.condition_words import condition_words, types_of
from sociable.language import ast
from sociable.language.types import Type
from sociable.rulebook.page_files import PageRule
from sociable.vocabulary.platforms import PLATFORMS

UNKNOWN = "…"
"""Stands for what is only known of a finding."""


def summary(page: PageRule) -> RuleSummary:
    rule = page.rule
    types = types_of(rule.bindings)
    return RuleSummary(
        name=rule.name,
        path=page.path,
        category=page.category,
        title=page.title,
        people_see=page.people_see,
        sources=page.sources,
        severity=severity_words(rule),
        confidence=rule.confidence,
        profiles=rule.profiles,
        message=_said(rule.message),
        why=_said(rule.because),
        advice=_said(rule.suggest),
        preview=rule.preview,
        cases=tuple(InCase(case.part, _said(case.says), condition_words(case.when, types)) for case in rule.cases),
    )


def severity_words(rule: ast.Rule, *, in_full: bool = True) -> str:
    """``warning; error on X and Reddit; info where whose account it is: a company``: of what applies, the last counts.

    If not ``in_full``, a condition is only mentioned, and what reads the same as the one before is left out.
    """
    types = types_of(rule.bindings)
    told = [_severity(line, types, in_full) for line in rule.severities]
    return "; ".join(words for before, words in zip(["", *told], told, strict=False) if words != before)


def _severity(line: ast.Severity, types: dict[str, Type], in_full: bool) -> str:
    *others, last = [PLATFORMS[name].title for name in line.platforms] or [""]
    on = f" on {', '.join(others)} and {last}" if others else f" on {last}" if last else ""
    when = " in some cases" if line.when else ""
    if line.when and in_full:
        when = f", if {condition_words(line.when, types)}"
    profiles = f" in the profile {' or '.join(f'`{name}`' for name in line.profiles)}" if line.profiles else ""
    return f"{line.level}{on}{profiles}{when}"


def _said(message: ast.Message) -> str:
    return "".join(UNKNOWN if isinstance(part, ast.Path) else part for part in message.parts)
