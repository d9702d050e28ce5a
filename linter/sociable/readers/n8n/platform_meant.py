"""On which platform a tool looks that reads any page: by its address, its words and its name."""

import re
from collections.abc import Mapping

from sociable.readers.addresses.requests import is_computed
from sociable.readers.flow.parts import Part
from sociable.readers.flow.rows import platforms_named, said_in, taken_from, titled_after
from sociable.readers.n8n.export import ExportedNode
from sociable.readers.n8n.parameters import Parameters
from sociable.records.static import Any

_SITE = re.compile(r"https?://(?:[^\s/?#'\"`{}]*\.)?([^\s./?#'\"`{}]+)\.[a-z]{2,}(?![^\s/?#:'\"`])", re.IGNORECASE)
"""An address, and the name of its site without what stands before and after it."""

_BY_A_SEARCH_ENGINE = re.compile(r"google|bing\b|duckduckgo", re.IGNORECASE)
"""In an address, that it is not the platform itself that is asked."""

_SEARCHES_THE_WEB = re.compile(r"google search|search (?:with |on )?google", re.IGNORECASE)

_NUMBER = re.compile(r"[A-Za-z0-9]{15,20}")
"""How a service calls what it runs, where that has no name."""

_OWN_SITE = re.compile(r"(?:^|[^a-z])(?:domain|home ?page)", re.IGNORECASE)


def platform_meant(row: Mapping[str, Any], node: ExportedNode, parameters: Parameters, title: str) -> tuple[str, bool]:
    """Where something is done: at the addresses it is given, else where any of its words or its name says.

    What an answer is to look like is an example, and where the site of a firm is read, it is that site alone; where a
    tool keeps what it runs is no site that is read. Where the row says that it may be told ``by_number`` what to run,
    or to go ``by_title``, the ``title`` of the flow may say it. Also whether it is a guess, as by the name alone.
    """
    given = parameters.template(row["search"]) if "search" in row else None
    words = "".join(said_in(given)) if given is not None else ""
    if _BY_A_SEARCH_ENGINE.search(words) or (not words and _SEARCHES_THE_WEB.search(node.name)):
        return "", False
    sites = [site for site in _SITE.findall(words) if site.casefold() != node.type.casefold()]
    said = platforms_named(" ".join(sites) if sites else words)
    if said or sites or _OWN_SITE.search(words):
        return next(iter(said), ""), False
    said = platforms_named(_without_example(parameters.words()))
    by_number = "by_number" in row and all(map(_NUMBER.fullmatch, words.split()))
    by_title = "by_title" in row and given is not None and is_computed(given)
    named = said or platforms_named(node.name) or (taken_from(title) if by_number or by_title else ())
    return next(iter(named), ""), bool(named) and not said


def way_in(part: Part, node: ExportedNode, row: Mapping[str, Any]) -> Part:
    """What is left of a node that lost what was set: by whom it goes into which platform, by its row or its name.

    Of a tool for many platforms, the title of the flow may tell.
    """
    platform = row.get("platform") or next(iter(platforms_named(node.name)), "")
    platform = platform or titled_after(row, part.within)
    return part._replace(platform=platform, via=row["via"]) if "via" in row and platform else part


def _without_example(words: str) -> str:
    """A text without what stands in braces, from the first to the last of them."""
    before, _, rest = words.partition("{")
    _, brace, after = rest.rpartition("}")
    return f"{before} {after}" if brace else words
