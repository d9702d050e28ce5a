"""Texts that are longer than their platform takes."""

from sociable.facts.overlong_texts import Overlong, too_long
from sociable.kinds.step import misread
from sociable.language.types import NUMBER, STRING, Attribute, Kind, Type

OVERLONG = Kind(
    name="overlong_text",
    of=Overlong,
    attributes={
        "step": Attribute(Type("step"), lambda m: m.step, "The step whose text is too long."),
        "account": Attribute(Type("account"), lambda m: m.step.account, "The account that says it."),
        "platform": Attribute(Type("word", "platform"), lambda m: m.step.account.platform, "Whose length it is."),
        "what": Attribute(STRING, lambda m: m.row["what"], "What is measured, such as a caption."),
        "says": Attribute(STRING, lambda m: m.says, "How long it is, as it follows the name of the account."),
        "size": Attribute(NUMBER, lambda m: m.size, "How long it certainly is.", rests_on=("text", "media", "title")),
        "most": Attribute(NUMBER, lambda m: m.most, "How long the platform lets it be.", rests_on=("text",)),
        "counted_as": Attribute(STRING, lambda m: m.counted_as, "What is counted, such as characters."),
        "applies": Attribute(Type("word", "answer"), lambda m: m.applies, "Whether it holds for this account."),
        "evidence": Attribute(
            Type("word", "evidence"), lambda m: m.evidence, "How much the published figure can be relied on."
        ),
    },
    named=lambda m: f"{m.row['what']} of {m.step.account.shown}",
    find=too_long,
    owner=lambda m: m.step,
    about=lambda m: m.step,
    misread=lambda m: misread(m.step),
    cites=lambda m: m.citation,
)
