"""Keys in files: which are found, which are not, and that no report shows one."""

import io
import re
from base64 import b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.output.excerpt import excerpt
from sociable.output.formats import formats_of, write
from sociable.pipeline import Request, check
from sociable.text import secret_patterns
from sociable.text.secret_patterns import SHAPES, find, hidden, hidden_by_shape, hidden_part
from sociable.text.source import Source, Span
from sociable.text.style import Style
from sociable.text.wording import short

BODY = "4bCdEfGh1jKlMn0pQrStUvWxYz"
"""The keys are put together here, so that nobody's search for keys finds them in this file."""

HOOK, OTHER_HOOK = ".com/services/T0123ABCD/B0123ABCD/", "/api/webhooks/123456789012345678/"
KEY = "PRIVATE KEY-----"
HEX = "09afb7c2d4e8136f" * 2
KEYS = {
    "a password for programs on Slack (a token)": "xox" + "b-1234567890-" + BODY,
    "an address by which whoever knows it writes on Slack (a web hook)": f"https://hooks.slack{HOOK}{BODY}",
    "an address by which whoever knows it writes on Discord (a web hook)": f"https://discord.com{OTHER_HOOK}{BODY * 3}",
    "the password of a Telegram bot (a token)": "123456789" + ":AA" + BODY + "0123456",
    "a password for programs at Meta (an access token)": "EAA" + BODY * 4,
    "a password for programs on X (a bearer token)": "A" * 22 + BODY * 2,
    "a password for programs at Google (an API key)": "AIza" + BODY + "012345678",
    "a password for programs at Amazon Web Services (an access key)": "AKIA" + "0123456789ABCDEF",
    "a password for programs on GitHub (a token)": "gh" + "p_" + BODY + "0123456789",
    "a password for programs at an AI service (a key)": "sk" + "-proj-" + BODY * 2,
    "a password for programs at Stripe (a key)": "sk" + "_live_" + BODY,
    "a password for programs at SendGrid (a key)": "SG" + "." + BODY[:22] + "." + (BODY * 2)[:43],
    "a signed password for programs (a token)": "eyJ" + BODY + ".eyJ" + BODY + "." + BODY,
    "a password by which a program opens an account (a token)": "Authorization: Bearer " + BODY,
    "a password for programs on GitLab (a token)": "glp" + "at-" + BODY,
    "a password for programs at Shopify (a token)": "shp" + "at_" + "0123456789abcdef" * 2,
    "a password for programs at Hugging Face (a token)": "hf" + "_" + (BODY * 2)[:34],
    "a password for programs at npm (a token)": "np" + "m_" + (BODY * 2)[:36],
    "a password in a web address": "https://museum:" + "r4nd0m-w0rds@example.org",
    "a password for programs in a web address (a key)": "https://example.org/feed?tok" + f"en={BODY}",
    "a password for programs at Groq (a key)": "gs" + "k_" + BODY * 2,
    "a password for programs at fal.ai (a key)": f"Authorization: Key {HEX[:8]}-abcd-abcd-abcd-{HEX[:12]}:{HEX}",
    "a password for programs (a key by its name alone)": '{"name": "X-' + f'KEY", "value": "{HEX}"}}',
    "a password for programs (a key as the value of its name)": '{\\"x-api-' + f'key\\": \\"{BODY}\\"}}',
    "a password for programs (a key in a header)": '{"name": "X-API-' + f'KEY", "value": "{BODY}"}}',
    "a password for programs (a key in a program)": "const API_" + f"KEY = '{BODY}';",
    "a password for programs (a key in a setting)": "{access_tok" + f"en: {BODY}}}",
    "a password (in a setting)": "\nPass" + 'word="tR0ub4dor&3"\n',
    "a secret file by which a program proves who it is (a private key)": "\n".join(
        (f"-----BEGIN RSA {KEY}", BODY, BODY, f"-----END RSA {KEY}")
    ),
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
    for what in (
        "a signed password for programs (a token)",
        "a password for programs at Amazon Web Services (an access key)",
        "a password for programs on GitHub (a token)",
    ):
        (found,) = find(f"Authorization: Bearer {KEYS[what]}")
        assert found.what == what


def test_all_of_a_key_is_hidden_also_where_only_its_beginning_has_a_known_shape() -> None:
    assert BODY not in hidden(
        f"Authorization: Bearer {KEYS['a password for programs at Amazon Web Services (an access key)']}.{BODY}"
    )


def test_patterns_that_ask_for_a_name_are_tried_only_where_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """To compile them takes longer than to look for the names."""
    tried: list[str] = []

    def finditer(pattern: str, _: str) -> list[re.Match[str]]:
        tried.append(pattern)
        return []

    monkeypatch.setattr(re, "finditer", finditer)
    assert find("# until=2099-01-31 -- see shop.example/?id=4") == []
    assert tried == []
    find("?id=4 # the password of the door")
    assert len(tried) == 4


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
        "AKIA" + "IOSFODNN7EXAMPLE",  # from Amazon's manual
        "https://b.example/a?X-Amz-Credential=" + "AKIA" + "QNGCF4J7OA7CTIWR%2F2025",  # signed for whoever has the link
        "https://b.example/a?u=X-Amz-Credential%253D" + "AKIA" + "QNGCF4J7OA7CTIWR%252F2025",
        "https://b.example/a?AWSAccessKeyId=" + "AKIA" + "QNGCF4J7OA7CTIWR",
        "https://b.example/account/unsubscribe?token=" + BODY,  # leaves a mailing, and nothing else
        "https://b.example/opt-out?u=1&token=" + BODY,
        "url(data:font;base64,AC3h/" + "EAA" + BODY * 4 + ")",
        '{"name": "Authorization", "value": "Basic ' + b64encode(b"museum1:YOUR_AUTH_TOKEN_HERE").decode() + '"}',
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
    assert hidden_by_shape(text) == text


def test_keys_are_told_in_the_order_of_the_text() -> None:
    names = [
        "a password for programs on Slack (a token)",
        "a password for programs at Google (an API key)",
        "a password for programs on Slack (a token)",
    ]
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
    text = f"notes: |\n{KEYS['a secret file by which a program proves who it is (a private key)']}\n"
    lines = [line.text for line in excerpt(Span(Source("a.yml", text), 0, len(text)), 80)]
    assert len(lines) == 3
    assert BODY not in "".join(lines)


@pytest.mark.parametrize("format_name", sorted(formats_of("report")))
def test_no_report_shows_a_key(format_name: str) -> None:
    """Nor a part of it: not in the finding about it, nor in those about the text, the name and the key beside it."""
    token = KEYS["a password for programs on Slack (a token)"]
    file = f"""sociable: 1
accounts:
  shop: {{platform: x, handle: "@shop", {token}: 1, password: {BODY[::-1]}}}
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
    for part in (token[8:], BODY[:8], BODY[::-1][:8]):
        assert part not in out.getvalue()


def made(signs: str, length: int) -> str:
    """A key in which each of these signs stands, from a figure on."""
    return ("7" + signs * length)[:length]


LETTERS = "aAzZ09"
WORD = f"{LETTERS}_-"
FEWEST = [
    *(("a password for programs on Slack (a token)", f"xox{kind}-", f"{LETTERS}-", 20, "") for kind in "abeoprs"),
    (
        "an address by which whoever knows it writes on Slack (a web hook)",
        "hooks.slack" + ".com/services/T12345/B12345/",
        f"{LETTERS}_",
        20,
        "",
    ),
    ("an address by which whoever knows it writes on Discord (a web hook)", f"/api/webhooks/{'1' * 15}/", WORD, 50, ""),
    ("an address by which whoever knows it writes on Discord (a web hook)", f"/api/webhooks/{'1' * 25}/", WORD, 50, ""),
    ("the password of a Telegram bot (a token)", "12345678" + ":AA", WORD, 33, " "),
    ("the password of a Telegram bot (a token)", "00000000" + ":AA", WORD, 33, " "),
    ("a password for programs at Meta (an access token)", "EAA", LETTERS, 80, ""),
    ("a password for programs on X (a bearer token)", "A" * 20, f"{LETTERS}%", 30, ""),
    ("a password for programs at Google (an API key)", "AIza", WORD, 35, " "),
    ("a password for programs at Amazon Web Services (an access key)", "AKIA", "AZ09BC", 16, " "),
    *(
        ("a password for programs on GitHub (a token)", prefix, f"{LETTERS}_", 36, "")
        for prefix in ("ghp_", "gho_", "ghu_", "ghs_", "ghr_")
    ),
    ("a password for programs on GitHub (a token)", "github_pat_", f"{LETTERS}_", 36, ""),
    ("a password for programs at an AI service (a key)", "sk-", WORD, 40, ""),
    *(
        ("a password for programs at Stripe (a key)", prefix, LETTERS, 20, "")
        for prefix in ("sk" + "_live_", "rk" + "_live_")
    ),
    ("a password for programs at SendGrid (a key)", "SG" + ".", WORD, 22, "." + "a" * 43 + " "),
    ("a password for programs at SendGrid (a key)", "SG" + "." + "a1B2c3" * 3 + "abcd.", WORD, 43, " "),
    ("a signed password for programs (a token)", "eyJ", WORD, 15, ".eyJ" + "a" * 15 + "." + "a" * 20),
    ("a signed password for programs (a token)", "eyJ" + "a" * 15 + ".eyJ", WORD, 15, "." + "a" * 20),
    ("a signed password for programs (a token)", "eyJ" + "a" * 15 + ".eyJ" + "a" * 15 + ".", WORD, 20, ""),
    *(
        ("a password by which a program opens an account (a token)", f"{mark} ", f"{LETTERS}._~+/-", 20, "")
        for mark in ("Bearer", "bearer")
    ),
    ("a password for programs on GitLab (a token)", "glp" + "at-", WORD, 20, ""),
    ("a password for programs at Shopify (a token)", "shp" + "at_", "aAfF09b", 32, " "),
    ("a password for programs at Hugging Face (a token)", "hf" + "_", LETTERS, 34, " "),
    ("a password for programs at npm (a token)", "np" + "m_", LETTERS, 36, " "),
    ("a password in a web address", "://u:", "aA0!#%", 6, "@"),
    ("a password in a web address", f"://{'u' * 80}:", "aA0!#%", 6, "@"),
    *(("a password for programs in a web address (a key)", f"{sign}token=", WORD, 16, "") for sign in "?&;"),
    ("a password for programs at Groq (a key)", "gs" + "k_", LETTERS, 52, " "),
    ("a password for programs at fal.ai (a key)", "key 01234567-89ab-cdef-0123-456789abcdef:", "09afb7", 32, ""),
    ("a password for programs (a key by its name alone)", '"name": "key", "value": "', "09afb7", 32, '"'),
    ("a password for programs (a key as the value of its name)", '"api_key": "', WORD, 20, '"'),
    ("a password for programs (a key in a header)", '"name": "token", "value": "', f"{LETTERS}_.~+/=-", 20, '"'),
    *(
        ("a password for programs (a key in a program)", f"token = {quote}", WORD, 20, quote)
        for quote in ("'", '"', '\\"')
    ),
    *(
        ("a password for programs (a key in a setting)", before, f"{LETTERS}ab", 20, after)
        for before, after in (("token: ", ""), ("token=", ""), ("token: '", "'"))
    ),
    ("a password (in a setting)", "Password = '", "aA0!#%", 8, "'"),
    (
        "a secret file by which a program proves who it is (a private key)",
        "PRIVATE " + "KEY-----",
        "aA0+/=\n ",
        40,
        "-----END ",
    ),
]


@pytest.mark.parametrize(("what", "before", "signs", "fewest", "after"), FEWEST)
def test_a_key_is_found_from_its_shortest_on(what: str, before: str, signs: str, fewest: int, after: str) -> None:
    assert [key.what for key in find(f"{before}{made(signs, fewest)}{after}")] == [what]
    assert find(f"{before}{made(signs, fewest - 1)}{after}") == []


@pytest.mark.parametrize(
    ("before", "signs", "most", "after"),
    [
        ("12345678" + ":AA", WORD, 33, ""),
        ("AIza", WORD, 35, ""),
        ("AKIA", "AZ09BC", 16, ""),
        ("SG" + "." + "a1B2c3" * 3 + "abcd.", WORD, 43, ""),
        ("://u:", "aA0!#%", 200, "@"),
        ("?token=", WORD, 200, ""),
        ('"name": "token", "value": "', f"{LETTERS}.~+/=-", 200, '"'),
        ("token = '", WORD, 200, "'"),
        ("token: ", LETTERS, 200, ""),
        ("Password = '", "aA0!#%", 64, "'"),
        ("PRIVATE " + "KEY-----", "aA0+/=", 20_000, "-----END "),
    ],
)
def test_what_is_longer_than_a_key_can_be_is_none(before: str, signs: str, most: int, after: str) -> None:
    assert find(f"{before}{made(signs, most)}{after}") != []
    assert find(f"{before}{made(signs, most + 1)}{after}") == []


NAMES = [
    *(f"{first}{between}key" for between in ("", "_", "-") for first in ("api", "Secret")),
    *(f"{first}{between}token" for between in ("", "_", "-") for first in ("access", "AUTH")),
    *("client_secret", "client-secret", "clientsecret", "token", "Secret", "password"),
]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_key_is_known_however_it_is_written(name: str) -> None:
    key = made(WORD, 24)
    for text in (f"?{name}={key}", f'"name" : "{name}" , "value" : "{key}"', f"x {name} = '{key}'", f"{name}='{key}'"):
        assert [text[found.start : found.end] for found in find(text)] == [key]


@pytest.mark.parametrize(
    "head", ["X-Token", "x-acme-api-key", "authorization", "Authorization", "X-Authorization", "X-Acme-Secret"]
)
@pytest.mark.parametrize("kind", ["", "=", "token ", "Basic ", "key ", "=Token "])
def test_a_key_in_a_header_is_all_behind_its_kind(head: str, kind: str) -> None:
    (found,) = find(text := f'{{"name": "{head}", "value": "{kind}{made(LETTERS, 20)}"}}')
    assert text[found.start : found.end] == made(LETTERS, 20)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('"name": "app_secret", "type": "string", "value": "{}"', True),
        ('"name": "x-rapid' + 'api-key", "value": "{}"', True),
        ('"name": "access_key", "value": "{}"', True),
        ('"name": "WEATHER_KEY", "type": "string", "value": "={}"', True),
        ('"name": "INDEXNOW_KEY", "type": "string", "value": "{}"', False),  # stands on a page for everybody to read
        ('"name": "public_key", "value": "{}"', False),
        ('"name": "keyword", "value": "{}"', False),
        ("'x-api-key': '{}'", True),
        ('"postman-token": "{}"', False),
        ('"monkey": "{}"', False),
    ],
)
def test_a_name_says_that_a_row_of_signs_is_a_key(written: str, told: bool) -> None:
    assert len(find(written.format(HEX))) == told


@pytest.mark.parametrize(
    "written",
    [
        'Tok{}en="{}"',
        'Tok{}en = "{}" # of the club',
        "Access" + "Tok{}en='{}'",
        "access_tok{}en: {}",
        "  - MUSEUM_TOK{}EN: {}  # of the club",
        "client_sec{}ret: '{}'",
        "export SHOP_TOK{}EN={}",
        "env: {{SHOP_TOK{}EN: {}, LANG: de}}",
        "{{ api_k{}ey: '{}' }}",
        "a: 1\r\ntok{}en: {}\r\nb: 2",
    ],
)
@pytest.mark.parametrize(
    "key", [BODY, f"{BODY[:24]}.Cl2FMQ.{BODY}", f"{HEX[:8]}-abcd-abcd-abcd-{HEX[:12]}", f"{BODY}+/4=="]
)
def test_a_key_in_a_setting_is_found(written: str, key: str) -> None:
    text = written.format("", key)
    assert [text[found.start : found.end] for found in find(text)] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "token: MUSEUM_ACCESS_TOKEN_2",  # the name of a variable
        "token: ${{ secrets.MUSEUM_TOKEN_2 }}",
        "token: ${MUSEUM_ACCESS_TOKEN_NUMBER_2}",
        "token: secrets.museum_access_token_2",
        "token: steps.app-token-2.outputs.token",
        "secret: museum-mastodon-access-token-2026",
        "client_secret: projects/museum/secrets/mastodon/versions/2",
        "token_file: /run/secrets/" + BODY,
        "token: /run/secrets/mastodon-token-2",
        "page_token: " + BODY,
        "nextPageToken: " + BODY,
        "sync-token: " + BODY,
        "token: <" + BODY + ">",
        "token: your-" + BODY,
        "Our token: " + BODY + " opens the door",
        "say the token: " + BODY,
        "tokens: " + BODY,
        "keyword: " + BODY,
        "tok" + "en: sha256:" + BODY,
        'Password="yourPassword2"',
        'Password="ChangeMe2026"',
        'Password="Passw0rd!"',
        'Password="hunter22"',  # any word, with a figure
        'Password="$MUSEUM_Pw2"',
        'Password="Ab1"',
        "Password: tR0ub4dor&3",  # what a post tells its readers
        'post: "the Password="tR0ub4dor&3""',
    ],
)
def test_what_a_setting_only_calls_a_key_is_none(text: str) -> None:
    assert find(text) == []


PLACEHOLDERS = ["0x", "YOUR", "here", "Placeholder", "example", "xxxx", "1234567", "insert", "replace", "change"]


@pytest.mark.parametrize("placed", PLACEHOLDERS)
def test_what_stands_for_a_key_is_none(placed: str) -> None:
    assert find(f"?token={placed}{made(LETTERS, 20)}") == []
    assert len(find(f"?token=a0b{made(LETTERS, 20)}")) == 1


def test_a_name_that_is_far_from_a_key_does_not_make_it_one() -> None:
    key = made(WORD, 20)
    assert len(find(f"token{' ' * 55}= '{key}'")) == 1
    assert find(f"token{' ' * 56}= '{key}'") == []


@pytest.mark.parametrize(("key", "is_one"), [("12345" * 4, False), ("123456" * 4, True), ("abcdef" * 4, False)])
def test_a_key_has_a_figure_and_several_signs(key: str, is_one: bool) -> None:
    assert bool(find(f"?token={key}")) == is_one


@pytest.mark.parametrize("before", ["a", "Z", "0", "_", ".", "-"])
@pytest.mark.parametrize("mark", ["ghp_", "sk-", "AKIA", "xox" + "b-", "SG" + ".", "eyJ"])
def test_the_mark_of_a_key_within_a_word_is_none(before: str, mark: str) -> None:
    (key,) = {key for key in KEYS.values() if key.startswith(mark)}
    assert find(f"{before}{key}") == []
    assert len(find(f"({key}")) == 1


@pytest.mark.parametrize("behind", ["a", "0", ".", "{", "$", "-x"])
def test_a_value_that_goes_on_behind_a_key_is_none(behind: str) -> None:
    assert find(f"?token={made(LETTERS, 200)}{behind}") == []


@pytest.mark.parametrize(
    "before",
    [
        *("hooks.slack" + f".com/services/{address}/" for address in ("T1234/B12345", "T12345/B1234")),
        *(f"/api/webhooks/{'1' * figures}/" for figures in (14, 26)),
        *(f"{figures}:AA" for figures in ("1234567", "a2345678", "")),
        *(f"://{'u' * letters}:" for letters in (0, 81)),
    ],
)
def test_what_stands_before_a_key_has_a_length(before: str) -> None:
    assert find(f"{before}{made(LETTERS, 33)}@") == find(f"{before}{made(LETTERS, 50)}@") == []


@pytest.mark.parametrize("sign", [*" \n/:@\"'{}"])
def test_a_web_address_ends_where_no_user_and_no_password_goes_on(sign: str) -> None:
    assert len(find("://us:pa!55wOrd@")) == 1
    assert find(f"://u{sign}:pa!55wOrd@") == []
    assert find(f"://us:pa{sign}55wO@") == []


def test_a_header_needs_no_spaces_and_may_ask_for_a_key() -> None:
    assert len(find(f'"name":"token","value":"{made(LETTERS, 20)}"')) == 1
    assert len(find(f'"name" :  "token" ,  "value" :  "{made(LETTERS, 20)}"')) == 1
    assert find(f'"name":"token","value":"insert-it-{made(LETTERS, 20)}"') == []


def test_between_two_keys_everything_stays() -> None:
    first, second = (
        KEYS["a password for programs at Amazon Web Services (an access key)"],
        KEYS["a password for programs on GitHub (a token)"],
    )
    assert hidden(f"{first} and {second}") == f"{'*' * len(first)} and {'*' * len(second)}"


def test_a_key_within_another_leaves_nothing_of_it_behind() -> None:
    inner = KEYS["a password for programs at Amazon Web Services (an access key)"]
    assert hidden(f"https://u:x!{inner}!y0@example.org") == f"https://u:{'*' * (len(inner) + 5)}@example.org"


def test_a_short_text_holds_no_key_and_one_a_little_longer_may() -> None:
    assert hidden("://x:6chars@") == "://x:******@"
    assert hidden_by_shape("://:6chars@") == "://:6chars@"


ESCAPES = ["\\n", "\\t", "\\r", "\\b", "\\f", "\\u00e9", "\\u2028", "\\x0a", "%0A", "%c3%a9", "..."]


@pytest.mark.parametrize("escape", ESCAPES)
@pytest.mark.parametrize("what", KEYS)
def test_what_stands_behind_an_escape_begins_a_word(what: str, escape: str) -> None:
    """As a key in a text of several lines does, in an export and in what we write as JSON."""
    key = KEYS[what].removeprefix("const ")
    assert [found.what for found in find(f"It says:{escape}{key}")] == [what]


@pytest.mark.parametrize("word", ["n", "u00e9", "nn", "\\q", "\\u00g9"])
def test_what_is_no_escape_does_not(word: str) -> None:
    assert find(f"{word}{KEYS['a password for programs on GitHub (a token)']}") == []


@pytest.mark.parametrize(
    "text",
    [
        "unsubscribe from it. https://b.example/feed?token=" + BODY,
        "https://b.example/feed?token=" + BODY,
        "credential: " + "AKIA" + "QNGCF4J7OA7CTIWR",
        "https://b.example/a?key_id=" + "AKIA" + "QNGCF4J7OA7CTIWR",
    ],
)
def test_a_key_is_one_where_no_link_gives_it_out(text: str) -> None:
    assert len(find(text)) == 1


@pytest.mark.parametrize(
    "name", ["BOT_TOKEN", "SLACK_API_KEY", "botToken", "myClientSecret", "db-password", "x2Token", "a_b-secret"]
)
def test_the_name_of_a_key_may_end_a_longer_one(name: str) -> None:
    key = made(WORD, 24)
    for text in (f"const {name} = '{key}'", f'{name}="{key}"', f'{{"name": "{name}", "value": "{key}"}}'):
        assert [text[found.start : found.end] for found in find(text)] == [key]


@pytest.mark.parametrize(
    "name", ["mytoken", "Mytoken", "detoken", "tokens", "BOTTOKEN", "secretary", f"{'a' * 60}mytoken"]
)
def test_another_word_that_ends_so_is_no_name_of_a_key(name: str) -> None:
    key = made(WORD, 24)
    for text in (f"const {name} = '{key}'", f'{{"name": "{name}", "value": "{key}"}}'):
        assert find(text) == []


def test_of_three_keys_the_last_two_may_overlap() -> None:
    far, near = (
        KEYS["a password for programs on GitHub (a token)"],
        KEYS["a password for programs at an AI service (a key)"],
    )
    text = f"{far} and token = '{near}' and {far}"
    assert [text[found.start : found.end] for found in find(text)] == [far, near, far]
    assert hidden(text) == f"{'*' * len(far)} and token = '{'*' * len(near)}' and {'*' * len(far)}"


def test_a_mark_behind_a_plus_is_a_part_of_something_else() -> None:
    assert find("+" + KEYS["a password for programs at Meta (an access token)"]) == []


def test_a_key_is_hidden_before_a_text_is_cut() -> None:
    for key in KEYS.values():
        for before in ("", "x" * 10 + " ", "x" * 30 + " "):
            for most in (40, 50, 60):
                assert hidden(short(before + key, most)) == short(hidden(before + key), most)


def test_what_is_said_again_is_not_looked_through_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def stretches(text: str) -> list[tuple[int, int]]:
        looked.append(text)
        return []

    monkeypatch.setattr(secret_patterns, "_stretches", stretches)
    for _ in range(3):
        secret_patterns.hidden("A sentence that nothing else here says.")
    assert len(looked) == 1


@pytest.mark.parametrize(
    "before",
    [
        *(rf"x\{sign}" for sign in "_va0NLPe"),
        r"x\U0001F600",
        r"x\033",
        "x\x1b[0m",
        "x\x1b[38;2;255;100;0m",
        "x\x1b[K",
        "x\x1bM",
        "x\x1b(B",
        r"x\e[1;31m",
        r"\u001b[4m",
    ],
)
@pytest.mark.parametrize("key", ["ghp_" + "a1B2c3" * 6, "glpat-" + "a1B2c3" * 4, "hf_" + "a1B2c3" * 5 + "d4E5"])
def test_any_escape_and_any_code_of_a_terminal_begin_a_word(before: str, key: str) -> None:
    assert hidden(f'"{before}{key}"') == f'"{before}{"*" * len(key)}"'
