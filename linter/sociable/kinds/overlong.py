"""Texts that are longer than their platform takes."""

from operator import attrgetter

from sociable.facts.overlong_texts import Overlong, too_long
from sociable.kinds.step import misread
from sociable.language.types import FLAG, NUMBER, STRING, Attribute, Kind, Type

OVERLONG = Kind(
    name="overlong_text",
    of=Overlong,
    attributes={
        "step": Attribute(Type("step"), attrgetter("step"), "The step whose text is too long."),
        "account": Attribute(Type("account"), attrgetter("step.account"), "The account that says it."),
        "platform": Attribute(Type("word", "platform"), attrgetter("step.account.platform"), "Whose length it is."),
        "what": Attribute(STRING, lambda m: m.row["what"], "What is measured, such as a caption."),
        "says": Attribute(STRING, attrgetter("says"), "How long it is, as it follows the name of the account."),
        "remedy": Attribute(STRING, attrgetter("remedy"), "What to do about it, in a sentence."),
        "size": Attribute(NUMBER, attrgetter("size"), "How long it certainly is.", rests_on=("text", "media", "title")),
        "most": Attribute(NUMBER, attrgetter("most"), "How long the platform lets it be.", rests_on=("text",)),
        "counts_things": Attribute(
            FLAG, lambda m: m.counts_things, "Whether single things are counted in it, such as hashtags."
        ),
        "counted_as": Attribute(STRING, attrgetter("counted_as"), "What is counted, such as characters."),
        "applies": Attribute(Type("word", "answer"), attrgetter("applies"), "Whether it holds for this account."),
        "evidence": Attribute(
            Type("word", "evidence"), attrgetter("evidence"), "How much the published figure can be relied on."
        ),
    },
    named=lambda m: f"{m.row['what']} of {m.step.account.shown}",
    find=too_long,
    owner=attrgetter("step"),
    about=attrgetter("step"),
    misread=lambda m: misread(m.step),
    cites=attrgetter("citation"),
)
