"""Ids: where each is declared, and where one is used."""

from typing import NamedTuple

from linter.deriving.facts import AccountFacts, Facts
from linter.model import Named, Target
from linter.source import Span
from linter.suggestions import did_you_mean


class Declaration(NamedTuple):
    """An account or automation as a file writes it down, once for each time it does."""

    what: str
    id: str
    span: Span
    account: AccountFacts | None = None


class Reference:
    """A place that uses the id of an account."""

    __slots__ = ("_ids", "account", "known", "name", "span")

    def __init__(self, named: Named, ids: dict[str, AccountFacts]) -> None:
        self.name = named.name
        self.span = named.span
        self.account = ids.get(named.name)
        self.known = self.account is not None
        self._ids = ids

    @property
    def hint(self) -> str:
        return did_you_mean(self.name, self._ids) or "Describe it under `accounts:` in one of the files."


def declarations(facts: Facts) -> list[Declaration]:
    """Every id that any file declares, in file order, disabled automations included."""
    accounts = [Declaration("account", account.id.name, account.id.span) for account in facts.setup.accounts]
    return accounts + [
        Declaration("automation", automation.id.name, automation.id.span) for automation in facts.setup.automations
    ]


def references(facts: Facts) -> list[Reference]:
    """Every place that uses the id of an account."""
    found: list[Named] = []
    for automation in facts.setup.automations:
        found.extend(automation.accounts)
        for step in automation.steps:
            found.extend(_in_target(step.target))
            for _, source in step.produces:
                if isinstance(source, Target):
                    found.extend(_in_target(source))
    return [Reference(named, facts.by_id) for named in found]


def _in_target(target: Target | None) -> list[Named]:
    if target is None:
        return []
    if target.kind == "account":
        return [Named(target.name, target.span)]
    return _in_target(target.of)
