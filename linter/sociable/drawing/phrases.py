"""What stands in a picture, in words: when an automation starts, and what it then does."""

from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.facts.rooms import named_where_done, starts
from sociable.setup.target_wording import target_phrase
from sociable.setup.times_in_words import times_in_words
from sociable.vocabulary.events import TRIGGER_KEYS
from sociable.vocabulary.platforms import PLATFORMS

_SAID = ("named", *(key.name for key in TRIGGER_KEYS.values() if key.says in ("words", "tags")))
"""Keys of ``when:`` that hold plain words: those that are waited for, or that a command goes by."""

_THEIRS = (("a post of {}", "their post"), ("the profile of {}", "their profile"), ("{}", "them"))


def when_words(automation: AutomationFacts) -> str:
    """What starts an automation, as a clause that begins with "when" or says how often or at which times."""
    narrowed = automation.model.trigger.narrowed
    if automation.event.is_timed and (times := times_in_words(narrowed)):
        return times
    clause = event_words(automation)
    saying = [word for key in _SAID for word in narrowed.get(key, ())]
    return f"{clause}: {', '.join(f'“{word}”' for word in saying)}" if saying else clause


def event_words(automation: AutomationFacts) -> str:
    """What starts an automation, whatever it is narrowed to; and how often a tool looks whether it has happened."""
    looks = times_in_words(automation.model.trigger.looks)
    return f"when {starts(automation)}{f' (it looks {looks})' if looks else ''}"


def deed_words(step: StepFacts) -> str:
    """What a step does, to whom, and in which room if it names one."""
    rooms = named_where_done(step)
    return f"{_deed_words(step)} in {rooms}" if rooms else _deed_words(step)


def _deed_words(step: StepFacts) -> str:
    phrase, target = step.verb.drawn or step.verb.does, step.aim
    if target.is_of_event:
        for of, theirs in _THEIRS:
            phrase = phrase.replace(of, theirs)
        return f"{phrase} back" if _is_in_return(step) else phrase
    if target.model is None:
        return phrase.format("somebody")
    if target.model.crowd is not None and target.model.crowd.of == "posts":
        posts = target_phrase(target.model)
        return phrase.replace("a post of {}", posts).replace("{}", f"the authors of {posts}")
    return phrase.format(target.own.shown if target.own else target_phrase(target.model))


def _is_in_return(step: StepFacts) -> bool:
    """Whether it does to somebody what they just did."""
    return step.verb.is_tie and any(cause.event == step.automation.event.name for cause in step.verb.causes)


def account_title(account: AccountFacts) -> str:
    """The account as people know it, with its platform where another has the same handle."""
    return account.title


def platform_title(account: AccountFacts) -> str:
    """Where the account lives, or that nobody says."""
    known = PLATFORMS.get(account.platform)
    if known is not None:
        return f"on {known.title}"
    return "platform not stated" if account.known else "not described in these files"
