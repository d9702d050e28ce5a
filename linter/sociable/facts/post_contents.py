"""What people get of a step: the words that count, and what is filled in, without what does not tell posts apart.

What does not tell them apart is a greeting, a name, a handle, a hashtag, the order of words, a date.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from sys import intern

from sociable.facts.claims import comparison, constant, parts
from sociable.facts.facts import AccountFacts, StepFacts
from sociable.facts.provenance import NO_VALUES, Value, account_facts, wording
from sociable.facts.text_contents import our_words
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.setup.model import Expression, Target, Text
from sociable.vocabulary.carried import USER
from sociable.vocabulary.crowds import CODE, ROWS
from sociable.vocabulary.events import ROW_ADDED, TRIGGER_KEYS
from sociable.vocabulary.same_words import (
    DAYS_AND_MONTHS,
    FEED_PARTS,
    GREETINGS,
    LITTLE_WORDS,
    LOCAL_KEYS,
    TELLING_FIELDS,
    TRACKING,
    TRACKING_BEGINS,
)

if TYPE_CHECKING:
    from sociable.facts.nearly_same import Alike

Slot = tuple[object, ...]
"""What fills a place in a text: where it comes from, and which field of that."""


class Content(Record):
    """What people get: the words that count, which of them are names, what is filled in, and the language if stated."""

    words: frozenset[str]
    names: frozenset[str]
    slots: frozenset[Slot]
    language: str


class Contents:
    """What people get of each step of a setup.

    What a model writes is told apart by a number: written of what it wrote before, it would nest as deep as there are
    steps.
    """

    def __init__(self) -> None:
        self._known: dict[int, Content] = {}
        self._written: dict[int, Slot] = {}
        self._prompts: dict[frozenset[Slot], tuple[int, Alike]] = {}

    def of(self, step: StepFacts) -> Content:
        """What people get of a step that says something."""
        known = self._known.get(id(step))
        if known is None:
            known = self._known[id(step)] = self._content(step)
        return known

    def _content(self, step: StepFacts) -> Content:
        assert step.model.text is not None
        words, slots = self._parts(step.model.text, step, step.values)
        for key, text in step.model.beside.items():
            if key in ("media", "link"):
                more, filled = self._parts(text, step, step.values)
                slots |= {(key, *slot) for slot in filled} | ({(key, *sorted(more))} if more else set())
        language = next(iter(step.model.languages or step.automation.model.trigger.narrowed.get("language", ())), "")
        if any(slot[-1] in TELLING_FIELDS for slot in slots) and len(words) < _FRAME:
            words = _NO_WORDS
        own, names = _own_names(step.account), _names_in(step.model.text)
        rest = words - (own & names)
        words = rest if len(rest) > 1 else words
        return Content(words, names & words or _NO_WORDS, frozenset(slots) or _NO_SLOTS, language.casefold())

    def _parts(self, text: Text, step: StepFacts, values: Mapping[str, Value]) -> tuple[frozenset[str], set[Slot]]:
        words = set[str]().union(*(words_of(part) for part in text.parts if isinstance(part, str)))
        slots: set[Slot] = set()
        for path in text.paths():
            self._fill(path, step, values, words, slots)
        return frozenset(words), slots

    def _fill(
        self, path: tuple[str, ...], step: StepFacts, values: Mapping[str, Value], words: set[str], slots: set[Slot]
    ) -> None:
        root, *names = path
        field = names[-1].casefold() if names else ""
        if root == "account":
            _fill_fact(field, step.account, words, slots)
        elif root == "event" and names and names[0] != USER:
            slots.add((*source_of(step), field if len(names) > 1 else ""))
        elif root in values:
            made = values[root]
            if isinstance(made.source, Target):
                slots.add((*_set(made.source, step), field))
            elif _is_written(made):
                slots.add(self._written_by_model(made, step))
            elif made.source is not None:
                where = wording(made.source, step.account.model)
                # two programs need not work out the same, nor two models of which nobody says what they were asked
                program = step.automation.id if where in (CODE, "") else ""
                slots.add(("program", program, root) if program else ("address", plain_address(where), field))

    def _written_by_model(self, made: Value, step: StepFacts) -> Slot:
        """First what it is written of: each once, however often and by way of how many others it is used."""
        ahead = [made] if id(made) not in self._written else []
        while ahead:
            value = ahead[-1]
            missing = [each for each in _written_of(value) if id(each) not in self._written]
            if missing:
                ahead += missing
                continue
            ahead.pop()
            assert isinstance(value.source, Text)
            words, slots = self._parts(value.source, step, value.values or NO_VALUES)
            self._written[id(value)] = ("written by a model", *self._prompt(words, frozenset(slots)))
        return self._written[id(made)]

    def _prompt(self, words: frozenset[str], slots: frozenset[Slot]) -> tuple[int, int]:
        """Numbers by which prompts are told apart: those that ask nearly the same of the same things have the same."""
        from sociable.facts.nearly_same import Alike

        if slots not in self._prompts:
            self._prompts[slots] = len(self._prompts), Alike(enough=3) if slots else Alike()
        number, alike = self._prompts[slots]
        return number, alike.class_of(Content(words, _NO_WORDS, slots, ""))

    def picked(self, step: StepFacts) -> dict[Slot, frozenset[str]]:
        """What its conditions want of what comes in: the values that a field may have, or the words it has to hold.

        A value that is a fact of the account is that account's own, known or not.
        """
        found: dict[Slot, frozenset[str]] = {}
        for guard in (*step.automation.model.guards, *step.model.guards):
            for part, holds in parts(guard.expression, True):
                for field, values in self._picks(part, step) if holds else ():
                    found[field] = found[field] & values if field in found else values
        return found | _ways_taken(step)

    def _picks(self, part: Expression, step: StepFacts) -> Iterator[tuple[Slot, frozenset[str]]]:
        match part.op:
            case "in" if part.args[1].op == "list":
                left, wanted = part.args[0], part.args[1].args
            case "contains":
                left, wanted = part.args[0], (part.args[1],)
            case _:
                compared = comparison(part)
                if compared is None or compared[0] != "=":
                    return
                _, left, right = compared
                left, wanted = (right, (left,)) if _wanted(left, step) else (left, (right,))
        values = [_wanted(each, step) for each in wanted]
        slots: set[Slot] = set()
        for path in left.paths():
            if path[0] != "account":
                self._fill(path, step, step.values, set(), slots)
        if all(values) and len(slots) == 1:
            yield (part.op == "contains", *slots.pop()), frozenset(values)


def _ways_taken(step: StepFacts) -> dict[Slot, frozenset[str]]:
    """By which output of which branch an imported flow comes to a step: what goes one way goes no other."""
    found: dict[Slot, frozenset[str]] = {}
    flow = step.model.origin.whole
    for guard in step.model.guards if flow.importer else ():
        asked = guard.expression.args[0] if guard.expression.op == "not" else guard.expression
        if isinstance(asked, Expression) and asked.op == "path" and len(asked.args) == 1:
            name, output = re.fullmatch(_OUTPUT, str(asked.args[0])), guard.expression is asked
            branch, way = (name[1], name[2]) if name is not None else (str(asked.args[0]), str(output))
            found["way out", flow.called, branch] = frozenset((way,))
    return found


_OUTPUT = r"(.+) \((\d+)\)"


def _is_written(made: Value) -> bool:
    """Whether a model makes it of a prompt."""
    return isinstance(made.source, Text) and bool(made.provenance.told)


def _written_of(made: Value) -> Iterator[Value]:
    """What models wrote of which this is written."""
    assert isinstance(made.source, Text)
    values = made.values or NO_VALUES
    for root, *_ in made.source.paths():
        if root in values and _is_written(values[root]):
            yield values[root]


_NO_SLOTS: frozenset[Slot] = frozenset()
_NO_WORDS: frozenset[str] = frozenset()  # each that is made takes as much memory as one that holds some

_FRAME = 8
"""With fewer words of its own around what is filled in, a text is only a frame for it: our judgement."""


def _fill_fact(field: str, account: AccountFacts, words: set[str], slots: set[Slot]) -> None:
    """A fact of the account: a street or an hour tells two posts apart, a name does not."""
    value = account_facts(account.model).get(field, "")
    if field in ("id", "handle", "platform", "name"):
        return
    if field in LOCAL_KEYS or any(character.isdigit() for character in value):
        slots.add(("fact", field, value))
        return
    own = words_of(value)
    if len(own) > 1:
        words |= own


def _set(target: Target, step: StepFacts) -> Slot:
    if target.kind == ROWS:
        return "table", target.name
    return "people", target.kind, target.name or (step.account.id if target.of is None else target.of.name)


def source_of(step: StepFacts) -> Slot:
    """Where what starts an automation comes from. What is done to one account is nothing that another one has."""
    automation = step.automation
    narrowed, event = automation.model.trigger.narrowed, automation.event
    narrowed = {key: tuple(map(plain_address, values)) for key, values in narrowed.items()}
    if any("{{" in value for values in narrowed.values() for value in values):  # it differs from account to account
        return event.name, narrowed.get("feed", ()), step.account.id
    if event.name == ROW_ADDED and "sheet" in narrowed:
        return "table", *narrowed["sheet"]
    if event.author == "watched" and (author := step.facts.only_author(automation)) is not None:
        return "posts of", author.id
    named = tuple((key, narrowed[key]) for key in sorted(narrowed) if TRIGGER_KEYS[key].says in _SAYS_WHICH)
    if event.group in ("the_world", "elsewhere"):
        return event.name, named or automation.id
    return event.name, step.account.id, named


_SAYS_WHICH = frozenset(("which", "who", "words", "tags", "search"))

_NO_WORD = r"https?://\S+|[@#](?:[.@-]{0,20}\w)+|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{2,4})?"
_INSIDE = r"(?<![.!?:\n])[ \t]([^\W\d_]+)"
"""A word within a sentence. Of the spaces before it only the last is looked at: there may be thousands."""

_WORD = r"https?://\S+|[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d+(?::\d\d)?"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(name)


def _in_small_letters(text: str) -> str:
    from unicodedata import normalize  # a table of all of Unicode

    return normalize("NFKC", text).casefold()


def words_of(text: str) -> frozenset[str]:
    """The words by which a text is told from others."""
    plain = text.lower() if text.isascii() else _in_small_letters(text)
    words = _pattern(_WORD).findall(_pattern(_NO_WORD).sub(" ", plain))
    found = frozenset(map(intern, words)) - _EMPTY_WORDS  # the same words stand in many texts
    if "://" not in plain:
        return found
    return found.union(map(plain_address, _pattern(r"https?://\S+").findall(plain)))


def _names_in(text: Text) -> frozenset[str]:
    """Words with a capital letter inside a sentence; none where so many have one that it says nothing."""
    inside = _pattern(_INSIDE).findall(_pattern(_NO_WORD).sub(" ", our_words(text)))
    names = [word for word in inside if word[:1].isupper() and not word.isupper()]
    few = len(names) <= _FEW_NAMES * len(inside)
    return frozenset(word.casefold() for word in names) - _EMPTY_WORDS if few else _NO_WORDS


_FEW_NAMES = 0.4
"""Where more words than that begin with a capital letter, as in a headline or in German, it marks no names."""


@cache
def _letters(text: str) -> frozenset[str]:
    return frozenset(_pattern(r"[^\W\d_]+").findall(text.casefold()))


def _own_names(account: AccountFacts) -> frozenset[str]:
    """The words of which its handle and id are made, as a shop in Leeds is `@shop_leeds`."""
    return _letters(account.model.handle) | _letters(account.id)


def plain_address(text: str) -> str:
    """An address without what makes no other page of it: how it is fetched, and from where somebody came."""
    if "://" not in text:
        return text
    address, _, mark = text.strip().partition("#")
    path, _, asked = address.partition("?")
    kept = [each for each in asked.split("&") if each and not _is_tracking(each.partition("=")[0].casefold())]
    host, _, rest = path.partition("://")[2].partition("/")
    plain = f"{host.casefold().removeprefix('www.')}/{rest}".rstrip("/")
    return plain + ("?" + "&".join(sorted(kept)) if kept else "") + (f"#{mark}" if "=" in mark else "")


def _is_tracking(name: str) -> bool:
    return name in TRACKING or name.startswith(TRACKING_BEGINS)


def is_feed(address: object) -> bool:
    """Whether an address is that of a feed, which gives what it gave before as well."""
    parts = _pattern(r"[/.?]").split(str(address).casefold())
    return not FEED_PARTS.isdisjoint(parts)


_EMPTY_WORDS = LITTLE_WORDS | GREETINGS | DAYS_AND_MONTHS


def _wanted(expression: Expression, step: StepFacts) -> str:
    """The value that is always the same on this account; empty if it is not."""
    if expression.op == "path" and expression.args[0] == "account":
        known = account_facts(step.account.model).get(expression.args[-1], "")
        return known.casefold() or f"{expression.text} of {step.account.id}"
    fixed = constant(expression, step.values)
    return str(fixed.args[0]).casefold() if fixed is not None else ""
