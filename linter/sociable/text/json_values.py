"""JSON that is read at each start, by the scanner of ``json`` alone.

The package around it compiles patterns and defines an encoder, which takes longer than to read the rules of a check.
"""

from collections.abc import Callable
from types import SimpleNamespace

from sociable.records.static import Any


def _scanner() -> Callable[[str, int], tuple[Any, int]]:
    try:
        from _json import make_scanner
    except ImportError:  # a Python that has none in C
        from json import JSONDecoder

        return JSONDecoder().raw_decode
    as_it_stands = SimpleNamespace(
        strict=True,
        object_hook=None,
        object_pairs_hook=None,
        parse_float=float,
        parse_int=int,
        parse_constant=float,
    )
    return make_scanner(as_it_stands)  # type: ignore[arg-type] # typeshed asks for another scanner


_scan = _scanner()


_BLANK = " \t\n\r"


def json_value(text: str) -> Any:
    """What ``json.loads`` gives. Raises ``ValueError``, with fewer words."""
    text = text.strip(_BLANK)
    try:
        value, end = _scan(text, 0)
    except StopIteration as stop:
        raise ValueError(f"no JSON at {stop.value}") from None
    except SystemError:  # the scanner in C has no words of its own while nobody has loaded those of ``json``
        raise ValueError("no JSON") from None
    if end != len(text):
        raise ValueError(f"no JSON at {end}")
    return value
