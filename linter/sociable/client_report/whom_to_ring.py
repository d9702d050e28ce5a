"""Whom to ring about an account: whoever its file names, or that it names nobody."""

from collections.abc import Iterator

from sociable.client_report.frame import Frame
from sociable.facts.facts import AccountFacts
from sociable.vocabulary.values import UNSTATED


def whom_to_ring(account: AccountFacts, frame: Frame) -> str:
    """Who can stop it, who answers for it and who reads what comes back, as a sentence; a question where nobody can."""
    if not account.known:
        return frame.say("ring", "unknown")
    model = account.model
    if model.stopped_by:
        return frame.say("ring", "stops", who=model.stopped_by)
    others = frame.listed(list(_others(account, frame)) or [frame.say("ring", "nobody")])
    return frame.say("ring", "nobody_can" if model.pause == "no" else "unsaid", others=others)


def _others(account: AccountFacts, frame: Frame) -> Iterator[str]:
    model = account.model
    if model.operator != UNSTATED:
        yield frame.say("ring", "answers", who=model.operator)
    if model.inbox_read_by:
        yield frame.say("ring", "reads", who=model.inbox_read_by)
