"""Accounts by name, as `--account` takes them: what names none would leave nothing to tell, and look like praise."""

from sociable.cli.console import BadCall
from sociable.findings.report import Report
from sociable.text.suggest import did_you_mean

_MANY = 10
"""Accounts from which on they are not listed."""


def refuse_unknown(names: tuple[str, ...], report: Report) -> None:
    """Raises ``BadCall`` for a name that no account of the report has, and about which nothing is told."""
    accounts = report.described().accounts
    known = {form for each in accounts for form in (each.id, each.handle) if form}
    told = {form for each in report.findings for about in each.members for form in (about.account, *about.subjects)}
    forms = {_plain(each) for each in known | told}
    for name in names:
        if _plain(name) not in forms:
            listed = f"There are: {', '.join(each.id for each in accounts)}." if 0 < len(accounts) < _MANY else ""
            raise BadCall(f"no file describes an account `{name}`. {did_you_mean(name, known) or listed}".rstrip())


def _plain(name: str) -> str:
    return (name or "").lstrip("@").casefold()
