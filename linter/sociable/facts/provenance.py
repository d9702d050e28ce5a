"""Where the parts of a text come from: whom it names, whose words it repeats, what it gives away."""

import re
from bisect import bisect_left
from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter

from sociable.facts.text_contents import holds_charges
from sociable.records.record import Record
from sociable.setup.model import Account, Expression, Rate, Target, Text
from sociable.text.secret_patterns import hidden
from sociable.text.word_patterns import in_one_case
from sociable.text.wording import SET_APART
from sociable.vocabulary.carried import (
    CARRIED,
    CONTACT_COLUMNS,
    INTIMATE_COLUMNS,
    NAME_COLUMNS,
    PERSON_COLUMNS,
    PLACE_COLUMNS,
    WORDS_FOR_PEOPLE,
)
from sociable.vocabulary.crowds import CROWDS, FETCHED, MADE, NUMBER_OF, PERSON, POST, ROWS
from sociable.vocabulary.text_words import ORIGINS

_ADDRESSED = r"(?<![\w.])@$"
_HANDLE = rf"(?<![\w@/.{SET_APART[0]}{SET_APART[2]}])@\w(?:[\w.-]*\w)?(?:@\w(?:[\w.-]*\w)?)?"
_FIELDS = {thing: {field.name: field for field in row.fields} for thing, row in CARRIED.items()}


class Provenance(Record):
    """What is in a text.

    ``people`` and ``quoted`` hold ``PERSON`` or names of crowds; ``counted`` names the crowds of which it
    tells how many they are, and not who. ``strangers``: some of the people are there because of their tie
    to somebody else, or because a search found them. ``told`` is where the prompts come from, if an AI
    model wrote any of it.
    """

    origins: frozenset[str]
    people: frozenset[str]
    quoted: frozenset[str]
    counted: frozenset[str] = frozenset()
    strangers: bool = False
    told: frozenset[str] = frozenset()


class Value(Record):
    """What a former step produced: where it comes from, and which people or posts it is, if it is any.

    ``source`` is what the step asked for, a text in terms of the ``values`` that it could use itself. ``is_table``: it
    has columns, which may say different things. ``is_of_people``: it is called after people. ``limit``: how much of it
    is taken.
    """

    provenance: Provenance
    target: Target | None
    source: Text | Target | None = None
    is_table: bool = False
    is_of_people: bool = False
    values: "Values | None" = None
    limit: Rate | None = None


_step = itemgetter(0)


class Values(Mapping[str, Value]):
    """What the steps before one have produced. What comes later is added to the same record, and not seen here.

    A copy for each step would take as much as the square of the steps. Two are the same only if they are one.
    """

    __slots__ = ("_produced", "_seen")
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __init__(self) -> None:
        self._produced: dict[str, list[tuple[int, Value]]] = {}
        self._seen = 0

    def followed_by(self, produced: Mapping[str, Value]) -> "Values":
        """These and what one more step makes: only ever asked of the latest."""
        new = Values()
        new._produced, new._seen = self._produced if self._seen else {}, self._seen + 1
        for name, value in produced.items():
            made = (self._seen, value)
            if name in new._produced:
                new._produced[name].append(made)
            else:
                new._produced[name] = [made]  # a list that holds one from the start is the smallest there is
        return new

    def __getitem__(self, name: str) -> Value:
        made = self._produced[name]
        if made[0][0] >= self._seen:
            raise KeyError(name)
        return made[bisect_left(made, self._seen, key=_step) - 1][1]

    def __contains__(self, name: object) -> bool:
        found = self._produced.get(name)  # type: ignore[call-overload]
        return found is not None and found[0][0] < self._seen

    def __iter__(self) -> Iterator[str]:
        return (name for name, made in self._produced.items() if made[0][0] < self._seen)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return self._seen > 0 and any(True for _ in self)


NO_VALUES = Values()
"""What the first step may use; so may all where nothing is made."""

OF_PEOPLE = "event.row"
"""Among the values where the table whose new line starts an automation is called after people."""

_MOST_KEPT = 1024
"""Of where texts come from there are few sorts, however many texts: each is made once."""

_NOBODY: frozenset[str] = frozenset()
_AI = frozenset(("ai",))
_CONFIDENTIAL = frozenset(name for name, row in ORIGINS.items() if row.is_confidential)


def _from(*origins: str) -> Provenance:
    return Provenance(frozenset(origins), _NOBODY, _NOBODY)


NOTHING = Provenance(frozenset(), _NOBODY, _NOBODY)
_OURS, _ACCOUNT, _SECRET, _MEASURE = _from("ours"), _from("account"), _from("secret"), _from("measure")
_TABLE = _from("table")


def provenance(text: Text, values: Values) -> Provenance:
    """The provenance of all parts together."""
    found = NOTHING
    for part in text.parts:
        if isinstance(part, str) and part.strip():
            found = _OURS
            break
    before = ""
    for part in text.parts:
        if isinstance(part, Expression):
            its = _of_expression(part, values)
            if "://" in before and "://" in _last_word(before):
                its = its._replace(origins=its.origins - _AI)
            found = joined(found, its)
            if (
                "@" in before and re.search(_ADDRESSED, before) and not found.people
            ):  # whatever is filled in there becomes a mention
                found = joined(found, Provenance(_NOBODY, frozenset((ROWS,)), _NOBODY))
        before = part if isinstance(part, str) else ""
    return found


def _last_word(text: str) -> str:
    """What a text ends in; what is filled in behind an address is no word that people read."""
    return text[max(map(text.rfind, " \n\t\"'<>(")) + 1 :]


def generated(prompt: Text, values: Values) -> Value:
    """What an AI model makes of a prompt: it may give away what it was told, and name whom it was told of."""
    return Value(_of_model(provenance(prompt, values)), None, prompt, values=values)


@lru_cache(maxsize=256)
def _of_model(told: Provenance) -> Provenance:
    """Many prompts are told the same: what is made of them is one thing for all of them."""
    origins = _AI | (told.origins & _CONFIDENTIAL)
    return Provenance(origins, told.people, _NOBODY, told.counted, told.strangers, told.origins | told.told)


def fetched(name: str, source: Text | Target, values: Values, is_ours: bool, limit: Rate | None = None) -> Value:
    """People, posts, lines of a table, or what stands at an address, under the ``name`` it is given.

    ``is_ours``: it is people with a tie to this very account. ``limit``: how much of it is taken.
    """
    if isinstance(source, Target) and source.kind == "value" and source.name in values:
        return values[source.name]
    found = _at_address(source, values) if isinstance(source, Text) else _gathered(name, source, is_ours)
    return found if limit is None else found._replace(limit=limit)


def _at_address(source: Text, values: Values) -> Value:
    what = source.parts[0] if source.parts else ""
    found = FETCHED.get(what, "fetched") if isinstance(what, str) else "fetched"
    return Value(_from(found), None, source, values=values)


def _gathered(name: str, source: Target, is_ours: bool) -> Value:
    if source.kind == POST or (source.crowd is not None and source.crowd.of == "posts"):
        whose = frozenset((PERSON if source.kind == POST else source.kind,))
        return Value(Provenance(frozenset(("words",)), _NOBODY, whose), source, source)
    if source.kind == ROWS:
        return Value(_TABLE, source, source, is_table=True, is_of_people=speaks_of_people(f"{name} {source.name}"))
    if source.kind == MADE:
        return Value(_ACCOUNT, source, source)
    strangers = source.crowd is not None and source.crowd.through in ("others", "search") and not is_ours
    return Value(
        Provenance(frozenset(("identity",)), frozenset((source.kind,)), _NOBODY, strangers=strangers), source, source
    )


@lru_cache(maxsize=_MOST_KEPT)
def joined(one: Provenance, other: Provenance) -> Provenance:
    """What is in two texts that people see together: mostly one has all of it, and is kept for many texts once."""
    if one is NOTHING or other is NOTHING:
        return other if one is NOTHING else one
    return Provenance(
        _either(one.origins, other.origins),
        _either(one.people, other.people),
        _either(one.quoted, other.quoted),
        _either(one.counted, other.counted),
        one.strangers or other.strangers,
        _either(one.told, other.told),
    )


def _either(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Their union; mostly one of them is all of it, and an empty set of its own takes as much room as a long text."""
    return one if other <= one else other if one <= other else one | other


def _of_expression(expression: Expression, values: Values) -> Provenance:
    if expression.op == "path":
        return _of_path(expression.args, values)
    found = _OURS if expression.op == "text" else NOTHING
    for operand in expression.args:
        if isinstance(operand, Expression):
            found = joined(found, _of_expression(operand, values))
    return found


def _of_path(path: tuple[str, ...], values: Values) -> Provenance:
    root = path[0]
    if root in values:
        return _of_value(values[root], path[1:])
    if root == "event" and len(path) > 1:
        return _of_carried(path[1], path[2:], OF_PEOPLE in values)
    return {"account": _ACCOUNT, "secrets": _SECRET}.get(root, _MEASURE)


def _of_value(value: Value, names: tuple[str, ...]) -> Provenance:
    """How many are in a set tells nothing of who they are."""
    if names == (NUMBER_OF,) and value.target is not None and value.target.crowd is not None:
        return _MEASURE._replace(counted=frozenset((value.target.kind,)))
    return _of_column(value.provenance, names, value.is_of_people) if value.is_table else value.provenance


def _of_column(table: Provenance, names: tuple[str, ...], is_of_people: bool) -> Provenance:
    """What a column of a table holds, as its name says. A line by itself is whoever it is about, if it is people."""
    column = names[-1].casefold() if names else "name"
    if column in CONTACT_COLUMNS or (column in PLACE_COLUMNS and is_of_people):
        return joined(table, _from("contact"))
    if column in INTIMATE_COLUMNS and is_of_people:
        return joined(table, _from("intimate"))
    if column in PERSON_COLUMNS or (column in NAME_COLUMNS and is_of_people):
        return joined(table, Provenance(frozenset(("identity",)), frozenset((ROWS,)), _NOBODY))
    return table


def speaks_of_people(name: str) -> bool:
    """Whether a table or a value is called after people, in the plural or not, or after what is held against them."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return any(
        word in WORDS_FOR_PEOPLE or word.removesuffix("s") in WORDS_FOR_PEOPLE for word in words
    ) or holds_charges(name)


def starts_with_people(narrowed: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a trigger waits for a line of a table that is called after people."""
    return "sheet" in narrowed and speaks_of_people(" ".join(narrowed["sheet"]))


@lru_cache(maxsize=_MOST_KEPT)
def _of_carried(thing: str, names: tuple[str, ...], is_of_people: bool) -> Provenance:
    """``event.user`` alone prints the person; any other thing alone prints its text, or its first field."""
    fields = _FIELDS.get(thing, {})
    if names:
        field = fields.get(names[0]) or fields.get("*")
    else:
        field = fields.get("text") or next(iter(fields.values()), None)
    origin = field.origin if field else "data"
    if origin == "table":
        return _of_column(_TABLE, names or ("",), is_of_people)
    if origin == "data" and names and names[-1].casefold() in CONTACT_COLUMNS:
        return _from("data", "contact")
    them = frozenset((PERSON,))
    return Provenance(
        frozenset((origin,)),
        them if ORIGINS[origin].tells_who else _NOBODY,
        them if ORIGINS[origin].quotes else _NOBODY,
    )


WORDS_OF_POSTS = frozenset(
    ("event", row.name, *field) for row in CARRIED.values() if row.is_post for field in ((), ("text",))
)
"""The paths that stand for what somebody said."""


class Said(Record):
    """What is known of a text before it runs: ``certain`` is what it says in any case, in small letters.

    ``is_open``: it says more, which nobody knows. ``repeats``: it says again what the post behind its event said.
    """

    certain: str
    is_open: bool
    repeats: bool = False

    @property
    def may_say_more(self) -> bool:
        """Whether anything but what is certain may be in it."""
        return self.is_open or self.repeats


UNKNOWN = Said("", is_open=True)
PASSED_ON = Said("", is_open=False, repeats=True)
HOLE = "\n"
"""Stands where something is filled in, so that no word reaches across."""


def said(text: Text, account: Account) -> Said:
    """What a text says: facts of the account are known beforehand, what else is filled in is not."""
    match text.parts:
        case (str(words),):
            return _said_anywhere(words)
    known = account_facts(account)
    pieces = [in_one_case(part) if isinstance(part, str) else _fact(part, known) for part in text.parts]
    holes = [part for part, piece in zip(text.parts, pieces, strict=True) if piece is None]
    repeats = [part for part in holes if isinstance(part, Expression) and part.args in WORDS_OF_POSTS]
    certain = "".join(HOLE if piece is None else piece for piece in pieces)
    return Said(certain, len(repeats) < len(holes), bool(repeats))


@lru_cache(maxsize=16)
def _said_anywhere(words: str) -> Said:
    """What a text without holes says: the same on each account of an automation, and these come one after the other."""
    return Said(in_one_case(words), is_open=False)


def account_facts(account: Account) -> Mapping[str, str]:
    """What ``account.…`` may stand for. Made without going through it: there may be many, asked for one at a time."""
    plain = {"id": account.id.name, "handle": account.handle, "platform": account.platform}
    return ChainMap(account.vars, plain)  # type: ignore[arg-type]  # nothing is ever put into it


def _fact(expression: Expression, known: Mapping[str, str]) -> str | None:
    if expression.op == "path" and expression.args[0] == "account" and len(expression.args) == 2:
        return in_one_case(known.get(expression.args[1], "")) or None
    return None


def wording(text: Text, account: Account | None) -> str:
    """The text as a comparison sees it: one case, single spaces, the account's own facts filled in.

    Two accounts that say ``Good morning {{ account.city }}`` do not say the same thing.
    """
    pieces = [part if isinstance(part, str) else _filled_in(part, account) for part in text.parts]
    return " ".join("".join(pieces).split()).casefold()


def _filled_in(expression: Expression, account: Account | None) -> str:
    """A fact of the account that is not known here still differs from one account to another."""
    if account is not None and expression.op == "path" and expression.args[0] == "account":
        known = account_facts(account)
        return known.get(expression.args[-1]) or f"{expression.text} of {account.id.name}"
    return f"{{{{ {expression.text} }}}}"


def is_blank(text: Text) -> bool:
    """Whether there is nothing to read, whatever is filled in."""
    # A plain loop: a generator for each text would take longer than most answers.
    for part in text.parts:  # noqa: SIM110
        if not isinstance(part, str) or part.strip():
            return False
    return True


def readable(text: Text) -> str:
    """The text with its holes as they stand, on one line, and no key in it."""
    pieces = [part if isinstance(part, str) else f"{{{{ {part.text} }}}}" for part in text.parts]
    return " ".join(hidden("".join(pieces)).split())


def mentioned_handles(text: Text) -> tuple[str, ...]:
    """The handles that our own part of the text mentions; what is set apart is an account of ours, or its people's."""
    ours = (part for part in text.parts if isinstance(part, str) and "@" in part)
    return tuple(handle for part in ours for handle in re.findall(_HANDLE, part))


assert PERSON not in CROWDS
