"""Small rules, generated as text, that the checker accepts."""

from hypothesis import strategies as st
from sociable.kinds.table import KINDS
from sociable.kinds.words import WORDS
from sociable.language.conditions.about_texts import PEOPLE
from sociable.language.types import Type
from sociable.vocabulary.text_words import ORIGINS

Variables = dict[str, Type]

BINDINGS = (
    "step s",
    "automation s",
    "account s",
    "reference s",
    "declaration s",
    "automation a, step s in a.steps",
    "account a, step s in a.steps",
    "account a, automation s in a.automations",
    "account c, automation a in c.automations, step s in a.steps",
    "account c, step s in c.steps, automation a in c.automations",
    "step s, automation a",
    "account a, account s",
    "text s",
    "text s",
    "automation a, text s in a.texts",
    "account a, text s in a.texts",
    "pair s, p",
    "pair s, p",
    "automation a, automation s",
    "step t, automation s",
)

GROUPS = (
    "group g of step s by s.verb",
    "group g of step s by s.audience, s.text.wording",
    "group g of automation s by s.event",
    "group g of account s by s.platform",
    "group g of text s by s.wording",
    "group g of declaration s by s.what, s.id",
    "group g of reference s by s.is_known, s.name",
)

ABOUT_WORDS = ('contains "sale"', 'begins "hello"', 'matches "big|@cafe"')
"""What may be asked of the texts of ``tests.strategies``, each word of which stands whole in them."""

USUAL = {
    "event": ("followed", "unfollowed", "mentioned", "schedule"),
    "verb": ("post", "reply", "follow", "notify"),
    "audience": ("public", "person", "inward"),
    "platform": ("x", "slack", "unstated"),
}
"""Words that occur in generated setups, so that conditions often hold."""


def kinds_of(each: str) -> Variables:
    """The variables of a ``for each`` of one of the two tables above."""
    if each.startswith("group"):
        _, name, _, kind, member, *_ = each.split()
        return {name: Type("group", kind), member: Type(kind)}
    if each.startswith("pair"):
        return dict.fromkeys(each.removeprefix("pair ").split(", "), Type("automation"))
    return {binding.split()[1]: Type(binding.split()[0]) for binding in each.split(", ")}


def paths(variables: Variables, longest: int = 3) -> dict[str, list[tuple[str, Type]]]:
    """Every path from these variables, by the name of its type."""
    found: dict[str, list[tuple[str, Type]]] = {}
    layer = list(variables.items())
    for _ in range(longest):
        layer = [
            (f"{path}.{name}", attribute.type)
            for path, kind in layer
            for name, attribute in KINDS.attributes(kind).items()
            if name not in ("first", "second")
        ]
        for path, kind in layer:
            found.setdefault(kind.name, []).append((path, kind))
    return found


@st.composite
def conditions(draw: st.DrawFn, variables: Variables, depth: int = 2) -> str:
    known = paths(variables)
    automations = [name for name, kind in variables.items() if kind.name == "automation"]
    automations += [path for path, _ in known.get("automation", [])]
    forms = [name for name in ("flag", "word", "number", "set", "text", "text") if known.get(name)]
    forms += ["leads to", "leads to"] if automations else []
    if depth:
        forms += ["and", "or", "not", "quantified"] if known.get("list") else ["and", "or", "not"]
    form = draw(st.sampled_from(forms))
    inside = conditions(variables, depth - 1)
    if form in ("and", "or"):
        return f"({draw(inside)} {form} {draw(inside)})"
    if form == "not":
        return f"not {draw(inside)}"
    if form == "leads to":
        return f"{draw(st.sampled_from(automations))} leads to {draw(st.sampled_from(automations))}"
    path, kind = draw(st.sampled_from(known["list" if form == "quantified" else form]))
    match form:
        case "word":
            words = draw(st.lists(st.sampled_from(USUAL.get(kind.of, tuple(WORDS[kind.of]))), min_size=1, max_size=3))
            comparison = draw(st.sampled_from(("is", "is not", "in", "not in")))
            return f"{path} {comparison} {words[0] if 'is' in comparison else '[' + ', '.join(words) + ']'}"
        case "number":
            sign = draw(st.sampled_from(("=", "!=", "<", "<=", ">", ">=")))
            return f"{path} {sign} {draw(st.integers(0, 3))}"
        case "set":
            return f"{draw(st.sampled_from(tuple(WORDS[kind.of])))} in {path}"
        case "text":
            people = [each for each, _ in known.get("person", [])]
            who = draw(st.sampled_from((*sorted(PEOPLE), *people, *people)))
            if draw(st.booleans()):
                return f"{path} {draw(st.sampled_from(ABOUT_WORDS))}"
            relation = draw(st.sampled_from(("names", "echoes", "leaks")))
            return f"{path} {relation} {who if relation != 'leaks' else draw(st.sampled_from(tuple(ORIGINS)))}"
        case "quantified":
            variable = f"q{depth}{len(variables)}"
            quantity = draw(st.sampled_from(("some", "every", "no", "at least 2", "at most 1")))
            about_it = draw(conditions({variable: Type(kind.of)}, 0))
            body = draw(conditions({**variables, variable: Type(kind.of)}, depth - 1))
            joint = draw(st.sampled_from(("and", "or")))
            return f"{quantity} {kind.of} {variable} in {path} has ({about_it} {joint} {body})"
    return path


@st.composite
def rules(draw: st.DrawFn, bindings: tuple[str, ...]) -> str:
    """A whole rule about one of these ``for each``."""
    each = draw(st.sampled_from(bindings))
    variables = kinds_of(each)
    asked = [variables] if not each.startswith("group") else [{name: kind} for name, kind in variables.items()]
    whens = draw(st.lists(st.sampled_from(asked).flatmap(conditions), max_size=3))
    unless = draw(st.lists(st.sampled_from(asked).flatmap(conditions), max_size=1))
    place = "g.first" if "g" in variables else "s"
    shown = "".join(
        f"{{{name}.{'verb' if kind.name == 'step' else 'id'}}}"
        for name, kind in variables.items()
        if kind.name in ("account", "automation", "step")
    )
    lines = [
        "rule some-rule",
        "severity info",
        f"for each {each}",
        *([f"when {' and '.join(whens)}"] if whens else []),
        *(f"unless {one}" for one in unless),
        f'report {place}: "found {"" if "g" in variables else shown}"',
        'because "b"',
        'suggest "c"',
    ]
    return "\n".join(lines)
