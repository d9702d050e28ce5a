"""Names as options take them: each by itself, or several with commas between."""

from collections.abc import Iterable


def chosen_names(texts: Iterable[str]) -> tuple[str, ...]:
    """All of them, in their order."""
    return tuple(name.strip() for text in texts for name in text.split(",") if name.strip())
