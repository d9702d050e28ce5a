"""What the parser makes of a rule: the right tree, each node at its place, and errors that help."""

from collections.abc import Iterator
from typing import Any

import pytest
from sociable.errors import BadRule
from sociable.language import ast
from sociable.language.parser import parse_question, parse_rules
from sociable.language.syntax_nodes import Node
from sociable.text.source import Source

from tests.rulebook.pages import Told, marked, parse, parse_error, rule

RULE = """\
list public_verbs = [post, reply]
define loud(s: step, c: account) means s.audience is public
rule shouting
severity warning
severity error on x, mastodon when a.event in [followed, liked]
severity info in strict
severity error on x in strict, personal when c.is_known
confidence low
subsumes quiet, hushed
subsumes mute
beside loud, soft: "it says how, this says where"
cites X-01, LAW-123 when c.is_held
for each account c, automation a in c.automations
when (a.event is followed or not a.event.group in public_verbs)
 and some step s in a.steps has (s.text names a.person and loud(s, c))
 and at least 2 step t in a.steps has t.is_approved
 and ai in c.steps
 and l.size >= 3
unless c.run_by is not person
unless c.text echoes followers
report a: "says {a.id} to \\"{c}\\""
show c: "on {c.id}"
because "one" "two"
suggest "three"
report "four" when c.is_shown
see "five" "six" when s.is_sent
because "seven" when c.is_kept
suggest "eight" when c.is_lost
"""

QUESTION = " for each account c, step s in c.steps when s.verb is dm unless s.is_approved unless c.is_known"

GROUP = """\
rule alike
severity info
for each group g of step s by s.verb, s.text.wording
report g.first: "x"
because "y"
suggest "z"
"""


PAIR = """\
rule at_once
severity info
profile strict, personal
for each pair a, b
when a leads to b.steps
report a: "x {b}"
because "y"
suggest "z"
fix safe: set approval of a to human
"""


def nodes(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        if hasattr(value, "at"):
            yield value
        for part in value:
            yield from nodes(part)


def texts(text: str, kind: type[Any]) -> list[str]:
    """What stands at the places of all nodes of a kind."""
    return [text[node.at : node.end] for node in nodes(tuple(parse(text))) if type(node) is kind]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ast.ListOf, ["list public_verbs = [post, reply]"]),
        (ast.Define, ["define loud(s: step, c: account) means s.audience is public"]),
        (ast.Parameter, ["s: step", "c: account"]),
        (ast.Rule, [RULE[RULE.index("rule shouting") :].strip()]),
        (
            ast.Severity,
            [
                "severity warning",
                "severity error on x, mastodon when a.event in [followed, liked]",
                "severity info in strict",
                "severity error on x in strict, personal when c.is_known",
            ],
        ),
        (
            ast.Case,
            [
                'report "four" when c.is_shown',
                'see "five" "six" when s.is_sent',
                'because "seven" when c.is_kept',
                'suggest "eight" when c.is_lost',
            ],
        ),
        (ast.Cites, ["cites X-01, LAW-123 when c.is_held"]),
        (ast.Other, ["quiet", "hushed", "mute", "loud", "soft"]),
        (ast.Binding, ["account c", "automation a in c.automations"]),
        (ast.Words, ["[followed, liked]"]),
        (ast.Is, ["s.audience is public", "a.event is followed", "c.run_by is not person"]),
        (
            ast.In,
            ["a.event in [followed, liked]", "a.event.group in public_verbs", "ai in c.steps"],
        ),
        (ast.Not, ["not a.event.group in public_verbs", "c.run_by is not person"]),
        (ast.Or, ["a.event is followed or not a.event.group in public_verbs"]),
        (
            ast.And,
            [
                RULE[RULE.index("(a.event is followed") : RULE.index("\nunless")],
                "s.text names a.person and loud(s, c)",
            ],
        ),
        (ast.Names, ["s.text names a.person"]),
        (ast.Echoes, ["c.text echoes followers"]),
        (ast.Call, ["loud(s, c)"]),
        (ast.Flag, ["c.is_known", "c.is_held", "t.is_approved", "c.is_shown", "s.is_sent", "c.is_kept", "c.is_lost"]),
        (
            ast.Quantified,
            [
                "some step s in a.steps has (s.text names a.person and loud(s, c))",
                "at least 2 step t in a.steps has t.is_approved",
            ],
        ),
        (ast.Compare, ["l.size >= 3"]),
        (ast.Number, ["3"]),
        (
            ast.Message,
            [
                '"it says how, this says where"',
                '"says {a.id} to \\"{c}\\""',
                '"on {c.id}"',
                '"one" "two"',
                '"three"',
                '"four"',
                '"five" "six"',
                '"seven"',
                '"eight"',
            ],
        ),
    ],
)
def test_each_node_knows_its_place(kind: type[Any], expected: list[str]) -> None:
    assert texts(RULE, kind) == expected


def test_a_question_has_the_parts_of_a_rule_that_ask() -> None:
    question = parse_question(Source("question", QUESTION))
    assert [each.variable for each in question.bindings if isinstance(each, ast.Binding)] == ["c", "s"]
    assert isinstance(question.when, ast.Is)
    assert len(question.unless) == 2
    assert QUESTION[question.at : question.end] == QUESTION.strip()
    assert parse_question(Source("question", "for each loop l")).when is None


def test_groupings_know_their_place() -> None:
    assert texts(GROUP, ast.Grouping) == ["group g of step s by s.verb, s.text.wording"]


def test_pairs_and_what_follows_from_them_know_their_place() -> None:
    assert texts(PAIR, ast.Pairing) == ["pair a, b"]
    assert texts(PAIR, ast.LeadsTo) == ["a leads to b.steps"]
    assert texts(PAIR, ast.Fix) == ["fix safe: set approval of a to human"]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("safe: replace s.text with report", ("safe", "replace", "s.text", "", "report")),
        ("unsafe: remove a", ("unsafe", "remove", "a", "", "")),
        ("odd: set use of s to crm", ("odd", "set", "s", "use", "crm")),
    ],
)
def test_what_a_fix_says(written: str, parts: tuple[str, ...]) -> None:
    (parsed,) = parse(rule(tail=f'because "b"\nsuggest "c"\nfix {written}'))
    assert isinstance(parsed, ast.Rule)
    assert parsed.fix is not None
    safety, action, path, key, word, *_ = parsed.fix
    assert (safety, action, path.text, key, word) == parts


def test_profiles_and_pairs_are_kept() -> None:
    (parsed,) = parse(PAIR)
    assert isinstance(parsed, ast.Rule)
    assert parsed.profiles == ("strict", "personal")
    assert parsed.bindings == (ast.Pairing("a", "b", PAIR.index("pair"), PAIR.index("\nwhen")),)


ABOUT_WORDS = 's.text contains "sale" or s.text begins "Hello" or s.text matches "a|b"'


def test_what_leaks() -> None:
    (parsed,) = parse(rule("s.text leaks private"))
    assert isinstance(parsed, ast.Rule)
    assert isinstance(parsed.when, ast.Leaks)
    assert (parsed.when.text.text, parsed.when.origin.text) == ("s.text", "private")


def test_every_path_knows_its_place() -> None:
    for text in (RULE, GROUP):
        paths = [node for node in nodes(tuple(parse(text))) if isinstance(node, ast.Path)]
        assert len(paths) >= 3
        assert [text[path.at : path.end] for path in paths] == [path.text for path in paths]


def test_every_node_of_the_tree_is_met_here() -> None:
    kinds = {kind for kind in Node.classes.values() if "at" in kind._fields and not kind.__subclasses__()}
    met = {
        type(node)
        for text in (RULE, GROUP, PAIR, rule("s.text leaks private"), rule(ABOUT_WORDS))
        for node in nodes(tuple(parse(text)))
    }
    met |= {type(parse_question(Source("question", QUESTION)))}
    assert kinds - met == {ast.Holds, ast.Word}, "only the checker makes these, which of two meanings a word has"


def test_the_tree_says_what_the_rule_says() -> None:
    listed, define, shouting = parse(RULE)
    assert isinstance(listed, ast.ListOf)
    assert listed.words == ("post", "reply")
    assert isinstance(define, ast.Define)
    assert [(each.name, each.kind) for each in define.parameters] == [("s", "step"), ("c", "account")]
    assert isinstance(shouting, ast.Rule)
    assert (shouting.name, shouting.confidence) == ("shouting", "low")
    assert [(line.level, line.platforms, line.profiles, type(line.when)) for line in shouting.severities] == [
        ("warning", (), (), type(None)),
        ("error", ("x", "mastodon"), (), ast.In),
        ("info", (), ("strict",), type(None)),
        ("error", ("x",), ("strict", "personal"), ast.Flag),
    ]
    assert [other.name for other in shouting.subsumes] == ["quiet", "hushed", "mute"]
    (beside,) = shouting.beside
    assert [other.name for other in beside.rules] == ["loud", "soft"]
    assert beside.says.parts == ("it says how, this says where",)
    assert [(each.facts, type(each.when)) for each in shouting.cites] == [(("X-01", "LAW-123"), ast.Flag)]
    assert isinstance(shouting.when, ast.And)
    assert [type(each) for each in shouting.when.operands] == [
        ast.Or,
        ast.Quantified,
        ast.Quantified,
        ast.In,
        ast.Compare,
    ]
    assert [type(each) for each in shouting.unless] == [ast.Not, ast.Echoes]
    assert shouting.report.names == ("a",)
    assert [part if isinstance(part, str) else part.text for part in shouting.message.parts] == [
        "says ",
        "a.id",
        ' to "',
        "c",
        '"',
    ]
    assert [show.path.text for show in shouting.shows] == ["c"]
    assert shouting.because.parts == ("one two",)
    assert shouting.suggest.parts == ("three",)


@pytest.mark.parametrize(
    ("words", "quantity", "number"),
    [
        ("some", "some", 0),
        ("every", "every", 0),
        ("no", "no", 0),
        ("at least 2", "at least", 2),
        ("at most 13", "at most", 13),
    ],
)
def test_quantities(words: str, quantity: str, number: int) -> None:
    (parsed,) = parse(rule(f"{words} step t in a.steps has t.is_approved"))
    assert isinstance(parsed, ast.Rule)
    assert isinstance(parsed.when, ast.Quantified)
    assert (parsed.when.quantity, parsed.when.number) == (quantity, number)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a or b and c", "a | (b & c)"),
        ("(a or b) and c", "(a | b) & c"),
        ("not a and b", "!a & b"),
        ("not (a and b)", "!(a & b)"),
        ("a and b and c", "a & b & c"),
        ("(a and b) and c", "(a & b) & c"),
        ("some step s in a.b has s and c", "some(s) & c"),
        ("some step s in a.b has not s or c", "some(!s) | c"),
        ("some step s in a.b has some step t in s.d has t and c", "some(some(t)) & c"),
        ("a.x is y and a.x is not z", "a.x=y & !a.x=z"),
        ("a not in [b, c]", "!a~b,c"),
        ("a.n < 3 and 3 != a.n", "a.n<3 & 3!=a.n"),
    ],
)
def test_what_binds_closer(text: str, tree: str) -> None:
    (parsed,) = parse(rule(text))
    assert isinstance(parsed, ast.Rule)
    assert drawn(parsed.when) == tree


def drawn(condition: Any, inside: bool = False) -> str:
    match condition:
        case ast.And(operands) | ast.Or(operands):
            sign = " & " if isinstance(condition, ast.And) else " | "
            text = sign.join(drawn(each, True) for each in operands)
            return f"({text})" if inside else text
        case ast.Not(operand):
            return f"!{drawn(operand, True)}"
        case ast.Flag(path):
            return path.text
        case ast.Is(left, word):
            return f"{left.text}={word}"
        case ast.In(left, ast.Words(words)):
            return f"{left.text}~{','.join(words)}"
        case ast.Compare(left, sign, right):
            sides = [side.text if isinstance(side, ast.Path) else str(side.value) for side in (left, right)]
            return sign.join(sides)
        case ast.Quantified():
            return f"{condition.quantity}({drawn(condition.body)})"
    raise AssertionError(condition)


def test_confidence_is_high_unless_it_says_otherwise() -> None:
    (parsed,) = parse(rule())
    assert isinstance(parsed, ast.Rule)
    assert parsed.confidence == "high"


def test_comments_are_no_part_of_the_rule() -> None:
    assert parse(rule().replace("\n", ' # aside: when "this"\n')) != []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"a \"b\" c", 'a "b" c'),
        (r"a \\ b", r"a \ b"),
        (r"ends in \\", "ends in \\"),
        (r"\\\"", '\\"'),
        ("#no comment", "#no comment"),
    ],
)
def test_what_a_text_says(written: str, said: str) -> None:
    (parsed,) = parse(rule(tail=f'because "{written}"\nsuggest "c"'))
    assert isinstance(parsed, ast.Rule)
    assert parsed.because.parts == (said,)


def test_places_are_those_of_the_page_not_of_the_block() -> None:
    page = "# Title\n\n```rule\n" + rule() + "\n```\n"
    start = page.index("rule some-rule")
    (parsed,) = parse_rules(Source("page.md", page), start, page.index("\n```\n"))
    assert isinstance(parsed, ast.Rule)
    assert page[parsed.report.at : parsed.report.end] == "s"
    assert page[parsed.message.at : parsed.message.end] == '"does {s.verb} on {a.account}"'
    placeholder = parsed.message.parts[1]
    assert isinstance(placeholder, ast.Path)
    assert page[placeholder.at : placeholder.end] == "s.verb"


# ------------------------------------------------------------------------------------------ errors


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("⟦frule⟧ x", "`frule` cannot stand here", "Expected `define`, `list`, `rule` or the end of the block."),
        (
            "rule x⟦⟧",
            "this is not finished",
            (
                "Expected `beside`, `cites`, `confidence`, `formerly`, `habit`, `preview`, `profile`, `severity` or "
                "`subsumes`."
            ),
        ),
        ('rule ⟦"x"⟧ severity info', '`"x"` cannot stand here', "Expected a name."),
        ("list x ⟦of⟧ [a]", "`of` cannot stand here", "Expected `=`."),
        ("list x = [a⟦⟧\n\n", "this is not finished", "Expected `,` or `]`."),
        ("define f⟦:⟧ step", "`:` cannot stand here", "Expected `(`."),
        ("rule x severity info for ⟦all⟧ step s", "`all` cannot stand here", "Write `for each step …`."),
    ],
)
def test_what_cannot_stand_there(text: str, message: str, advice: str) -> None:
    clean, start, end = marked(text)
    assert parse_error(clean) == Told(start, end, message, advice)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # a forgotten word is found where the next one stands, not a line later
        (rule("s.verb is post and").replace("\nreport", "\n⟦report⟧"), "`report` cannot stand here"),
        (rule("s.verb is").replace("report s", "⟦report⟧ s"), "`report` cannot stand here"),  # though it is also a verb
        (rule().replace("\nbecause", "\nwhy").replace("why", "⟦why⟧"), "`why` cannot stand here"),
        (rule().replace('because "b"\nsuggest', "⟦suggest⟧"), "`suggest` cannot stand here"),
        (rule("s.verb post").replace("post", "⟦post⟧", 1), "`post` cannot stand here"),
        (rule("s.verb = post or").replace("\nreport", "\n⟦report⟧"), "`report` cannot stand here"),
        (rule("some step in a.steps has s.is_approved").replace("step in", "step ⟦in⟧"), "`in` cannot stand here"),
        (rule("some step t in a.steps t.is_approved").replace("steps t", "steps ⟦t⟧"), "`t` cannot stand here"),
        (rule("3 is post").replace("3 is", "3 ⟦is⟧"), "`is` cannot stand here"),
        (rule("3 names a.person").replace("3 names", "3 ⟦names⟧"), "`names` cannot stand here"),
        (rule("2 in [post]").replace("2 in", "2 ⟦in⟧"), "`in` cannot stand here"),
        (rule("s.text names 3").replace("3", "⟦3⟧"), "`3` cannot stand here"),
        (rule(each="step when").replace("step when", "step ⟦when⟧"), "`when` cannot stand here"),
        (rule("a.n > 12345678901").replace("678901", "6789⟦01⟧"), "`01` cannot stand here"),
        (rule(head="severity").replace("for", "⟦for⟧"), "`for` cannot stand here"),
    ],
)
def test_a_forgotten_word(text: str, message: str) -> None:
    clean, start, end = marked(text)
    told = parse_error(clean)
    assert told[:3] == (start, end, message)
    assert told.advice.startswith(("Expected ", "Write ", "Give "))


def test_after_a_path_everything_that_may_follow_is_named() -> None:
    assert parse_error(rule("s 3")).advice == (
        "Expected `(`, `.`, `and`, `begins`, `contains`, `echoes`, `in`, `is`, `leads`, `leaks`, `matches`, `names`, "
        "`not`, `or`, `report`, `unless` or a sign such as `>=`."
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (rule(report='report s: ⟦"⟧never closed'), "this text is never closed"),
        (rule(tail='because ⟦"⟧b\nsuggest "c"'), "this text is never closed"),
        (rule("s.verb ⟦§⟧ post"), "`§` means nothing here"),
        (rule("s.verb ⟦;⟧"), "`;` means nothing here"),
    ],
)
def test_what_is_no_token(text: str, message: str) -> None:
    clean, start, end = marked(text)
    assert parse_error(clean) == Told(start, end, message, "")


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ('"⟦{s verb}⟧"', "`{s verb}` is not a path such as `{a.account}`", ""),
        ('"⟦{}⟧"', "`{}` is not a path such as `{a.account}`", ""),
        ('"⟦{s.}⟧"', "`{s.}` is not a path such as `{a.account}`", ""),
        ('"⟦{S}⟧"', "`{S}` is not a path such as `{a.account}`", ""),
        ('"⟦{ s }⟧"', "`{ s }` is not a path such as `{a.account}`", ""),
        ('"so ⟦{⟧s.verb"', "this `{` has no counterpart", "Braces are only for paths: `{a.account}`."),
        ('"so s.verb⟦}⟧"', "this `}` has no counterpart", "Braces are only for paths: `{a.account}`."),
        ('"{s} ⟦}⟧ {s}"', "this `}` has no counterpart", "Braces are only for paths: `{a.account}`."),
    ],
)
@pytest.mark.parametrize("place", ["report s: {}", 'report s: "x"\nshow a: {}', "because {}", "suggest {}"])
def test_placeholders(text: str, message: str, advice: str, place: str) -> None:
    filled = place.replace("{}", text)
    whole = rule(report=filled) if place.startswith("report") else rule(tail=_tail(filled))
    clean, start, end = marked(whole)
    assert parse_error(clean) == Told(start, end, message, advice)


def _tail(line: str) -> str:
    return f'{line}\nsuggest "c"' if line.startswith("because") else f'because "b"\n{line}'


@pytest.mark.parametrize(
    ("clause", "glued", "first", "second"),
    [
        ("when s.verb ispost", "ispost", "is", "post"),
        ("whens.verb is post", "whens", "when", "s"),
        ("unlesss.verb is post", "unlesss", "unless", "s"),
        ("when g.size >= 2and s.verb is post", "2and", "2", "and"),
        ("when s.verb inwords", "inwords", "in", "words"),
    ],
)
def test_words_that_are_glued_together(clause: str, glued: str, first: str, second: str) -> None:
    text = rule("a.id is x").replace("when a.id is x", clause)
    at = text.index(glued)
    assert clause in text
    advice = f"Put a space between `{first}` and `{second}`."
    assert parse_error(text) == (at, at + len(glued), f"`{glued}` is one word here", advice)


@pytest.mark.parametrize("nested", ["not " * 5000, "no step t in s.steps has not " * 3000, "(not " * 5000])
def test_what_nobody_can_follow_is_refused_at_its_place(nested: str) -> None:
    condition = f"{nested}s.is_approved{')' * nested.count('(')}"
    text = f"for each step s when {condition}"
    with pytest.raises(BadRule) as error:
        parse_question(Source("question", text))
    assert error.value.problem.message == "more than 50 things stand within each other here"
    assert 0 < error.value.problem.span.start - text.index(nested) < 60 * len("no step t in s.steps has not ")
    assert parse_error(rule(condition)).message == "more than 50 things stand within each other here"


def test_brackets_alone_are_not_counted() -> None:
    assert parse(rule("(" * 5000 + "s.is_approved" + ")" * 5000)) != []
