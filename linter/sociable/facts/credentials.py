"""Keys and passwords that stand in the files themselves."""

from sociable.facts.facts import Facts
from sociable.records.record import Record
from sociable.text.secret_patterns import find
from sociable.text.source import Source, Span


class Credential(Record):
    """A place where a key or a password stands, and ``what`` it is; the key itself is kept nowhere."""

    what: str
    span: Span


def credentials(facts: Facts) -> list[Credential]:
    """Every key in a file that describes an account or an automation, comments included, in file order."""
    sources: dict[int, Source] = {}
    for parts in (facts.setup.accounts, facts.setup.automations):
        for part in parts:
            sources.setdefault(id(part.span.source), part.span.source)
    return [
        Credential(key.what, Span(source, key.start, key.end))
        for source in sources.values()
        for key in find(source.text)
    ]
