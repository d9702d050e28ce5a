"""What has to name or say something, and stands there empty, is told; it is not as if nothing had been said."""

import pytest
from sociable.project.load import read_text

ACCOUNT = "sociable: 1\naccounts: {{a: {{platform: x, handle: '@a', {}}}}}\n"
STEP = (
    "sociable: 1\naccounts: {{a: {{platform: x, handle: '@a'}}}}\n"
    "automations: [{{id: i, account: a, when: mentioned, do: [{}]}}]\n"
)
NOTHING = ('""', '" "')


def told(text: str) -> list[str]:
    return [each.message for each in read_text("a.yml", text).problems]


@pytest.mark.parametrize("empty", NOTHING)
@pytest.mark.parametrize("key", ["pause", "operator", "client", "paid_by", "server"])
def test_a_name_of_an_account(key: str, empty: str) -> None:
    assert told(ACCOUNT.format(f"{key}: {empty}")) == [f"`{key}` is empty"]


@pytest.mark.parametrize("empty", NOTHING)
def test_who_is_there_and_when(empty: str) -> None:
    assert told(ACCOUNT.format(f"inbox: {{read_by: {empty}}}")) == ["`read_by` is empty"]
    assert told(ACCOUNT.format(f"inbox: {{read_by: us, hours: {empty}}}")) == ["`hours` is empty"]


@pytest.mark.parametrize("empty", NOTHING)
@pytest.mark.parametrize(
    ("step", "what"),
    [
        ("reply: {{text: Hello, link: {}}}", "`link`"),
        ("reply: {{text: Hello, media: {}}}", "`media`"),
        ("reply: {{text: Hello, media: {{image: {}, alt: x}}}}", "`image`"),
        ("dm: {{text: Hello, buttons: [{}]}}", "this entry of `buttons`"),
        ("dm: {{text: Hello, buttons: [{{text: Go, link: {}}}]}}", "`link`"),
        ("dm: {{text: Hello, buttons: [{{text: Go, call: {}}}]}}", "`call`"),
        ("react: {{emoji: {}, target: event.post}}", "`emoji`"),
        ("wait: {{until: {}}}", "`until`"),
        ("webhook: {}", "`webhook`"),
    ],
)
def test_what_a_step_names(step: str, what: str, empty: str) -> None:
    assert told(STEP.format(step.format(empty))) == [f"{what} is empty"]


def test_what_may_say_nothing() -> None:
    assert told(STEP.format('reply: {text: Hello, media: {image: a.jpg, alt: ""}}')) == []
    assert told(ACCOUNT.format("pause: false")) == []
