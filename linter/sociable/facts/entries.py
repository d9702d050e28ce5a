"""Whether a text repeats what people entered into a form or sent in, row by row."""

from collections.abc import Iterator

from sociable.facts.facts import StepFacts
from sociable.setup.model import PeopleList, Target
from sociable.vocabulary.carried import SAID_COLUMNS
from sociable.vocabulary.consent_words import SENT_IN


def repeats_entries(step: StepFacts) -> bool:
    """Whether it prints a column for people's own words, out of a list that people other than ours filled."""
    return step.model.text is not None and any(_is_filled_by_people(people) for people in _lists_quoted(step))


def _lists_quoted(step: StepFacts) -> Iterator[PeopleList | None]:
    assert step.model.text is not None
    sheets = step.automation.model.trigger.narrowed.get("sheet", ())
    for root, *names in step.model.text.paths():
        if not names or names[-1].casefold() not in SAID_COLUMNS:
            continue
        if [root, names[0]] == ["event", "row"]:
            yield from (step.facts.lists.get(sheet.casefold()) for sheet in sheets)
        elif root in step.values and isinstance(source := step.values[root].source, Target):
            yield step.facts.lists.get(source.name.casefold())


def _is_filled_by_people(people: PeopleList | None) -> bool:
    return people is not None and people.came_by in SENT_IN and people.inside != "yes"
