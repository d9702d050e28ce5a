"""What only shows once all files are read: whom a bare word means, and which names are taken."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sociable.findings.finding import Related
from sociable.findings.problem import Problem
from sociable.readers.context import ReadingContext
from sociable.records.kept import kept_for_each
from sociable.records.record import Record
from sociable.setup.handles import handle_forms, plain_handle
from sociable.setup.model import Account, Automation, Expression, Named, Setup, Step, Target
from sociable.text.source import Source, Span
from sociable.text.suggest import Spellings
from sociable.text.wording import short
from sociable.vocabulary.carried import USER
from sociable.vocabulary.crowds import CROWDS, LISTED, MADE
from sociable.vocabulary.roles import OPERATOR, ROLES, ROLES_BY_OTHER_NAMES
from sociable.vocabulary.values import IGNORABLE, UNSTATED

_SOMEBODY = r"[^\s@]*@\S+|/?u/\S+|\+[0-9][0-9 ()/-]{4,}|(?>\S+?://)\S+"
"""A handle, a telephone number or the address of a profile: whoever it is, nobody has to know them here."""

_POST = r"(?!-)(?!\d{4}-\d\d-\d\d$)(?!\d{1,2}:\d\d$)(?=\S*[0-9:/])\S*[^\s:/]/?"
"""The address of a post, or its number: no day and no time of day."""

_WHICH_POST = "Write the address of the post, or the name that `as:` gives it beside the step that makes it."

_SET_CALLED = rf"(?:{'|'.join(CROWDS)})\(.*\)"
_SETS = tuple(name for name, row in CROWDS.items() if not row.takes and row.of == "people")


class _Names(Record):
    """Who can be named by a bare word, in small letters."""

    lists: dict[str, Named]
    ids: dict[str, Account]
    handles: frozenset[str]
    made: Mapping[str, frozenset[str]]
    """What steps give a name to (`as:`), with the accounts on which they do."""

    known: Spellings
    ignorable: Spellings
    """All these words, and with them those that only stand under `ignore:`."""

    here: frozenset[str] = frozenset()
    """The accounts of the automation at hand."""

    def means(self, word: str) -> bool:
        name = word.casefold()
        return (
            name in ROLES
            or name in _SETS
            or name in self.lists
            or name in self.ids
            or plain_handle(word) in self.handles
            or re.fullmatch(_SOMEBODY, word) is not None
            or re.match(_SET_CALLED, word) is not None
        )

    def means_post(self, word: str) -> bool:
        """By its address or number, or by the name that a step on one of these accounts gives to what it makes."""
        return re.fullmatch(_POST, word) is not None or not self.here.isdisjoint(self.made.get(word, ()))


def settled(setup: Setup) -> tuple[Setup, list[Problem]]:
    """Take bare words for the lists, roles and accounts that they name, and tell of those that name nobody."""
    lists = {each.id.name.casefold(): each.id for each in setup.lists}
    ids = {each.id.name.casefold(): each for each in setup.accounts}
    known = (*ROLES, *_SETS, *lists, *ids)
    names = _Names(
        lists,
        ids,
        frozenset(form for each in setup.accounts for form in handle_forms(each.handle, each.server)),
        _made(setup.automations),
        Spellings(known),
        Spellings((*known, *IGNORABLE)),
    )
    taken = {account.id.name: problem for account, problem in _handles_taken(setup.accounts)}
    problems = [*_names_taken(setup), *taken.values()]
    unknown: dict[Source, ReadingContext] = {}
    automations = []
    for automation in setup.automations:
        names = names._replace(here=frozenset(each.name for each in automation.accounts))
        told = set()
        for key, problem in _unknown_names(automation, names) if _names_somebody(automation) else ():
            told.add(key)
            source = problem.span.source
            unknown.setdefault(source, ReadingContext(source)).tell(problem)
        misread = automation.misread | told
        steps = tuple(_step(step, names) for step in automation.steps)
        automation = _with_lists(automation, names)
        automations.append(
            automation._replace(misread=misread, steps=steps)
            if told or any(map(_differs, steps, automation.steps))
            else automation
        )
    problems += (problem for context in unknown.values() for problem in context.told())
    accounts = tuple(
        each._replace(misread=each.misread | {"handle"}) if each.id.name in taken else each for each in setup.accounts
    )
    return setup._replace(accounts=accounts, automations=tuple(automations)), problems


def _made(automations: Iterable[Automation]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for automation in automations:
        for step in automation.steps:
            if step.name:
                found.setdefault(step.name, set()).update(each.name for each in automation.accounts)
    return {name: frozenset(accounts) for name, accounts in found.items()}


def _with_lists(automation: Automation, names: _Names) -> Automation:
    """The automation with the names of lists that it listens to written as sets."""
    trigger = automation.trigger
    named = trigger.narrowed.get("from", ())
    if not names.lists or not (named or automation.only_from):
        return automation
    narrowed = {**trigger.narrowed, "from": _listed(named, names)} if named else trigger.narrowed
    return automation._replace(
        trigger=trigger._replace(narrowed=narrowed), only_from=_listed(automation.only_from, names)
    )


def _listed(words: tuple[str, ...], names: _Names) -> tuple[str, ...]:
    return tuple(
        f'{LISTED}("{names.lists[word.casefold()].name}")'
        if word.casefold() in names.lists and word.casefold() not in names.ids
        else word
        for word in words
    )


def _differs(one: Step, other: Step) -> bool:
    return one is not other


def _names_taken(setup: Setup) -> Iterator[Problem]:
    """A list may be called like no account and no other list, a place like no other place."""
    accounts = {each.id.name: ("an account", each.id.span) for each in setup.accounts}
    for parts, what, taken in ((setup.lists, "a list", accounts), (setup.places, "a place", {})):
        for each in parts:
            other, span = taken.setdefault(each.id.name, (what, each.id.span))
            if each.id.span != span:
                message = f"`{short(each.id.name)}` is already the name of {other}"
                advice, first = "Call one of the two something else.", Related(span, "the first of that name")
                yield Problem("not-understood", each.id.span, message, advice, related=(first,))


def _handles_taken(accounts: Iterable[Account]) -> Iterator[tuple[Account, Problem]]:
    """Each account whose handle another one has, with what to say of it."""
    first: dict[tuple[str, str], Account] = {}
    for account in accounts:
        forms = handle_forms(account.handle, account.server)
        if not forms or account.platform == UNSTATED:
            continue
        other = first.setdefault((account.platform, max(forms, key=len)), account)
        if other.id.name != account.id.name:
            message = f"`{short(account.handle)}` is already the handle of `{short(other.id.name)}`"
            span = account.spans.get("handle", (account.id.span,))[0]
            advice = "One of the two is wrong: no two accounts have the same."
            related = (Related(other.id.span, "the other one"),)
            yield account, Problem("not-understood", span, message, advice, related=related)


def _unknown_names(automation: Automation, names: _Names) -> Iterator[tuple[str, Problem]]:
    """The keys that name nobody, with what to say of it."""
    trigger = automation.trigger
    for key, words, spans in (
        ("from", trigger.narrowed.get("from", ()), trigger.spans.get("from", ())),
        ("only_from", automation.only_from, automation.spans.get("only_from", ())),
        ("ignore", automation.ignored, automation.spans.get("ignore", ())),
    ):
        for word, span in zip(words, spans, strict=False):
            if not names.means(word) and not (key == "ignore" and word in IGNORABLE):
                yield key, Problem("not-understood", span, *_nobody(key, word, names), lacks=(word,))
    for word, span in zip(trigger.narrowed.get("on", ()), trigger.spans.get("on", ()), strict=False):
        if not trigger.event.is_timed and not names.means_post(word):
            message = f"`on: {short(word)}` is no post: neither an address, nor a number, nor made by a step here"
            yield "on", Problem("not-understood", span, message, _WHICH_POST, lacks=(word,))
    named = [
        word for word in (*trigger.narrowed.get("from", ()), *automation.only_from) if word.casefold() in names.ids
    ]
    if named and "own_accounts" in automation.ignore:
        span = automation.spans.get("ignore", (automation.span,))[0]
        message = f"`ignore: own_accounts` would switch it off, as `{short(named[0])}` is one of our own"
        yield "ignore", Problem("not-understood", span, message, "Take `own_accounts` out of `ignore`.")
    yield from _unknown_in_steps_and_conditions(automation, names)


def _unknown_in_steps_and_conditions(automation: Automation, names: _Names) -> Iterator[tuple[str, Problem]]:
    for span, word in _asked_of_people(automation):
        if not names.means(word):
            yield "if", Problem("not-understood", span, *_nobody("if", word, names), lacks=(word,))
    for step in automation.steps:
        for target in (*step.mentions, *step.names):
            if target.kind == "account" and not names.means(target.name):
                told = _nobody("mentions", target.name, names)
                yield "do", Problem("not-understood", target.span, *told, lacks=(target.name,))


def _names_somebody(automation: Automation) -> bool:
    """Whether anybody may be named at all: in most automations, nobody is."""
    narrowed = automation.trigger.narrowed
    if automation.only_from or automation.ignored or automation.guards or "from" in narrowed or "on" in narrowed:
        return True
    return any(step.mentions or step.names or step.guards for step in automation.steps)


def _asked_of_people(automation: Automation) -> Iterator[tuple[Span, str]]:
    """The single words of which conditions ask whether somebody is in them, unless a step here brings them."""
    brought = {name for step in automation.steps for name, _ in step.produces}
    for guard in (*automation.guards, *(guard for step in automation.steps for guard in step.guards)):
        for word in _sets_named(guard.expression):
            if word not in brought:
                yield guard.span, word


@kept_for_each
def _sets_named(condition: Expression) -> tuple[str, ...]:
    """The sets that a condition names; many steps stand behind the same one."""
    return tuple(_sets_in(condition))


def _sets_in(expression: Expression) -> Iterator[str]:
    parts = [each for each in expression.args if isinstance(each, Expression)]
    if expression.op != "in" or parts[0].args[:2] != ("event", USER):
        for part in parts:
            yield from _sets_in(part)
    elif parts[0].args[2:] in _WHO:
        sets = parts[1].args if parts[1].op == "list" else (parts[1],)
        yield from (each.args[0] for each in sets if each.op == "path" and len(each.args) == 1)


_WHO = ((), ("handle",))


def _nobody(key: str, word: str, names: _Names) -> tuple[str, str]:
    known = names.ignorable if key == "ignore" else names.known
    said = f"in {short(word)}" if key == "if" else f"{key}: {short(word)}"
    message = f"`{said}` is nobody known here: no role, no list and no account of these files"
    advice = _role_for(word, key) or known.did_you_mean(word)
    if key == "if":
        return message, advice or (
            f"Write a role such as `followers` or `members`, or say under `lists:` who is called `{short(word)}`."
        )
    if key == "ignore":
        return (
            message,
            advice or "Write one of `bots`, `own_accounts`, `followers`, `opted_out`, or the name of a list.",
        )
    return message, advice or (
        f"If they are a group of your own people, add them under `lists:` (`{short(word)}: {{inside: true}}`). Write "
        f'"@{short(word)}" for an account that is not yours, or a role such as `followers`, `members` or `staff`. '
        "Until then, what depends on who they are is not checked."
    )


def _role_for(word: str, key: str) -> str:
    """Advice for words that people use for one of our roles."""
    role = ROLES_BY_OTHER_NAMES.get(word.casefold())
    if role is None:
        return ""
    if not role:
        return "" if key == "ignore" else "Leave it out: without it, anybody is meant."
    return f"Write `{role}` for {ROLES[role].phrases}, or say under `lists:` who is called `{short(word)}`."


def _step(step: Step, names: _Names) -> Step:
    """A step whose targets that are called like a list are that list."""
    target = _target(step.target, names)
    if target is step.target and not step.mentions and not step.names and not step.produces:
        return step
    mentions = tuple(_target(each, names) or each for each in step.mentions)
    named = tuple(_target(each, names) or each for each in step.names)
    produces = tuple(
        (name, (_target(source, names) or source) if isinstance(source, Target) else source)
        for name, source in step.produces
    )
    if (target, mentions, named, produces) == (step.target, step.mentions, step.names, step.produces):
        return step
    return step._replace(target=target, mentions=mentions, names=named, produces=produces)


def _target(target: Target | None, names: _Names) -> Target | None:
    if target is None:
        return None
    if target.of is not None:
        of = _target(target.of, names)
        return target if of is target.of else target._replace(of=of)
    name = target.name.casefold()
    if target.kind != "account" or name in names.ids:
        return target
    if name in names.lists:
        return target._replace(kind=LISTED, name=names.lists[name].name, crowd=CROWDS[LISTED])
    if name == OPERATOR:
        return target._replace(kind=name)
    made_here = not names.here.isdisjoint(names.made.get(target.name, ()))
    return target._replace(kind=MADE) if made_here else target
