"""Steps: one verb each, with what it says, whom it is aimed at, and the modifiers beside it."""

from typing import Any

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.documents.scalars import core_value
from sociable.readers.automation_file.fields import read_value
from sociable.readers.automation_file.keys import (
    EXTENSION,
    FORMS,
    LONG_KEYS,
    STEP_KEYS,
    Form,
    converters,
    name_of,
    text_of,
)
from sociable.readers.automation_file.settle import settle
from sociable.readers.automation_file.targets import read_target
from sociable.readers.automation_file.texts import Scope, read_guards, read_text
from sociable.readers.context import ReadingContext
from sociable.setup.model import Step, Target, Text
from sociable.text.source import Span
from sociable.vocabulary.crowds import FETCHED, PERSON, POST
from sociable.vocabulary.verbs import Verb

_MODIFIERS = converters(STEP_KEYS)
_LONG = converters(LONG_KEYS) | {"target": name_of}
_BESIDE = ("media", "link", "title", "subject")
_DEFAULT_TARGETS = {"event.user": PERSON, "event.post": POST}


def read_steps(context: ReadingContext, node: Node | None, scope: Scope) -> tuple[Step, ...]:
    """Read ``do:``, one step after the other; what one produces the next may use."""
    if type(node) is not Sequence or not node.items:
        context.fits = False
        return ()
    steps = []
    fits, context.fits = context.fits, True
    misread = context.misread
    for item in node.items:
        context.misread = set()
        step = _step(context, item, scope)
        settle(context, item, "step")
        if step is None:
            misread.add("do")
        else:
            steps.append(step)
            scope.produced.update((name, None) for name, _ in step.produces)
    context.fits, context.misread = fits, misread
    return tuple(steps)


def _step(context: ReadingContext, node: Node, scope: Scope) -> Step | None:
    if type(node) is Mapping:
        return _step_with_keys(context, node, scope)
    form = FORMS.get(node.value) if type(node) is Scalar else None
    if form is None or not form.bare:
        context.fits = False
        return None
    span = context.span(node)
    return Step(form.verb, span, None, _default_target(form.verb, span))


def _step_with_keys(context: ReadingContext, node: Mapping, scope: Scope) -> Step | None:
    verbs: list[tuple[Form, Scalar, Node]] = []
    modifiers: dict[str, Any] = {}
    for name, (key, value) in node.entries.items():
        if name in FORMS:
            verbs.append((FORMS[name], key, value))
        elif name in _MODIFIERS:
            modifiers[name] = read_value(context, value, _MODIFIERS[name], name)
        elif not name.startswith(EXTENSION):
            context.misreads(name, _MODIFIERS)
    if len(verbs) != 1:
        context.fits = False
        return None
    ((form, key, value),) = verbs
    fields = _argument(context, form, context.span(key), value, scope)
    if modifiers:
        fields |= {name: value for name, value in modifiers.items() if value is not None}
        fields["guards"] = read_guards(context, fields.pop("if", ()), node, scope)
        fields["seconds"] = fields.get("seconds", 0) + fields.pop("after", 0)
    return Step(form.verb, context.span(key), misread=frozenset(context.misread), **fields)


def _argument(context: ReadingContext, form: Form, span: Span, node: Node, scope: Scope) -> dict[str, Any]:
    """Read what stands after the verb into the fields of a step that it fills."""
    if form.verb.argument == "nothing":
        context.fits = context.fits and type(node) is Scalar
        return {"text": None, "target": None}
    if form.verb.argument == "names":
        return {"text": None, "target": None, "produces": _produced(context, form.verb, node, scope)}
    fields: dict[str, Any] = {"text": None, "target": _default_target(form.verb, span)}
    for name, value in _long_form(context, form, node).items():
        if name == "text":
            fields["text"] = read_text(context, value, scope)
            continue
        if name in _BESIDE:
            seen = read_text(context, value, scope)
            fields["beside"] = {**fields.get("beside", {}), **({name: seen} if seen else {})}
            continue
        found = read_value(context, value, _LONG[name], name)
        if name == "target":
            fields["target"] = _target(context, form.verb, found, value, scope)
        elif name == "to":
            fields["to"] = found or ""
        elif name == "for":
            fields["seconds"] = found or 0
    return fields


def _long_form(context: ReadingContext, form: Form, node: Node) -> dict[str, Node]:
    """Bring every way to write an argument into the one with all keys; unknown keys are left out."""
    if type(node) is Mapping:
        nodes = {name: value for name, (_, value) in node.entries.items() if name in form.keys}
        for name in node.entries.keys() - nodes.keys():
            context.misreads(name, form.keys)
        if not nodes or (form.needs and form.short not in nodes):
            context.fits = False
        return nodes
    if type(node) is Scalar and core_value(node) is None:
        context.fits = context.fits and form.bare
        return {}
    return {form.short: node}


def _target(context: ReadingContext, verb: Verb, text: str | None, node: Node, scope: Scope) -> Target | None:
    if text is None:
        return None
    if verb.target == "?" and "{{" not in text:  # what is joined or left goes by any name
        return Target("handle", context.span(node), text)
    target = read_target(context, text, node, scope)
    if target is None:
        context.misread.add("target")
    return target


def _default_target(verb: Verb, span: Span) -> Target | None:
    kind = _DEFAULT_TARGETS.get(verb.target)
    return Target(kind, span, verb.target) if kind else None


def _produced(context: ReadingContext, verb: Verb, node: Node, scope: Scope) -> tuple[tuple[str, Text | Target], ...]:
    """Read which names a step gives to what: texts an AI writes, or what is fetched."""
    if type(node) is not Mapping:
        context.fits = False
        return ()
    made: list[tuple[str, Text | Target]] = []
    for name, (_, value) in node.entries.items():
        source = read_text(context, value, scope) if verb.in_run == "writes" else _fetched(context, value, scope)
        if source is not None:
            made.append((name, source))
    if not made:
        context.fits = False
    return tuple(made)


def _fetched(context: ReadingContext, node: Node, scope: Scope) -> Text | Target | None:
    """Read people or posts if it speaks of any, and otherwise an address or one of ``FETCHED``."""
    source = read_value(context, node, text_of, "do")
    if source is None:
        return None
    if source not in FETCHED and "://" not in source:
        target = read_target(context, source, node, scope)
        if target is not None:
            return target
    return Text((source,), context.span(node))
