"""Drawings of a setup: accounts, their automations, and what sets off what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sociable.drawing.picture import Picture


def _mermaid(picture: "Picture") -> str:
    from sociable.drawing.mermaid import mermaid

    return mermaid(picture)


def _dot(picture: "Picture") -> str:
    from sociable.drawing.dot import dot

    return dot(picture)


def _svg(picture: "Picture") -> str:
    from sociable.drawing.svg import svg

    return svg(picture)


FORMATS: dict[str, Callable[["Picture"], str]] = {"svg": _svg, "mermaid": _mermaid, "dot": _dot}
"""What a picture can be written as."""
