"""A calendar to a fragment: what a person wrote down to be published, account by account."""

import re
from collections.abc import Sequence

from sociable.documents.document import Document
from sociable.findings.origin import Origin
from sociable.findings.report import Coverage, Part
from sociable.readers.calendars.cells import Cell, rows
from sociable.readers.flow.rows import platforms_named
from sociable.readers.fragment import Fragment
from sociable.setup.model import Account, Automation, Named, Step, Text, Trigger
from sociable.text.source import Span
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

NAME = "calendar"
READ_AS = "a calendar of posts"
_WHOLE = Origin(NAME)
_COLUMNS = {
    "text": ("text", "post text", "message", "content", "post", "caption", "post content", "body", "copy", "tweet"),
    "date": ("date", "posting time", "scheduled date", "schedule date", "scheduled at", "date and time", "publish date",
             "time", "datetime", "day"),
    "network": ("network", "networks", "social network", "platform", "platforms", "channel", "social media", "service"),
    "account": ("account", "profile", "profiles", "social account", "accounts", "profile name", "handle"),
    "link": ("link", "url", "link(s)", "links"),
    "draft": ("draft", "is draft"),
    "media": ("image", "image url", "picture", "media", "media url", "photo", "video"),
}  # fmt: skip
"""Names that schedulers and people give to columns, in small letters."""

_SHORT = {"gbp": "google-business", "gmb": "google-business"}
_WORD = re.compile(r"[^\W_]+")

_LONGEST = 2000
"""Characters of a first line that names columns."""


def recognises(document: Document) -> bool:
    """Whether the first line names a column of texts, one of dates, and one that says where."""
    if len(document.source.text.partition("\n")[0]) > _LONGEST:
        return False
    first = next(rows(document.source), [])
    named = _columns(first)
    return "text" in named and "date" in named and bool(named.keys() & {"network", "account"} or _ticked(first))


def read(document: Document) -> Fragment:
    """Read the rows that say something; a row for several networks is one for each."""
    source = document.source
    lines = rows(source)
    header = next(lines)
    columns, ticked = _columns(header), _ticked(header)
    steps: dict[tuple[str, str], list[Step]] = {}
    covered: list[Part] = []
    for number, line in enumerate(lines, 2):
        text = _cell(line, columns, "text")
        if text is None:
            continue
        called = f"row {number}"
        step = _step(line, columns, text, called)
        draft = _cell(line, columns, "draft")
        is_draft = draft is not None and _says_yes(draft)
        covered.append(Part(called, text.span, "off" if is_draft else "understood"))
        for where in () if is_draft else _where(line, columns, ticked):
            steps.setdefault(where, []).append(step)
    accounts = [_account(where, made[0].span) for where, made in steps.items()]
    automations = [_automation(account, made, header) for account, made in zip(accounts, steps.values(), strict=True)]
    return Fragment(source, NAME, tuple(accounts), tuple(automations), coverage=Coverage(READ_AS, tuple(covered)))


def _columns(header: Sequence[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, cell in enumerate(header):
        name = cell.text.casefold().lstrip("\ufeff")
        for column, names in _COLUMNS.items():
            if name in names:
                found.setdefault(column, number)
    return found


def _cell(line: Sequence[Cell], columns: dict[str, int], name: str) -> Cell | None:
    number = columns.get(name, len(line))
    return line[number] if number < len(line) and line[number].text else None


def _ticked(header: Sequence[Cell]) -> dict[int, str]:
    """The columns in which a row says yes or no to a platform, by their numbers."""
    found = ((number, _platform_alone(cell.text.casefold())) for number, cell in enumerate(header))
    return {number: platform for number, platform in found if platform}


def _platform_alone(name: str) -> str:
    """The platform that a name of a column says, if it says nothing else: ``twitter/x``."""
    words = _WORD.findall(name)
    named = [_SHORT.get(word) or next(iter(platforms_named(word)), "") for word in words]
    return named[0] if named and all(named) else ""


def _says_yes(cell: Cell) -> bool:
    return cell.text.casefold() in ("true", "yes", "1", "x", "ja", "oui", "si", "✓", "✔")


def _where(line: Sequence[Cell], columns: dict[str, int], ticked: dict[int, str]) -> list[tuple[str, str]]:
    """The platforms and the account of a row."""
    network, account = _cell(line, columns, "network"), _cell(line, columns, "account")
    if network is None and ticked:
        name = account.text if account is not None else ""
        return [(ticked[number], name) for number, cell in enumerate(line) if number in ticked and _says_yes(cell)]
    named = platforms_named(" ".join(cell.text for cell in (network, account) if cell is not None)) or ("other",)
    return [(platform, account.text if account is not None else "") for platform in named]


def _step(line: Sequence[Cell], columns: dict[str, int], text: Cell, called: str) -> Step:
    beside = {name: _text(cell) for name in ("link", "media") if (cell := _cell(line, columns, name)) is not None}
    origin = Origin(NAME, called, within=_WHOLE)
    return Step(VERBS["post"], text.span, _text(text), None, beside=beside, origin=origin)


def _text(cell: Cell) -> Text:
    return Text((cell.text,), cell.span)


def _account(where: tuple[str, str], place: Span) -> Account:
    platform, name = where
    ident = f"{platform} ({name})" if name else platform
    return Account(Named(ident, place), place, platform, origin=Origin(NAME, ident))


def _automation(account: Account, steps: Sequence[Step], header: Sequence[Cell]) -> Automation:
    place = header[0].span
    return Automation(
        Named(f"calendar of {account.id.name}", place),
        place,
        (account.id,),
        Trigger(EVENTS["manual"], place),
        tuple(steps),
        origin=Origin(NAME, f"calendar of {account.id.name}"),
    )
