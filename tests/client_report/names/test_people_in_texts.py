"""Where an address, a handle or a number begins and ends, sign by sign."""

import pytest
from sociable.client_report.names.people_in_texts import ADDRESS, NUMBER, without_people


def told(said: str) -> str:
    return without_people(said, lambda _: "‹person›").replace(ADDRESS, "‹address›").replace(NUMBER, "‹number›")


STOPS = (
    '\x00\x1f \x7f"(),:;<>[\\]`\xa0'
    "\xa1\xa5\xa9\xab\xac\xae\xb1\xb4\xb6\xb7\xb9\xbb\xbd\xbf\xd7\xf7\u2010\u2019\u2027\u2030\u2044\u205e"
    "\u3000\u3001\u3003\u3008\u3010\u301f\ufe50\ufe60\ufe6a"
    "\uff01\uff08\uff0c\uff0f\uff1a\uff1f\uff3b\uff3d\uff3e\uff40\uff5b\uff60\uff65"
)
"""Signs that stand in no address of somebody."""

PARTS = (
    "\xaa\xb5\xba\xc0\xd6\xd8\xf6\xf8\u0301\u200b\u200c\u200d\u2060"
    "\u3005\u3006\u3007\u3021\uff10\uff21\uff3f\uff41\uff66"
)
"""Signs beside them that may."""


@pytest.mark.parametrize("sign", STOPS, ids=lambda sign: f"{ord(sign):x}")
def test_what_stands_in_no_address_stays(sign: str) -> None:
    assert told(f"x{sign}ann@example.org{sign}x") == f"x{sign}‹address›{sign}x"


@pytest.mark.parametrize("sign", PARTS, ids=lambda sign: f"{ord(sign):x}")
def test_what_may_stand_in_one_goes(sign: str) -> None:
    assert told(f"a{sign}nn@example.org") == "‹address›"


@pytest.mark.parametrize("sign", "!#$%&'*+/=?^{|}~.-_")
def test_signs_that_a_name_before_it_may_hold(sign: str) -> None:
    assert told(f"a{sign}nn@example.org") == "‹address›"


@pytest.mark.parametrize("sign", "!#$%&'*+/=?^{|}~")
def test_signs_that_end_a_server(sign: str) -> None:
    assert told(f"ann@example.org{sign}") == f"‹address›{sign}"


@pytest.mark.parametrize("sign", "!#$%&'*+/=?^{|}~")
def test_signs_that_end_a_handle(sign: str) -> None:
    assert told(f"{sign}@ann{sign}") == f"{sign}‹person›{sign}"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("ann@[a]", "‹address›"),
        (f"ann@[{'a' * 100}]", "‹address›"),
        ("ann@[]", "ann@[]"),
        ("ann@例え。テスト", "‹address›"),
        ("ann@例え｡テスト", "‹address›"),
        (f'"{"a" * 200}"@example.org', "‹address›"),
        ("ann@example.org/bob@example.com&eve@x.y z", "‹address› z"),
    ],
)
def test_servers(said: str, left: str) -> None:
    assert told(said) == left


@pytest.mark.parametrize("at", ["(at)", "[at]", "{at}", "( at )", " (at) ", " [ at ] ", "(ät)", "[a]", "{a}", " at "])
@pytest.mark.parametrize("dot", [".", "(dot)", "[dot]", "{dot}", " (dot) ", "( dot )", " [dot] ", " dot "])
def test_addresses_in_words(at: str, dot: str) -> None:
    if (at == " at ") == (dot == " dot "):
        assert told(f"ask ann{at}mail{dot}example{dot}org now") == "ask ‹address› now"


@pytest.mark.parametrize("at", ["%40", "&#64;", "&#064;", "&#00064;", "&#x40;", "&commat;", "&COMMAT;"])
def test_addresses_with_a_sign_by_its_number(at: str) -> None:
    assert told(f"ask ann{at}example.org now") == "ask ‹address› now"


@pytest.mark.parametrize(
    "number",
    [
        *("+1.202.555", "01234.56789.01234", "089.12.34.56.78", "123.22.333.4444.55555.66", "+49.170.123"),
        *("12345.12345.12345.12345.12345.12345", "123.12.12"),
    ],
)
def test_numbers_with_dots(number: str) -> None:
    for said in (number, f"({number})", f"ring {number}, please", f"tel{number}", f"Fon{number}", f"Mobil{number}"):
        assert told(said) == said.replace(number, "‹number›")


@pytest.mark.parametrize(
    "said",
    [
        *(
            "0.12.34",
            "0170.12.34",
            "1.2.3",
            "12.1.2",
            "1.12.2026",
            "28.11.2026",
            "2026.11.28",
            "2026.1.2",
            "3.141",
            "1.5",
            "99.5",
            "v10.1.2",
        ),
        *("1.22.33.44.55.66.77.88", "123456.12.34", "0.12.3", "0.12.345678", "x0.12.34"),
    ],
)
def test_other_figures_with_dots(said: str) -> None:
    assert told(said) == said


@pytest.mark.parametrize("sign", ["+", "\uff0b"])
@pytest.mark.parametrize(
    "number", ["1234567", "1 (23)-/45", "12345678", "1      7", f"1{' ' * 40}2", "43 1 58801", "1x7890123"]
)
def test_short_numbers_with_a_plus(sign: str, number: str) -> None:
    assert told(f"{sign}{number}") == ("‹number›" if "x" not in number else f"{sign}{number}")


@pytest.mark.parametrize("lead", ["tel", "Tel", "phone", "Telefon", "mobil", "fon"])
def test_numbers_right_behind_what_they_are(lead: str) -> None:
    assert told(f"{lead}0170 1234567") == f"{lead}‹number›"
    assert told(f"x{lead}y0170 1234567") == f"x{lead}y0170 1234567"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("0170 1234567x1", "‹number›"),
        ("0170 1234567x123456", "‹number›"),
        ("0170 1234567x", "‹number›x"),
        ("0170 1234567er", "‹number›er"),
        ("0170 1234567th", "‹number›th"),
        ("0170 1234567abcd", "0170 1234567abcd"),
    ],
)
def test_what_may_follow_a_number(said: str, left: str) -> None:
    assert told(said) == left


SITES = (
    *("x.com/", "twitter.com/", "instagram.com/", "facebook.com/", "fb.com/", "threads.net/", "threads.com/"),
    *("tiktok.com/", "twitch.tv/", "kick.com/", "pinterest.com/", "tumblr.com/", "vk.com/", "t.me/", "telegram.me/"),
    *("linkedin.com/in/", "reddit.com/u/", "reddit.com/user/", "old.reddit.com/user/", "bsky.app/profile/"),
    *("xing.com/profile/", "quora.com/profile/", "snapchat.com/add/", "youtube.com/c/", "youtube.com/user/"),
    "youtube.com/channel/",
)


@pytest.mark.parametrize("site", SITES)
def test_profiles(site: str) -> None:
    for lead in ("", "https://", "http://", "www.", "https://www.", "m.", "mobile.", "HTTPS://WWW."):
        for end in ("", "/", "?a=b", "#c"):
            assert told(f"see {lead}{site}ann-h{end} now") == f"see {lead}{site}‹person›{end} now"
    assert told(f"see my{site}ann-h now") == f"see my{site}ann-h now"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("u/ann", "‹person›"),
        ("/u/ann-h_2", "‹person›"),
        ("u/an", "u/an"),
        (f"u/{'a' * 20}", "‹person›"),
        (f"u/{'a' * 21}", f"u/{'a' * 21}"),
        ("menu/ann", "menu/ann"),
        ("a/u/ann", "a/u/ann"),
        ("ann.bsky.socially", "ann.bsky.socially"),
        ("ann#1234", "‹person›"),
        ("ann#123", "ann#123"),
        ("ann#12345", "ann#12345"),
        ("@ann:a.example:8", "‹person›"),
        ("@ann:a.example:84484", "‹person›"),
        ("@ann:a.example:844848", "‹person›:844848"),
        ("@ann:next", "‹person›:next"),
        ("https://ann:word@example.org/x", "https://‹address›example.org/x"),
        ("example.org/?to=ann@example.org", "example.org/?to=‹address›"),
        ("see a-b.example.co/@ann", "see a-b.example.co/‹person›"),
        ("https://x.y/(ann@example.org)", "https://x.y/(‹address›)"),
        ("https://wa.me/491701234567", "https://wa.me/‹number›"),
        (".@ann.", ".‹person›."),
        ("a.@ann", "a.‹person›"),
        ("ann@example.org-", "‹address›-"),
        ("-@ann", "-‹person›"),
    ],
)
def test_what_is_a_person(said: str, left: str) -> None:
    assert told(said) == left


@pytest.mark.parametrize("at", "@\uff20\ufe6b")
def test_each_sign_that_stands_for_at(at: str) -> None:
    assert told(f"ann{at}example.org") == "‹address›"
    assert told(f"({at}anna.huber)") == "(‹person›)"
    assert told(f"({at}anna{at}mail.example.org)") == "(‹person›)"
    assert told(f"https://mail.example.org/{at}anna.h") == "https://mail.example.org/‹person›"


@pytest.mark.parametrize("sign", "<>\"'`)] ")
def test_signs_that_end_a_link(sign: str) -> None:
    assert told(f"https://x.example/a{sign}o'brien/x@example.org") == f"https://x.example/a{sign}‹address›"


@pytest.mark.parametrize("name", ["a.b", "a+b", "a%2Eb", "a-b", "a_b"])
def test_addresses_in_links(name: str) -> None:
    for before in ("?to=", "x/", "?a=b&c=", "#"):
        said = f"https://x.example/{before}{{}}&d=e"
        assert told(said.format(f"{name}@mail-1.example.org")) == said.format("‹address›")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (f"ann@[{'a' * 101}]", f"ann@[{'a' * 101}]"),
        ('"a"@example.org', "‹address›"),
        ("@ann:a.b-c.example.org:", "‹person›:"),
        ("@ann:example.org: yes", "‹person›: yes"),
        ("@an", "‹person›"),
        ("@a", "‹person›"),
        ("xann-h.bsky.social", "‹person›"),
        ("@anna@b.example.org", "‹person›"),
    ],
)
def test_the_shortest_and_longest(said: str, left: str) -> None:
    assert told(said) == left
