"""One account, many ways to write its name."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.setup.handles import PROFILE, contradicted_server, handle_forms, named_forms, plain_handle


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("alpha", "@alpha"),
        ("@Alpha", "@alpha"),
        (" @alpha ", "@alpha"),
        ("@alpha@Wales.Social", "@alpha@wales.social"),
        ("alpha@wales.social", "@alpha@wales.social"),
        ("https://wales.social/@alpha", "@alpha@wales.social"),
        ("https://wales.social/@alpha@other.example/", "@alpha@other.example"),
        ("https://x.com/Alpha", "@alpha"),
        ("http://www.instagram.com/alpha/?hl=en", "@alpha"),
        ("https://m.youtube.com/@alpha", "@alpha"),
        ("https://bsky.app/profile/alpha.bsky.social", "@alpha"),
        ("@alpha.bsky.social", "@alpha"),
        ("https://www.linkedin.com/company/alpha/", "@alpha"),
        ("u/alpha", "@alpha"),
        ("/u/alpha", "@alpha"),
        ("ulla", "@ulla"),
        ("", ""),
        ("@", ""),
    ],
)
def test_the_form_in_which_handles_are_compared(written: str, plain: str) -> None:
    assert plain_handle(written) == plain


@pytest.mark.parametrize("server", ["wales.social", "https://Wales.social/", "@wales.social"])
def test_with_its_server_an_account_is_known_with_and_without(server: str) -> None:
    both = frozenset(("@alpha", "@alpha@wales.social"))
    assert handle_forms("@alpha", server) == handle_forms("@alpha@wales.social") == both


def test_without_a_server_nothing_is_known_of_it() -> None:
    assert handle_forms("Alpha") == frozenset(("@alpha",))
    assert handle_forms("", "wales.social") == frozenset()


def test_the_server_in_the_handle_counts_for_more() -> None:
    assert handle_forms("@alpha@here.example", "there.example") == frozenset(("@alpha", "@alpha@here.example"))


def test_a_bare_word_may_be_an_id_or_a_handle() -> None:
    assert named_forms(["Alpha", "@beta"]) == frozenset(("alpha", "@alpha", "@beta"))


def test_the_address_of_a_post_is_none_of_a_profile() -> None:
    assert not re.fullmatch(PROFILE, "https://x.com/alpha/status/12")
    assert not re.fullmatch(PROFILE, "https://wales.social/@alpha/12")


@given(st.text(max_size=40))
@settings(deadline=None)
def test_a_plain_handle_is_one_of_the_forms_of_its_account(written: str) -> None:
    plain = plain_handle(written)
    assert plain == "" or (plain.startswith("@") and plain in handle_forms(written))


@pytest.mark.parametrize(
    ("handle", "server", "contradicted"),
    [
        ("@a@mastodon.social", "mastodon.art", "mastodon.social"),
        ("https://mastodon.social/@a", "mastodon.art", "mastodon.social"),
        ("@a@evilbotsin.space", "botsin.space", "evilbotsin.space"),
        ("@a@Mastodon.Social", "mastodon.social", ""),
        ("@a@wales.example", "social.wales.example", ""),
        ("@a@social.wales.example", "wales.example", ""),
        ("@a", "mastodon.art", ""),
        ("@a@mastodon.social", "", ""),
    ],
)
def test_a_handle_of_another_server_contradicts_the_one_that_is_said(
    handle: str, server: str, contradicted: str
) -> None:
    assert contradicted_server(handle, server) == contradicted
