"""What is asked of a text people read: whom it names or repeats, and what it gives away."""

from sociable.findings.finding import Clause
from sociable.language.compile import Test, Variables
from sociable.language.condition import Condition, clause
from sociable.language.lookups import Lookup, Lookups, Way
from sociable.language.syntax_nodes import Path, Word
from sociable.language.types import PERSON, Bound, Scope, Type
from sociable.records.static import TYPE_CHECKING, ClassVar
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.text_words import ORIGINS
from sociable.vocabulary.values import HEARD_BY_MANY

if TYPE_CHECKING:
    from sociable.language.protocols import Checker, Explainer

__all__ = ("Echoes", "Leaks", "Mentions", "Names")

TEXT = Type("text")

PEOPLE = frozenset(name for name, crowd in CROWDS.items() if crowd.of == "people")
"""What a text may name besides the person behind the event; it may also echo posts, as a search finds them."""


class Mentions(Condition):
    """A text speaks of somebody: of a set of people, or of the person behind an event, if that is its own.

    ``aside`` is what the kind of texts calls those that are mentioned.
    """

    verb: ClassVar[str]
    does: ClassVar[str]
    does_not: ClassVar[str]
    aside: ClassVar[str]
    crowds: ClassVar[frozenset[str]]
    text: Path
    who: Path | Word
    at: int
    end: int

    def printed(self) -> str:
        return f"{self.text.text} {self.verb} {self.who.text}"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        checker.expect(self.text, "text", scope)
        if isinstance(self.who, Path) and self.who.names[0] in scope:
            checker.expect(self.who, "person", scope)
            return self
        if self.who.text not in self.crowds:
            checker.unknown(self.who, "set of people", self.who.text, PEOPLE)
        return self._replace(who=Word(self.who.text, self.who.at, self.who.end))

    def compiled(self, variables: Variables) -> Test:
        get, mentioned = variables.getter(self.text), variables.kinds.rows["text"].asides[self.aside]
        if isinstance(self.who, Word):
            crowd = self.who.text
            return lambda env: crowd in mentioned(get(env))
        whose, (own, _) = variables.getter(self.who), variables.kinds.follow(("step", "automation"), TEXT)
        return lambda env: PERSON.name in mentioned(text := get(env)) and own(text) is whose(env)

    def ways(self, lookups: Lookups) -> list[Way]:
        """Of a text that names the person behind any event, only looking at it tells whether that is its own."""
        names = self.text.names[1:]
        if self.text.names[0] != lookups.variable or not lookups.indexed:
            return []
        get, _ = lookups.kinds.follow(names, Type(lookups.kind))
        mentioned = lookups.kinds.rows["text"].asides[self.aside]
        whom = self.who.text if isinstance(self.who, Word) else PERSON.name
        path = (*names, self.aside)
        return [(Lookup(lookups.kind, path, lambda thing: mentioned(get(thing)), True, (whom,), aside=True),)]

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        text, kinds = explainer.value(self.text, bound), explainer.kinds
        if isinstance(self.who, Word):
            whom = explainer.crowd(self.who.text)
        else:
            automation = explainer.value(self.who, bound).value
            whom = explainer.shown(automation, PERSON)
            if kinds.follow(("step", "automation"), TEXT)[0](text.value) is not automation:
                return clause(held, f"this text knows nothing of {whom}: that is another automation", text.span)
            event = kinds.attributes(Type("automation"))["event"]
            name = event.get(automation)
            if not held and kinds.attributes(event.type)["asked"].get(name) == "nobody":
                return clause(held, f"there is no person behind `{name}`", text.span)
        if not kinds.rows["text"].asides["is_written"](text.value):
            return clause(held, "there is no text", text.span)
        shown = explainer.shown(text.value, text.type)
        return clause(held, f"{shown} {self.does if held else self.does_not} {whom}", text.span)


class Names(Mentions):
    """The text says who somebody is, or names people of this set."""

    verb = does = "names"
    does_not = "does not name"
    aside = "people"
    crowds = PEOPLE


class Echoes(Mentions):
    """The text repeats somebody's words."""

    verb = "echoes"
    does = "repeats words of"
    does_not = "repeats no words of"
    aside = "quoted"
    crowds = frozenset(CROWDS)


class Leaks(Condition):
    """The text lets more people read something than it was meant for, such as ``private`` words."""

    text: Path
    origin: Path | Word
    at: int
    end: int

    def printed(self) -> str:
        return f"{self.text.text} leaks {self.origin.text}"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        checker.expect(self.text, "text", scope)
        if self.origin.text not in ORIGINS:
            checker.unknown(self.origin, "origin", self.origin.text, ORIGINS)
        return self._replace(origin=Word(self.origin.text, self.origin.at, self.origin.end))

    def compiled(self, variables: Variables) -> Test:
        get, origin, kinds = variables.getter(self.text), self.origin.text, variables.kinds
        origins, audience = (kinds.follow(names, TEXT)[0] for names in (("origins",), ("step", "audience")))
        return lambda env: origin in origins(text := get(env)) and audience(text) in HEARD_BY_MANY

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        """Whether it is in the text, and who notices that."""
        text, kinds = explainer.value(self.text, bound), explainer.kinds
        origins, audience = kinds.attributes(TEXT)["origins"], kinds.attributes(Type("step"))["audience"]
        heard = kinds.follow(("step", "audience"), TEXT)[0](text.value)
        says = f"{explainer.fact(origins, origins.get(text.value))}; {explainer.fact(audience, heard)}"
        return clause(held, says, text.span)

    def ways(self, lookups: Lookups) -> list[Way]:
        names = self.text.names
        step = names[:-1] if names[-1] == "text" else (*names, "step")
        heard = self.text._replace(names=(*step, "audience"))
        from_it = self.text._replace(names=(*names, "origins"))
        return [*lookups.at(heard, HEARD_BY_MANY), *lookups.at(from_it, (self.origin.text,))]
