"""What is known of an automation that people would object to, wherever the files say it."""

from collections.abc import Collection, Iterator

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.step_parts import TextFacts
from sociable.setup.model import PeopleList, Target
from sociable.vocabulary.consent_words import DATA, NAMING


def admitted(automation: AutomationFacts) -> frozenset[str]:
    """What the automation, its account or a list that it uses admits, as words of ``ADMISSIONS``."""
    found = automation.model.admits | automation.account.model.admits
    return found.union(*(people.admits for people in lists_used(automation))) if automation.facts.lists else found


def said_of(automation: AutomationFacts, words: Collection[str]) -> str:
    """Of what a file says some of these words: its account or a list; empty where it is the automation itself."""
    if not automation.model.admits.isdisjoint(words):
        return ""
    if not automation.account.model.admits.isdisjoint(words):
        return "the account"
    return next(f"the list “{each.id.name}”" for each in lists_used(automation) if not each.admits.isdisjoint(words))


def lists_used(automation: AutomationFacts) -> Collection[PeopleList]:
    """The lists that start it, that a step is aimed at or tells of, that it fetches from or keeps something in."""
    if not automation.facts.lists:
        return ()
    known: dict[AutomationFacts, tuple[PeopleList, ...]] = automation.facts.memo.setdefault("lists used", {})
    if automation not in known:  # each of its steps may ask
        known[automation] = tuple(_lists_used(automation))
    return known[automation]


def _lists_used(automation: AutomationFacts) -> Iterator[PeopleList]:
    lists = automation.facts.lists
    names = {*automation.model.trigger.narrowed.get("sheet", ()), *automation.roles}
    for step in automation.steps:
        model = step.model
        sources = (step.aim.model, *(source for _, source in model.produces), *model.mentions, *model.names)
        names |= {model.to, *(source.name for source in sources if isinstance(source, Target))}
    return (lists[name.casefold()] for name in names if name.casefold() in lists)


def bares(text: TextFacts[StepFacts]) -> bool:
    """Whether a text tells what people keep to themselves, and no file says that they agreed to that."""
    automation = text.step.automation
    if "private_matters" not in admitted(automation) and "intimate" not in text.provenance.origins:
        return False
    agreed = {*automation.model.agreed_to, *(word for people in lists_used(automation) for word in people.agreed_to)}
    return agreed.isdisjoint((DATA, NAMING))
