"""What is done with who people are, in words."""

import pytest

from tests.kinds.told import told


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ('store: "{{ event.user.handle }}"', "keeps a list of people who did not sign up for it"),
        ('share: {text: "{{ event.user.handle }}", to: "@shop"}', "tells somebody outside who people are"),
        ("log: somebody came", ""),
    ],
)
def test_what_is_done_with_who_people_are(step: str, words: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, do: [{step}]}}"
    (said,) = told("step s", 'report s: "{s.gathering_words}"', automation)
    assert said.startswith(words)
    assert bool(said) == bool(words)


def test_what_the_file_denies_is_not_told_as_unsaid() -> None:
    automation = (
        "  - {id: one, account: a, when: messaged, agreed_to: none, "
        "do: [{store: '{{ event.user.name }}', use: profiles}]}"
    )
    (said,) = told("step s", 'report s: "{s.gathering_words}"', automation)
    assert said == "notes down what people do, write or are like, and the file says that they did not agree"
