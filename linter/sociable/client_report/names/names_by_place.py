"""What is a name because of where it stands: who reads, can stop, answers or pays is somebody, whatever word that is.

`hope` and `will` are words of ours, and in a text they name nobody. Where a key says that somebody is called so, they
are set apart before anything is put into words, so that they can be taken out wherever they are told as that.
"""

import re
from collections.abc import Callable, Iterable, Set

from sociable.client_report.names.own_words import own_words
from sociable.client_report.names.people_by_key import BETWEEN, OF_ACCOUNTS, OF_AUTOMATIONS, OF_PLACES, OF_STEPS
from sociable.records.record import Record
from sociable.records.static import TypeVar
from sociable.setup.handles import handle_forms
from sociable.setup.model import Account, Automation, Place, Setup, Step
from sociable.text.wording import NAMED
from sociable.vocabulary.organisation_words import ORGANISATIONS
from sociable.vocabulary.roles import ROLES, ROLES_BY_OTHER_NAMES
from sociable.vocabulary.same_words import LITTLE_WORDS
from sociable.vocabulary.values import NONE, UNSTATED

Thing = TypeVar("Thing", bound=Record)

_BEGIN, _END = NAMED
_NAMED = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}…]*)(?:{_END}|…|$)|{_END}")
"""A name that was set apart, also where it was cut."""

_NOBODY = frozenset((UNSTATED, NONE, *ROLES, *ROLES_BY_OTHER_NAMES)) | ORGANISATIONS | LITTLE_WORDS
"""Words that say what somebody is."""


def with_names_set_apart(setup: Setup) -> Setup:
    """The setup in which such names are set apart, unless an account or a client is called so."""
    known = {each.casefold() for account in setup.accounts for each in (account.id.name, account.client)}
    known |= {form.lstrip("@") for each in setup.accounts for form in handle_forms(each.handle, each.server)}

    def marked(said: str) -> str:
        names = BETWEEN.split(said)
        between = [*BETWEEN.findall(said), ""]
        return "".join(_marked(name, known) + sign for name, sign in zip(names, between, strict=True))

    return setup._replace(
        accounts=tuple(_of_account(each, marked) for each in setup.accounts),
        automations=tuple(_of_automation(each, marked) for each in setup.automations),
    )


def without_named(text: str, person: Callable[[str], str]) -> str:
    """A text with something else in the place of each name that was set apart."""
    return text if text.isascii() else _NAMED.sub(lambda match: person(match[1]) if match[1] else "", text)


def _marked(name: str, known: Set[str]) -> str:
    is_one = name.isalpha() and name == name.casefold() and name in own_words() and name not in _NOBODY | known
    return f"{_BEGIN}{name}{_END}" if is_one else name


def _of_account(account: Account, marked: Callable[[str], str]) -> Account:
    return _with(account, marked, OF_ACCOUNTS)._replace(place=_of_place(account.place, marked))


def _of_automation(automation: Automation, marked: Callable[[str], str]) -> Automation:
    trigger = automation.trigger._replace(place=_of_place(automation.trigger.place, marked))
    steps = tuple(_of_step(each, marked) for each in automation.steps)
    return _with(automation, marked, OF_AUTOMATIONS)._replace(trigger=trigger, steps=steps)


def _of_step(step: Step, marked: Callable[[str], str]) -> Step:
    return _with(step, marked, OF_STEPS)._replace(place=_of_place(step.place, marked))


def _of_place(place: Place | None, marked: Callable[[str], str]) -> Place | None:
    return None if place is None else _with(place, marked, OF_PLACES)


def _with(thing: Thing, marked: Callable[[str], str], keys: Iterable[str]) -> Thing:
    return thing._replace(**{key: marked(getattr(thing, key)) for key in keys})
