import pytest
from sociable.readers.n8n.letting_in import asks_who
from sociable.text.source import Source, Span

NOWHERE = Span(Source("", ""), 0, 0)


@pytest.mark.parametrize(
    ("program", "who"),
    [
        ("if ($json.message.from.id !== 48151623) return []", "48151623"),
        ("return items.filter(i => i.json.message.chat.id === '48151623')", "48151623"),
        ('return item.json.callback_query.from.id == "48151623" ? item : null', "48151623"),
        ("if ($input.first().json.message.from.id !== <<Replace>>) {", "Replace"),
    ],
)
def test_who_alone_is_let_in(program: str, who: str) -> None:
    ((test,),) = asks_who(program, NOWHERE).values()
    assert test.right is not None
    assert (test.sign, test.holds, test.right.fixed) == ("is", True, who)
    assert test.left.refs[0].path[-1] == "id"


@pytest.mark.parametrize(
    "program",
    [
        "",
        "return {id: $json.message.from.id}",
        "if (message.from.id === other.id) return []",
        "if (message.from.id !== 0) return []",
        "if (group.from.id === 48151623) return []",
    ],
)
def test_who_else_is_let_in_is_not_said(program: str) -> None:
    assert asks_who(program, NOWHERE) == {}
