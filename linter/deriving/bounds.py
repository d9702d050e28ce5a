"""What holds a step back: how often it may happen, for whom, and whether it comes again to the same person."""

from linter.deriving.facts import AutomationFacts, StepFacts

_REPLIES = ("reply", "comment", "quote")


def is_narrowed(automation: AutomationFacts) -> bool:
    """Whether anything chooses among the events that could start it. Which account hears them is no choice."""
    model = automation.model
    return bool(model.trigger.narrowed or model.guards or model.ignore or model.only_from)


def is_limited(step: StepFacts) -> bool:
    """Whether something says how often it may happen at most. So many in one run say nothing of how many runs."""
    model = step.automation.model
    limits = (step.model.limit, model.limit)
    return bool(
        any(limit is not None and limit.seconds for limit in limits)
        or model.cooldown
        or model.once_per
        or (model.max_replies_per_thread and step.verb.name in _REPLIES)
    )


def is_follow_up(step: StepFacts) -> bool:
    """Whether the same run said something to the same person before and waited in between.

    A step with a condition is none: the condition may ask whether they answered. Steps without a wait
    between them are one message in two pieces.
    """
    said: list[tuple[int, StepFacts]] = []
    waited = 0
    for each in step.automation.steps:
        waited += each.model.seconds
        if each is step:
            return not step.model.guards and any(
                before < waited and _speaks_alike(other, step) for before, other in said
            )
        if each.model.text is not None:
            said.append((waited, each))
        if each.verb.name == "stop":  # what comes after it depends on its condition
            said.clear()
    return False


def _speaks_alike(one: StepFacts, other: StepFacts) -> bool:
    """Whether both say something to the same one person, and in the same way: in public or in private."""
    mine, theirs = one.target.model, other.target.model
    return (
        one.verb.group == other.verb.group
        and one.target.size == other.target.size == "one"
        and mine is not None
        and theirs is not None
        and (mine.kind, mine.name) == (theirs.kind, theirs.name)
    )
