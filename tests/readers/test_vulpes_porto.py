"""What a case does not show: which part of the list stands where, the server, and whom each setting lets see a post."""

import pytest
from sociable.documents.yaml_tree import parse
from sociable.readers.fragment import Fragment
from sociable.readers.vulpes_porto import read
from sociable.text.source import Source

CONFIGURATION = """server: "https://Social.example/"
image_json: "https://owls.example/sources.json"
times: ["8:00"]
tags: "#Owls"
"""


def fragment_of(more: str = "") -> Fragment:
    return read(parse(Source("config.yml", CONFIGURATION + more)))


def test_each_part_of_a_picture_stands_where_people_get_it() -> None:
    (automation,) = fragment_of().automations
    (_, post) = automation.steps
    (picture,) = post.media
    assert picture.alt is not None
    assert post.text is not None
    paths = [tuple(text.paths()) for text in (post.text, picture.source, picture.alt)]
    assert paths == [(("pictures", "msg"),), (("pictures", "location"),), (("pictures", "alt"),)]


def test_the_account_is_on_the_server_that_is_named() -> None:
    (account,) = fragment_of().accounts
    assert account.server == "social.example"


@pytest.mark.parametrize(
    ("said", "seen_by"),
    [
        ("", "unstated"),
        ("status_visibility: default", "unstated"),
        ("status_visibility: public", "public"),
        ("status_visibility: private", "followers"),
        ("status_visibility: direct", "private"),
        ("status_visibility: public\nstatus_visibility_sequence: [unlisted, [unlisted, 9]]", "unlisted"),
        ("status_visibility: public\nstatus_visibility_sequence: [public, [unlisted, 9]]", "unstated"),
    ],
)
def test_who_sees_it_is_what_the_setting_says(said: str, seen_by: str) -> None:
    (automation,) = fragment_of(said).automations
    assert automation.steps[1].visibility == seen_by


@pytest.mark.parametrize("times", ['"8:00"', "[]", '["8:00", "24:00"]', '["noon"]', "[[]]"])
def test_no_time_is_made_up(times: str) -> None:
    source = Source("config.yml", CONFIGURATION.replace('["8:00"]', times))
    fragment = read(parse(source))
    assert not fragment.automations
    assert fragment.coverage is not None
    assert fragment.coverage.parts[0].reason == "parameters-missing"
