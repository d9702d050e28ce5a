"""What is imported from ``typing`` elsewhere: names that only type checkers ask for.

Importing ``typing`` takes longer than to judge a small file, and ``datetime``, where ``date`` is, few files need.
To a type checker each name is what it is there; while the program runs, something stands for it that lets annotations
be evaluated, and nothing else.
"""

__all__ = [
    "IO",
    "TYPE_CHECKING",
    "Any",
    "ClassVar",
    "Generic",
    "Literal",
    "NoReturn",
    "Protocol",
    "Self",
    "TextIO",
    "TypeAlias",
    "TypeGuard",
    "TypeVar",
    "cast",
    "dataclass_transform",
    "date",
    "final",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import (
        IO,
        Any,
        ClassVar,
        Generic,
        Literal,
        NoReturn,
        Protocol,
        Self,
        TextIO,
        TypeAlias,
        TypeGuard,
        TypeVar,
        cast,
        dataclass_transform,
        final,
    )
else:

    class Any:
        """Stands for whatever it is."""

        __slots__ = ()

        def __class_getitem__(cls, _):
            return cls

    class ClassVar(Any):
        """Stands for what no thing has, only its class: records of rules ask for that."""

    IO = Generic = Literal = NoReturn = Protocol = Self = TextIO = TypeAlias = TypeGuard = date = Any

    def TypeVar(*_, **__):  # noqa: N802 - as it is called there
        return Any

    def cast(_, value):
        return value

    def final(made):
        return made

    def dataclass_transform(**_):
        return final
