"""What an assistant is told, made safe to show: no key, and no sign that acts or hides."""

from typing import TypeVar, cast

from pydantic import BaseModel

from sociable.text.safe import visible

T = TypeVar("T")


def shown(told: T) -> T:
    """The same with each text in it made safe, line by line, in lists, mappings and models of any depth."""
    if isinstance(told, str):
        return cast(T, "\n".join(map(visible, told.split("\n"))))
    if isinstance(told, list):
        return cast(T, [shown(each) for each in told])
    if isinstance(told, dict):
        return cast(T, {shown(name): shown(value) for name, value in told.items()})
    if isinstance(told, BaseModel):
        return cast(T, told.model_copy(update={name: shown(value) for name, value in told}))
    return told
