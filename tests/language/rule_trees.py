"""Rule trees, generated as the parser would make them but for their places; most make no sense."""

from typing import Any

from hypothesis import strategies as st
from sociable.language import ast

NOWHERE = (0, 0)
NAMES = (
    "s",
    "g",
    "step",
    "group",
    "pair",
    "list",
    "is_approved",
    "on-call",
    "a_rather_long_name_that_soon_fills_a_line",
)


def places_left_out(value: Any) -> Any:
    """A tree to compare with another one: kinds of nodes and what they hold, but not where they stand."""
    if hasattr(value, "_fields"):
        fields = ((name, getattr(value, name)) for name in value._fields if name not in ("at", "end"))
        return (type(value).__name__, *((name, places_left_out(field)) for name, field in fields))
    return tuple(map(places_left_out, value)) if isinstance(value, tuple | list) else value


def several(each: st.SearchStrategy[Any], least: int = 0, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(each, min_size=least, max_size=most).map(tuple)


def node(kind: Any, *fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.tuples(*fields).map(lambda values: kind(*values, *NOWHERE))


names = st.sampled_from(NAMES)
kinds = st.sampled_from([name for name in NAMES if name not in ("group", "pair")])  # these begin something else
words = st.sampled_from((*NAMES, "report", "no"))
paths = node(ast.Path, several(names, 1))
lists_of_words = node(ast.Words, several(words, 1))
sides = paths | node(ast.Number, st.integers(0, 999_999_999))
comparisons = (
    node(ast.Is, paths, words)
    | node(ast.In, paths, lists_of_words | paths)
    | node(ast.Compare, sides, st.sampled_from(("=", "!=", "<", "<=", ">", ">=")), sides)
    | node(ast.Names, paths, paths)
    | node(ast.Echoes, paths, paths)
    | node(ast.Leaks, paths, paths)
    | node(ast.Contains, paths, st.sampled_from(('"sale"', '"say \\"hi\\""')))
    | node(ast.Begins, paths, st.just('"Hello"'))
    | node(ast.Matches, paths, st.just('"a|b"'))
    | node(ast.LeadsTo, paths, paths)
    | node(ast.Flag, paths)
    | node(ast.Call, names, several(paths, 1))
)
quantities = st.sampled_from((("some", 0), ("every", 0), ("no", 0), ("at least", 2), ("at most", 10)))


def _compound(inside: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    quantified = st.tuples(quantities, names, names, paths, inside).map(
        lambda parts: ast.Quantified._make((*parts[0], *parts[1:], *NOWHERE))
    )
    operands = several(inside, 2)
    return node(ast.And, operands) | node(ast.Or, operands) | node(ast.Not, inside) | quantified


conditions = st.recursive(comparisons, _compound, max_leaves=8)


def _one_piece(parts: tuple[str | ast.Path, ...]) -> tuple[str | ast.Path, ...]:
    """Literal pieces that follow each other are one."""
    merged: list[str | ast.Path] = []
    for part in parts:
        if merged and isinstance(part, str) and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return tuple(merged)


literals = st.text(st.characters(exclude_characters="{}\n", exclude_categories=["Cs"]), min_size=1) | st.text(
    '\\"a#', min_size=1, max_size=4
)
messages = node(ast.Message, several(literals | paths).map(_one_piece))
alone = node(ast.Grouping, names, names, names, several(paths, 1)) | node(ast.Pairing, names, names)
bindings = several(node(ast.Binding, kinds, names, st.none() | paths), 1) | alone.map(lambda each: (each,))
nothing, change = st.just(""), st.sampled_from(("safe", "unsafe"))
only_when = st.none() | conditions
fixes = (
    node(ast.Fix, change, st.just("replace"), paths, nothing, words, st.none(), only_when)
    | node(ast.Fix, change, st.just("replace"), paths, nothing, nothing, messages, only_when)
    | node(ast.Fix, change, st.just("remove"), paths, nothing, nothing, st.none(), only_when)
    | node(ast.Fix, change, st.just("set"), paths, names, words, st.none(), only_when)
    | node(ast.Fix, change, st.just("set"), paths, names, nothing, messages, only_when)
    | node(ast.Fix, change, st.just("add"), paths, names, words, st.none(), only_when)
    | node(ast.Fix, change, st.just("begin"), paths, nothing, nothing, messages, only_when)
)
shows = st.builds(ast.Show, paths, messages, st.none()) | st.builds(
    lambda each, label: ast.Show(ast.Path((each.variable,), 0, 0), label, each),
    node(ast.Binding, kinds, names, paths),
    messages,
)
severities = node(ast.Severity, names, several(names), several(names), st.none() | conditions)
others = node(ast.Other, names)

rules: st.SearchStrategy[ast.Rule] = st.builds(
    ast.Rule,
    name=names,
    severities=several(severities),
    confidence=names,
    profiles=several(names),
    preview=st.sampled_from(("", "0.2")),
    formerly=several(names),
    habits=several(names),
    subsumes=several(others),
    beside=several(st.builds(ast.Beside, several(others, 1), messages), most=2),
    cites=several(node(ast.Cites, several(st.sampled_from(("X-01", "LAW-123")), 1), conditions), most=2),
    bindings=bindings,
    when=st.none() | conditions,
    unless=several(conditions, most=2),
    report=paths,
    message=messages,
    shows=several(shows, most=2),
    because=messages,
    suggest=messages,
    cases=several(
        node(ast.Case, st.sampled_from(("report", "see", "because", "suggest")), messages, conditions), most=3
    ),
    fix=st.none() | fixes,
    at=st.just(0),
    end=st.just(0),
)
defines = node(ast.Define, names, several(node(ast.Parameter, names, names), 1), conditions)
lists = node(ast.ListOf, names, several(words, 1, 12))
declarations: st.SearchStrategy[list[ast.Declaration]] = st.lists(rules | defines | lists, min_size=1, max_size=3)
