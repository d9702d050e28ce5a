"""The formats that can be read: a row each, in the order in which they are asked."""

from collections.abc import Callable, Sequence

from sociable.documents.document import Document
from sociable.documents.yaml_tree import parse
from sociable.readers.automation_file import recognise
from sociable.readers.fragment import Fragment
from sociable.records.record import Record
from sociable.text.source import Source


def _no_advice(rule: str) -> str:
    return ""


class Importer(Record):
    """How to read a format.

    ``claims``: whether bytes may hold it, cheaply. ``recognises``: whether a document does, by its structure and
    never by the name of the file. ``read`` makes the fragment, whose ``importer`` is this ``name``. ``parse`` gives
    the document (of a format without a tree, ``Document`` itself); ``endings`` are those of files to look into.
    ``together`` reads several documents anew, of which some run what stands in others, a fragment each.
    ``could_be`` is whether there is anything to read for somebody who says that a document is one; without it only what
    is recognised can be read. ``words`` are what the tool calls a part and what holds it. ``advice`` says what to do in
    that tool about what a rule finds, if its page does not say it well enough.
    """

    name: str
    claims: Callable[[bytes], bool]
    recognises: Callable[[Document], bool]
    read: Callable[[Document], Fragment]
    parse: Callable[[Source], Document] = parse
    endings: tuple[str, ...] = (".yml", ".yaml", ".json")
    advice: Callable[[str], str] = _no_advice
    together: Callable[[Sequence[Document]], Sequence[Fragment]] | None = None
    words: tuple[str, str] = ("node", "workflow")
    could_be: Callable[[Document], bool] | None = None

    def takes(self, document: Document) -> bool:
        """Whether it can read a document that somebody says is one."""
        return self.recognises(document) or (self.could_be is not None and self.could_be(document))


def _json(source: Source) -> Document:
    from sociable.documents.json_tree import parse as parse_json

    return parse_json(source)


def _is_n8n(document: Document) -> bool:
    from sociable.readers.n8n.n8n_reader import recognises

    return recognises(document)


def _could_be_n8n(document: Document) -> bool:
    from sociable.readers.n8n.n8n_reader import could_be

    return could_be(document)


def _read_n8n(document: Document) -> Fragment:
    from sociable.readers.n8n.n8n_reader import read

    return read(document)


def _read_n8n_together(documents: Sequence[Document]) -> Sequence[Fragment]:
    from sociable.readers.n8n.n8n_reader import read_together

    return read_together(documents)


def _n8n_advice(rule: str) -> str:
    from sociable.readers.n8n.node_table import advice

    return advice(rule)


def _is_make(document: Document) -> bool:
    from sociable.readers.make.make_reader import recognises

    return recognises(document)


def _could_be_make(document: Document) -> bool:
    from sociable.readers.make.make_reader import could_be

    return could_be(document)


def _read_make(document: Document) -> Fragment:
    from sociable.readers.make.make_reader import read

    return read(document)


def _make_advice(rule: str) -> str:
    from sociable.readers.make.make_parts import advice

    return advice(rule)


def _may_be_make(data: bytes) -> bool:
    """Whether the two keys that every blueprint has are in there."""
    return b'"flow"' in data and b'"module"' in data


def _is_ci_workflow(document: Document) -> bool:
    from sociable.readers.ci_workflows.ci_reader import recognises

    return recognises(document)


def _read_ci_workflow(document: Document) -> Fragment:
    from sociable.readers.ci_workflows.ci_reader import read

    return read(document)


def _may_be_ci_workflow(data: bytes) -> bool:
    """Whether there are jobs that use actions or run something that may write to people."""
    return b"jobs:" in data and any(mark in data for mark in (b"uses:", b"curl", b"gh "))


def _is_gramaddict(document: Document) -> bool:
    from sociable.readers.gramaddict.gramaddict_reader import recognises

    return recognises(document)


def _read_gramaddict(document: Document) -> Fragment:
    from sociable.readers.gramaddict.gramaddict_reader import read

    return read(document)


def _may_be_gramaddict(data: bytes) -> bool:
    """Whether an account is named, and the app or one of the ways to other people."""
    return b"username:" in data and any(key in data for key in (b"app-id:", b"blogger", b"hashtag-", b"unfollow"))


def _is_automoderator(document: Document) -> bool:
    from sociable.readers.automoderator.automoderator_reader import recognises

    return recognises(document)


def _read_automoderator(document: Document) -> Fragment:
    from sociable.readers.automoderator.automoderator_reader import read

    return read(document)


def _may_be_automoderator(data: bytes) -> bool:
    """Whether something is looked for in posts, and something then done."""
    looks = (b"body", b"title", b"type:", b"domain")
    return any(key in data for key in looks) and any(key in data for key in (b"action:", b"comment:", b"modmail:"))


def _is_calendar(document: Document) -> bool:
    from sociable.readers.calendars.calendar_reader import recognises

    return recognises(document)


def _read_calendar(document: Document) -> Fragment:
    from sociable.readers.calendars.calendar_reader import read

    return read(document)


def _may_be_calendar(data: bytes) -> bool:
    """Whether the first line names a date and a place, in any of the ways that schedulers do."""
    first = data[:2000].partition(b"\n")[0].lower()
    separated = any(sign in first for sign in (b",", b";", b"\t"))
    return separated and (b"date" in first or b"time" in first or b"day" in first) and b"{" not in first


def _is_matterbridge(document: Document) -> bool:
    from sociable.readers.matterbridge.matterbridge_reader import recognises

    return recognises(document)


def _read_matterbridge(document: Document) -> Fragment:
    from sociable.readers.matterbridge.matterbridge_reader import read

    return read(document)


def _may_be_matterbridge(data: bytes) -> bool:
    """Whether there is a gateway, and accounts in it."""
    return b"gateway" in data and b"account" in data and b"channel" in data and b"=" in data


def _may_be_n8n(data: bytes) -> bool:
    """Whether the two keys that every workflow has are in there."""
    return b'"nodes"' in data and b'"connections"' in data


IMPORTERS: tuple[Importer, ...] = (
    Importer(recognise.NAME, recognise.claims, recognise.recognises, recognise.read),
    Importer(
        "n8n",
        _may_be_n8n,
        _is_n8n,
        _read_n8n,
        _json,
        (".json",),
        _n8n_advice,
        _read_n8n_together,
        could_be=_could_be_n8n,
    ),
    Importer(
        "make",
        _may_be_make,
        _is_make,
        _read_make,
        _json,
        (".json",),
        _make_advice,
        words=("module", "scenario"),
        could_be=_could_be_make,
    ),
    Importer(
        "ci-workflows",
        _may_be_ci_workflow,
        _is_ci_workflow,
        _read_ci_workflow,
        parse,
        (".yml", ".yaml"),
        words=("step", "workflow"),
    ),
    Importer(
        "gramaddict",
        _may_be_gramaddict,
        _is_gramaddict,
        _read_gramaddict,
        parse,
        (".yml", ".yaml"),
        words=("key", "file"),
    ),
    Importer(
        "automoderator",
        _may_be_automoderator,
        _is_automoderator,
        _read_automoderator,
        parse,
        (".yml", ".yaml"),
        words=("key", "rule"),
    ),
    Importer(
        "calendar",
        _may_be_calendar,
        _is_calendar,
        _read_calendar,
        Document,
        (".csv",),
        words=("", "calendar"),
    ),
    Importer(
        "matterbridge",
        _may_be_matterbridge,
        _is_matterbridge,
        _read_matterbridge,
        Document,
        (".toml",),
        words=("channel", "gateway"),
    ),
)
"""What is not our own format is imported when a file of it is met: most projects hold none."""

FOREIGN = tuple(importer.name for importer in IMPORTERS if importer.name != recognise.NAME)
"""The formats of other tools, by name."""
