"""The answer to a question, for programs: the document that ``schemas/answers.schema.json`` describes."""

from sociable.engine.questions import Found
from sociable.output.answer import Answer
from sociable.output.json_report import place
from sociable.output.json_stream import write_document
from sociable.records.static import Any, TextIO
from sociable.text.style import Style
from sociable.version import __version__

VERSION = "1"
"""Rises when something that a program may rely on is taken away or changes its meaning."""


def write(answer: Answer, out: TextIO, style: Style) -> None:
    """Write one JSON document, one match to a line."""
    write_document(out, _document(answer), "matches", map(_match, answer.matches))


def _document(answer: Answer) -> dict[str, Any]:
    return {
        "version": VERSION,
        "tool": {"name": "sociable", "version": __version__},
        "question": answer.question,
        "summary": {
            "matches": len(answer.matches),
            "files": answer.files,
            "accounts": answer.accounts,
            "automations": answer.automations,
        },
        "matches": [],
        "problems": [
            {"rule": each.rule, "message": each.message, "advice": each.advice, "place": place(each.span)}
            for each in answer.problems
        ],
    }


def _match(match: tuple[Found, ...]) -> dict[str, Any]:
    return {
        "variables": [
            {
                "name": found.variable,
                "kind": found.kind,
                "says": found.says,
                "places": [{"says": each.says, "place": place(each.span)} for each in found.places],
            }
            for found in match
        ]
    }
