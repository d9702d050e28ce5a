"""What is said again: the same content on several accounts, twice on one, by several routes or after a restart."""

from operator import attrgetter

from sociable.facts.account_kinds import all_of
from sociable.facts.facts import Facts
from sociable.facts.said_again import Repeat, in_file_order, is_post, unremembered
from sociable.language.types import FLAG, NUMBER, STRING, Attribute, Kind, Type
from sociable.text.wording import listed

_BY_NAME = 3


def _repeats(facts: Facts) -> list[Repeat]:
    if not any(map(is_post, facts.steps)):
        return in_file_order(unremembered(facts.steps))
    from sociable.facts.sameness import repeats  # many setups only answer

    return repeats(facts)


def _words(repeat: Repeat) -> str:
    from sociable.kinds.repeat_words import again_words

    return again_words(repeat)


def _remedy(repeat: Repeat) -> str:
    from sociable.kinds.repeat_words import again_remedy

    return again_remedy(repeat)


def _is_copied(repeat: Repeat) -> bool:
    from sociable.kinds.repeat_words import is_copied

    return is_copied(repeat)


def _copying(repeat: Repeat) -> str:
    from sociable.kinds.repeat_words import copying

    return copying(repeat)


def _copying_remedy(repeat: Repeat) -> str:
    from sociable.kinds.repeat_words import copying_remedy

    return copying_remedy(repeat)


def _here(repeat: Repeat) -> str:
    names = sorted({step.automation.id for step in repeat.steps})
    return f" (in {listed([f'`{name}`' for name in names])})" if len(names) <= _BY_NAME else ""


def _who(repeat: Repeat) -> str:
    """Up to three by name; of more, how many there are. The order of the files does not change it."""
    accounts = {step.account.shown: all_of(step.account) for step in repeat.steps}
    shown = [accounts[name] for name in sorted(accounts)]
    return listed(shown) if len(shown) <= _BY_NAME else f"{repeat.accounts} accounts, such as {min(accounts)},"


def _alike(repeat: Repeat) -> str:
    """The texts may differ in a greeting or an emoji, one may copy the other, an AI may find new words each time."""
    if any("ai" in step.text.provenance.origins for step in repeat.steps):
        return "what an AI writes by the same prompt"
    return (
        "the same thing"
        if len({step.text.shown for step in repeat.steps}) == 1
        else "the same or nearly the same thing"
    )


def _is_in_several_places(repeat: Repeat) -> bool:
    """Whether it is not always said in the same place."""
    return len({step.model.place.names if step.model.place is not None else () for step in repeat.steps}) > 1


REPEAT = Kind(
    name="repeat",
    of=Repeat,
    attributes={
        "again": Attribute(Type("word", "again"), attrgetter("again"), "How it comes again.", indexed=True),
        "again_words": Attribute(STRING, _words, "The same, as it follows the name of the account; empty on several."),
        "remedy": Attribute(STRING, _remedy, "What to do about it, in a sentence."),
        "is_copied": Attribute(FLAG, _is_copied, "Whether one of two accounts publishes what the other posts."),
        "copying": Attribute(STRING, _copying, "Which of them publishes again what the other posts."),
        "copying_remedy": Attribute(STRING, _copying_remedy, "Which of these copies to take out, in a sentence."),
        "steps": Attribute(Type("list", "step"), attrgetter("steps"), "Every step that says it.", rests_on=()),
        "who": Attribute(STRING, _who, "The accounts that say it, in words."),
        "alike": Attribute(STRING, _alike, "How far it is the same, in words."),
        "here": Attribute(STRING, _here, "The automations that say it, in brackets after a space; empty for many."),
        "is_in_several_places": Attribute(
            FLAG,
            _is_in_several_places,
            "Whether it is said in several rooms, groups or communities.",
            rests_on=("in", "places"),
        ),
        "accounts": Attribute(NUMBER, attrgetter("accounts"), "On how many accounts it is said."),
        "first": Attribute(Type("step"), attrgetter("first"), "The first of them.", rests_on=("text", "account")),
        "second": Attribute(
            Type("step"),
            attrgetter("second"),
            "The next one, at another place if there is one.",
            rests_on=("text", "account", "once_per"),
        ),
    },
    named=lambda r: f"the same thing in {len(r.steps)} steps",
    find=_repeats,
    placed=False,
    members=attrgetter("steps"),
    places=lambda r: (r.first, r.second),
)
