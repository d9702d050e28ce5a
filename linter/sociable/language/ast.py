"""The tree of a rule: what others make of its nodes or ask for by name, in one place.

``at`` and ``end`` are offsets of characters in the page.
"""

from sociable.language.condition import Condition as Condition
from sociable.language.conditions.about_automations import LeadsTo as LeadsTo
from sociable.language.conditions.about_texts import Echoes as Echoes
from sociable.language.conditions.about_texts import Leaks as Leaks
from sociable.language.conditions.about_texts import Names as Names
from sociable.language.conditions.about_values import Compare as Compare
from sociable.language.conditions.about_values import Flag as Flag
from sociable.language.conditions.about_values import Holds as Holds
from sociable.language.conditions.about_values import In as In
from sociable.language.conditions.about_values import Is as Is
from sociable.language.conditions.about_values import OneOf as OneOf
from sociable.language.conditions.joined import And as And
from sociable.language.conditions.joined import Call as Call
from sociable.language.conditions.joined import Joined as Joined
from sociable.language.conditions.joined import Not as Not
from sociable.language.conditions.joined import Or as Or
from sociable.language.conditions.quantified import Quantified as Quantified
from sociable.language.conditions.words_in_texts import Begins as Begins
from sociable.language.conditions.words_in_texts import Contains as Contains
from sociable.language.conditions.words_in_texts import Matches as Matches
from sociable.language.syntax_nodes import Node
from sociable.language.syntax_nodes import Number as Number
from sociable.language.syntax_nodes import Path as Path
from sociable.language.syntax_nodes import Word as Word
from sociable.language.syntax_nodes import Words as Words


class Binding(Node):
    """``for each KIND VARIABLE [in SOURCE]``."""

    kind: str
    variable: str
    source: Path | None
    at: int
    end: int


class Grouping(Node):
    """``for each group VARIABLE of KIND MEMBER by KEYS``."""

    variable: str
    kind: str
    member: str
    keys: tuple[Path, ...]
    at: int
    end: int


class Pairing(Node):
    """``for each pair FIRST, SECOND``: two automations on one account that the same event can start."""

    first: str
    second: str
    at: int
    end: int


def variables_of(binding: Binding | Grouping | Pairing) -> tuple[str, ...]:
    """The variables that ``for each`` introduces by it, but not the member of a group."""
    return (binding.first, binding.second) if isinstance(binding, Pairing) else (binding.variable,)


class Severity(Node):
    """A severity line; of all that apply, the last one counts. No platforms or profiles stand for all."""

    level: str
    platforms: tuple[str, ...]
    profiles: tuple[str, ...]
    when: Condition | None
    at: int
    end: int


class Message(Node):
    """Literal pieces and paths in turn, as ``report`` prints them."""

    parts: tuple[str | Path, ...]
    at: int
    end: int


class Other(Node):
    """The name of another rule."""

    name: str
    at: int
    end: int


class Beside(Node):
    """Other rules may speak of the same step, because they say something else: what each of them says."""

    rules: tuple[Other, ...]
    says: Message


class Cites(Node):
    """Facts that the rule cites only where this holds, by their ids; what no such line names is always cited."""

    facts: tuple[str, ...]
    when: Condition
    at: int
    end: int


class Case(Node):
    """What is told in the place of another text where this holds; of all that apply to a ``part``, the last one counts.

    ``part`` is ``report`` for the title, ``see`` for what people see, ``because`` or ``suggest``.
    """

    part: str
    says: Message
    when: Condition
    at: int
    end: int


class Show(Node):
    """A related place and what is there. With ``each``, ``path`` is one thing of a list after the other."""

    path: Path
    label: Message
    each: Binding | None = None


class Fix(Node):
    """What to change; the path leads to a thing, or to a list of things for all of which it is done.

    ``action`` is ``replace`` a step's verb by another ``word``, or a word of a file by a ``text``, ``remove`` a thing,
    ``set`` a ``key`` to a word or text, ``add`` a word to the list under a ``key``, or ``begin`` a text with another.
    """

    safety: str
    action: str
    path: Path
    key: str
    word: str
    text: Message | None
    when: Condition | None
    at: int
    end: int


class Rule(Node):
    """One rule as its page says it. ``preview`` is the version since which it is one, ``formerly`` its old names."""

    name: str
    severities: tuple[Severity, ...]
    confidence: str
    profiles: tuple[str, ...]
    preview: str
    formerly: tuple[str, ...]
    habits: tuple[str, ...]
    subsumes: tuple[Other, ...]
    beside: tuple[Beside, ...]
    cites: tuple[Cites, ...]
    bindings: tuple[Binding | Grouping | Pairing, ...]
    when: Condition | None
    unless: tuple[Condition, ...]
    report: Path
    message: Message
    shows: tuple[Show, ...]
    because: Message
    suggest: Message
    cases: tuple[Case, ...]
    fix: Fix | None
    at: int
    end: int

    @property
    def others(self) -> tuple[Other, ...]:
        """The rules that it names, each as often as it does."""
        return (*self.subsumes, *(other for each in self.beside for other in each.rules))


class Question(Node):
    """What somebody asks of a setup: a rule's conditions, without anything to say about what meets them."""

    bindings: tuple[Binding | Grouping | Pairing, ...]
    when: Condition | None
    unless: tuple[Condition, ...]
    at: int
    end: int


Asked = Rule | Question


class Parameter(Node):
    """A variable of a ``define``."""

    name: str
    kind: str
    at: int
    end: int


class Define(Node):
    """A predicate that rules share."""

    name: str
    parameters: tuple[Parameter, ...]
    body: Condition
    at: int
    end: int


class ListOf(Node):
    """A set of words that rules share."""

    name: str
    words: tuple[str, ...]
    at: int
    end: int


Declaration = Rule | Define | ListOf
