"""How people end what a step does to them, and what the list says on which they stand."""

from functools import lru_cache
from itertools import islice

from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.setup.model import Expression, PeopleList
from sociable.vocabulary.crowds import PERSON
from sociable.vocabulary.events import ENDS_IT
from sociable.vocabulary.values import CONSENTS, UNSTATED


def can_be_ended(automation: AutomationFacts) -> bool:
    """Whether the people it turns to can end it: by a word, a link, by leaving, or by what another automation does."""
    model = automation.model
    if model.stop_on or model.out_by or not ENDS_IT.isdisjoint(model.ignore):
        return True
    if any(each is not automation for each in _endings(automation.account)):
        return True
    if automation.event.group == "acted_towards_us" and model.agreed_to and "out_by" not in model.denied:
        return True  # whoever follows for it ends it by no longer following
    return any(people.stop_on or people.out_by for people in lists_of(automation))


def _endings(account: AccountFacts) -> tuple[AutomationFacts, ...]:
    """The first two automations of an account that let people end it: one of them is another one."""
    found: tuple[AutomationFacts, ...] | None = account.memo.get("endings")
    if found is None:
        endings = (each for each in account.automations if each.event.ends_it)
        found = account.memo["endings"] = tuple(islice(endings, 2))
    return found


def way_out(automation: AutomationFacts) -> str:
    """Whether they can end it, as ``YES_NO``: `no` only where the file says plainly that there is no way out."""
    if can_be_ended(automation):
        return "yes"
    denied = (automation.model.denied, *(people.denied for people in lists_of(automation)))
    return "no" if any(keys & {"out_by", "stop_on"} for keys in denied) else UNSTATED


def is_part_of_it(step: StepFacts) -> bool:
    """Whether it is about one thing that people booked or agreed to in words of its own, and comes once for each."""
    people = list_of(step)
    agreed = (*step.automation.model.agreed_to, *(people.agreed_to if people is not None else ()))
    if all(word.casefold() in CONSENTS for word in agreed):
        return False
    once = step.automation.model.once_per
    comes_once = once is not None and once.what in _THINGS and not once.seconds
    return comes_once or any(_is_of_its_row(guard.expression, step) for guard in step.model.guards)


_THINGS = frozenset(("row", "payload"))


def _is_of_its_row(asked: Expression, step: StepFacts) -> bool:
    """Whether a column of the very row that it writes to has to be something, such as its day today."""
    target = step.model.target
    if target is None or asked.op != "is":
        return False
    column, known = asked.args
    return column.op == "path" and len(column.args) > 1 and column.args[0] == target.name and known.op != "flag"


@lru_cache(maxsize=8)
def lists_of(automation: AutomationFacts) -> tuple[PeopleList, ...]:
    """The lists that it turns to, each once; it is asked about each of its steps."""
    lists = filter(None, map(list_of, automation.steps))
    return tuple({id(people): people for people in lists}.values())


def list_of(step: StepFacts) -> PeopleList | None:
    """The list of people that a step goes through, keeps what it has in, or of which somebody has set it off."""
    target = step.aim.model
    name = target.name if target is not None and target.name else step.model.to
    if not name and step.aim.kind == PERSON:
        name = next(iter(step.automation.model.trigger.narrowed.get("sheet", ())), "")
    return step.facts.lists.get(name.casefold()) if name else None


def came_by(step: StepFacts) -> str:
    """How the people on the list that a step goes through came there."""
    people = list_of(step)
    return people.came_by if people is not None else UNSTATED


def list_agreement(step: StepFacts) -> str:
    """Whether those on the list that a step goes through agreed to something: `no` only where the file denies it."""
    people = list_of(step)
    if people is None:
        return UNSTATED
    return "no" if "agreed_to" in people.denied else "yes" if people.agreed_to else UNSTATED
