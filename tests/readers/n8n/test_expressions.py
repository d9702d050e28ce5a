import pytest
from sociable.readers.flow.parts import GONE, HERE, Hole, Ref, Template
from sociable.readers.n8n.expressions import refs, template
from sociable.text.source import Source, Span

NOWHERE = Span(Source("", ""), 0, 0)
NODES = {"Draft it": 0, "A'b": 1}


def read(text: str) -> Template:
    return template(text, NOWHERE, NODES)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("$json.output", Ref(HERE, ("output",))),
        ("$json['first name'][0].b", Ref(HERE, ("first name", "b"))),
        ('$json["a"]?.b', Ref(HERE, ("a", "b"))),
        ("$input.first().json.a", Ref(HERE, ("a",))),
        ("$binary.data", Ref(HERE, ("data",))),
        ("$('Draft it').item.json.text", Ref(0, ("text",))),
        ("$('Draft it').all()[0].json.x.y", Ref(0, ("x", "y"))),
        ('$node["Draft it"].json.x', Ref(0, ("x",))),
        ('$item("0").$node["Draft it"].json["x"]', Ref(0, ("x",))),
        (r"$('A\'b').first().json.q", Ref(1, ("q",))),
        ("$('A'b').item.json.q", Ref(1, ("q",))),  # an export that has lost its backslashes
        ("$json.a.toLowerCase()", Ref(HERE, ("a",))),
        ("$('Nobody').item.json.x", Ref(GONE, ("x",))),
    ],
)
def test_what_an_expression_reads(code: str, expected: Ref) -> None:
    assert refs(code, NODES) == (expected,)


@pytest.mark.parametrize(
    "code", ["items[0].json", "return items;", "return items", "items.map(a => a)", "$input.all()"]
)
def test_all_that_came_in(code: str) -> None:
    assert refs(code, NODES)[0] == Ref(HERE, ())


@pytest.mark.parametrize(
    "code",
    [
        "$env.KEY",
        "$now",
        "1 + 1",
        "$workflow.name",
        "a.example/run-sync-get-dataset-items?token=1",
        "Pick three items, no more",
    ],
)
def test_what_reads_no_node(code: str) -> None:
    assert refs(code, NODES) == ()


def test_texts_and_holes() -> None:
    made = read("=Hello {{ $json.name }}, {{ $json.a ? 'x' : $json.b }}!")
    assert made.parts == (
        "Hello ",
        Hole((Ref(HERE, ("name",)),), "$json.name", plain=True),
        ", ",
        Hole((Ref(HERE, ("a",)), Ref(HERE, ("b",))), "$json.a ? 'x' : $json.b"),
        "!",
    )


def test_without_the_sign_braces_are_only_braces() -> None:
    assert read("Hello {{ $json.name }}").fixed == "Hello {{ $json.name }}"


def test_a_model_may_fill_it() -> None:
    (hole,) = read("={{ $fromAI('Text') }}").parts
    assert isinstance(hole, Hole)
    assert hole.model


def test_braces_that_are_never_closed_are_text() -> None:
    assert read("=Hello {{ $json.name").fixed == "Hello {{ $json.name"
