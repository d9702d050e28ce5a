"""Accounts of which a report has the same to tell, so that hundreds of a kind do not make hundreds of rows."""

from collections.abc import Callable, Hashable, Iterable

from sociable.client_report.content.content_of_report import AccountRow, AutomationRow, Content
from sociable.drawing.alike_cards import alike_together
from sociable.records.record import Record


class AlikeAutomations(Record):
    """An automation of each of several accounts; it has no ``name`` where they are not called the same."""

    name: str
    first: AutomationRow


class AlikeAccounts(Record):
    """One or several accounts; what is told of the ``first`` holds for all, each with findings of its own."""

    first: AccountRow
    all_of_them: tuple[AccountRow, ...]
    automations: tuple[AlikeAutomations, ...]


_FoundBy = Callable[[int], tuple[str, bool] | None]
"""By which rule something was found, and whether it is open; nothing of what also touches others."""


def accounts_of_a_kind(content: Content) -> list[AlikeAccounts]:
    """The accounts of a report, alike ones together; in their order, each where the first of its kind stands."""
    found_by = {
        found.number: (group.rule, found.decision is None)
        for gravity in content.gravities
        for group in gravity.groups
        for found in group.findings
    }
    return [_together(alike) for alike in alike_together(content.accounts, lambda each: _kind(each, found_by.get))]


def _kind(account: AccountRow, found_by: _FoundBy) -> Hashable:
    """Equal for accounts of which all is the same but what they and their automations are called."""
    deeds = tuple((each.when, each.deeds, each.weekly, _kinds(each.findings, found_by)) for each in account.automations)
    told = account._replace(anchor="", name="", automations=(), findings=())
    return told, deeds, _kinds(account.findings, found_by)


def _kinds(findings: Iterable[int], found_by: _FoundBy) -> Hashable:
    return tuple(map(found_by, findings))


def _together(accounts: list[AccountRow]) -> AlikeAccounts:
    return AlikeAccounts(
        accounts[0],
        tuple(accounts),
        tuple(
            AlikeAutomations(each[0].name if len({one.name for one in each}) == 1 else "", each[0])
            for each in zip(*(account.automations for account in accounts), strict=True)
        ),
    )
