"""Names that steps give to what they make."""

from operator import attrgetter

from sociable.facts.made_values import MadeValue, made_values
from sociable.kinds.automation import AUTOMATION
from sociable.language.types import FLAG, STRING, Attribute, Kind, Type

MADE_VALUE = Kind(
    name="made_value",
    of=MadeValue,
    attributes={
        "name": Attribute(STRING, attrgetter("name"), "The name."),
        "step": Attribute(Type("step"), attrgetter("step"), "The step that gives it."),
        "account": Attribute(Type("account"), attrgetter("step.account"), "The account on which that happens."),
        "is_name_of_deed": Attribute(
            FLAG, lambda v: v.is_name_of_deed, "Whether it is the name of the very thing that the step makes (`as:`)."
        ),
        "is_beside_code": Attribute(
            FLAG, lambda v: v.is_beside_code, "Whether a program of our own has a part in the same automation (`code`)."
        ),
        "is_before_ai": Attribute(
            FLAG, lambda v: v.is_before_ai, "Whether an AI writes later in the same automation (`generate`)."
        ),
        "is_used": Attribute(
            FLAG,
            lambda v: v.is_used,
            "Whether a later step, or another automation on the account, speaks of it.",
            rests_on=("do", "if", "text", "target", "to", "link", "media", "mentions", "buttons", "until", "when"),
        ),
    },
    named=lambda v: f"`{v.name}` in `{v.step.automation.id}`",
    shown=lambda v: f"`{v.name}`",
    find=made_values,
    owner=attrgetter("step"),
    about=attrgetter("step"),
    content=lambda v: str(v.name),
    misread=lambda v: AUTOMATION.misread(v.step.automation),
)
