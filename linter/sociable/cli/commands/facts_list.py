"""`sociable facts list`."""

from collections.abc import Iterator

from sociable.cli.console import CLEAN, say
from sociable.cli.read_rules import rules_by_fact, rules_by_kind, rules_called
from sociable.facts.figures import Figure, figures
from sociable.records.record import Record
from sociable.sources.fact import Fact
from sociable.sources.library import library
from sociable.text.wording import counted
from sociable.vocabulary.values import EVIDENCE

_FIGURES = "Limits and lengths of texts"


class FactsListCall(Record):
    """What `sociable facts list` was asked for."""

    platform: str | None
    rule: str


def run(call: FactsListCall) -> int:
    """Print one line for each fact, shelf by shelf, then for each figure; of one platform, or what a rule rests on."""
    found = 0
    for title, lines in _shelves(call):
        if lines:
            say(title, *(f"  {line}" for line in lines), "")
        found += len(lines)
    say(f"{counted(found, 'fact')}. `sociable facts show ID` shows one.")
    return CLEAN


def _shelves(call: FactsListCall) -> Iterator[tuple[str, list[str]]]:
    asked = rules_called(call.rule) if call.rule else ()
    resting = {fact for fact, lines in rules_by_fact().items() if any(name in asked for name, _ in lines)}
    kinds = {kind for kind, names in rules_by_kind().items() if not set(asked).isdisjoint(names)}
    for shelf in library().shelves:
        yield shelf.title, [_fact(each) for each in shelf.facts if _is_wanted(each, call, resting)]
    of_platform = [each for each in figures().values() if call.platform in (None, each.platform)]
    yield _FIGURES, [_figure(each) for each in of_platform if not call.rule or (each.is_used and each.kind in kinds)]


def _is_wanted(fact: Fact, call: FactsListCall, resting: set[str]) -> bool:
    return (not call.platform or call.platform in fact.on) and (not call.rule or fact.id in resting)


def _fact(fact: Fact) -> str:
    mark = "" if fact.is_its_own_page else f" ({_at_second_hand(fact)})"
    return f"{fact.id:<8} {fact.verdict:<11} {fact.weight:<8} {fact.says}{mark}"


def _at_second_hand(fact: Fact) -> str:
    alone = "; carries no error alone" if fact.weight == "error" else ""
    return f"{EVIDENCE[fact.document.evidence]}{alone}"


def _figure(figure: Figure) -> str:
    use, evidence = "" if figure.is_used else "unused", figure.document.evidence
    mark = "" if evidence == "primary" else f" ({EVIDENCE[evidence]})"
    return f"{figure.id:<8} {figure.verdict:<11} {use:<8} {figure.says}{mark}"
