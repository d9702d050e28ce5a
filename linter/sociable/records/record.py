"""Named tuples that are cheap to define.

``typing.NamedTuple`` compiles a constructor for each type when it is defined. A start defines a hundred types and makes
few things of most of them, so here the first things of a type are made without one; then it is compiled, once for each
number of fields: types of as many differ in the names only. All else is as there.
"""

from sociable.records.static import TYPE_CHECKING

__all__ = ["Record"]

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:
    from _collections import _tuplegetter
    from itertools import repeat

    _constructors = {}

    def _constructor(fields, defaults):
        """The same that ``collections.namedtuple`` makes of the names of fields."""
        if len(fields) not in _constructors:
            named = "".join(f"_{place}, " for place in range(len(fields)))
            _constructors[len(fields)] = eval(f"lambda _cls, {named}: _new(_cls, ({named}))", {"_new": tuple.__new__})  # noqa: S307 - ours
        alike = _constructors[len(fields)]
        code = alike.__code__.replace(co_varnames=("_cls", *fields))
        return type(alike)(code, alike.__globals__, "__new__", tuple(defaults.values()))

    _EARLY = 3
    """For each field so many things of a type take less time without a constructor than it takes to compile one."""

    def _at_first(cls, *values, **named):
        """Make one of the first things of a type; what does not fit is for its constructor to refuse."""
        if next(cls._early, False):
            try:
                return tuple.__new__(cls, (*values, *_others(cls, len(values), named)))
            except KeyError:
                pass
        owner = next(each for each in cls.__mro__ if "_fields" in each.__dict__)
        owner.__new__ = _constructor(owner._fields, owner._field_defaults)
        return owner.__new__(cls, *values, **named)

    def _others(cls, given, named):
        """The values after those that are given in order. Raises ``KeyError`` where that does not fit."""
        places = cls._places
        if given > len(places) or (named and min(map(places.__getitem__, named)) < given):
            raise KeyError
        values = cls._field_defaults | named if named else cls._field_defaults
        return map(values.__getitem__, cls._fields[given:])

    class _Records(type):
        def __new__(cls, name, bases, body):
            if not isinstance(bases[0], _Records) or hasattr(bases[0], "_fields"):
                return super().__new__(cls, name, bases, body)  # the base itself, or an heir that adds no fields
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            for place, field in enumerate(fields):
                body[field] = _tuplegetter(place, None)
            body |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            body["_places"] = {field: place for place, field in enumerate(fields)}
            body["_early"] = repeat(True, _EARLY * len(fields))
            return super().__new__(cls, name, bases, body | {"__new__": _at_first})

        @property
        def __signature__(cls):
            """How a thing is made, for ``help`` and editors: the constructor may not be there yet."""
            if not hasattr(cls, "_fields"):
                raise AttributeError("__signature__")
            from inspect import Parameter, Signature, get_annotations

            types = get_annotations(next(each for each in cls.__mro__ if "_fields" in each.__dict__))
            return Signature(
                Parameter(
                    field,
                    Parameter.POSITIONAL_OR_KEYWORD,
                    default=cls._field_defaults.get(field, Parameter.empty),
                    annotation=types[field],
                )
                for field in cls._fields
            )

    class Record(tuple, metaclass=_Records):
        """A base that stands where ``typing.NamedTuple`` would."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            return tuple.__new__(cls, values)

        def _replace(self, **changed):
            values, places = list(self), self._places
            try:
                for field, value in changed.items():
                    values[places[field]] = value
            except KeyError:
                unknown = sorted(changed.keys() - places.keys())
                raise ValueError(f"there are no fields {', '.join(unknown)}") from None
            return self._make(values)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            said = (f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(said)})"
