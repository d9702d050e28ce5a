"""What was there before: a file with a line for each member of a finding, by fingerprints that survive moves."""

import os
from collections.abc import Iterable, Mapping, Sequence

from sociable.errors import BadBaseline
from sociable.files.contents import LARGER, absolute, read_to_judge_by, shown, why_unreadable
from sociable.findings.finding import SEVERITIES, Finding, Member
from sociable.findings.members import retold
from sociable.findings.report import Entry
from sociable.records.record import Record
from sociable.review.compare import BETTER, KEPT, change_of, edited, entries_of, under_new_names
from sociable.rulebook.former_names import FormerNames
from sociable.setup.model import NOTHING
from sociable.text.json_values import json_value
from sociable.text.safe import visible_json
from sociable.text.secret_patterns import hidden
from sociable.text.wording import counted

VERSION = 1
USUAL_NAME = "sociable-baseline.jsonl"
_HEAD = "sociable-baseline"
_FIRST_LINE = f'{{"{_HEAD}": {VERSION}}}'


class Compared(Record):
    """Findings that are new, those that were there before, and what is in the baseline only.

    ``renamed`` are the lines that call a rule by a name that it had before.
    """

    new: list[Finding]
    kept: list[Finding]
    stale: list[Entry]
    renamed: list[Entry]


def compared(findings: Sequence[Finding], entries: Sequence[Entry], former: FormerNames = NOTHING) -> Compared:
    """Which findings a baseline knows. A member that has become graver is new.

    A rule's name is in its fingerprints; what a line calls by a former name is known by what it is about.
    """
    renamed = [entry for entry in entries if entry.rule in former]
    known = {entry.fingerprint: entry.severity for entry in entries}
    pairs = under_new_names(renamed, entries_of(findings), former) if renamed else []
    known |= {now.fingerprint: before.severity for before, now in pairs}
    new: list[Finding] = []
    kept: list[Finding] = []
    met: set[str] = set()
    for finding in findings:
        met.update(member.fingerprint for member in finding.members)
        old = [member for member in finding.members if _is_known(member, known)]
        fresh = [member for member in finding.members if not _is_known(member, known)]
        if fresh:
            new.append(_beside_kept(retold(finding, fresh), len(old)))
        if old:
            kept.append(retold(finding, old))
    met.update(before.fingerprint for before, _ in pairs)
    return Compared(new, kept, [entry for entry in entries if entry.fingerprint not in met], renamed)


def _beside_kept(finding: Finding, kept: int) -> Finding:
    """What is new of a finding whose other members the baseline holds."""
    if not kept:
        return finding
    places = counted(len(finding.members) + kept, "place")
    return finding._replace(message=f"{finding.message} ({places}, of which {kept} kept by the baseline)")


def found_no_more(entries: Sequence[Entry], now: Iterable[Entry], former: FormerNames) -> set[str]:
    """The fingerprints in a baseline of what is not found ``now``, whatever its rule is called by now."""
    now = list(now)
    found = {entry.fingerprint for entry in now}
    found |= {before.fingerprint for before, _ in under_new_names(entries, now, former)}
    return {entry.fingerprint for entry in entries} - found


def _is_known(member: Member, known: Mapping[str, str]) -> bool:
    return change_of(member.fingerprint, member.severity, known) in (KEPT, BETTER)


class Updated(Record):
    """A baseline anew: what it holds, what went, pairs of what was changed (before, after), and what is new.

    What is new was either ``added`` or ``left`` out. ``renamed`` says whether something of it may be what went, about
    an automation that has another id now.
    """

    entries: list[Entry]
    gone: list[Entry]
    changed: list[tuple[Entry, Entry]]
    added: list[Entry]
    left: list[Entry]
    renamed: bool


def updated(entries: Sequence[Entry], now: Sequence[Entry], grow: bool) -> Updated:
    """The entries that are still found, told as they are now; with ``grow``, also those that are new.

    One whose text was edited is the same matter: there is an entry that is found no more of the same rule about the
    same automation and account.
    """
    found = {entry.fingerprint: entry for entry in now}
    before = {entry.fingerprint: entry for entry in entries}
    still = [found[each]._replace(severity=_milder(found[each], before[each])) for each in before if each in found]
    gone = [entry for entry in entries if entry.fingerprint not in found]
    fresh = [entry for entry in now if entry.fingerprint not in before]
    changed = edited(gone, fresh)
    replaced = {entry.fingerprint for pair in changed for entry in pair}
    rest = [entry for entry in fresh if entry.fingerprint not in replaced]
    added, left = (rest, []) if grow else ([], rest)
    gone = [entry for entry in gone if entry.fingerprint not in replaced]
    return Updated(
        sorted((*still, *(new for _, new in changed), *added)),
        gone,
        changed,
        added,
        left,
        not {(each.rule, each.account) for each in gone}.isdisjoint((each.rule, each.account) for each in left),
    )


def _milder(now: Entry, before: Entry) -> str:
    """What has become graver is not accepted by the way."""
    return min(now.severity, before.severity, key=SEVERITIES.index)


def is_baseline(text: str) -> bool:
    """Whether a text begins as a baseline of any version does."""
    return _HEAD in _object(text.partition("\n")[0])


def read_baseline(path: str) -> list[Entry]:
    """The entries of a file. Raises ``BadBaseline``."""
    name = shown(path)
    try:
        contents = read_to_judge_by(path)
        lines = contents.data.decode().split("\n")  # other line ends may stand within the names of things
    except UnicodeDecodeError:
        raise BadBaseline(f"{name} is no baseline: it is not UTF-8 text") from None
    except FileNotFoundError:
        raise BadBaseline(f"there is no baseline {name}. `sociable baseline create` makes one.") from None
    except OSError as error:
        raise BadBaseline(f"{name}: {why_unreadable(error, path)[0]}") from None
    if not contents.whole:
        raise BadBaseline(f"{name}: {LARGER}")
    if not lines or _object(lines[0]).get(_HEAD) is None:
        raise BadBaseline(f"{name} is no baseline: its first line should be {_FIRST_LINE}")
    if _object(lines[0])[_HEAD] != VERSION:
        raise BadBaseline(f"{name}: version {_object(lines[0])[_HEAD]} of baselines is not known; update sociable")
    return [_entry(name, number, line) for number, line in enumerate(lines[1:], 2) if line.strip()]


def _object(line: str) -> dict[str, object]:
    try:
        value = json_value(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _entry(name: str, number: int, line: str) -> Entry:
    values = _object(line)
    texts = [values.get(field) for field in Entry._fields if field != "subjects"]
    subjects = values.get("subjects")
    if (
        set(values) != set(Entry._fields)
        or not all(isinstance(each, str) for each in texts)
        or not isinstance(subjects, list)
        or not all(isinstance(each, str) for each in subjects)
        or values["severity"] not in SEVERITIES
    ):
        hint = "Two branches may have met here: keep both their lines." if line.startswith(("<", "=", ">")) else ""
        raise BadBaseline(f"{name}:{number}: this is no line of a baseline. {hint}".rstrip())
    return Entry(**{**values, "subjects": tuple(subjects)})  # type: ignore[arg-type]


def _without_keys(entry: Entry) -> Entry:
    return entry._replace(
        subjects=tuple(map(hidden, entry.subjects)),
        account=hidden(entry.account),
        file=hidden(entry.file),
        message=hidden(entry.message),
    )


def write_baseline(path: str, entries: Iterable[Entry], *, new: bool = False) -> None:
    """Write a baseline without keys, one member a line, in an order that is the same everywhere. Raises ``OSError``."""
    import json

    from sociable.files.atomic_write import make_folder, write_file

    written = (json.dumps(_without_keys(entry)._asdict(), ensure_ascii=False) for entry in entries)
    lines = [_FIRST_LINE, *map(visible_json, written)]
    make_folder(os.path.dirname(absolute(path)))
    write_file(path, "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"), new=new)
