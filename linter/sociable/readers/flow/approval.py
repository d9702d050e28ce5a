"""Whether a person of ours says yes before a step: the question, and the way that only a yes opens.

That a flow asks somebody says little: in a third of those that do, the step lies beside the question, or both answers
lead to it. A step is approved if it cannot be reached any more once the yes is taken away.
"""

from sociable.readers.flow.flow_provenance import Source
from sociable.readers.flow.parts import Test
from sociable.readers.flow.run import Run

_NO = frozenset(("no", "false", "reject", "rejected", "decline", "declined", "disapprove", "deny", "denied", "cancel"))


def is_approved(run: Run, node: int) -> bool:
    asked = list(run.before(node, "ask"))
    return bool(asked) and any(_approves(run, node, each) for each in asked)


def _approves(run: Run, node: int, asked: int) -> bool:
    part = run.parts[asked]
    if part.answers == "words" and _is_written_by(run, node, asked):
        return True
    looks = [
        test
        for each, output in run.all_outputs(node)
        for test in run.parts[each].tests.get(output, ())
        if _looks_at(run, each, test, asked)
    ]
    if looks:
        return any(not _is_no(test) for test in looks)
    return part.answers == "yes" and asked not in run.asked_for


def _looks_at(run: Run, branch: int, test: Test, asked: int) -> bool:
    sources = run.provenance.sources(test.left, branch)
    return any(source.kind == "person" and source.node == asked for source in sources)


def _is_no(test: Test) -> bool:
    if test.sign in ("true", "exists"):
        return not test.holds
    against = (test.right.fixed or "").strip().casefold() if test.right is not None else ""
    return (against in _NO) == test.holds


def _is_written_by(run: Run, node: int, asked: int) -> bool:
    """Whether the text is what the person answered."""
    sources: tuple[Source, ...] = run.provenance.sources(run.parts[node].text, node)
    return any(source.kind == "person" and source.node == asked for source in sources)
