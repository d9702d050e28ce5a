"""Addresses, handles and numbers of people in any text, as their shape tells: rather too much than too little."""

import re
from collections.abc import Callable

from sociable.text.phone_numbers import PHONE

ADDRESS, NUMBER = "‹address›", "‹number›"

_STOPS = (
    r"\s\x00-\x20\"(),:;<>@\[\\\]`\x7f"  # of ASCII what stands in no mail address
    r"\xa1-\xa9\xab\xac\xae-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u2010-\u2027\u2030-\u205e"  # signs and quotation marks
    r"\u3001-\u3003\u3008-\u301f\ufe50-\ufe6b\uff01-\uff0c\uff0f\uff1a-\uff20\uff3b-\uff3e\uff40\uff5b-\uff65"  # wide
)
_SIGNS = "!#$%&'*/=?^{|}~"
_L = f"[^{_STOPS}]"
"""What stands before the ``@`` of a mail address."""

_P, _N, _H, _C = (f"[^{_STOPS}{_SIGNS}{more}]" for more in ("", "+", "+.", "+.-"))
"""What names are made of in any script, with ``+``, ``.`` and ``-``, with ``.`` and ``-``, with ``-``, and without.

With the marks and invisible signs in them that ``\\w`` leaves out.
"""

LETTER = f"[^{_STOPS}{_SIGNS}+.\\-0-9_]"
"""What words are made of in any script."""

AT_SIGNS = "@\uff20\ufe6b"
_AT = f"[{AT_SIGNS}]"
_SERVER = rf"(?:\[[^\]\s]{{1,100}}\]|(?:{_N}|[\u3002\uff61])*{_C})"
_IN_WORDS = r"(?:\s?[(\[{]\s?(?:at|ät|a)\s?[)\]}]\s?|%40|&#0*64;|&#x40;|&commat;)"
_DOT = r"(?:\.|\s?[(\[{]\s?dot\s?[)\]}]\s?)"

_URL = re.compile(r"((?:https?://|(?<![\w.@/-])(?=(?:[\w-]+\.)+[a-z]{2,}/))[^\s<>\"'`)\]]+)", re.IGNORECASE)
_MAIL = re.compile(
    rf"(?<!{_L})(?<!{_AT})({_L}++|\"[^\"\n]{{1,200}}\")"
    rf"({_AT}{_SERVER}(?:(?!{_N}){_L}++{_AT}{_SERVER})*)"  # several, with a stroke or the like between
)
_MAIL_IN_URL = re.compile(rf"(?<=//)[^/@\s]++@|(?<![\w.+%-])(?<!{_AT})[\w.+%-]++@(?:[\w.-]*\w)")
_MAIL_IN_WORDS = re.compile(
    rf"(?<!{_P}){_P}++(?:{_IN_WORDS}{_C}{_H}*+(?:{_DOT}{_C}{_H}*+)+"
    rf"| at {_C}{_H}*+(?: dot {_C}{_H}*+)+)",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    rf"(?<!{_C}){_AT}{_C}(?:{_N}*{_C})?(?:{_AT}{_N}*{_C}|:(?:{_C}{_H}*+\.)+{_C}+(?::\d{{1,5}}(?!\d))?)?"
)
_OF_SITES = re.compile(
    rf"(?<![\w/])/?u/(?P<reddit>[\w-]{{3,20}})(?!\w)"
    rf"|(?<!{_N})(?P<bluesky>{_H}++\.bsky\.social)(?!\w)"
    rf"|(?<!{_N})(?P<discord>{_N}++#\d{{4}})(?!\d)"
)
_PROFILE = re.compile(
    r"(?=[a-z])(?<![\w.-])(?P<site>(?:https?://)?(?:www\.|m\.|mobile\.)?(?:"
    r"(?:x|twitter|instagram|facebook|fb|threads|tiktok|twitch|kick|pinterest|tumblr|vk)\.(?:com|net|tv)/"
    r"|(?:t|telegram)\.me/|linkedin\.com/in/|(?:old\.)?reddit\.com/(?:u|user)/|bsky\.app/profile/|xing\.com/profile/"
    r"|quora\.com/profile/|snapchat\.com/add/|youtube\.com/(?:c|user|channel)/))(?P<name>[^/?#\s@]+)",
    re.IGNORECASE,
)
_DOTTED = r"(?!\d\d?\.\d\d?\.\d)(?!\d{4}\.\d\d?\.\d)\+?\d{1,5}(?:\.\d{2,5}){2,5}(?![\d.])"
_PHONE = re.compile(
    rf"(?=[+\uff0b\d])(?:(?<!\w)|(?<=tel)|(?<=fon)|(?<=phone)|(?<=mobil))"
    rf"(?:[+\uff0b]?{PHONE}|[+\uff0b]\d[\d ()/-]{{5,40}}\d(?!\d)|{_DOTTED})"
    r"(?:x\d{1,6})?(?!\w{4})",
    re.IGNORECASE,
)


def without_people(text: str, person: Callable[[str], str]) -> str:
    """The text without them; ``person`` says what stands for a handle or the name of a profile."""
    pieces = _URL.split(text)
    return "".join(_in_url(each, person) if at % 2 else _in_words(each, person) for at, each in enumerate(pieces))


def _in_url(url: str, person: Callable[[str], str]) -> str:
    url = _PROFILE.sub(lambda match: match["site"] + person(match["name"]), url)
    url = _MAIL_IN_WORDS.sub(ADDRESS, _MAIL_IN_URL.sub(ADDRESS, url))
    return _PHONE.sub(NUMBER, _HANDLE.sub(lambda match: person(match[0]), url))


def _in_words(text: str, person: Callable[[str], str]) -> str:
    def handle(match: re.Match[str]) -> str:
        return person(match[0])

    def mail(match: re.Match[str]) -> str:
        before, server = match.groups()
        local = before.lstrip("!#$%&'*+/=?^{|}~.-")
        if not local or (local.endswith(".") and "." not in server):
            return before + _HANDLE.sub(handle, server)  # a mention behind a sign: `.@somebody`
        return before.removesuffix(local) + ADDRESS

    text = _MAIL_IN_WORDS.sub(ADDRESS, _MAIL.sub(mail, text))
    return _PHONE.sub(NUMBER, _OF_SITES.sub(handle, _HANDLE.sub(handle, text)))
