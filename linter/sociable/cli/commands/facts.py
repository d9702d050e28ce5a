"""`sociable facts`: what platforms and law say, in which document, and how long ago somebody looked."""

import sys
from collections.abc import Iterable, Iterator

from sociable.cli.console import CLEAN, FOUND, complain
from sociable.rulebook.rulebook import with_built_in
from sociable.sources.basis import Basis, basis_of
from sociable.sources.dates import edition, in_words, is_old
from sociable.sources.fact import VERDICTS, Fact
from sociable.sources.library import library
from sociable.text.suggest import did_you_mean
from sociable.text.wording import counted, sentence
from sociable.vocabulary.values import EVIDENCE


def list_facts(platform: str = "", rule: str = "") -> int:
    """Print one line for each fact, shelf by shelf; of one platform, or those that a rule rests on."""
    resting = _by_fact()
    found = 0
    for shelf in library().shelves:
        facts = [fact for fact in shelf.facts if _wanted(fact, platform, rule, resting)]
        if facts:
            sys.stdout.write(f"{shelf.title}\n")
            _write(f"  {fact.id:<8} {fact.verdict:<11} {fact.weight:<8} {fact.says}" for fact in facts)
            sys.stdout.write("\n")
        found += len(facts)
    sys.stdout.write(f"{counted(found, 'fact')}. `sociable facts show ID` shows one.\n")
    return CLEAN


def _wanted(fact: Fact, platform: str, rule: str, resting: dict[str, list[tuple[str, Basis]]]) -> bool:
    return (not platform or platform in fact.on) and (
        not rule or any(name == rule for name, _ in resting.get(fact.id, ()))
    )


def show_fact(wanted: str) -> int:
    """Print everything that is known of a fact, and the rules that rest on it."""
    facts = library().facts
    fact = facts.get(wanted.upper())
    if fact is None:
        return complain(f"there is no fact `{wanted}`. {did_you_mean(wanted.upper(), facts)}".rstrip())
    _write(f"{label:<12}{text}" for label, text in _told(fact) if text)
    for name, basis in _by_fact().get(fact.id, ()):
        carried = ", ".join(dict.fromkeys(each.level for each in basis.carries))
        _write([f"{'rule':<12}{name}{f' ({carried})' if carried else ''}: {basis.says}"])
    return CLEAN


def _told(fact: Fact) -> Iterator[tuple[str, str]]:
    document = fact.document
    yield "fact", fact.id
    yield "says", sentence(fact.says)
    yield "verdict", f"{fact.verdict}: {VERDICTS[fact.verdict]}"
    yield "weight", fact.weight
    yield "where", fact.title
    yield "address", document.address
    yield "dated", edition(document, fact.dated)
    yield "seen", in_words(fact.seen)
    yield "evidence", EVIDENCE[document.evidence]
    yield "holds for", ", ".join((*fact.on, *fact.where))
    yield "server", fact.server
    yield "accounts", ", ".join(fact.kinds)
    for label, narrowed in (("verbs", fact.verbs), ("events", fact.events), ("audiences", fact.audiences)):
        yield label, ", ".join(sorted(narrowed))
    yield "instead", fact.superseded_by
    yield "narrower by", fact.narrowed_by
    yield "otherwise", fact.conflicts_with
    yield "note", fact.note
    yield "unused", fact.unused


def stale_facts(today: str) -> int:
    """Print the facts that were seen more than a year before ``today``; exit code 1 if there are any."""
    resting = _by_fact()
    old = sorted(
        (fact for fact in library().facts.values() if is_old(fact.seen, today) and not fact.superseded_by),
        key=lambda fact: (fact.seen, fact.document.id, fact.id),
    )
    for fact in old:
        rules = counted(len(resting.get(fact.id, ())), "rule")
        _write([f"{fact.id:<8} seen {in_words(fact.seen)}, {rules}: {fact.title} {fact.document.address}"])
    sys.stdout.write(f"{counted(len(old), 'fact')} seen more than a year before {in_words(today)}\n")
    return FOUND if old else CLEAN


def _by_fact() -> dict[str, list[tuple[str, Basis]]]:
    """The rules that rest on each fact, with the line that says so."""
    found: dict[str, list[tuple[str, Basis]]] = {}
    for page in with_built_in().rules:
        for basis in basis_of(page.sources):
            found.setdefault(basis.fact, []).append((page.rule.name, basis))
    return found


def _write(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
