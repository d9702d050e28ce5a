"""What is done with who people are, in words."""

import pytest

from tests.kinds.told import told


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ('store: "{{ event.user.handle }}"', "keeps a list of people who did not sign up for it"),
        (
            'share: {text: "{{ event.user.handle }}", to: "@shop"}',
            "passes on to “@shop” what it knows of the person who mentioned it, and nothing",
        ),
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


@pytest.mark.parametrize(
    ("keys", "step", "words"),
    [
        (
            "agreed_to: [the guide]",
            "{text: '{{ event.form.email }}', to: partners}, paid_by: the partners",
            (
                "passes on to “partners”, for money, what it knows of the person who opted in, "
                "though they agreed only to “the guide”"
            ),
        ),
        (
            "agreed_to: none",
            "{text: '{{ event.user.name }}', to: Hill Seeds}, paid_by: us",
            (
                "passes on to “Hill Seeds” what it knows of the person who opted in, "
                "and the file says that they did not agree to that"
            ),
        ),
    ],
)
def test_who_is_handed_on_to_whom_says_what_they_agreed_to(keys: str, step: str, words: str) -> None:
    automation = (
        f"  - {{id: one, account: a, when: {{event: opted_in, to: the guide}}, {keys}, do: [{{share: {step}}}]}}"
    )
    (said,) = told("step s", 'report s: "{s.gathering_words}"', automation)
    assert said == words


def test_people_who_were_fetched_are_named_where_they_are_handed_on() -> None:
    automation = (
        "  - {id: one, account: a, when: {event: schedule, every: day}, "
        "do: [{fetch: {them: followers}}, {share: {text: '{{ them }}', to: The sponsor}}]}"
    )
    (said,) = [each for each in told("step s", 'report s: "{s.gathering_words}"', automation) if each]
    assert said.startswith("passes on to “The sponsor” what it knows of the followers of this account, and nothing")
