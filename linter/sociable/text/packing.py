"""Plain data with places in texts as bytes and back, for a cache and between our own processes; never a pickle.

Lines of JSON hold all but the texts, which come after them: records as lists that begin with a number for their type,
places as the number of a text and two offsets, words of a vocabulary by their names. A tuple has a line for each of its
members, so that of many findings only one at a time stands in memory as lists as well.
"""

import json
from _io import BytesIO
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType, NoneType

from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.source import Source, Span

_PLAIN = frozenset((str, int, float, bool, NoneType))


class Texts:
    """The texts that places lie in, each with a number, and the ``words`` that were read, each kept once."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self.sources = list(sources)
        self.words: dict[str, str] = {}
        self._numbers = {id(source): number for number, source in enumerate(self.sources)}

    def number(self, source: Source) -> int:
        """The number of a text, which is added if it is not among them."""
        number = self._numbers.setdefault(id(source), len(self.sources))
        if number == len(self.sources):
            self.sources.append(source)
        return number


class _Form(Record):
    """How values of some types are written as a list of parts, and read back."""

    kinds: tuple[type, ...]
    written: Callable[[Any, Texts], Iterable[Any]]
    read: Callable[[list[Any], Texts], Any]


class Packing:
    """How one sort of thing is packed.

    ``what`` it is called in messages. What another ``version`` wrote is not read. It may hold these ``records``, and
    ``words``: types with the table that leads from a name to the row. What is a ``row`` of things is read as a tuple.
    """

    def __init__(
        self,
        what: str,
        version: int,
        records: Iterable[type],
        words: Mapping[type, Mapping[str, Any]] = MappingProxyType({}),
        rows: Iterable[type] = (),
    ) -> None:
        self._what = what
        self._version = version
        forms = (
            _Form((Span,), lambda span, texts: (texts.number(span.source), span.start, span.end), _read_span),
            _Form((tuple, *rows), self._each, lambda parts, texts: tuple(self._read_each(parts, texts))),
            _Form((frozenset,), lambda value, texts: sorted(value), lambda parts, texts: frozenset(parts)),
            _Form((dict, MappingProxyType), self._written_mapping, self._read_mapping),
            *(_word(kind, table) for kind, table in words.items()),
            *map(self._record, records),
        )
        self._forms = forms
        self._numbers = {kind: number for number, form in enumerate(forms) for kind in form.kinds}

    def packed(self, fields: Collection[Any], texts: Texts) -> Iterator[bytes]:
        """Write values, and the texts they lie in, piece by piece. Raises ``TypeError`` for what is not plain data."""
        encode = json.JSONEncoder(separators=(",", ":")).encode
        sizes = [len(value) if type(value) is tuple else None for value in fields]
        yield encode([self._version, sizes]).encode() + b"\n"
        for value in fields:
            for each in self._each(value if type(value) is tuple else (value,), texts):
                yield encode(each).encode() + b"\n"
        sources = [(each.path, each.encoded_as, each.preamble, _length(each)) for each in texts.sources]
        yield encode(sources).encode() + b"\n"
        for source in texts.sources:
            yield _encoded(source)

    def unpacked(self, data: bytes) -> tuple[list[Source], list[Any]]:
        """The texts and the values. Raises ``ValueError`` for what ``packed`` of this version did not write."""
        read = BytesIO(data)
        try:
            version, sizes = json.loads(read.readline())
            if version != self._version:
                raise ValueError(f"version {version}, not {self._version}")
            fields = [[read.readline() for _ in range(1 if size is None else size)] for size in sizes]
            about = json.loads(read.readline())
            texts = Texts(_sources(about, memoryview(data)[read.tell() :]))
            values = [self._read_field(size, lines, texts) for size, lines in zip(sizes, fields, strict=True)]
            return texts.sources, values
        except (ValueError, TypeError, LookupError, RecursionError) as error:
            raise ValueError(f"these bytes hold no {self._what}: {error}") from None

    def _record(self, kind: Any) -> _Form:
        return _Form((kind,), self._each, lambda parts, texts: kind(*self._read_each(parts, texts)))

    def _each(self, values: Iterable[Any], texts: Texts) -> Iterable[Any]:
        return (self._written(value, texts) for value in values)

    def _written(self, value: Any, texts: Texts) -> Any:
        if type(value) in _PLAIN:
            return value
        number = self._numbers.get(type(value))
        if number is None:
            raise TypeError(f"a {self._what} cannot hold a {type(value).__name__}")
        return [number, *self._forms[number].written(value, texts)]

    def _written_mapping(self, value: Mapping[Any, Any], texts: Texts) -> Iterable[Any]:
        return (self._written(each, texts) for pair in value.items() for each in pair)

    def _read_field(self, size: int | None, lines: Iterable[bytes], texts: Texts) -> Any:
        values = self._read_each(map(json.loads, lines), texts)
        return next(iter(values)) if size is None else tuple(values)

    def _read_each(self, parts: Iterable[Any], texts: Texts) -> Iterable[Any]:
        return [self._read(each, texts) for each in parts]

    def _read(self, part: Any, texts: Texts) -> Any:
        if type(part) is list:
            return self._forms[part[0]].read(part[1:], texts)
        return texts.words.setdefault(part, part) if type(part) is str else part

    def _read_mapping(self, parts: list[Any], texts: Texts) -> dict[Any, Any]:
        values = iter(self._read_each(parts, texts))
        return dict(zip(values, values, strict=True))


def _word(kind: type, table: Mapping[str, Any]) -> _Form:
    return _Form((kind,), lambda value, texts: (value.name,), lambda parts, texts: table[parts[0]])


def _read_span(parts: list[Any], texts: Texts) -> Span:
    number, start, end = parts
    return Span(texts.sources[number], start, end)


def _encoded(source: Source) -> bytes:
    return source.text.encode("utf-8", "surrogatepass")


def _length(source: Source) -> int:
    return len(source.text) if source.text.isascii() else len(_encoded(source))


def _sources(about: Iterable[Any], data: memoryview) -> Iterator[Source]:
    at = 0
    for path, encoded_as, preamble, length in about:
        text = data[at : at + length]
        at += length
        yield Source(path, str(text, "utf-8", "surrogatepass"), encoded_as, preamble)
    if at != len(data):
        raise ValueError("it is cut off")
