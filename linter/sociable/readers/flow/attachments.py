"""What a message holds beside the text of its own: words of a model, sent whole or made into a file on the way."""

import re
from collections.abc import Iterator

from sociable.readers.flow.flow_texts import is_called_a_fact
from sociable.readers.flow.parts import HERE, Hole, Part, Ref, Template
from sociable.readers.flow.run import Run

_CONVERTS = re.compile(r"convert|binary|2pdf|topdf|pdfco|docx", re.IGNORECASE)
"""Types of nodes that make a file of what comes in, also where no parameter says so."""

_HANDS_ON = frozenset(("branch", "code", "join", "limit", "loop", "memory", "set", "wait"))
_MOST = 20
"""Of the nodes before a mail that are looked at."""


def with_attached(run: Run, node: int) -> Template | None:
    """The text of a message, and after it what a model wrote of the file that comes with it.

    Where another node made all that a call sends, that is its text as far as a model wrote it.
    """
    part = run.parts[node]
    said = part.text or (part.whole if _is_written(run, part.whole, node) else None)
    written = tuple(Hole((Ref(each, ()),), run.parts[each].name) for each in _written(run, node))
    if not written:
        return said
    text = said or Template((), part.place)
    return Template((*text.parts, *written), text.span)


def _is_written(run: Run, whole: Template | None, node: int) -> bool:
    return any(source.kind == "ai" for source in run.provenance.sources(whole, node))


def _written(run: Run, node: int) -> Iterator[int]:
    """The nearest nodes before a message that make its file of a model's words."""
    todo = [edge.source for edge in run.flow.into[node]] if run.parts[node].attaches else []
    seen: set[int] = set()
    while todo and len(seen) < _MOST:
        each = todo.pop(0)
        if each in seen:
            continue
        seen.add(each)
        part = run.parts[each]
        if part.kind in ("pass", "file") and not part.looks_up and _is_of_a_model(run, each):
            yield each
        elif part.kind in _HANDS_ON or part.off or (part.kind == "pass" and _goes_by_address(part)):
            todo += [edge.source for edge in run.flow.into[each]]


def _goes_by_address(part: Part) -> bool:
    """Whether it gets a file by nothing but where it lies, which somebody before it has put there."""
    return bool(part.mentions) and all(map(is_called_a_fact, part.mentions))


def _is_of_a_model(run: Run, node: int) -> bool:
    part = run.parts[node]
    refs = part.mentions or ((Ref(HERE, ()),) if _CONVERTS.search(part.type) else ())
    for ref in refs:
        for source in run.provenance.sources(Template((Hole((ref,), ""),), part.span), node):
            if source.kind == "ai" and run.parts[source.node].only_words and not is_called_a_fact(source):
                return not is_called_a_fact(ref)
    return False
