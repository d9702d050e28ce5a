"""`sociable facts show`."""

import sys
from collections.abc import Iterator

from sociable.cli.console import CLEAN, BadCall
from sociable.cli.read_rules import rules_by_fact
from sociable.records.record import Record
from sociable.sources.dates import edition, in_words, since
from sociable.sources.fact import VERDICTS, Fact
from sociable.sources.library import library
from sociable.text.suggest import did_you_mean
from sociable.text.wording import listed, sentence
from sociable.vocabulary.law_words import BINDS
from sociable.vocabulary.values import EVIDENCE

_LISTED = "`sociable facts list` shows them all, and `--platform x` those of a platform."


class FactsShowCall(Record):
    """What `sociable facts show` was asked for."""

    fact: str


def run(call: FactsShowCall) -> int:
    """Print everything that is known of a fact, and the rules that rest on it."""
    facts = library().facts
    fact = facts.get(call.fact.upper())
    if fact is None:
        raise BadCall(f"there is no fact `{call.fact}`. {did_you_mean(call.fact.upper(), facts) or _LISTED}")
    sys.stdout.writelines(f"{label:<12}{text}\n" for label, text in _told(fact) if text)
    for name, basis in rules_by_fact().get(fact.id, ()):
        carried = ", ".join(dict.fromkeys(each.level for each in basis.carries))
        sys.stdout.write(f"{'rule':<12}{name}{f' ({carried})' if carried else ''}: {basis.says}\n")
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
    yield "since then", since(document, still=fact.still)
    yield "evidence", EVIDENCE[document.evidence]
    yield "holds for", ", ".join((*fact.on, *fact.where))
    if fact.is_law:
        yield "binds", f"{listed([BINDS[each] for each in document.binds])}: {document.scope}"
    yield "about", "reviews there, from whichever account people are asked for them" if fact.of_reviews else ""
    yield "server", fact.server
    yield "accounts", ", ".join(fact.kinds)
    for label in ("purposes", "verbs", "events", "audiences"):
        yield label, ", ".join(sorted(getattr(fact, label)))
    yield "instead", fact.superseded_by
    yield "narrower by", fact.narrowed_by
    yield "otherwise", fact.conflicts_with
    yield "comes after", ", ".join(fact.after)
    yield "note", fact.note
    yield "unused", fact.unused
