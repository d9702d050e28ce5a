"""Keys in files: which are found, which are not, and that no report shows one."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.output.excerpt import excerpt
from sociable.output.formats import formats_of, write
from sociable.pipeline import Request, check
from sociable.text.secret_patterns import SHAPES, find, hidden, hidden_part
from sociable.text.source import Source, Span
from sociable.text.style import Style

BODY = "4bCdEfGh1jKlMn0pQrStUvWxYz"
"""The keys are put together here, so that nobody's search for keys finds them in this file."""

KEYS = {
    "a Slack token": "xox" + "b-1234567890-" + BODY,
    "a Slack web hook": "https://hooks.slack" + ".com/services/T0123ABCD/B0123ABCD/" + BODY,
    "a Discord web hook": "https://discord.com" + "/api/webhooks/123456789012345678/" + BODY * 3,
    "a Telegram bot token": "123456789" + ":AA" + BODY + "0123456",
    "a Meta access token": "EAA" + BODY * 4,
    "an X bearer token": "A" * 22 + BODY * 2,
    "a Google API key": "AIza" + BODY + "012345678",
    "an AWS access key": "AKIA" + "0123456789ABCDEF",
    "a GitHub token": "gh" + "p_" + BODY + "0123456789",
    "a key of an AI service": "sk" + "-proj-" + BODY * 2,
    "a Stripe key": "sk" + "_live_" + BODY,
    "a SendGrid key": "SG" + "." + BODY[:22] + "." + (BODY * 2)[:43],
    "a signed token": "eyJ" + BODY + ".eyJ" + BODY + "." + BODY,
    "a token that opens an account": "Authorization: Bearer " + BODY,
    "a password in a web address": "https://museum:" + "r4nd0m-w0rds@example.org",
    "a key in a web address": "https://example.org/feed?tok" + f"en={BODY}",
    "a key in a header": '{"name": "X-API-' + f'KEY", "value": "{BODY}"}}',
    "a key in a program": "const API_" + f"KEY = '{BODY}';",
    "a private key": "-----BEGIN RSA " + f"PRIVATE KEY-----\n{BODY}\n{BODY}\n-----END RSA " + "PRIVATE KEY-----",
}


def test_there_is_a_key_for_every_shape() -> None:
    assert {shape.what for shape in SHAPES} == KEYS.keys()


@pytest.mark.parametrize("what", KEYS)
def test_a_key_is_found_wherever_it_stands(what: str) -> None:
    key = KEYS[what]
    for text in (key, f'post: "{key}"', f"# {key}\nid: a", f"({key})"):
        (found,) = find(text)
        assert found.what == what
        assert text[found.start : found.end] in key


def test_a_key_whose_maker_is_known_is_told_once_also_where_it_is_called_a_bearer() -> None:
    for what in ("a signed token", "an AWS access key", "a GitHub token"):
        (found,) = find(f"Authorization: Bearer {KEYS[what]}")
        assert found.what == what


def test_all_of_a_key_is_hidden_also_where_only_its_beginning_has_a_known_shape() -> None:
    assert BODY not in hidden(f"Authorization: Bearer {KEYS['an AWS access key']}.{BODY}")


@pytest.mark.parametrize("what", KEYS)
def test_every_shape_bears_its_mark(what: str) -> None:
    """Whoever looks for the mark alone misses nothing."""
    assert any(shape.mark in KEYS[what] for shape in SHAPES if shape.what == what)


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer {{ secrets.museum_key }}",
        "Authorization: Bearer YOUR_ACCESS_TOKEN_GOES_HERE",
        "Bearer of 1000 good news, and of some that are not",
        "xoxb-your-token-here-please-fill-in",  # no figure in it
        "ghp_" + "x" * 36,
        "sk-" + "1" * 48,
        "https://example.org/feed?token=YOUR_TOKEN_2_HERE",
        "https://example.org/feed?page=" + BODY,
        '{"name": "X-API-Key", "value": "{{ $env.SECRET_NUMBER_2 }}"}',
        '{"name": "Content-Type", "value": "' + BODY + '"}',
        "const token = '0x" + BODY + "';",  # the address of a coin
        "const table = '" + BODY + "';",
        "help-desk-" + BODY * 2,  # the mark is the end of a word
        "https://user:password@example.org",
        "https://user:{{ secrets.password }}@example.org",
        "https://example.org:8080/a@b",
        "https://example.org/news.xml?at=10:30:00@home",
        "BEGIN PUBLIC KEY----- " + BODY,
        "12345678:AB" + BODY + "0123456",
        BODY * 4,
    ],
)
def test_what_only_looks_like_a_key_is_none(text: str) -> None:
    assert find(text) == []
    assert hidden(text) == text


def test_keys_are_told_in_the_order_of_the_text() -> None:
    names = ["a Slack token", "a Google API key", "a Slack token"]
    assert [key.what for key in find(" ".join(KEYS[name] for name in names))] == names


@pytest.mark.parametrize("what", KEYS)
def test_nothing_moves_when_a_key_is_hidden(what: str) -> None:
    text = f"before {KEYS[what]} after\nnext line"
    (key,) = find(text)
    shown = hidden(text)
    assert text[key.start : key.end] not in shown
    assert BODY not in shown
    assert (len(shown), shown.count("\n")) == (len(text), text.count("\n"))
    assert (shown[: key.start], shown[key.end :]) == (text[: key.start], text[key.end :])


@given(st.sampled_from(sorted(KEYS)), st.data())
@settings(deadline=None)
def test_a_part_shows_nothing_of_a_key_that_reaches_into_it(what: str, data: st.DataObject) -> None:
    text = f"before {KEYS[what]} after"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert hidden_part(text, start, end) == hidden(text)[start:end]


def test_no_line_of_a_private_key_is_shown() -> None:
    text = f"notes: |\n{KEYS['a private key']}\n"
    lines = [line.text for line in excerpt(Span(Source("a.yml", text), 0, len(text)), 80)]
    assert len(lines) == 3
    assert BODY not in "".join(lines)


@pytest.mark.parametrize("format_name", sorted(formats_of("report")))
def test_no_report_shows_a_key(format_name: str) -> None:
    """Nor a part of it: not in the finding about it, nor in those about the text, the name and the key beside it."""
    token = KEYS["a Slack token"]
    file = f"""sociable: 1
accounts:
  shop: {{platform: x, handle: "@shop", {token}: 1}}
automations:
  - id: {token}
    account: {token}
    when: unfollowed
    do:
      - post: "{{{{ event.user.handle }}}} left. {"x" * 40} {token}"
      - story: "{token}"
"""
    report = check(Request((), stdin=("a.yml", file.encode()), why=True))
    assert {"secret-in-file", "unfollow-shaming", "unknown-account", "not-understood"} <= {
        finding.rule for finding in report.findings
    }
    out = io.StringIO()
    write("report", report, out, format_name, Style(verbose=True))
    for part in (token[8:], BODY[:8]):
        assert part not in out.getvalue()
