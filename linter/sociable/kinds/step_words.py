"""What rules say of a step, in words. The longer ones are loaded when they are told: most checks tell none."""

from sociable.facts.account_kinds import way
from sociable.facts.facts import StepFacts
from sociable.facts.rooms import room_of
from sociable.vocabulary.crowds import POST
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.verbs import VIEW


def deed(step: StepFacts) -> str:
    """What it does to people, without saying to whom in particular."""
    words = step.verb.drawn or step.verb.does
    whom = "groups" if step.verb.audience == "group" else "people"
    seen = _looks(step) if step.verb.name == VIEW else words
    return seen.replace("a post of {}", "posts").replace("{}", whom)


def _looks(step: StepFacts) -> str:
    """What is looked at: a profile, or what was posted, which on some platforms is a film."""
    crowd = step.target.model.crowd if step.target.model is not None else None
    if step.target.kind != POST and (crowd is None or crowd.of != "posts"):
        return "looks at profiles"
    return "plays videos" if platform_row(step.account.platform).shows_films else "looks at posts"


def applause_words(step: StepFacts) -> str:
    """Whose applause it is and what for; see ``told_words``."""
    from sociable.kinds import told_words

    return told_words.applause_words(step, deed(step))


def gathering_words(step: StepFacts) -> str:
    """What is gathered about whom; see ``told_words``."""
    from sociable.kinds import told_words

    return told_words.gathering_words(step)


def gathering_remedy(step: StepFacts) -> str:
    """What to do instead of gathering it; see ``told_words``."""
    from sociable.kinds import told_words

    return told_words.gathering_remedy(step)


def keepers_hint(step: StepFacts) -> str:
    """What those who run the room could say of it, as a sentence after another one; empty outside of rooms."""
    if room_of(step) is None:
        return ""
    return " If those who run the room have asked for it, say so: `in:` with `allowed_by:`."


_WAYS_IN = {
    "browser": (
        "with a program that uses the website or app as if it were a person, and nothing says that {} permitted it"
    ),
    "unofficial": "with a tool that {} has not approved",
}


def access_words(step: StepFacts) -> str:
    """What it does, and by which way that is not the official one."""
    words = _WAYS_IN.get(way(step), "by a program on a person's account, and nothing says that {} permitted it")
    return f"{deed(step)} {words.format(platform_row(step.account.platform).title)}"
