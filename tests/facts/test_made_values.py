"""Names that steps give, and whether anything speaks of them."""

import pytest
from sociable.facts.made_values import made_values

from tests.setups import facts


@pytest.mark.parametrize(
    ("steps", "unused"),
    [
        ('fetch: {a: "https://x.example"}', ["a"]),
        ('fetch: {a: "https://x.example"}}, {post: "{{ a.text }}"', []),
        ('fetch: {a: "https://x.example"}}, {like: event.post, if: a contains "x"', []),
        ('fetch: {a: followers}}, {dm: {target: a, text: "Hi"}', []),
        ("fetch: {a: followers, b: members}}, {follow: a", ["b"]),
        ('generate: {a: "Say hello."}}, {generate: {b: "Shorter: {{ a }}"}', ["b"]),
        ('post: "Hi", as: a}, {pin: a', []),
        ('post: "Hi", as: a}, {notify: us', ["a"]),
        ('post: "Hi", as: a}, {reply: "See {{ a.url }}"', []),
        ("draw: {a: followers}", []),
    ],
)
def test_what_is_never_used(steps: str, unused: list[str]) -> None:
    automation = f"{{id: a, account: c, when: mentioned, do: [{{{steps}}}]}}"
    found = made_values(facts(f"accounts: {{c: {{platform: x}}}}\nautomations: [{automation}]"))
    assert [each.name for each in found if not each.is_used] == unused


@pytest.mark.parametrize(("source", "is_so"), [("code", True), ('"https://x.example"', False)])
def test_a_program_of_our_own_may_use_what_no_later_line_speaks_of(source: str, is_so: bool) -> None:
    automation = (
        f"{{id: a, account: c, when: mentioned, do: [{{fetch: {{a: followers}}}}, {{fetch: {{b: {source}}}}}]}}"
    )
    found = made_values(facts(f"accounts: {{c: {{platform: x}}}}\nautomations: [{automation}]"))
    assert [each.is_beside_code for each in found] == [is_so, is_so]
