"""What can be configured: a row a key."""

from collections.abc import Callable, Mapping
from os.path import join, normpath

from sociable.findings.finding import SEVERITIES
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import DEFAULT_PROFILE, PROFILES


class Misfit(ValueError):
    """A value that cannot be; ``route`` leads from the key to what is wrong in it, ``words`` are those it may be."""

    def __init__(self, value: Any, route: tuple[str | int, ...] = (), expects: str = "", words: Any = ()) -> None:
        super().__init__(expects)
        self.value = value
        self.route = route
        self.expects = expects
        self.words = tuple(words)


class ConfigKey(Record):
    """A key: what it is for, what it has to be (as in “should be …”), and the value that counts where it is not given.

    ``read`` makes the value from what TOML gives and the folder of the file, and raises ``Misfit`` for anything
    else. ``words`` are those it may be, if there are only some. With ``adds``, what a configuration says is added to
    what the one that it extends says; otherwise it takes its place. ``at_home`` is what speaks of files that are
    checked, and not of files that a configuration from a commit brings along. ``tells`` is what decides which of the
    findings are told, and how: where no such key is given, nobody asks.
    """

    name: str
    says: str
    expects: str
    default: Any
    read: Callable[[Any, str], Any]
    words: tuple[str, ...] = ()
    adds: bool = False
    at_home: bool = False
    tells: bool = False


class Pattern(Record):
    """Which files below a folder, as in ``.gitignore``."""

    folder: str
    text: str


class PathSettings(Record):
    """What holds for some files only: how grave which rules are there, and which are not told."""

    files: tuple[str, ...]
    folder: str
    severity: tuple[tuple[str, str], ...] = ()
    ignore: tuple[str, ...] = ()


class SuppressEntry(Record):
    """A suppression of something that holds no comments: where it counts, and what a comment would say."""

    says: str
    file: str = ""
    automation: str = ""
    account: str = ""
    node: str = ""
    folder: str = ""


def _one_of(*words: str) -> Callable[[Any, str], str]:
    def read(value: Any, _folder: str) -> str:
        if value not in words:
            raise Misfit(value, words=words)
        return str(value)

    return read


def _text(value: Any, _folder: str) -> str:
    if not isinstance(value, str) or not value:
        raise Misfit(value)
    return value


def _flag(value: Any, _folder: str) -> bool:
    if not isinstance(value, bool):
        raise Misfit(value)
    return value


def _path(value: Any, folder: str) -> str:
    return normpath(join(folder, _without_nul(_text(value, folder))))


def _address(value: Any, folder: str) -> str:
    text = _text(value, folder).rstrip("/")
    if not text.startswith(("https://", "http://")) or any(each.isspace() or not each.isprintable() for each in text):
        raise Misfit(value)
    return text


def _without_nul(path: str) -> str:
    """What may be a path: no system has one with this character, and Python raises ``ValueError`` for it anywhere."""
    if "\0" in path:
        raise Misfit(path)
    return path


def _texts(value: Any, _folder: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise Misfit(value)
    return tuple(value)


def _folders(value: Any, folder: str) -> tuple[str, ...]:
    return tuple(join(folder, _without_nul(each)) for each in _texts(value, folder))


def _platforms(value: Any, folder: str) -> tuple[str, ...]:
    for number, each in enumerate(_texts(value, folder)):
        if each not in PLATFORMS:
            raise Misfit(each, (number,), "a platform", PLATFORMS)
    return tuple(value)


def _patterns(value: Any, folder: str) -> tuple[Pattern, ...]:
    return tuple(Pattern(folder, each) for each in _texts(value, folder))


def _severity(value: Any, _folder: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise Misfit(value)
    for rule, level in value.items():
        if level not in SEVERITIES:
            raise Misfit(level, (rule,), "a severity", SEVERITIES)
    return value


def _pairs(value: Any, folder: str) -> tuple[tuple[str, str], ...]:
    return tuple(_severity(value, folder).items())


def _per_path(value: Any, folder: str) -> tuple[PathSettings, ...]:
    reads: dict[str, Callable[[Any, str], Any]] = {"files": _texts, "severity": _pairs, "ignore": _texts}
    return tuple(PathSettings(folder=folder, **each) for each in _tables(value, folder, reads, "files"))


def _suppress(value: Any, folder: str) -> tuple[SuppressEntry, ...]:
    reads = dict.fromkeys(("says", "file", "automation", "account", "node"), _text)
    entries = _tables(value, folder, reads, "says")
    for number, each in enumerate(entries):
        if len(each) == 1:
            raise Misfit("", (number,), "a table that says where: `file`, `automation`, `account` or `node`")
    return tuple(SuppressEntry(folder=folder, **each) for each in entries)


def _clients(value: Any, folder: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise Misfit(value)
    read = {}
    for client, accounts in value.items():
        try:
            read[client] = _texts(accounts, folder)
        except Misfit as wrong:
            raise Misfit(wrong.value, (client,), 'a list of account ids, such as ["museum", "shop"]') from None
    return read


def _tables(
    value: Any, folder: str, reads: Mapping[str, Callable[[Any, str], Any]], needed: str
) -> list[dict[str, Any]]:
    """A list of tables with these keys, of which one has to be there."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise Misfit(value)
    entries = []
    for number, each in enumerate(value):
        if needed not in each:
            raise Misfit("", (number,), f"a table with the key `{needed}`")
        entries.append({key: _entry(key, each[key], number, folder, reads) for key in each})
    return entries


def _entry(key: str, value: Any, number: int, folder: str, reads: Mapping[str, Callable[[Any, str], Any]]) -> Any:
    if key not in reads:
        raise Misfit(key, (number, key), "a key", reads)
    try:
        return reads[key](value, folder)
    except Misfit as wrong:
        expects = wrong.expects or _EXPECTS[reads[key]]
        raise Misfit(wrong.value, (number, key, *wrong.route), expects, wrong.words) from None


_EXPECTS: Mapping[Callable[[Any, str], Any], str] = {
    _text: "a text",
    _texts: 'a list of texts, such as ["a", "b"]',
    _pairs: "a table of rules",
}
"""What a key within a table has to be."""

_A_LIST_OF_RULES = 'a list of rules or categories, such as ["courtesy", "auto-follow-loop"]'

KEYS = {
    row.name: row
    for row in (
        ConfigKey(
            "extends",
            "Another configuration, whose settings hold where this one says nothing.",
            'the path of a file, such as "../house.toml"',
            "",
            _path,
        ),
        ConfigKey(
            "profile",
            "For whom to check: some rules only matter to some.",
            "the name of a profile",
            DEFAULT_PROFILE,
            _one_of(*PROFILES),
            tuple(PROFILES),
        ),
        ConfigKey(
            "rules",
            "Folders with rule pages of the project's own, from the folder of the configuration.",
            'a list of folders, such as ["rules"]',
            (),
            _folders,
            adds=True,
        ),
        ConfigKey("preview", "Whether rules run that are new in this version.", "true or false", False, _flag),
        ConfigKey("select", "The rules that run; without it, all.", _A_LIST_OF_RULES, (), _texts),
        ConfigKey("ignore", "Rules that do not run.", _A_LIST_OF_RULES, (), _texts, adds=True),
        ConfigKey(
            "severity",
            "How grave findings of a rule are.",
            'a table of rules, such as {auto-follow-back = "error"}',
            {},
            _severity,
            adds=True,
            tells=True,
        ),
        ConfigKey(
            "per-path",
            "What holds for some files only: `files` (patterns), and `severity` or `ignore` for them.",
            "a list of tables with `files`, and with `severity` or `ignore`",
            (),
            _per_path,
            adds=True,
            at_home=True,
            tells=True,
        ),
        ConfigKey(
            "exclude",
            "Files to leave out, by patterns as in `.gitignore`; a file that is named is checked all the same.",
            'a list of patterns, such as ["drafts/"]',
            (),
            _patterns,
            adds=True,
            at_home=True,
        ),
        ConfigKey(
            "platforms",
            "Tell only what is about these platforms, or about none.",
            'a list of platforms, such as ["x", "mastodon"]',
            (),
            _platforms,
            tells=True,
        ),
        ConfigKey("require-reason", "Whether a suppression needs a reason to count.", "true or false", True, _flag),
        ConfigKey(
            "trust-notes",
            "Whether suppressions in the notes of exported nodes count, which whoever is checked writes.",
            "true or false",
            False,
            _flag,
            tells=True,
        ),
        ConfigKey(
            "n8n-address",
            "Where your n8n opens in a browser: what is found in its exports links to workflow and node there.",
            'an address, such as "https://n8n.example.org"',
            "",
            _address,
        ),
        ConfigKey(
            "fail-on",
            "The mildest finding that gives exit code 1.",
            "a severity",
            "warning",
            _one_of(*SEVERITIES),
            SEVERITIES,
        ),
        ConfigKey(
            "baseline",
            "A file with findings that were there before: only others are told.",
            'the path of a file, such as "sociable-baseline.jsonl"',
            "",
            _path,
            tells=True,
        ),
        ConfigKey(
            "suppress",
            "Suppressions in files that hold no comments: where (`file`, `automation`, `account`, `node`), and what a "
            "comment would say (`says`).",
            'a list of tables, such as [{automation = "hello", says = "ignore[welcome-dm] -- why"}]',
            (),
            _suppress,
            adds=True,
            at_home=True,
            tells=True,
        ),
        ConfigKey(
            "clients",
            "Whose each account is, for a report a client; what an account says under `client:` comes first.",
            'a table of lists, such as {"Harbour Museum" = ["museum", "shop"]}',
            {},
            _clients,
            adds=True,
        ),
    )
}
