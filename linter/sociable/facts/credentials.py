"""Keys and passwords that stand in the files themselves."""

from sociable.facts.facts import Facts
from sociable.findings.origin import Origin
from sociable.records.record import Record
from sociable.text.secret_patterns import find
from sociable.text.source import Source, Span


class Credential(Record):
    """A place where a key or a password stands, and ``what`` it is; the key itself is kept nowhere.

    ``origin`` says which tool wrote the file, and nothing of where that has it.
    """

    what: str
    span: Span
    origin: Origin


def credentials(facts: Facts) -> list[Credential]:
    """Every key in a file that describes an account or an automation, comments included, in file order."""
    sources: dict[int, tuple[Source, Origin]] = {}
    for parts in (facts.setup.accounts, facts.setup.automations):
        for part in parts:
            sources.setdefault(id(part.span.source), (part.span.source, Origin(part.origin.importer)))
    return [
        Credential(key.what, Span(source, key.start, key.end), origin)
        for source, origin in sources.values()
        for key in find(source.text)
    ]
