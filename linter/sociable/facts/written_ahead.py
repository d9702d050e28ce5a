"""Posts that stand in a calendar: a scheduler publishes each at its date, and nobody says yes to it then."""

from sociable.facts.facts import AutomationFacts, StepFacts

CALENDAR = "calendar"
"""What reads tables of posts with their dates. Somebody put each of them there, as by hand; more is not stated."""


def is_written_ahead(automation: AutomationFacts) -> bool:
    return automation.model.origin.importer == CALENDAR


def awaits_yes(step: StepFacts) -> bool:
    """Whether it is done only once a person has said yes, as far as a file states that."""
    return step.approved and not is_written_ahead(step.automation)
