"""A name for everything that a report hangs on: where it is the same, so is the report."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sociable.files import package_data
from sociable.files.contents import read_contents, working_folder
from sociable.pipeline import Request, Search
from sociable.records.static import TYPE_CHECKING, Any
from sociable.sources.dates import day_or_now
from sociable.text.digests import sha256
from sociable.version import __version__

if TYPE_CHECKING:
    from sociable.config.effective import Configuration

SAME_FOR_ALL = ("rules", "schemas")
"""What comes with the program beside its code."""


def key_of(request: Request, search: Search, digests: Iterable[str]) -> str:
    """The key of a report: 64 hexadecimal digits. The ``digests`` are those of the files found, in their order."""
    found, finder = search
    name = request.stdin and request.stdin[0]
    configs: list[Configuration] = []
    if finder.configurations is not None:
        paths = (
            *(request.tops or (".",)),
            *(each.shown for each in found.files),
            *(each.path for each in found.skipped),
        )
        configs = list({config.path: config for config in map(finder.configurations.of, paths)}.values())
    value = (
        _program(),
        working_folder(),
        (name, repr(request._replace(stdin=None))),
        day_or_now(request.today),
        [(each.shown, each.named, digest) for each, digest in zip(found.files, digests, strict=True)],
        [(problem.span.path, problem.message) for problem in found.problems],
        list(found.skipped),
        [_configured(config) for config in configs],
        [_file(path) for path in _said(request.baseline, "baseline", configs)],
        [list(_pages(folder)) for folders in _said(request.rules, "rules", configs) for folder in folders],
    )
    return digest_of(json.dumps(value).encode())


def digest_of(data: bytes) -> str:
    """What tells these bytes from others."""
    return sha256(data).hexdigest()


@lru_cache(maxsize=1)
def _program() -> str:
    """The code and the rules that come with it, by sizes and times, as they change while somebody works on them.

    Its version too: some systems give all files of an image one time, and a limit that changes may keep its length.
    """
    code = os.path.dirname(os.path.dirname(__file__))
    tops = {code, *(package_data.folder(name) for name in SAME_FOR_ALL)}
    stamps = [_stamp(path) for top in sorted(tops) for path in _files_below(top)]
    return digest_of(json.dumps((sys.version, __version__, stamps)).encode())


def _stamp(path: str) -> tuple[str, int, int]:
    status = os.stat(path)
    return path, status.st_size, status.st_mtime_ns


def _files_below(top: str) -> Iterator[str]:
    for folder, inside, names in os.walk(top):
        inside[:] = sorted(name for name in inside if name != "__pycache__")
        yield from (os.path.join(folder, name) for name in sorted(names))


def _configured(config: "Configuration") -> Any:
    sources = {
        id(part.source): (part.source.path, part.source.text)
        for setting in config.settings.values()
        for part in setting.parts()
        if part.source is not None
    }
    return config.path, sorted(sources.values())


def _said(asked: Any, name: str, configs: "Iterable[Configuration]") -> list[Any]:
    """What the request says, or else each configuration."""
    said = [asked] if asked is not None else [config.value(name) for config in configs]
    return [each for each in said if each]


def _pages(folder: str) -> Iterator[tuple[str, str]]:
    return ((path, _file(path)) for path in _files_below(folder))


def _file(path: str) -> str:
    try:
        return digest_of(read_contents(path).data)
    except OSError as error:
        return str(error.errno)
