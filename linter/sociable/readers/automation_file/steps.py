"""Steps: one verb each, with what it says, whom it is aimed at, and the modifiers beside it."""

from collections.abc import Callable, Collection

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.documents.scalars import core_value
from sociable.readers.automation_file.beside import read_buttons, read_media, read_named, seen
from sociable.readers.automation_file.expressions.expression_builder import TreeBuilder
from sociable.readers.automation_file.fields import read_value, take_denials
from sociable.readers.automation_file.keys import (
    FORMS,
    GROUP_KEYS,
    LONG_KEYS,
    STEP_KEYS,
    Form,
)
from sociable.readers.automation_file.settle import settle
from sociable.readers.automation_file.shapes import EXTENSION, converters, names_of, text_of
from sociable.readers.automation_file.stated_places import OLDER_WORDS, read_place, tell_of_two
from sociable.readers.automation_file.targets import read_target
from sociable.readers.automation_file.texts import Scope, read_guards, read_text
from sociable.readers.context import ReadingContext
from sociable.records.static import Any
from sociable.setup.model import NO_KEYS, Guard, Place, Step, Target, Text
from sociable.text.source import Span
from sociable.text.wording import short
from sociable.vocabulary.crowds import FETCHED, FETCHED_FIELDS, MADE, PAGE_FIELDS, PEOPLE_FIELDS, PERSON, POST
from sociable.vocabulary.verbs import Verb

_MODIFIERS = converters(STEP_KEYS)
_LONG = converters(LONG_KEYS) | {"target": names_of}
_GROUP = converters(GROUP_KEYS)
_BESIDE = ("link", "title", "subject")
_FIELDS = {
    "to": "to",
    "list": "onto",
    "for": "seconds",
    "template": "template",
    "language": "languages",
}
"""The fields of a step that keys of the long form fill as they stand."""


def _placed(context: ReadingContext, node: Node, _scope: Scope) -> Place | None:
    return read_place(context, node)


def _placed_by_name(context: ReadingContext, node: Node, scope: Scope) -> Place | None:
    if type(node) is Sequence:
        context.misreads("in")
        return None
    return _placed(context, node, scope)


def _moment(context: ReadingContext, node: Node, scope: Scope) -> Text | None:
    return read_text(context, node, scope) if read_value(context, node, _LONG["until"], "until") else None


_READERS: dict[str, tuple[str, Callable[[ReadingContext, Node, Scope], Any]]] = {
    "text": ("text", read_text),
    "until": ("until", _moment),
    "media": ("media", read_media),
    "buttons": ("buttons", read_buttons),
    "mentions": ("mentions", read_named),
    "names": ("names", read_named),
    "in": ("place", _placed),
    **dict.fromkeys(OLDER_WORDS, ("place", _placed_by_name)),
}
"""Those that are read in a way of their own; `channel` and `group` are older words for `in`."""
_DEFAULT_TARGETS = {"event.user": PERSON, "event.post": POST}


def read_steps(
    context: ReadingContext, node: Node | None, scope: Scope, guards: tuple[Guard, ...] = ()
) -> tuple[Step, ...]:
    """Read ``do:``, one step after the other; what one produces the next may use.

    A group of steps becomes its steps, with the conditions of the group, or their denial, before their own.
    """
    if type(node) is not Sequence or not node.items:
        context.fits = False
        return ()
    steps: list[Step] = []
    fits, context.fits = context.fits, True
    misread = context.misread
    for item in node.items:
        if not context.takes_step(item):
            misread.add("do")
            break
        context.misread = set()
        if type(item) is Mapping and "do" in item:
            steps += _group(context, item, scope, guards)
            settle(context, item, "step")
            continue
        read = _step(context, item, scope)
        settle(context, item, "step")
        if not read:
            misread.add("do")
        for step in read:
            steps.append(step._replace(guards=(*guards, *step.guards)) if guards else step)
            scope.produced.update((name, fields_of(step, source)) for name, source in step.produces)
    context.fits, context.misread = fits, misread
    return tuple(steps)


def _group(context: ReadingContext, node: Mapping, scope: Scope, outer: tuple[Guard, ...]) -> tuple[Step, ...]:
    """Read a group of steps that are done if something holds, and those that are done if it does not."""
    for name in node.keys() - GROUP_KEYS.keys():
        if not name.startswith(EXTENSION):
            context.misreads(name, GROUP_KEYS)
    conditions = ()
    if "if" in node:
        conditions = read_value(context, node["if"][1], _GROUP["if"], "if") or ()
    elif "else" in node:
        context.fits = False
    guards = read_guards(context, conditions, node, scope)
    done = read_steps(context, node["do"][1], scope, (*outer, *guards))
    if "else" in node:
        denied = (_denied(guards),) if guards else ()
        done += read_steps(context, node["else"][1], scope, (*outer, *denied))
    if "if" in context.misread:
        done = tuple(step._replace(misread=step.misread | {"if"}) for step in done)
    return done


def _denied(guards: tuple[Guard, ...]) -> Guard:
    """The condition that holds when not all of these do."""
    first, *more = (guard.expression for guard in guards)
    builder = TreeBuilder()
    return Guard(builder.negation(builder.and_(first, *more) if more else first), guards[0].span)


def _step(context: ReadingContext, node: Node, scope: Scope) -> tuple[Step, ...]:
    """Read what is one step, or one for each of those whom it is aimed at; none if it is not understood."""
    if type(node) is Mapping:
        return _step_with_keys(context, node, scope)
    form = FORMS.get(node.value) if type(node) is Scalar else None
    if form is None or not form.bare:
        context.fits = False
        return ()
    span = context.span(node)
    return (Step(form.verb, span, None, _default_target(form.verb, span)),)


def _step_with_keys(context: ReadingContext, node: Mapping, scope: Scope) -> tuple[Step, ...]:
    verbs: list[tuple[Form, Scalar, Node]] = []
    modifiers: dict[str, Any] = {}
    for name, (key, value) in node.items():
        if name in FORMS:
            verbs.append((FORMS[name], key, value))
        elif name in _MODIFIERS:
            modifiers[name] = read_value(context, value, _MODIFIERS[name], name)
        elif not name.startswith(EXTENSION):
            context.misreads(name, _MODIFIERS)
    if len(verbs) != 1:
        context.fits = False
        return ()
    ((form, key, value),) = verbs
    fields = _argument(context, form, context.span(key), value, scope)
    if modifiers:
        fields["denied"] = take_denials(modifiers, ("disclose", "limit"))
        fields |= {name: value for name, value in modifiers.items() if value is not None}
        fields["guards"] = read_guards(context, fields.pop("if", ()), node, scope)
        fields["seconds"] = fields.get("seconds", 0) + fields.pop("after", 0)
        if "limit" in fields and fields["limit"].each:
            fields["per_user"] = fields.pop("limit")
        if name := fields.pop("as", ""):
            fields["name"] = name
            fields["produces"] = (*fields.get("produces", ()), (name, Target(MADE, context.span(key), name)))
    others: list[Target] = fields.pop("others", [])
    step = Step(form.verb, context.span(key), misread=frozenset(context.misread) or NO_KEYS, **fields)
    return (step, *(step._replace(target=each, name="", produces=()) for each in others))


def _argument(context: ReadingContext, form: Form, span: Span, node: Node, scope: Scope) -> dict[str, Any]:
    """Read what stands after the verb into the fields of a step that it fills."""
    if form.verb.argument == "nothing":
        context.fits = context.fits and type(node) is Scalar
        return {"text": None, "target": None}
    if form.verb.argument == "names":
        return {"text": None, "target": None, "produces": _produced(context, form.verb, node, scope)}
    fields: dict[str, Any] = {"text": None, "target": _default_target(form.verb, span)}
    beside: dict[str, Text] = {}
    for name, value in _long_form(context, form, node).items():
        if name == "target":
            fields["target"], *fields["others"] = _targets(context, form.verb, value, scope)
        elif name in _BESIDE:
            seen_there = read_text(context, value, scope, _LONG[name], name)
            beside |= {name: seen_there} if seen_there else {}
        elif name in _READERS:
            field, read = _READERS[name]
            fields[field] = read(context, value, scope)
        else:
            found = read_value(context, value, _LONG[name], name)
            fields |= {_FIELDS[name]: found} if found is not None and name in _FIELDS else {}
    _says_something(context, form.verb, fields["text"])
    beside |= seen(fields.get("media", ()), fields.get("buttons", ()))
    return fields | ({"beside": beside} if beside else {})


def fields_of(step: Step, source: Text | Target) -> tuple[str, ...]:
    """What can be asked of a value that a step produced; nothing of one that is a text."""
    if isinstance(source, Text):
        name = source.parts[0] if source.parts and isinstance(source.parts[0], str) else ""
        return () if step.verb.in_run == "writes" else FETCHED_FIELDS.get(name, PAGE_FIELDS)
    if source.kind == MADE or source.crowd is None:
        return ("*",)
    return ("*",) if source.crowd.through == "file" or source.crowd.of == "posts" else PEOPLE_FIELDS


def _says_something(context: ReadingContext, verb: Verb, text: Text | None) -> None:
    """Tell of a text for others in which nothing stands."""
    if text is not None and verb.speaks and not any(part.strip() if type(part) is str else part for part in text.parts):
        context.say(text.span, f"`{verb.name}` says nothing", "Write what people will read.")
        context.misread.add("text")


def _long_form(context: ReadingContext, form: Form, node: Node) -> dict[str, Node]:
    """Bring every way to write an argument into the one with all keys; unknown keys are left out.

    Where words would stand, the person or post that a verb is aimed at anyway is taken for its aim.
    """
    if type(node) is Mapping:
        tell_of_two(context, node)
        nodes = {name: value for name, (_, value) in node.items() if name in form.keys}
        for name in node.keys() - nodes.keys():
            context.misreads(name, form.keys)
        if not nodes or not nodes.keys() >= set(form.needs):
            _lacks(context, form, nodes)
        return nodes
    if type(node) is Scalar and core_value(node) is None:
        if not form.bare:
            _lacks(context, form, ())
        return {}
    if len(form.needs) > 1:
        _lacks(context, form, (form.short,))
    is_aim = form.short == "text" and form.verb.target and type(node) is Scalar and node.value == form.verb.target
    return {"target" if is_aim else form.short: node}


def _lacks(context: ReadingContext, form: Form, said: Collection[str]) -> None:
    """Note that a step does not say all that its verb needs: what it would say is not known."""
    context.fits = False
    context.misread.update({*form.needs}.difference(said) or {form.short})


def _targets(context: ReadingContext, verb: Verb, node: Node, scope: Scope) -> list[Target | None]:
    """Read all that a step is aimed at: those of a list that make sense, or ``None`` if nothing does."""
    names: tuple[str, ...] = read_value(context, node, _LONG["target"], "target") or ()
    nodes = node.items if type(node) is Sequence else [node]
    found = [_target(context, verb, text, each, scope) for text, each in zip(names, nodes, strict=bool(names))]
    return [each for each in found if each is not None] or [None]


def _target(context: ReadingContext, verb: Verb, text: str, node: Node, scope: Scope) -> Target | None:
    if verb.target == "?" and "{{" not in text:  # what is joined or left goes by any name
        return Target("handle", context.span(node), text)
    target = None
    if "emoji" in verb.keys and text and not any(each.isascii() or each.isalnum() for each in text):
        sign = short(text)
        context.say(
            context.span(node), f"`{sign}` is a sign, and no post", f'Write `{verb.name}: {{emoji: "{sign}"}}`.'
        )
    else:
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
        context.misreads("do")
        return ()
    made: list[tuple[str, Text | Target]] = []
    for name, (_, value) in node.items():
        source = read_text(context, value, scope) if verb.in_run == "writes" else _fetched(context, value, scope)
        if source is not None:
            made.append((name, source))
    if not made:
        context.misreads("do")
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
