"""Which documents are automation files, and which only seem to lack the marker."""

from sociable.documents.decode import codec_of
from sociable.documents.nodes import Mapping, Node
from sociable.findings.problem import Problem
from sociable.findings.report import Skipped
from sociable.readers.automation_file.keys import FORMAT_VERSION
from sociable.readers.automation_file.marker import MARKER, claims, has_marker, may_be_misspelt, misspelt, seems_ours
from sociable.readers.automation_file.whole_file import read_document
from sociable.readers.context import ReadingContext
from sociable.readers.fragment import Fragment
from sociable.setup.model import Account, Automation
from sociable.text.wording import short

NO_LINE = "no `sociable:` line"
_FIRST_LINE = f"{MARKER}: {FORMAT_VERSION}"


def refused(problem: Problem, named: bool, text: str) -> Fragment:
    """Tell a problem only about files that were named, or that are meant to be automation files."""
    name = problem.span.path
    if named or claims(text):
        return Fragment(name, problems=[problem])
    return Fragment(name, skipped=[Skipped(name, f"{NO_LINE}, and {problem.message}")])


def read_documents(context: ReadingContext, documents: list[Node]) -> Fragment:
    accounts: list[Account] = []
    automations: list[Automation] = []
    skipped: list[Skipped] = []
    name = context.source.path
    for document in documents:
        if has_marker(document):
            more_accounts, more_automations = read_document(context, document)
            accounts += more_accounts
            automations += more_automations
        else:
            line = context.span(document).line
            skipped.append(Skipped(name, f"the document at line {line} has {why_not(document)}"))
    return Fragment(name, accounts, automations, context.told(), skipped, len(documents) - len(skipped))


def may_be_meant(data: bytes) -> bool:
    return MARKER.encode(codec_of(data)[0]) in data or may_be_misspelt(data)


def say_what_lacks_marker(context: ReadingContext, documents: list[Node], named: bool) -> list[Node]:
    """Tell of documents that are left out only because the marker is misspelt or was forgotten; give the others.

    Without any, a document has to look like ours, and to be in a file that was named or has another one of ours.
    """
    expected = named or any(map(has_marker, documents))
    others = []
    for document in documents:
        key = None if has_marker(document) else misspelt(document)
        if key is not None:
            message = f"`{short(key.value)}:` is not `{MARKER}:`, and without that nothing here is read"
            context.say(context.span(key), message, f"Write `{_FIRST_LINE}`.")
        elif expected and not has_marker(document) and seems_ours(document):
            first = next(iter(document.entries.values()))[0]
            message = f"nothing here is read, because `{_FIRST_LINE}` is missing"
            advice = f"Write `{_FIRST_LINE}` as the first line of each document, also after `---`."
            context.say(context.span(first), message, advice)
        else:
            others.append(document)
    return others


def why_not(document: Node) -> str:
    if type(document) is Mapping and document.entries.keys() & {"accounts", "automations"}:
        return "no `sociable: 1` at the top"
    return NO_LINE
