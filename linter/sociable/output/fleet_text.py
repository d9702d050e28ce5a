"""A summary of many projects, for people: which have findings, what is found most, what could not be checked."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sociable.findings.finding import SEVERITIES
from sociable.findings.project_outcome import OutcomeSummary
from sociable.records.static import TextIO
from sociable.text.safe import defused, one_line, visible
from sociable.text.style import Style
from sociable.text.wording import counted

_MOST_RULES = 10


def write(summaries: Sequence[OutcomeSummary], out: TextIO, style: Style) -> None:
    """Write a line for each project with something to tell, the gravest first, then what most of them share."""
    told = sorted((each for each in summaries if _is_told(each, style)), key=_gravity)
    shown = told[: style.most] if style.most else told
    margin = max((len(visible(each.project)) for each in shown), default=0)
    for each in shown:
        out.write(f"{defused(f'{visible(each.project):<{margin}}  {_says(each)}')}\n")
    if left := len(told) - len(shown):
        out.write(f"and {counted(left, 'more project')} (-v shows all)\n")
    _write_rules(summaries, out)
    out.write(f"{_total(summaries)}\n")


def _is_told(each: OutcomeSummary, style: Style) -> bool:
    return style.verbose or bool(each.error or each.failing)


def _gravity(each: OutcomeSummary) -> tuple[object, ...]:
    return (not each.error, *(-number for number in each.severities.values()), each.project)


def _says(each: OutcomeSummary) -> str:
    if each.error:
        return f"not checked: {one_line(each.error)}"
    found = _counts(each.severities) or "nothing found"
    return f"{found} in {counted(each.files, 'file')}" if each.files else "no automation files"


def _counts(severities: Mapping[str, int]) -> str:
    return ", ".join(
        f"{number} info" if severity == "info" else counted(number, severity)
        for severity in reversed(SEVERITIES)
        if (number := severities.get(severity, 0))
    )


def _write_rules(summaries: Sequence[OutcomeSummary], out: TextIO) -> None:
    findings: Counter[str] = Counter()
    projects: Counter[str] = Counter()
    for each in summaries:
        findings.update(each.rules)
        projects.update(each.rules.keys())
    most = sorted(projects, key=lambda rule: (-projects[rule], -findings[rule], rule))[:_MOST_RULES]
    if most:
        out.write("\nfound in most projects:\n")
    margin = max((len(visible(rule)) for rule in most), default=0)
    for rule in most:
        where = f"in {counted(projects[rule], 'project')}, {counted(findings[rule], 'finding')}"
        out.write(f"  {defused(f'{visible(rule):<{margin}}  {where}')}\n")
    out.write("\n" if summaries else "")


def _total(summaries: Sequence[OutcomeSummary]) -> str:
    severities: Counter[str] = Counter()
    for each in summaries:
        severities.update(each.severities)
    files, automations = sum(each.files for each in summaries), sum(each.automations for each in summaries)
    accounts = sum(each.accounts for each in summaries)
    failed = sum(bool(each.error) for each in summaries)
    parts = (
        f"{_counts(severities) or 'Nothing found'} in {counted(len(summaries), 'project')}",
        f"({counted(files, 'file')}, {counted(automations, 'automation')} on {counted(accounts, 'account')})",
        *([f"; {counted(failed, 'project')} could not be checked"] if failed else []),
    )
    return " ".join(parts[:2]) + "".join(parts[2:])
