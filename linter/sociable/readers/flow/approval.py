"""Whether a person of ours says yes before a step: the question, and the way that only a yes opens.

That a flow asks somebody says little: in a third of those that do, the step lies beside the question, or both answers
lead to it. A step is approved if it cannot be reached any more once the yes is taken away, and if what a model makes
for it was there when somebody was asked. In a chat a model may ask: it shows its draft to whoever wrote, again and
again, and only the other way, that of a yes, publishes it.
"""

import re
from collections.abc import Iterator

from sociable.readers.flow.flow_provenance import Source
from sociable.readers.flow.parts import Test
from sociable.readers.flow.run import MOST_PASSED, Run

_PUBLISHED = ("post", "story")
_NO = frozenset(("no", "false", "reject", "rejected", "decline", "declined", "disapprove", "deny", "denied", "cancel"))


_TO_ASK = re.compile(
    r"(?<!\w)(?:approv\w*|confirm\w*|consent|go.?ahead|freigabe|freigeben|freigegeben|bestätig\w*|genehmig\w*"
    r"|approuv\w*|valid(?:er|ation|ez)|aprob\w*|aprov\w*|approvazione|conferm\w*)(?!\w)",
    re.IGNORECASE,
)
"""What a prompt says that has a model wait for somebody's yes."""


def waits_for_a_yes(prompt: str) -> bool:
    """Whether a model is told to go on only when somebody has agreed."""
    return _TO_ASK.search(prompt) is not None


def is_approved(run: Run, node: int) -> bool:
    asked = list(run.before(node, "ask"))
    approving = [each for each in asked if _approves(run, node, each)]
    made = _makers(run, node) if approving else set()
    # What they make may still be shown where they lead back to a question.
    is_hidden = bool(made) and all(set(asked).isdisjoint(run.flow.after(each)) for each in made)
    later = (is_hidden and all(each in run.before(one, "ask") for one in made) for each in approving)
    return not all(later) or _is_agreed_in_chat(run, node)


def _makers(run: Run, node: int) -> set[int]:
    """The models that write the text, or where none does make the picture."""
    part = run.parts[node]
    for template in (part.text, part.beside.get("media")):
        made = {source.node for source in run.provenance.sources(template, node) if source.kind == "ai"}
        if made:
            return made
    return set()


def _is_agreed_in_chat(run: Run, node: int) -> bool:
    """Whether a model publishes only what whoever writes to it has agreed to, as its prompt asks of it."""
    if run.parts[run.trigger].event != "messaged" or run.parts[node].verb not in _PUBLISHED:
        return False
    return any(_is_for_a_yes(run, branch, output) for branch, output in run.outputs(node))


def _is_for_a_yes(run: Run, branch: int, output: int) -> bool:
    tests = (test for each in run.parts[branch].tests.values() for test in each)
    models = {source.node for test in tests for source in run.provenance.sources(test.left, branch)}
    models = {each for each in models if run.parts[each].kind == "model" and run.parts[each].answers}
    return bool(models) and any(_answers_with(run, each, models) for each in _otherwise(run, branch, output))


def _otherwise(run: Run, branch: int, output: int) -> Iterator[int]:
    """The first nodes by the other ways that do more than pass on what they are given."""
    todo = [edge.target for edge in run.flow.out[branch] if edge.output != output]
    for _ in range(MOST_PASSED):
        if not todo:
            return
        node = todo.pop()
        if run.parts[node].kind in ("pass", "set", "code", "wait"):
            todo += [edge.target for edge in run.flow.out[node]]
        else:
            yield node


def _answers_with(run: Run, node: int, models: set[int]) -> bool:
    """Whether a node shows whoever wrote what one of these models says."""
    part = run.parts[node]
    if part.verb != "message" or part.platform != run.parts[run.trigger].platform:
        return False
    return any(source.node in models for source in run.provenance.sources(part.text, node))


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
