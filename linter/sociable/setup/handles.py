"""Handles in one form, however people write them: `alpha`, `@Alpha`, `@alpha@server` or the address of a profile."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import UNSTATED

PROFILE = (
    r"https?://(?:www\.|m\.)?(?P<host>[^/\s]+)/(?P<folder>(?:profile|users?|u|in|company)/)?(?P<at>@?)"
    r"(?P<name>[^/\s?#@]+)(?P<server>@[^/\s?#@]+)?/?(?:[?#]\S*)?"
)
"""The address of a profile, as against that of a post, which has more parts. Compiled on first use: few files hold one.
"""

_PROFILE_HOSTS = frozenset(host for row in PLATFORMS.values() for host in row.profile_hosts)
_STARTS = ("/u/", "u/", "@")
_ENDS = tuple(row.handle_end for row in PLATFORMS.values() if row.handle_end)


def plain_handle(written: str) -> str:
    """A handle as it is compared: small letters, `@name` or `@name@server`; what is empty stays so."""
    handle = written.strip().casefold()
    profile = re.fullmatch(PROFILE, handle, re.IGNORECASE) if "://" in handle else None
    if profile is not None:
        server = profile["server"] or ""
        if not server and profile["at"] and profile["host"] not in _PROFILE_HOSTS:
            server = f"@{profile['host']}"
        handle = profile["name"] + server
    handle = handle.removeprefix(next(filter(handle.startswith, _STARTS), ""))
    for end in _ENDS:
        handle = handle.removesuffix(end)
    return f"@{handle}" if handle else ""


def spoken_handle(handle: str) -> str:
    """A handle as it stands in a sentence: set off unless an `@`, a `/` or a number shows what it is."""
    is_shown = re.search("[@/]", handle) and not re.search(r"[\s,;]", handle)
    return handle if is_shown or re.fullmatch(r"\+?[0-9 ]+", handle) else f"“{handle}”"


_NO_FORMS: frozenset[str] = frozenset()


def handle_forms(written: str, server: str = "") -> frozenset[str]:
    """Every form in which others may write the handle of an account: with its server, if one is said, and without."""
    plain = plain_handle(written)
    if not plain:
        return _NO_FORMS
    local = plain[1:].partition("@")[0]
    home = home_server(written, server)
    return frozenset((f"@{local}", f"@{local}@{home}")) if home else frozenset((plain,))


def handles_of(keeper: str) -> frozenset[str]:
    """How somebody may be called who answers for an account, reads its inbox or can stop it."""
    return frozenset((plain_handle(keeper), *handle_forms(keeper))) if keeper not in ("", UNSTATED) else _NO_FORMS


def home_server(written: str, server: str = "") -> str:
    """The bare name of the server that an account is on, by its handle, or else as it is said; ``""`` if it is not."""
    return plain_handle(written)[1:].partition("@")[2] or _host(server)


def contradicted_server(written: str, server: str) -> str:
    """The server by a handle, if that which is said beside it is no part of it, nor the other way round."""
    own, said = home_server(written), _host(server)
    is_one = f".{own}".endswith(f".{said}") or f".{said}".endswith(f".{own}")
    return own if own and said and not is_one else ""


def called_in_tool(account: str, tool: str, key: str = "") -> str:
    """What a tool calls an account of its own, if it does: ``Main bot`` of ``telegram (Main bot)``."""
    named = account.removesuffix(f" in {tool}").partition(" (")[2].removesuffix(")") if tool else ""
    return named.removesuffix(with_key("", key)) if key else named


def with_key(account: str, key: str) -> str:
    """What a tool calls several accounts, with the number of the key to one of them."""
    return f"{account}, id {key}"


def named_forms(names: Iterable[str]) -> frozenset[str]:
    """What names in a file may stand for: a word without `@` is an id or a handle."""
    return frozenset(form for name in names for form in _forms_of_name(name))


@lru_cache(maxsize=4096)  # long lists name the same people again and again
def _forms_of_name(name: str) -> tuple[str, ...]:
    return (plain_handle(name),) if "@" in name or "://" in name else (name.casefold(), plain_handle(name))


def _host(server: str) -> str:
    """The bare name of a server, be it written as an address."""
    said = server.strip().casefold()
    before = next(filter(said.startswith, ("https://", "http://", "@")), "")
    return said.removeprefix(before).partition("/")[0]


def handles_alike(accounts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Of handles with their platforms those that another platform has too, or one that a reader takes for it."""
    called: dict[str, list[tuple[str, str]]] = {}
    for handle, platform in accounts:
        if handle:
            called.setdefault(_at_a_glance(handle), []).append((handle, platform))
    alike = (each for each in called.values() if len({platform for _, platform in each}) > 1)
    return frozenset(handle for each in alike for handle, _ in each)


def _at_a_glance(handle: str) -> str:
    """Equal for handles that differ only in signs: ``@fan_news`` and ``fan-news``."""
    plain = plain_handle(handle)
    return plain.replace("_", "").replace("-", "") or plain
