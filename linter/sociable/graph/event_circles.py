"""Circles of events: which edges can lie on a loop at all, as far as that shows without looking at accounts."""

from sociable.graph.components import strongly_connected
from sociable.graph.reactions import AccountsByName, Reaction, watched_elsewhere
from sociable.vocabulary.events import EVENTS

_Event = tuple[str, str]
"""A platform, and what happens there."""


def event_circles(edges: list[Reaction], named: AccountsByName) -> list[list[Reaction]]:
    """The edges by events that can lead back to each other, whoever the accounts of a platform are.

    No loop leaves such a circle, so each can be looked at by itself; what is in none is on no loop.
    ``named`` are the accounts by name, as some wait for posts of those on other platforms.
    """
    alike: dict[tuple[str, str, str], list[Reaction]] = {}
    across: dict[str, set[str]] = {}
    for edge in edges:
        alike.setdefault((edge.platform, edge.transition.hears, edge.transition.emits), []).append(edge)
        if EVENTS[edge.transition.hears].crosses_platforms:
            for account in watched_elsewhere(edge, named):
                across.setdefault(account.platform, set()).add(edge.platform)
    follows: dict[_Event, dict[_Event, None]] = {}
    for platform, hears, emits in alike:
        follows.setdefault((platform, hears), {}).update(dict.fromkeys(_reached(platform, emits, across)))
    circle_of: dict[_Event, int] = {}
    for number, circle in enumerate(strongly_connected(list(follows), lambda node: iter(follows.get(node, ())))):
        circle_of.update(dict.fromkeys(circle, number))
    circles: dict[int, list[Reaction]] = {}
    for (platform, hears, emits), of in alike.items():
        number = circle_of[platform, hears]
        if any(circle_of[event] == number for event in _reached(platform, emits, across)):
            circles.setdefault(number, []).extend(of)
    return list(circles.values())


def _reached(platform: str, emits: str, across: dict[str, set[str]]) -> list[_Event]:
    """The events that are brought about; a post is seen elsewhere by those who wait for it."""
    elsewhere = across.get(platform, ()) if EVENTS[emits].crosses_platforms else ()
    return [(each, emits) for each in (platform, *sorted(elsewhere))]
