"""The order in which people look for names: ``coach2`` before ``coach10``."""

import re

_FIGURES = re.compile(r"(\d+)")


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """A key to sort by: figures count as the number that they are, and letters in any case."""
    return tuple(_figures(part) if at % 2 else (0, part.casefold()) for at, part in enumerate(_FIGURES.split(name)))


def _figures(written: str) -> tuple[int, str]:
    """A number of any length, by its length and then its figures."""
    figures = written.lstrip("0")
    return len(figures), figures
