"""Whom to ring about an account: whoever its file names, or that it names nobody."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import account_name
from sociable.facts.facts import AccountFacts
from sociable.vocabulary.values import RUN_BY, UNSTATED

MOST_ASKED = 3
"""Answers that are told one by one where a table holds the others."""

_SEEN_FROM_THE_FILE = re.compile(
    r"\b(?:this|here|me|myself|I|us|we|our(?:s|selves)?|my|mine|ich|mich|mir|uns|wir|hier)\b"
    r"|\b(?:writer|author|Verfasser(?:in)?)\b",
    re.IGNORECASE,
)
"""Words for somebody that are only clear beside the file: in a report, they would seem to be its own."""


def person(who: str, frame: Frame) -> str:
    """Whom a file names, with its words marked as such where they say nothing elsewhere."""
    is_name = "@" in who or not _SEEN_FROM_THE_FILE.search(who)
    return who if is_name else frame.say("ring", "as_it_says", who=who)


Named = Mapping[str, AccountFacts]
"""By the id of an account, one of the same file and client for which somebody is named."""


def named_beside(accounts: Iterable[AccountFacts], clients: Mapping[str, str]) -> Named:
    """Of each file the first account that somebody can stop; where there is none, one that somebody is named for.

    Who is named for an account of another client has nothing to do with it. ``clients`` are by ids of accounts, where
    they are said elsewhere than in the file.
    """
    accounts = list(accounts)
    places = {each.id: (each.span.path, clients.get(each.id, each.model.client)) for each in accounts}
    named: dict[tuple[str, str], AccountFacts] = {}
    for can_stop in (True, False):
        for each in accounts:
            if each.known and (each.model.stopped_by if can_stop else _who_is_named(each)):
                named.setdefault(places[each.id], each)
    return {account: named[place] for account, place in places.items() if place in named}


def _who_is_named(account: AccountFacts) -> str:
    model = account.model
    operator = model.operator if model.operator != UNSTATED else ""
    return model.stopped_by or operator or model.inbox_read_by


def whom_to_ask(
    accounts: Iterable[AccountFacts], named: Named, frame: Frame, *, to_stop: bool = True, most: int = MOST_ASKED
) -> Iterator[str]:
    """The same of several accounts, each answer once, with the accounts that it holds for where there are several."""
    answers = answers_of(accounts, lambda each: whom_to_ring(each, named, frame, to_stop=to_stop), frame)
    return iter(answers) if len(answers) == 1 else of_accounts(answers, most, frame)


def answers_of(
    accounts: Iterable[AccountFacts], answer: Callable[[AccountFacts], str], frame: Frame
) -> dict[str, list[str]]:
    """Each answer once, with the names of the accounts that it holds for.

    Those of which somebody is named who can stop what runs on them come first.
    """
    answers: dict[str, list[str]] = {}
    for account in sorted(accounts, key=lambda each: not each.model.stopped_by):
        answers.setdefault(answer(account), []).append(account_name(account, frame))
    return answers


def of_accounts(answers: Mapping[str, list[str]], most: int, frame: Frame) -> Iterator[str]:
    """The first answers, each with the accounts that it holds for, and that there are others."""
    for answer, names in list(answers.items())[:most]:
        yield frame.say("ring", "of_account", account=frame.listed(names), answer=answer)
    if len(answers) > most:
        yield frame.say("ring", "others_too")


def whom_to_ring(account: AccountFacts, named: Named, frame: Frame, *, to_stop: bool = True) -> str:
    """Who can stop it, who answers for it and who reads what comes back, as a sentence; a question where nobody can.

    Where nobody is named for it, first whoever the same file has ``named`` for another account.
    Where nothing is there ``to_stop``, whoever can is only somebody who knows the account.
    """
    if not account.known:
        return frame.say("ring", "unknown")
    model = account.model
    if model.stopped_by:
        return frame.say("ring", "stops" if to_stop else "stops_account", who=person(model.stopped_by, frame))
    others = list(_others(account, frame))
    beside = named.get(account.id) if not others else None
    if beside is not None:
        who = person(_who_is_named(beside), frame)
        key = "nobody_can_named_beside" if model.pause == "no" else "named_beside"
        return frame.say("ring", key, who=who, account=account_name(beside, frame))
    if not others:
        kind = frame.say("run_by", model.run_by) if model.run_by in RUN_BY else ""
        owner = model.client or kind
        run_by = frame.say("ring", "run_by", kind=owner) if owner else ""
        return frame.say("ring", "nobody_can_nor_answers" if model.pause == "no" else "nobody", run_by=run_by)
    return frame.say("ring", "nobody_can" if model.pause == "no" else "unsaid", others=_either_of(others, frame))


def _either_of(others: list[str], frame: Frame) -> str:
    """``Ann, who answers for it, or with Bo, who reads it``."""
    first, *rest = others
    return frame.say("ring", "or_with", first=first, other=rest[0]) if rest else first


def _others(account: AccountFacts, frame: Frame) -> Iterator[str]:
    model = account.model
    if model.operator != UNSTATED:
        yield frame.say("ring", "answers", who=person(model.operator, frame))
    if model.inbox_read_by and model.inbox_read_by != model.operator:
        yield frame.say("ring", "reads", who=person(model.inbox_read_by, frame))
