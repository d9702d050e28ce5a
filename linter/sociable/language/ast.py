"""The tree of a rule. ``at`` and ``end`` are offsets of characters in the page."""

from typing import NamedTuple


class Path(NamedTuple):
    """``s.text`` or a bare word such as ``public``: what it is depends on where it stands."""

    names: tuple[str, ...]
    at: int
    end: int

    @property
    def text(self) -> str:
        return ".".join(self.names)


class Number(NamedTuple):
    """A whole number."""

    value: int
    at: int
    end: int


class Words(NamedTuple):
    """``[post, reply]``, or the list that a name stood for."""

    words: tuple[str, ...]
    at: int
    end: int


class Is(NamedTuple):
    """A path has this one value."""

    left: Path
    word: str
    at: int
    end: int


class In(NamedTuple):
    """A path has one of these values."""

    left: Path
    right: Words | Path
    at: int
    end: int


class Holds(NamedTuple):
    """A set holds a word: ``ai in s.text.origins``."""

    word: str
    right: Path
    at: int
    end: int


class Compare(NamedTuple):
    """Two numbers; ``sign`` is one of = != < <= > >=."""

    left: Path | Number
    sign: str
    right: Path | Number
    at: int
    end: int


class Names(NamedTuple):
    """A text names somebody (``names``) or repeats their words (``echoes``).

    Or it lets more people read what was meant for few: of ``leaks``, ``who`` is one bare word, an origin.
    """

    relation: str
    text: Path
    who: Path
    at: int
    end: int


class LeadsTo(NamedTuple):
    """One automation can set off another, directly or through others of ours."""

    left: Path
    right: Path
    at: int
    end: int


class Flag(NamedTuple):
    """A path that is itself true or false."""

    path: Path
    at: int
    end: int


class Quantified(NamedTuple):
    """``some``, ``every``, ``no``, ``at least`` or ``at most`` of a list."""

    quantity: str
    number: int
    kind: str
    variable: str
    source: Path
    body: "Condition"
    at: int
    end: int


class Not(NamedTuple):
    """The operand does not hold."""

    operand: "Condition"
    at: int
    end: int


class And(NamedTuple):
    """All operands hold; none at all always does."""

    operands: tuple["Condition", ...]
    at: int
    end: int


class Or(NamedTuple):
    """At least one operand holds."""

    operands: tuple["Condition", ...]
    at: int
    end: int


class Call(NamedTuple):
    """A use of a ``define``; gone once a rule is checked."""

    name: str
    arguments: tuple[Path, ...]
    at: int
    end: int


Condition = Is | In | Holds | Compare | Names | LeadsTo | Flag | Quantified | Not | And | Or | Call


class Binding(NamedTuple):
    """``for each KIND VARIABLE [in SOURCE]``."""

    kind: str
    variable: str
    source: Path | None
    at: int
    end: int


class Grouping(NamedTuple):
    """``for each group VARIABLE of KIND MEMBER by KEYS``."""

    variable: str
    kind: str
    member: str
    keys: tuple[Path, ...]
    at: int
    end: int


class Pairing(NamedTuple):
    """``for each pair FIRST, SECOND``: two automations on one account that the same event can start."""

    first: str
    second: str
    at: int
    end: int


class Severity(NamedTuple):
    """A severity line; of all that apply, the last one counts. No platforms or profiles stand for all."""

    level: str
    platforms: tuple[str, ...]
    profiles: tuple[str, ...]
    when: Condition | None
    at: int
    end: int


class Message(NamedTuple):
    """Literal pieces and paths in turn, as ``report`` prints them."""

    parts: tuple[str | Path, ...]
    at: int
    end: int


class Other(NamedTuple):
    """The name of another rule."""

    name: str
    at: int
    end: int


class Beside(NamedTuple):
    """Other rules may speak of the same step, because they say something else: what each of them says."""

    rules: tuple[Other, ...]
    says: Message


class Show(NamedTuple):
    """A related place and what is there. With ``each``, ``path`` is one thing of a list after the other."""

    path: Path
    label: Message
    each: Binding | None = None


class Fix(NamedTuple):
    """What to change. ``action`` is ``replace`` (``word`` is a verb), ``remove``, or ``set`` (``key`` to ``word``)."""

    safety: str
    action: str
    path: Path
    key: str
    word: str
    at: int
    end: int


class Rule(NamedTuple):
    """One rule as its page says it."""

    name: str
    severities: tuple[Severity, ...]
    confidence: str
    profiles: tuple[str, ...]
    subsumes: tuple[Other, ...]
    beside: tuple[Beside, ...]
    bindings: tuple[Binding | Grouping | Pairing, ...]
    when: Condition | None
    unless: tuple[Condition, ...]
    report: Path
    message: Message
    shows: tuple[Show, ...]
    because: Message
    suggest: Message
    fix: Fix | None
    at: int
    end: int


class Question(NamedTuple):
    """What somebody asks of a setup: a rule's conditions, without anything to say about what meets them."""

    bindings: tuple[Binding | Grouping | Pairing, ...]
    when: Condition | None
    unless: tuple[Condition, ...]
    at: int
    end: int


Asked = Rule | Question


class Parameter(NamedTuple):
    """A variable of a ``define``."""

    name: str
    kind: str
    at: int
    end: int


class Define(NamedTuple):
    """A predicate that rules share."""

    name: str
    parameters: tuple[Parameter, ...]
    body: Condition
    at: int
    end: int


class ListOf(NamedTuple):
    """A set of words that rules share."""

    name: str
    words: tuple[str, ...]
    at: int
    end: int


Declaration = Rule | Define | ListOf
