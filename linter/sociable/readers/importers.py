"""The formats that can be read: a row each, in the order in which they are asked."""

from collections.abc import Callable, Sequence

from sociable.documents.document import Document
from sociable.documents.yaml_tree import parse
from sociable.findings.origin import Origin
from sociable.readers.automation_file import recognise
from sociable.readers.fragment import Fragment
from sociable.records.named_module import named_module
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.source import Source


def _no_advice(rule: str) -> str:
    return ""


class Told(Record):
    """What users are told of a format: of which tool's, what the file is, how it is recognised, and how to get it."""

    tool: str
    file: str
    known_by: str
    got_by: str = ""


class Importer(Record):
    """How to read a format.

    ``claims``: whether bytes may hold it, cheaply. ``recognises``: whether a document does, by its structure and
    never by the name of the file. ``read`` makes the fragment, whose ``importer`` is this ``name``. ``parse`` gives
    the document (of a format without a tree, ``Document`` itself); ``endings`` are those of files to look into.
    ``together`` reads several documents anew, of which some run what stands in others, a fragment each.
    ``could_be`` is whether there is anything to read for somebody who says that a document is one; without it only what
    is recognised can be read. ``words`` are what the tool calls a part and what holds it. ``advice`` says what to do in
    that tool about what a rule finds, if its page does not say it well enough. ``link`` gives the address of a part in
    a tool that opens in a browser, empty where the file does not say enough; ``address_in`` is the key of the
    configuration that says where the tool is. ``told`` is what `docs/importers.md` says of it.
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
    link: Callable[[Origin, str], str] | None = None
    address_in: str = ""
    told: Told | None = None

    def takes(self, document: Document) -> bool:
        """Whether it can read a document that somebody says is one."""
        return self.recognises(document) or (self.could_be is not None and self.could_be(document))


def _may_be_make(data: bytes) -> bool:
    """Whether the two keys that every blueprint has are in there."""
    return b'"flow"' in data and b'"module"' in data


def _may_be_ci_workflow(data: bytes) -> bool:
    """Whether there are jobs that use actions or run something that may write to people."""
    return b"jobs:" in data and any(mark in data for mark in (b"uses:", b"curl", b"gh "))


_APP_MARKS = (
    b"WelcomeComment",
    b"MergeComment",
    b"ReplyComment",
    b"labelToAdd",
    b"daysUntil",
    b"responseRequiredLabel",
    b"sentimentBot",
)


def _may_be_probot(data: bytes) -> bool:
    """Whether one of the texts is named that apps write on GitHub, or the days after which they do."""
    return any(key in data for key in _APP_MARKS)


def _may_be_gramaddict(data: bytes) -> bool:
    """Whether an account is named, and the app or one of the ways to other people."""
    return b"username:" in data and any(key in data for key in (b"app-id:", b"blogger", b"hashtag-", b"unfollow"))


def _may_be_automoderator(data: bytes) -> bool:
    """Whether something is looked for in posts, and something then done."""
    looks = (b"body", b"title", b"type:", b"domain")
    return any(key in data for key in looks) and any(key in data for key in (b"action:", b"comment:", b"modmail:"))


def _may_be_calendar(data: bytes) -> bool:
    """Whether the first line names a date and a place, in any of the ways that schedulers do."""
    first = data[:2000].partition(b"\n")[0].lower()
    separated = any(sign in first for sign in (b",", b";", b"\t"))
    return separated and (b"date" in first or b"time" in first or b"day" in first) and b"{" not in first


def _may_be_matterbridge(data: bytes) -> bool:
    """Whether there is a gateway, and accounts in it."""
    return b"gateway" in data and b"account" in data and b"channel" in data and b"=" in data


def _may_be_feediverse(data: bytes) -> bool:
    """Whether there are feeds with a template, and keys of an app."""
    return b"feeds" in data and b"template" in data and (b"client_" in data or b"access_token" in data)


def _may_be_bsky_rss(data: bytes) -> bool:
    """Whether it is said how often the feed is looked at, and whether posts show what they link to."""
    return b'"publishEmbed"' in data and b'"runInterval"' in data


def _may_be_vulpes_porto(data: bytes) -> bool:
    """Whether a list of pictures and times are named."""
    return b"image_json" in data and b"times" in data


def _may_be_n8n(data: bytes) -> bool:
    """Whether the two keys that every workflow has are in there."""
    return b'"nodes"' in data and b'"connections"' in data


def _later(module: str, name: str) -> Callable[..., Any]:
    """What stands in a module that is imported when a file of its format is met: most projects hold none."""

    def function(*given: object) -> Any:
        return getattr(named_module(f"sociable.{module}"), name)(*given)

    return function


IMPORTERS: tuple[Importer, ...] = (
    Importer(recognise.NAME, recognise.claims, recognise.recognises, recognise.read),
    Importer(
        "n8n",
        _may_be_n8n,
        _later("readers.n8n.n8n_reader", "recognises"),
        _later("readers.n8n.n8n_reader", "read"),
        _later("documents.json_tree", "parse"),
        (".json",),
        _later("readers.n8n.node_table", "advice"),
        _later("readers.n8n.n8n_reader", "read_together"),
        could_be=_later("readers.n8n.n8n_reader", "could_be"),
        link=_later("readers.n8n.in_browser", "link"),
        address_in="n8n-address",
        told=Told(
            "[n8n](n8n.md)",
            "an exported workflow, bare or as its API gives it, or a list of them",
            "nodes whose types have a dot in them, and an object of connections",
            "in the editor, the menu with three dots, *Download*; or all at once, `n8n export:workflow "
            "--backup --output=exports/`",
        ),
    ),
    Importer(
        "make",
        _may_be_make,
        _later("readers.make.make_reader", "recognises"),
        _later("readers.make.make_reader", "read"),
        _later("documents.json_tree", "parse"),
        (".json",),
        _later("readers.make.make_parts", "advice"),
        words=("module", "scenario"),
        could_be=_later("readers.make.make_reader", "could_be"),
        told=Told(
            "Make",
            "a blueprint (in the scenario's editor: *More*, *Export blueprint*)",
            "a flow of modules, each named `app:Module`",
            "in the scenario's editor, the menu with three dots, *Export Blueprint*; many at once through its"
            " API (list the scenarios, then ask for the blueprint of each)",
        ),
    ),
    Importer(
        "ci-workflows",
        _may_be_ci_workflow,
        _later("readers.ci_workflows.ci_reader", "recognises"),
        _later("readers.ci_workflows.ci_reader", "read"),
        parse,
        (".yml", ".yaml"),
        words=("step", "workflow"),
        told=Told(
            "GitHub Actions",
            "a workflow whose steps greet, answer or publish (`.github/` is looked into like any folder, "
            "other dotted ones if named)",
            "a step that uses one of the actions that are known to do so, or whose script calls an address "
            "(`curl`, `gh api`), or comments, closes, locks or labels (`gh`, `actions/github-script`)",
            "the files are there: `sociable check`",
        ),
    ),
    Importer(
        "probot",
        _may_be_probot,
        _later("readers.ci_workflows.app_reader", "recognises"),
        _later("readers.ci_workflows.app_reader", "read"),
        parse,
        (".yml", ".yaml"),
        words=("key", "file"),
        told=Told(
            "apps on GitHub (probot)",
            "`.github/config.yml`, `stale.yml`, `lock.yml`, `no-response.yml`",
            "a text for who opens an issue, or the days after which an app writes one",
        ),
    ),
    Importer(
        "gramaddict",
        _may_be_gramaddict,
        _later("readers.gramaddict.gramaddict_reader", "recognises"),
        _later("readers.gramaddict.gramaddict_reader", "read"),
        parse,
        (".yml", ".yaml"),
        words=("key", "file"),
        told=Told(
            "GramAddict",
            "`config.yml`",
            "an account and the app that is played, or keys that only this tool has",
            "the folder of each account holds its `config.yml`",
        ),
    ),
    Importer(
        "automoderator",
        _may_be_automoderator,
        _later("readers.automoderator.automoderator_reader", "recognises"),
        _later("readers.automoderator.automoderator_reader", "read"),
        parse,
        (".yml", ".yaml"),
        words=("key", "rule"),
        told=Told(
            "AutoModerator",
            "the rules of a community on Reddit, as YAML",
            "what is looked for in posts, and what is then done",
            "the wiki page `config/automoderator` of the community, saved as a file",
        ),
    ),
    Importer(
        "calendar",
        _may_be_calendar,
        _later("readers.calendars.calendar_reader", "recognises"),
        _later("readers.calendars.calendar_reader", "read"),
        Document,
        (".csv",),
        words=("", "calendar"),
        told=Told(
            "calendars",
            "CSV with a post a line, as schedulers take them in",
            "columns of texts, of dates, and of networks or accounts, or a column for each network that says yes or no",
            "the CSV that the scheduler exports, or that somebody imports into it",
        ),
    ),
    Importer(
        "matterbridge",
        _may_be_matterbridge,
        _later("readers.matterbridge.matterbridge_reader", "recognises"),
        _later("readers.matterbridge.matterbridge_reader", "read"),
        Document,
        (".toml",),
        words=("channel", "gateway"),
        told=Told(
            "Matterbridge",
            "`matterbridge.toml`",
            "gateways that join channels",
            "the file is there, with its keys in it",
        ),
    ),
    Importer(
        "feediverse",
        _may_be_feediverse,
        _later("readers.feediverse", "recognises"),
        _later("readers.feediverse", "read"),
        parse,
        (".yml", ".yaml"),
        words=("feed", "file"),
        told=Told(
            "feediverse",
            "its configuration, `~/.feediverse`",
            "feeds that each have an address and a template, beside keys of an app",
            "the file is there, with its keys in it, and without an ending, so name it: `sociable check ~/.feediverse`",
        ),
    ),
    Importer(
        "bsky-rss",
        _may_be_bsky_rss,
        _later("readers.bsky_rss", "recognises"),
        _later("readers.bsky_rss", "read"),
        _later("documents.json_tree", "parse"),
        (".json",),
        words=("key", "file"),
        told=Told(
            "bsky.rss",
            "its configuration, `data/config.json`",
            "whether posts show what they link to, and how often the feed is looked at",
            "the file is there; the keys of the account are in variables beside it",
        ),
    ),
    Importer(
        "vulpes-porto",
        _may_be_vulpes_porto,
        _later("readers.vulpes_porto", "recognises"),
        _later("readers.vulpes_porto", "read"),
        words=("key", "file"),
        told=Told(
            "Vulpes Porto",
            "its configuration as YAML or JSON",
            "a server, a list of pictures, and times of day",
            "the file is there, with its token in it",
        ),
    ),
)

FOREIGN = tuple(importer.name for importer in IMPORTERS if importer.name != recognise.NAME)
"""The formats of other tools, by name."""


def endings() -> tuple[str, ...]:
    """Of the names of files that any of them may read."""
    return tuple(dict.fromkeys(ending for importer in IMPORTERS for ending in importer.endings))
