"""Facts about people that would settle a finding, as questions: only people know them, so no fix states them."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from sociable.documents.document import Document
from sociable.documents.nodes import Mapping as Group
from sociable.documents.nodes import Node
from sociable.engine.misread import keys_asked_for
from sociable.facts.open_facts import OPEN
from sociable.findings.finding import SEVERITIES, Finding, Member
from sociable.fixing.layout import Layout
from sociable.language import ast
from sociable.records.record import Record
from sociable.server.editor.open_projects import Checked
from sociable.text.source import Edit, Span
from sociable.vocabulary.values import CONSENTS, NONE, OUT_BY

Value: TypeAlias = str | bool | list[str] | dict[str, str | bool | None] | None

WouldFind: TypeAlias = Callable[[Mapping[str, str], str], tuple[Finding, ...]]
"""What a rule would find if files, by their paths, held these texts."""

_ELSEWHERE = "…"


class _Fact(Record):
    """A ``key`` of an account, an automation or a step, and what to ask.

    ``tries`` are answers, of which one settles the finding or none does. What is put in is that one, unless the answer
    is more than a yes: then ``blank`` is, in which something is left to be filled in.
    """

    key: str
    owner: str
    asks: str
    tries: tuple[Value, ...]
    blank: Value = _ELSEWHERE


_FACTS = (
    _Fact("approval", "step", "Does a person of yours say yes to each of these before it goes out?", ("human",)),
    _Fact(
        "inbox", "account", "Does somebody read what comes back?", ({"read_by": "somebody"},), blank={"read_by": None}
    ),
    _Fact("pause", "account", "Can somebody stop everything at once?", ("somebody",), blank=None),
    _Fact("automated_label", "account", "Does the profile say that it is automated?", (True,)),
    _Fact("operator", "account", "Does the account of a person or a team answer for it?", ("@somebody",), blank=None),
    _Fact("approved", "account", "Has the platform approved answers by AI?", ({"ai_replies": True},)),
    _Fact("approved", "account", "Has the platform approved the program?", ({"automation": True},)),
    _Fact("approved", "account", "Has the platform approved that a program posts there?", ({"publishing": True},)),
    _Fact("agreed_to", "automation", "Do people agree to this by what starts it?", (*CONSENTS,), blank=None),
    _Fact(
        "out_by",
        "automation",
        "Can people end it in some way?",
        tuple([word] for word in OUT_BY if word != NONE),
        blank=None,
    ),
)

_BEFORE = {"automation": "do"}
"""Before which key a new one stands."""


class Question(Record):
    """A question to whoever is writing, and the edit that is its yes."""

    words: str
    edit: Edit


def questions(finding: Finding, member: Member, checked: Checked, would_find: WouldFind) -> Iterator[Question]:
    """Those of which a yes would settle what is found at a place, each tried before it is asked."""
    page = checked.pages.get(finding.rule)
    document = checked.documents.get(member.span.path)
    if page is None or document is None or member.origin.importer:
        return
    keys = keys_asked_for(page.rule)
    if any(isinstance(each, ast.Binding) and each.kind in ("open_fact", "open_facts") for each in page.rule.bindings):
        keys |= OPEN.keys()
    for fact in _FACTS:
        group = _group(fact.owner, member, checked, document) if fact.key in keys else None
        if group is not None and fact.key not in group:
            yield from _asked(fact, group, document, finding, member, would_find)


def _asked(
    fact: _Fact, group: Group, document: Document, finding: Finding, member: Member, would_find: WouldFind
) -> Iterator[Question]:
    layout, source = Layout(document), document.source
    is_json = source.text[next(iter(group.values()))[0].start :].startswith('"')

    def edit(value: Value) -> Edit | None:
        return layout.with_key(group, fact.key, _written(value, is_json), _BEFORE.get(fact.owner, ""))

    for value in fact.tries:
        tried = edit(value)
        if tried is None:
            return
        text = source.text[: tried.span.start] + tried.text + source.text[tried.span.end :]
        if _is_settled(finding, member, would_find({source.path: text}, finding.rule)):
            blank = value if fact.blank == _ELSEWHERE else fact.blank
            made = edit(blank)
            if made is not None:
                shown = _written(blank, is_json=False, empty=_ELSEWHERE)
                yield Question(f"{fact.asks} Then write `{fact.key}: {shown}`", made)
            return


def _is_settled(finding: Finding, member: Member, found: tuple[Finding, ...]) -> bool:
    """Whether a place is told no more, or milder, or, of several things that are open, one less."""
    left = [(each, other) for each in found for other in each.members if other.fingerprint == member.fingerprint]
    grave = SEVERITIES.index(member.severity or finding.severity)
    return all(
        SEVERITIES.index(other.severity or each.severity) < grave or other.message != member.message
        for each, other in left
    )


def _group(owner: str, member: Member, checked: Checked, document: Document) -> Group | None:
    """Where the keys stand of the account, the automation or the step that something was found of."""
    span = next(_owners(owner, member, checked, document.source.path), None)
    try:
        path: tuple[Node, ...] = document.path_to(span) if span is not None else ()
    except LookupError:
        return None
    group = path[-2] if owner == "step" and len(path) > 1 else path[-1] if path else None
    return group if type(group) is Group and len(group) > 0 else None


def _owners(owner: str, member: Member, checked: Checked, path: str) -> Iterator[Span]:
    """The places of all accounts, automations or steps that a member is about, as far as they are in this file."""
    places = {member.span[1:], *(span[1:] for span in member.hidden if span.path == path)}
    for setup in checked.setups:
        automations = [each for each in setup.automations if each.id.name in member.subjects]
        spans = {
            "account": [each.span for each in setup.accounts if each.id.name in member.subjects],
            "automation": [each.span for each in automations],
            "step": [step.span for each in automations for step in each.steps if step.span[1:] in places],
        }
        yield from (span for span in spans[owner] if span.path == path)


def _written(value: Value, is_json: bool, empty: str = "") -> str:
    """A value as YAML, or as JSON."""
    if is_json:
        return json.dumps(value, ensure_ascii=False)
    match value:
        case None:
            return empty
        case bool():
            return str(value).lower()
        case dict():
            return f"{{{', '.join(f'{key}: {_written(each, is_json, empty)}' for key, each in value.items())}}}"
        case list():
            return f"[{', '.join(value)}]"
    return f'"{value}"' if value.startswith("@") else value
