"""Where the parts of a text come from: whom it names, whose words it repeats, what it gives away."""

import re
from bisect import bisect_left
from collections import ChainMap
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sociable.setup.model import Account, Expression, Target, Text
from sociable.text.secret_patterns import hidden
from sociable.vocabulary.carried import CARRIED, CONTACT_COLUMNS
from sociable.vocabulary.crowds import CROWDS, FETCHED, NUMBER_OF, PERSON, POST
from sociable.vocabulary.text_words import ORIGINS

_SPACE = re.compile(r"\s+")
_HANDLE = r"(?<![\w@/.])@\w(?:[\w.-]*\w)?(?:@\w(?:[\w.-]*\w)?)?"
_FIELDS = {thing: {field.name: field for field in row.fields} for thing, row in CARRIED.items()}


class Provenance(NamedTuple):
    """What is in a text.

    ``people`` and ``quoted`` hold ``PERSON`` or names of crowds; ``counted`` names the crowds of which it
    tells how many they are, and not who. ``strangers``: some of the people are there because of their tie
    to somebody else. ``told`` is where the prompts come from, if an AI model wrote any of it.
    """

    origins: frozenset[str]
    people: frozenset[str]
    quoted: frozenset[str]
    counted: frozenset[str] = frozenset()
    strangers: bool = False
    told: frozenset[str] = frozenset()


class Value(NamedTuple):
    """What a former step produced: where it comes from, and which people or posts it is, if it is any."""

    provenance: Provenance
    target: Target | None


class Values(Mapping[str, Value]):
    """What the steps before one have produced. What comes later is added to the same record, and not seen here.

    A copy for each step would take as much as the square of the steps.
    """

    __slots__ = ("_produced", "_seen")

    def __init__(self) -> None:
        self._produced: dict[str, tuple[list[int], list[Value]]] = {}
        self._seen = 0

    def followed_by(self, produced: Mapping[str, Value]) -> "Values":
        """These and what one more step makes: only ever asked of the latest."""
        new = Values()
        new._produced, new._seen = self._produced, self._seen + 1
        for name, value in produced.items():
            steps, values = new._produced.setdefault(name, ([], []))
            steps.append(self._seen)
            values.append(value)
        return new

    def __getitem__(self, name: str) -> Value:
        steps, values = self._produced[name]
        if steps[0] >= self._seen:
            raise KeyError(name)
        return values[bisect_left(steps, self._seen) - 1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, (steps, _) in self._produced.items() if steps[0] < self._seen)

    def __len__(self) -> int:
        return sum(1 for _ in self)


_NOBODY: frozenset[str] = frozenset()
_AI = frozenset(("ai",))
_CONFIDENTIAL = frozenset(name for name, row in ORIGINS.items() if row.is_confidential)


def _from(*origins: str) -> Provenance:
    return Provenance(frozenset(origins), _NOBODY, _NOBODY)


NOTHING = Provenance(frozenset(), _NOBODY, _NOBODY)
_OURS, _ACCOUNT, _SECRET, _MEASURE = _from("ours"), _from("account"), _from("secret"), _from("measure")


def provenance(text: Text, values: Values) -> Provenance:
    """The provenance of all parts together."""
    found = _OURS if any(isinstance(part, str) and part.strip() for part in text.parts) else NOTHING
    for part in text.parts:
        if isinstance(part, Expression):
            found = joined(found, _of_expression(part, values))
    return found


def generated(prompt: Text, values: Values) -> Value:
    """What an AI model makes of a prompt: it may give away what it was told, and name whom it was told of."""
    told = provenance(prompt, values)
    origins = _AI | (told.origins & _CONFIDENTIAL)
    return Value(
        Provenance(origins, told.people, _NOBODY, told.counted, told.strangers, told.origins | told.told), None
    )


def fetched(source: Text | Target, values: Values, is_ours: bool) -> Value:
    """People, posts, or what stands at an address. ``is_ours``: it is people with a tie to this very account."""
    if isinstance(source, Text):
        name = source.parts[0] if source.parts else ""
        return Value(_from(FETCHED.get(name, "feed") if isinstance(name, str) else "feed"), None)
    if source.kind == "value" and source.name in values:
        return values[source.name]
    if source.kind == POST or (source.crowd is not None and source.crowd.of == "posts"):
        whose = frozenset((PERSON if source.kind == POST else source.kind,))
        return Value(Provenance(frozenset(("words",)), _NOBODY, whose), source)
    strangers = source.crowd is not None and source.crowd.through == "others" and not is_ours
    return Value(Provenance(frozenset(("identity",)), frozenset((source.kind,)), _NOBODY, strangers=strangers), source)


def joined(one: Provenance, other: Provenance) -> Provenance:
    """What is in two texts that people see together."""
    return Provenance(
        one.origins | other.origins,
        one.people | other.people,
        one.quoted | other.quoted,
        one.counted | other.counted,
        one.strangers or other.strangers,
        one.told | other.told,
    )


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
        return _of_carried(path[1], path[2:])
    return {"account": _ACCOUNT, "secrets": _SECRET}.get(root, _MEASURE)


def _of_value(value: Value, names: tuple[str, ...]) -> Provenance:
    """How many are in a set tells nothing of who they are."""
    if names == (NUMBER_OF,) and value.target is not None and value.target.crowd is not None:
        return _MEASURE._replace(counted=frozenset((value.target.kind,)))
    return value.provenance


def _of_carried(thing: str, names: tuple[str, ...]) -> Provenance:
    """``event.user`` alone prints the person; any other thing alone prints its text, or its first field."""
    fields = _FIELDS.get(thing, {})
    if names:
        field = fields.get(names[0]) or fields.get("*")
    else:
        field = fields.get("text") or next(iter(fields.values()), None)
    origin = field.origin if field else "data"
    if origin == "data" and names and names[-1].casefold() in CONTACT_COLUMNS:
        return _from("data", "contact")
    them = frozenset((PERSON,))
    return Provenance(
        frozenset((origin,)),
        them if ORIGINS[origin].tells_who else _NOBODY,
        them if ORIGINS[origin].quotes else _NOBODY,
    )


def folded(text: str) -> str:
    """The text as words are looked for in it: one case, single spaces."""
    return _SPACE.sub(" ", text).casefold()


def known_wording(text: Text, account: Account) -> str | None:
    """The text, if nothing is in it but what the file says and facts of the account; ``None`` if more is."""
    known = account_facts(account)
    pieces = [part if isinstance(part, str) else _fact(part, known) for part in text.parts]
    return None if None in pieces else "".join(filter(None, pieces))


def account_facts(account: Account) -> Mapping[str, str]:
    """What ``account.…`` may stand for. Made without going through it: there may be many, asked for one at a time."""
    plain = {"id": account.id.name, "handle": account.handle, "platform": account.platform}
    return ChainMap(account.vars, plain)  # type: ignore[arg-type]  # nothing is ever put into it


def _fact(expression: Expression, known: Mapping[str, str]) -> str | None:
    if expression.op == "path" and expression.args[0] == "account" and len(expression.args) == 2:
        return known.get(expression.args[1]) or None
    return None


def wording(text: Text, account: Account | None) -> str:
    """The text as a comparison sees it: one case, single spaces, the account's own facts filled in.

    Two accounts that say ``Good morning {{ account.city }}`` do not say the same thing.
    """
    pieces = [part if isinstance(part, str) else _filled_in(part, account) for part in text.parts]
    return _SPACE.sub(" ", "".join(pieces)).strip().casefold()


def _filled_in(expression: Expression, account: Account | None) -> str:
    """A fact of the account that is not known here still differs from one account to another."""
    if account is not None and expression.op == "path" and expression.args[0] == "account":
        known = account_facts(account)
        return known.get(expression.args[-1]) or f"{expression.text} of {account.id.name}"
    return f"{{{{ {expression.text} }}}}"


def is_blank(text: Text) -> bool:
    """Whether there is nothing to read, whatever is filled in."""
    return all(isinstance(part, str) and not part.strip() for part in text.parts)


def readable(text: Text) -> str:
    """The text with its holes as they stand, on one line, and no key in it."""
    pieces = [part if isinstance(part, str) else f"{{{{ {part.text} }}}}" for part in text.parts]
    return _SPACE.sub(" ", hidden("".join(pieces))).strip()


def mentioned_handles(text: Text) -> tuple[str, ...]:
    """The handles that our own part of the text mentions."""
    ours = (part for part in text.parts if isinstance(part, str) and "@" in part)
    return tuple(handle for part in ours for handle in re.findall(_HANDLE, part))


assert PERSON not in CROWDS
