"""What a ``fix`` may set: keys of the automation file that decide what happens, with the words that each may hold."""

from collections.abc import Iterable, Mapping

from sociable.vocabulary.values import IGNORABLE, ONCE_PER, VISIBILITIES

_KEYS: Mapping[str, Mapping[str, Iterable[str]]] = {
    "automation": {
        "enabled": ("true", "false"),
        "once_per": ONCE_PER,
        "ignore": IGNORABLE,
        "limit": (),
        "stop_on": (),
    },
    "step": {
        "visibility": VISIBILITIES,
        "limit": (),
    },
}

SETTABLE = {kind: {key: tuple(words) for key, words in keys.items()} for kind, keys in _KEYS.items()}
"""The keys of each kind of thing, with the words that each may hold; without any, it takes more than a choice."""

LISTS = frozenset(("ignore", "stop_on"))
"""Those that hold a list, to which a word is added."""

STATES_A_FACT = frozenset(
    ("approval", "admits", "agreed_to", "disclose", "entry", "only_from", "out_by", "paid_by", "purpose", "use", "via")
)
"""Keys that say something of people, of what they agreed to or of what is meant: only people know it."""
