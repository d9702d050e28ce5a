"""Ways to say the same thing differently."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import product
from random import Random
from string import ascii_lowercase
from typing import Any

from sociable.readers.automation_file.keys import FORMS
from sociable.vocabulary.events import EVENTS, Event
from sociable.vocabulary.verbs import VERBS

from tests.metamorphic.documents import Document, Project

_NAME = re.compile(r"[\w-]+")


def automations(project: Project) -> list[Document]:
    return [each for document in project for each in document.get("automations", ())]


_GROUPS = ("accounts", "lists", "places")
"""What a file describes by name."""


def described(project: Project, group: str) -> list[tuple[str, Document]]:
    return [item for document in project for item in document.get(group, {}).items()]


def accounts(project: Project) -> list[tuple[str, Document]]:
    return described(project, "accounts")


def _document(groups: dict[str, list[tuple[str, Document]]], some_automations: list[Document]) -> Document:
    """A document; it says nothing of what it has none of."""
    named = {group: dict(some) for group, some in groups.items()}
    parts = {"sociable": 1, **named, "automations": some_automations}
    return {name: part for name, part in parts.items() if part}


# ------------------------------------------------------------------------------------ other names


def renamed(project: Project, random: Random) -> tuple[Project, dict[str, str]]:
    """Every account and automation under a new id, and the old ids by the new ones.

    New ids begin with a letter of their own, so that they sort otherwise. The rest is the old one, so that a slip of
    the pen stays one, and what has little in common keeps little in common.
    """
    olds = ids(project)
    few = len(olds) <= len(ascii_lowercase)
    letters = random.sample(["".join(each) for each in product(ascii_lowercase, repeat=1 if few else 2)], len(olds))
    news = {old: f"{letter}_{old}" for old, letter in zip(sorted(olds), letters, strict=True)}
    return under_new_ids(project, news), {new: old for old, new in news.items()}


def ids(project: Project) -> set[str]:
    """What accounts and automations are called."""
    return {name for name, _ in accounts(project)} | {each["id"] for each in automations(project)}


def under_new_ids(project: Project, news: dict[str, str]) -> Project:
    """The same with a new id for every old one."""
    project = deepcopy(project)
    called = {name: news[name] for name, _ in accounts(project)}
    for document in project:
        if "accounts" in document:
            document["accounts"] = {news[name]: account for name, account in document["accounts"].items()}
    for automation in automations(project):
        automation["id"] = news[automation["id"]]
        automation["account"] = _replaced(automation["account"], called)
        for holder, key in _references(automation):
            holder[key] = _replaced(holder[key], called)
    return project


def _references(automation: Document) -> Iterator[tuple[Document, str]]:
    """Where an automation may name an account, besides ``account``."""
    if isinstance(automation["when"], dict) and "from" in automation["when"]:
        yield automation["when"], "from"
    if "only_from" in automation:
        yield automation, "only_from"
    made = {step.get("as") for step in automation["do"] if isinstance(step, dict)}  # names of steps, not of accounts
    for step in automation["do"]:
        for verb in VERBS.keys() & step if isinstance(step, dict) else ():
            argument = step[verb]
            if isinstance(argument, dict) and "target" in argument:
                yield argument, "target"
            elif verb == "fetch":
                yield from ((argument, name) for name in argument)
            elif isinstance(argument, str) and VERBS[verb].argument == "target" and argument not in made:
                yield step, verb


def _replaced(value: Any, news: dict[str, str]) -> Any:
    """A name, a list of names, or a target in which names stand; quoted handles and addresses stay."""
    if isinstance(value, list):
        return [_replaced(each, news) for each in value]
    if not isinstance(value, str) or "@" in value or "://" in value:
        return value
    return _NAME.sub(lambda match: news.get(match[0], match[0]), value)


# ----------------------------------------------------------------------------------- other orders


def reordered(project: Project, random: Random) -> Project:
    """Documents, what they describe and automations in another order."""
    return [
        _document(
            {group: _shuffled(described([document], group), random) for group in _GROUPS},
            _shuffled(automations([document]), random),
        )
        for document in _shuffled(project, random)
    ]


def keys_reordered(project: Project, random: Random) -> Project:
    """The keys of every group in another order, those of ``accounts:`` left alone."""

    def shuffled(value: Any) -> Any:
        if isinstance(value, list):
            return [shuffled(each) for each in value]
        if isinstance(value, dict):
            return {key: shuffled(value[key]) for key in _shuffled(list(value), random)}
        return value

    def document(whole: Document) -> Document:
        result: Document = shuffled({**whole, "accounts": {}})
        result["accounts"] = {name: shuffled(account) for name, account in whole.get("accounts", {}).items()}
        return result

    return [document(each) for each in project]


def _shuffled(things: list[Any], random: Random) -> list[Any]:
    return random.sample(things, len(things))


# ------------------------------------------------------------------------------------ other files


def split(project: Project, random: Random) -> Project:
    """What is described and automations spread over up to five documents; the order stays within each."""
    count = random.randint(2, 5)
    parts: list[tuple[dict[str, list[tuple[str, Document]]], list[Document]]] = [
        ({group: [] for group in _GROUPS}, []) for _ in range(count)
    ]
    for group in _GROUPS:
        for each in described(project, group):
            random.choice([mine[group] for mine, _ in parts if each[0] not in dict(mine[group])]).append(each)
    for automation in automations(project):
        random.choice(parts)[1].append(automation)
    return [_document(mine, done) for mine, done in parts]


def joined(project: Project) -> Project:
    """Everything in one document."""
    every = {group: described(project, group) for group in _GROUPS}
    assert all(len(dict(some)) == len(some) for some in every.values())
    return [_document(every, automations(project))]


# ------------------------------------------------------------------------------------ other forms

_LISTS = ("account", "if", "ignore", "only_from", "stop_on", "disclose")
"""Keys that hold one thing or a list."""


def lengthened(project: Project) -> Project:
    """Every short form written out, with the targets that go without saying."""
    return _with_forms(project, _long_trigger, _long_step, lambda value: value if isinstance(value, list) else [value])


def shortened(project: Project) -> Project:
    """Every long form that says no more than a short one replaced by it."""

    def one(value: Any) -> Any:
        return value[0] if isinstance(value, list) and len(value) == 1 else value

    return _with_forms(project, _short_trigger, _short_step, one)


def _with_forms(
    project: Project, trigger: Callable[[Any], Any], step: Callable[[Any, Event], Any], listed: Callable[[Any], Any]
) -> Project:
    project = deepcopy(project)
    for automation in automations(project):
        automation["when"] = trigger(automation["when"])
        event = EVENTS[_long_trigger(automation["when"])["event"]]
        automation["do"] = _in_each(automation["do"], step, event)
        for holder in (automation, *(each for each in automation["do"] if isinstance(each, dict))):
            holder.update({key: listed(holder[key]) for key in _LISTS if key in holder})
    return project


def _in_each(steps: list[Any], one: Callable[[Any, Event], Any], event: Event) -> list[Any]:
    """Every step in another form, those within a group too."""
    return [
        {**each, **{key: _in_each(each[key], one, event) for key in ("do", "else") if key in each}}
        if isinstance(each, dict) and "do" in each
        else one(each, event)
        for each in steps
    ]


def _long_trigger(when: Any) -> Any:
    return {"event": when} if isinstance(when, str) else when


def _short_trigger(when: Any) -> Any:
    return when["event"] if isinstance(when, dict) and len(when) == 1 else when


def _long_step(step: Any, event: Event) -> Any:
    if isinstance(step, str):
        step = {step: None}
    (verb,) = VERBS.keys() & step.keys()
    form, argument = FORMS[verb], step[verb]
    if form.short and argument is not None and not isinstance(argument, dict):
        argument = {form.short: argument}
    if VERBS[verb].target.removeprefix("event.") in event.carries:
        argument = {"target": VERBS[verb].target, **(argument or {})}
    return {**step, verb: argument}


def _short_step(step: Any, _event: Event) -> Any:
    if isinstance(step, str):
        return step
    (verb,) = VERBS.keys() & step.keys()
    form, argument = FORMS[verb], step[verb]
    if isinstance(argument, dict) and VERBS[verb].argument != "names":
        argument = {key: value for key, value in argument.items() if (key, value) != ("target", VERBS[verb].target)}
        if set(argument) <= {form.short}:
            argument = argument.get(form.short)
    if argument == VERBS[verb].target and VERBS[verb].argument == "target":
        argument = None
    return verb if argument is None and len(step) == 1 and form.bare else {**step, verb: argument}
