"""Which documents are automation files, what came of them, and what to say of files that only seem to be some."""

from sociable.documents.decode import codec_of
from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node
from sociable.findings.problem import Problem
from sociable.findings.report import Skipped
from sociable.readers.automation_file.marker import (
    MARKER,
    has_marker,
    is_claimed,
    may_be_misspelt,
    misspelt,
    seems_ours,
)
from sociable.readers.automation_file.shapes import FORMAT_VERSION
from sociable.readers.automation_file.whole_file import Document as WholeDocument
from sociable.readers.automation_file.whole_file import read_document
from sociable.readers.context import ReadingContext
from sociable.readers.fragment import Fragment
from sociable.text.wording import short

NAME = "sociable"
NO_LINE = "no `sociable:` line"
_FIRST_LINE = f"{MARKER}: {FORMAT_VERSION}"


def claims(data: bytes) -> bool:
    """Whether the marker, or something like it, is in there."""
    return MARKER.encode(codec_of(data)[0]) in data or may_be_misspelt(data)


def recognises(document: Document) -> bool:
    """Whether a document of it has the marker."""
    return any(map(has_marker, document.roots))


def read(document: Document) -> Fragment:
    """Read the documents that have the marker; those without are skipped, or told of if they seem to be ours."""
    context = ReadingContext(document.source)
    context.say_defects(document.defects)
    found: list[WholeDocument] = []
    skipped: list[Skipped] = []
    for root in _say_what_lacks_marker(context, document.roots, expected=True):
        if has_marker(root):
            found.append(read_document(context, root))
        else:
            reason = f"the document at line {context.span(root).line} has {_why_not(root)}"
            skipped.append(Skipped(document.source.path, reason))
    return Fragment(
        document.source,
        NAME,
        accounts=tuple(account for each in found for account in each.accounts),
        automations=tuple(automation for each in found for automation in each.automations),
        lists=tuple(listed for each in found for listed in each.lists),
        places=tuple(place for each in found for place in each.places),
        problems=tuple(context.told()),
        skipped=tuple(skipped),
        companions=tuple(companion for each in found for companion in each.companions),
    )


def read_none(document: Document, named: bool) -> Fragment:
    """Say why nothing in a document is read, though somebody may have thought it would be."""
    context = ReadingContext(document.source)
    context.say_defects(document.defects)
    others = _say_what_lacks_marker(context, document.roots, expected=named)
    if len(others) < len(document.roots):
        return Fragment(document.source, problems=tuple(context.told()))
    broken = next((problem for problem in context.problems if problem.rule == "broken-yaml"), None)
    if broken is not None:
        return refused(broken, named, document.source.text)
    reason = _why_not(document.roots[0]) if document.roots else "the file is empty"
    return Fragment(document.source, skipped=(Skipped(document.source.path, reason),))


def refused(problem: Problem, named: bool, text: str) -> Fragment:
    """Tell a problem only about files that were named, or that are meant to be automation files."""
    source = problem.span.source
    if named or is_claimed(text):
        return Fragment(source, problems=(problem,))
    return Fragment(source, skipped=(Skipped(source.path, f"{NO_LINE}, and {problem.message}"),))


def _say_what_lacks_marker(context: ReadingContext, roots: tuple[Node, ...], expected: bool) -> list[Node]:
    """Tell of documents that are left out only because the marker is misspelt or was forgotten; give the others.

    Without any, a document has to look like ours where one is ``expected``: in a file that was named or has another.
    """
    others = []
    for root in roots:
        key = None if has_marker(root) else misspelt(root)
        if key is not None:
            message = f"`{short(key.value)}:` is not `{MARKER}:`, and without that nothing here is read"
            context.say(context.span(key), message, f"Write `{_FIRST_LINE}`.")
        elif expected and not has_marker(root) and seems_ours(root):
            first = next(iter(root.values()))[0]
            message = f"nothing here is read, because `{_FIRST_LINE}` is missing"
            advice = f"Write `{_FIRST_LINE}` as the first line of each document, also after `---`."
            context.say(context.span(first), message, advice)
        else:
            others.append(root)
    return others


def _why_not(root: Node) -> str:
    if type(root) is Mapping and root.keys() & {"accounts", "automations"}:
        return "no `sociable: 1` at the top"
    return NO_LINE
