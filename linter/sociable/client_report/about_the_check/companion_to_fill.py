"""A companion file to fill in: where the answers go about accounts that only exports of other tools name."""

import json
from collections.abc import Iterator, Mapping

from sociable.client_report.about_the_check.open_questions import ANSWERS, speaking, unsaid
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.facts.facts import AccountFacts


def companion_to_fill(numbering: Numbering) -> tuple[str, ...]:
    """Its lines, with a name for each account and ``…`` wherever an answer is open; none where nothing is asked."""
    open_facts = {
        account: [fact for fact in unsaid(account) if fact in ANSWERS]
        for account in speaking(numbering)
        if account.model.origin.importer
    }
    asked = {account: facts for account, facts in open_facts.items() if facts}
    return tuple(_lines(asked)) if asked else ()


def _lines(asked: dict[AccountFacts, list[str]]) -> Iterator[str]:
    names = {account: f"{account.platform}-{number}" for number, account in enumerate(asked, 1)}
    yield "sociable: 1"
    yield "accounts:"
    for account, facts in asked.items():
        yield f"  {names[account]}:"
        if "platform" not in facts:
            yield f"    platform: {account.platform}"
        if not account.model.handle:
            yield "    handle: …"
        yield from (f"    {line}" for fact in facts for line in ANSWERS[fact])
    yield "imports:"
    imports = _imports(names)
    for called in imports:
        yield from ("  - files: …", "    accounts:") if len(imports) > 1 else ("  - accounts:",)
        yield from (f"      {json.dumps(each, ensure_ascii=False)}: {name}" for each, name in called.items())


def _imports(names: Mapping[AccountFacts, str]) -> list[dict[str, str]]:
    """What is what by the names of the tools; where two call an account alike, each by itself, for files of its own."""
    imports: list[dict[str, str]] = []
    for account, name in names.items():
        called = account.model.origin.called
        at = next((at for at in imports if called not in at), None)
        if at is None:
            imports.append(at := {})
        at[called] = name
    return imports
