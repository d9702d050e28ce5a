"""The same report with other words in it, wherever they come from a file."""

from collections.abc import Callable

from sociable.client_report.content.content_of_check import Stamp
from sociable.client_report.content.content_of_report import CitedSource, Passage, ShownPlace
from sociable.records.static import Any
from sociable.sources.dates import is_old
from sociable.text.secret_patterns import hidden

_OURS = frozenset(
    ("anchor", "crossed", "digest", "fingerprint", "key", "rule", "severity", "source", "status", "target")
)
"""Fields that hold words of ours, whatever files say."""

_OF_THE_RULE = ("people see", "why")
"""Passages that are the rule's own words."""


def rewritten(value: Any, change: Callable[[str], str], name: str = "") -> Any:
    """A value with every text in it changed; named tuples stay what they are, and what is not from files as it is.

    Of a key in which something is changed nobody could tell any more that it is one, so it is hidden before.
    """
    if isinstance(value, str):
        return value if name in _OURS else change(hidden(value))
    if not isinstance(value, tuple) or _is_ours(value):
        return value
    names = getattr(value, "_fields", None)
    if names is None:
        return tuple(rewritten(each, change, name) for each in value)
    return type(value)(*(rewritten(each, change, field) for each, field in zip(value, names, strict=True)))


def every_text(value: Any, change: Callable[[str], str]) -> Any:
    """A value with every text in it changed, whoever it is of."""
    return change(value) if isinstance(value, str) else _with_parts(value, lambda each: every_text(each, change))


def _with_parts(value: Any, change: Callable[[Any], Any]) -> Any:
    """A tuple with each of its parts changed, named tuples by field; anything else is as it was."""
    if not isinstance(value, tuple):
        return value
    made = map(change, value)
    return type(value)(*made) if hasattr(value, "_fields") else tuple(made)


def _is_ours(value: object) -> bool:
    return isinstance(value, CitedSource | Stamp) or (isinstance(value, Passage) and value.label in _OF_THE_RULE)


def with_old_sources_marked(value: Any, today: str, mark: str) -> Any:
    """The same report in which sources that were seen more than a year ago say so."""
    if isinstance(value, CitedSource):
        return value._replace(dated=f"{value.dated}{mark}") if is_old(value.seen, today) else value
    return _with_parts(value, lambda each: with_old_sources_marked(each, today, mark))


def without_excerpts(value: Any, secret: Callable[[ShownPlace], bool]) -> Any:
    """The same report without the lines of places that are to be kept from its readers."""
    if isinstance(value, ShownPlace):
        return value._replace(excerpt=()) if secret(value) else value
    return _with_parts(value, lambda each: without_excerpts(each, secret))
