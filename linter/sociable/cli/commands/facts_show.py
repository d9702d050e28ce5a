"""`sociable facts show`."""

from collections.abc import Iterator

from sociable.cli.console import CLEAN, BadCall, say
from sociable.cli.read_rules import rules_by_fact, rules_by_kind
from sociable.facts.figures import LIMIT, Figure, figures
from sociable.records.record import Record
from sociable.sources.dates import edition, in_words, since
from sociable.sources.fact import VERDICTS, Document, Fact
from sociable.sources.library import library
from sociable.text.safe import visible
from sociable.text.suggest import did_you_mean
from sociable.text.wording import listed, sentence
from sociable.vocabulary.law_words import BINDS
from sociable.vocabulary.values import EVIDENCE

_LISTED = "`sociable facts list` shows them all, and `--platform x` those of a platform."

_NOT_ALONE = "error, and never alone: only beside what was seen at its own page, or our own judgement"


class FactsShowCall(Record):
    """What `sociable facts show` was asked for."""

    fact: str


def run(call: FactsShowCall) -> int:
    """Print everything that is known of a fact or a figure, and the rules that rest on it."""
    asked, facts, known = call.fact.upper(), library().facts, figures()
    if asked in known:
        told, rules = _told_figure(known[asked]), _measuring(known[asked])
    elif asked in facts:
        told, rules = _told(facts[asked]), list(_resting(facts[asked]))
    else:
        raise BadCall(f"there is no fact `{call.fact}`. {did_you_mean(asked, (*facts, *known)) or _LISTED}")
    lines = (*told, *(("rule", rule) for rule in rules))
    say(*(f"{label:<12}{visible(text)}" for label, text in lines if text))  # pages of a project's own say anything
    return CLEAN


def _resting(fact: Fact) -> Iterator[str]:
    for name, basis in rules_by_fact().get(fact.id, ()):
        carried = ", ".join(dict.fromkeys(each.level for each in basis.carries))
        yield f"{name}{f' ({carried})' if carried else ''}: {basis.says}"


def _measuring(figure: Figure) -> list[str]:
    return rules_by_kind()[figure.kind] if figure.is_used else []


def _told_figure(figure: Figure) -> Iterator[tuple[str, str]]:
    document = figure.document
    yield "figure", figure.id
    yield "says", sentence(figure.says)
    yield (
        "verdict",
        f"{figure.verdict}: {'how much may be done' if figure.verdict == LIMIT else 'how long a text may be'}",
    )
    yield from _seen(document, figure.seen)
    yield "holds for", figure.platform
    yield "server", figure.server
    yield "note" if figure.is_used else "unused", figure.note


def _seen(
    document: Document, seen: str, part: str = "", dated: str = "", *, still: bool = False
) -> Iterator[tuple[str, str]]:
    yield "where", f"{document.title}, {part}" if part else document.title
    yield "address", document.address
    yield "dated", edition(document, dated)
    yield "seen", in_words(seen)
    yield "since then", since(document, still=still)
    yield "evidence", EVIDENCE[document.evidence]


def _told(fact: Fact) -> Iterator[tuple[str, str]]:
    document = fact.document
    yield "fact", fact.id
    yield "says", sentence(fact.says)
    yield "verdict", f"{fact.verdict}: {VERDICTS[fact.verdict]}"
    yield "weight", fact.weight if fact.is_its_own_page or fact.weight != "error" else _NOT_ALONE
    yield from _seen(document, fact.seen, fact.part, fact.dated, still=fact.still)
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
