"""What stands between one row of a table and the next, where an automation waits for each of them by itself."""

from collections.abc import Iterator

from sociable.facts.facts import StepFacts
from sociable.facts.step_parts import tables_filled_in
from sociable.rehearsal.condition_in_words import SIGNS
from sociable.setup.model import Expression
from sociable.setup.quantities import duration_words


def before_next_row(step: StepFacts, shown: str) -> str:
    """When it is the turn of the row after that of ``shown``, as a clause; empty where nothing says that it waits.

    Whatever later waits or ends by what stands in a row belongs to each row: it goes through them one after the other.
    """
    names = _tables(step)
    steps = step.automation.steps
    later = steps[steps.index(step) + 1 :]
    waits = [each for each in later if each.verb.in_run == "waits"]
    ends = [each for each in later if each.verb.in_run == "ends"]
    told = [*_waits(waits, names, shown), *_ends(ends, names, shown)]
    if not any(names.intersection(_named(each)) for each in (*waits, *ends)):
        return ""
    return f"only {' and '.join(told)}" if told else ""


def _tables(step: StepFacts) -> frozenset[str]:
    """The tables whose rows a step goes through, by the names under which they were fetched."""
    target = step.model.target
    aimed = {target.name} if target is not None and target.kind == "value" else set()
    tables = {name for name in aimed if name in step.values and step.values[name].is_table}
    return frozenset((*tables, *tables_filled_in(step.model, step.values)))


def _named(step: StepFacts) -> Iterator[str]:
    """What a step that waits or ends goes by."""
    if step.model.until is not None:
        yield from (root for root, *_ in step.model.until.paths())
    for guard in step.model.guards:
        yield from (root for root, *_ in guard.expression.paths())


def _waits(steps: list[StepFacts], names: frozenset[str], shown: str) -> Iterator[str]:
    for each in steps:
        if each.model.until is not None:
            columns = [column for root, *column in each.model.until.paths() if root in names]
            said = f" (“{_column(columns[0])}”)" if columns else ""
            yield f"when the time that {shown} was given is over{said}"
        elif each.model.seconds:
            yield f"{duration_words(each.model.seconds)} after {shown}"


def _ends(steps: list[StepFacts], names: frozenset[str], shown: str) -> Iterator[str]:
    for each in steps:
        for guard in each.model.guards:
            yield f"if it has not ended with {shown}{_because(guard.expression, names)}"


def _because(expression: Expression, names: frozenset[str]) -> str:
    """``, whose “answer” is “YES”``; nothing of a condition that is not about one column of the row."""
    sign, left, right = (*expression.args, None, None, None)[:3]
    if expression.op != "compare" or not isinstance(left, Expression) or left.op != "path" or sign not in SIGNS:
        return ""
    root, *column = left.args
    said = right.args[0] if isinstance(right, Expression) and right.op in ("text", "number") else ""
    return f", whose “{_column(column)}” {SIGNS[sign]} “{said}”" if root in names and column and said != "" else ""


def _column(names: list[str]) -> str:
    return names[-1].replace("_", " ") if names else ""
