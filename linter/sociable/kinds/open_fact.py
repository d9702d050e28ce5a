"""What the files leave open, all together and each by itself."""

from sociable.facts.open_facts import OPEN, OpenFact, OpenFacts, open_facts
from sociable.language.types import FLAG, STRING, Attribute, Kind, Type


def _lines(open_facts: OpenFacts) -> str:
    from sociable.kinds.open_lines import open_lines

    return open_lines(open_facts)


OPEN_FACT = Kind(
    name="open_fact",
    of=OpenFact,
    attributes={
        "what": Attribute(Type("word", "open"), lambda f: f.what, "What the file does not say."),
        "says": Attribute(STRING, lambda f: OPEN[f.what].clause, "The same in words."),
        "told": Attribute(STRING, lambda f: f.told, "Of whom it is not said, and what else at its place, in words."),
        "heading": Attribute(STRING, lambda f: f.heading, "The same as it stands above its place."),
        "account": Attribute(Type("account"), lambda f: f.account, "The account of which it is not said."),
    },
    named=lambda f: f"{f.what} of {f.account.shown}",
    find=lambda facts: [fact for every in open_facts(facts) for fact in every.facts],
    owner=lambda f: f.account,
)

OPEN_FACTS = Kind(
    name="open_facts",
    of=OpenFacts,
    attributes={
        "facts": Attribute(Type("list", "open_fact"), lambda p: p.facts, "Each of them.", rests_on=()),
        "places": Attribute(
            Type("list", "open_fact"),
            lambda p: p.places,
            "The first of them at each further place.",
            rests_on=(),
        ),
        "first": Attribute(Type("open_fact"), lambda p: p.first, "The first of them."),
        "says": Attribute(STRING, lambda p: p.says, "What is open at the first place, in words, and how much else."),
        "is_said_to_be_unknown": Attribute(
            FLAG,
            lambda p: p.is_said_to_be_unknown,
            "Whether all of it is what people agreed to of whom the files say that nobody knows it.",
        ),
        "unchecked": Attribute(STRING, lambda p: p.unchecked, "What cannot be checked because of it, in words."),
        "lines": Attribute(STRING, _lines, "What to write in the files, in words."),
    },
    named=lambda p: "what the files leave open",
    find=open_facts,
    placed=False,
    members=lambda p: [fact.account for fact in p.facts],
    places=lambda p: tuple(p.facts),
)
