"""The web addresses in a text, and whether somebody is paid for what readers buy there."""

import re

from linter.model import Expression, Text
from linter.vocabulary import AFFILIATE_HOSTS, AFFILIATE_PARAMETERS

_ADDRESS = re.compile(r"https?://([\w.-]+)([^\s<>\"']*)", re.IGNORECASE)
_PARAMETER = re.compile(r"[?&;]([\w-]+)=([^&;#\s]*)")
_LINKED = re.compile(r"(?:.*_)?(?:url|link)", re.IGNORECASE)
"""The last name of a path that stands for an address, such as ``event.item.url``."""


def has_link(text: Text) -> bool:
    """Whether readers find an address in it, written out or filled in."""
    return any(
        _is_address(part) if isinstance(part, Expression) else _ADDRESS.search(part) is not None for part in text.parts
    )


def _is_address(part: Expression) -> bool:
    return part.op == "path" and len(part.args) > 1 and _LINKED.fullmatch(str(part.args[-1])) is not None


def earns(text: Text) -> bool:
    """Whether an address in it certainly pays somebody: an affiliate network, or a shop that is told whom to pay."""
    for part in text.parts:
        if isinstance(part, str) and "://" in part:
            break
    else:
        return False
    written = "".join(part if isinstance(part, str) else "-" for part in text.parts)
    return any(_pays(host.casefold().rstrip("."), rest) for host, rest in _ADDRESS.findall(written))


def _pays(host: str, rest: str) -> bool:
    if any(host == network or host.endswith(f".{network}") for network in AFFILIATE_HOSTS):
        return True
    said = {name.casefold(): value.casefold() for name, value in _PARAMETER.findall(rest)}
    if said.get("utm_medium") == "affiliate":
        return True
    shops = {"", *host.split(".")}
    return any(said.get(name) for shop, names in AFFILIATE_PARAMETERS.items() if shop in shops for name in names)
