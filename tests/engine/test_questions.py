"""Questions: understood like rules, answered with what is there, told without doing anything else."""

import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from jsonschema import Draft202012Validator
from sociable.cli.commands.query import answered
from sociable.engine.questions import understood
from sociable.errors import BadQuestion
from sociable.facts.facts import derive
from sociable.files import package_data
from sociable.language.syntax_nodes import Node
from sociable.output.answer import Answer
from sociable.output.answer_text import write_mistakes
from sociable.output.formats import write
from sociable.project.load import Project, read_text
from sociable.setup.model import Setup
from sociable.text.style import Style

from tests.engine.naive import matches
from tests.engine.rule_texts import BINDINGS, rules
from tests.engine.rules import checked
from tests.strategies import setups

TOWN = """\
sociable: 1
accounts:
  town: {platform: x, handle: "@town"}
  mill: {platform: x, handle: "@mill"}
automations:
  - id: welcome
    account: [town, mill]
    when: followed
    do:
      - dm: "Hello"
      - follow: event.user
  - id: note
    account: town
    when: mentioned
    do: [notify: us]
"""


def answer(question: str, text: str = TOWN) -> Answer:
    return answered(understood(question), read_text("a.yml", text))


def words(question: str) -> list[list[str]]:
    return [[found.says for found in match] for match in answer(question).matches]


def written(of: Answer, form: str) -> str:
    out = StringIO()
    write("answer", of, out, form)
    return out.getvalue()


def schema_errors(text: str) -> list[str]:
    with open(f"{package_data.folder('schemas')}/answers.schema.json", encoding="utf-8") as file:
        validator = Draft202012Validator(json.load(file))
    return [error.message for error in validator.iter_errors(json.loads(text))]


# ----------------------------------------------------------------------------------------- answers


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "for each automation a, step s in a.steps when s.verb is dm and a.event is followed",
            [
                ["`welcome` on @town", "`dm` in `welcome` on @town"],
                ["`welcome` on @mill", "`dm` in `welcome` on @mill"],
            ],
        ),
        ("for each step s when s.verb in handovers", [["`notify` in `note` on @town"]]),
        ("for each step s when shames(s)", []),
        ("for each account c unless some step s in c.steps has s.verb is notify", [["@mill"]]),
        ("for each account c", [["@town"], ["@mill"]]),
        ("for each declaration d when d.what is automation", [["the automation `welcome`"], ["the automation `note`"]]),
        ("for each reference r when r.is_known", [["`town`"], ["`mill`"], ["`town`"]]),
        (
            "for each group g of step s by s.verb when s.verb is dm",
            [["`dm` in `welcome` and 1 like it"]],
        ),
        ("for each pair a, b", []),
        ("for each text t when t.step.verb is notify", [["“us” on @town"]]),
        ("for each loop l", [["a loop of 2 automations: it stops by itself once everybody has been reached"]]),
    ],
)
def test_everything_that_fits_is_in_the_answer(question: str, expected: list[list[str]]) -> None:
    assert words(question) == expected


def test_what_is_at_several_places_has_all_of_them() -> None:
    ((group,),) = answer("for each group g of step s by s.verb when s.verb is dm").matches
    assert [(place.says, place.span.line) for place in group.places] == [
        ("`dm` in `welcome` on @town", 10),
        ("`dm` in `welcome` on @mill", 10),
    ]
    ((loop,),) = answer("for each loop l").matches
    assert {place.says for place in loop.places} == {
        "`follow` in `welcome` on @town",
        "`follow` in `welcome` on @mill",
    }


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(BINDINGS), setup=setups())
def test_a_question_finds_what_the_rule_would_find(text: str, setup: Setup) -> None:
    rule, problems = checked(text)
    assume(not problems)
    asked = text[text.index("for each") : text.index("report ")]
    found = answered(understood(asked), Project(setup, files=("a.json",))).matches
    assert len(found) == len(matches(rule, derive(setup)))


# ---------------------------------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("question", "at", "message", "advice"),
    [
        ("for each step s when s.verb is folow", "s.verb is folow", "`folow` is no verb", "Did you mean `follow`?"),
        ("for each stepp s", "stepp s", "`stepp` is no kind that `for each` can go through", "Did you mean `step`?"),
        ("for each step s when s.verbs is dm", "s.verbs", "`verbs` is no attribute of a step", "Did you mean `verb`?"),
        (
            "for each step s when s.verb is dm and s.verb is post",
            "s.verb is post",
            "this can never hold: nothing is left for `s.verb`",
            "",
        ),
        ("for each step s wen s.verb is dm", "wen", "`wen` cannot stand here", None),
        ("for each step s when s.verb ! dm", "!", "`!` means nothing here", None),
        ('for each step s report s: "x"', "report", "`report` cannot stand here", None),
        ("for each loop l, step s", "loop l", "a loop stands alone after `for each`", ""),
    ],
)
def test_a_mistake_is_told_with_its_place(question: str, at: str, message: str, advice: str | None) -> None:
    with pytest.raises(BadQuestion) as caught:
        understood(question)
    first = caught.value.problems[0]
    assert (first.span.text, first.message) == (at, message)
    assert advice is None or first.advice == advice


def test_several_mistakes_are_all_told_and_marked() -> None:
    with pytest.raises(BadQuestion) as caught:
        understood("for each step s when s.verb is folow and s.audience is publik")
    out = StringIO()
    write_mistakes(caught.value.problems, out, Style(width=80))
    assert out.getvalue().splitlines() == [
        "sociable: `folow` is no verb. Did you mean `follow`?",
        " --> question:1:22",
        "1 | for each step s when s.verb is folow and s.audience is publik",
        "  |                      ^^^^^^^^^^^^^^^",
        "sociable: `publik` is no audience. Did you mean `public`?",
        " --> question:1:42",
        "1 | for each step s when s.verb is folow and s.audience is publik",
        "  |                                          ^^^^^^^^^^^^^^^^^^^^",
    ]


# ----------------------------------------------------------------------------------------- formats


def test_text_shows_each_thing_with_its_line() -> None:
    assert written(answer("for each automation a, step s in a.steps when s.verb is notify"), "text").splitlines() == [
        "a: `note` on @town",
        "  --> a.yml:12:9",
        "12 |   - id: note",
        "   |         ^^^^",
        "s: `notify` in `note` on @town",
        "  --> a.yml:15:10",
        "15 |     do: [notify: us]",
        "   |          ^^^^^^",
        "",
        "1 match in 1 file (3 automations on 2 accounts)",
    ]


@pytest.mark.parametrize("question", ["for each step s", "for each loop l", "for each account c when c.pause is yes"])
def test_json_is_what_the_schema_says(question: str) -> None:
    broken = TOWN.replace("when: mentioned", "when: mentined")
    text = written(answer(question, broken), "json")
    assert schema_errors(text) == []
    document: dict[str, Any] = json.loads(text)
    assert document["question"] == question
    assert document["summary"]["matches"] == len(document["matches"])
    assert [problem["rule"] for problem in document["problems"]] == ["not-understood"]


HOSTILE = "\x1b[31m\u202e\x9b::error::x\r"


def test_nothing_in_files_or_questions_acts_on_a_terminal() -> None:
    escaped = json.dumps(HOSTILE)[1:-1]
    of = answer("for each automation a, step s in a.steps", TOWN.replace("id: welcome", f'id: "w{escaped}"'))
    assert len(of.matches) > 1
    assert not set(HOSTILE) & set("\x1b\u202e\x9b\r") & set(written(of, "text") + written(of, "json"))
    for question in (f"for each step s when s.verb is dm {HOSTILE}", f"for each step s # {HOSTILE}\nwhen s.x"):
        with pytest.raises(BadQuestion) as caught:
            understood(question)
        out = StringIO()
        write_mistakes(caught.value.problems, out, Style(width=80))
        assert not set("\x1b\u202e\x9b\r") & set(out.getvalue())


def test_conditions_are_not_all_compared_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def same(one: Node, other: object) -> bool:
        compared.append(one)
        return one is other

    monkeypatch.setattr(Node, "__eq__", same)
    assert words(f"for each step s when {' and '.join(['s.verb is reply'] * 300)}") == []
    assert len(compared) < 3000
