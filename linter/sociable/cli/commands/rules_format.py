"""`sociable rules format`: lays out the rule blocks of pages and leaves everything else as it is."""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator

from sociable.authoring.format_page import format_page
from sociable.cli.console import CLEAN, FAILED, FOUND, complain, complain_of, quiet_pipe
from sociable.cli.read_paths import read_stdin
from sociable.errors import NoSuchPath, UnreadableFile
from sociable.files import package_data
from sociable.files.atomic_write import write_file
from sociable.files.contents import LARGER, MAX_BYTES, read_whole
from sociable.findings.problem import Problem
from sociable.records.record import Record
from sociable.rulebook.page_files import SHARED, own_page_paths
from sociable.text.safe import one_line
from sociable.text.source import Source
from sociable.text.wording import counted

STDIN = "-"


class RulesFormatCall(Record):
    """What `sociable rules format` was asked for. Without paths: the built-in rules."""

    paths: tuple[str, ...]
    only_check: bool


def run(call: RulesFormatCall) -> int:
    """Lay out pages in place, or with ``only_check`` say which would change; `-` goes from stdin to stdout."""
    pages = [page for path in call.paths or [package_data.folder("rules")] for page in _pages(path)]
    outcomes = [_format(path, only_check=call.only_check) for path in pages]
    changed = sum(outcome.changed for outcome in outcomes)
    if STDIN not in pages:
        done = "would be laid out anew" if call.only_check else "laid out anew"
        with quiet_pipe():
            sys.stdout.write(f"{counted(len(pages), 'page')}, {changed} {done}\n")
            sys.stdout.flush()
    if any(outcome.failed for outcome in outcomes):
        return FAILED
    return FOUND if changed and call.only_check else CLEAN


class _Outcome(Record):
    """Whether a page was to be changed, and whether something about it went wrong."""

    changed: bool
    failed: bool


def _format(path: str, *, only_check: bool) -> _Outcome:
    """Lay out one page, and say what was done."""
    try:
        data = _from_stdin() if path == STDIN else read_whole(path)
        new, problems = _formatted(path, data)
        if path == STDIN and not only_check:
            sys.stdout.buffer.write(new)
        elif new != data:
            if not only_check:
                write_file(path, new)
            sys.stdout.write(f"{'would lay out' if only_check else 'laid out'} {one_line(path)}\n")
    except OSError as error:
        complain(f"{path}: {error.strerror or error}")
        return _Outcome(changed=False, failed=True)
    except UnreadableFile as error:
        complain(str(error))
        return _Outcome(changed=False, failed=True)
    except UnicodeDecodeError:
        complain(f"{path}: this is no UTF-8 text")
        return _Outcome(changed=False, failed=True)
    complain_of(problems)
    return _Outcome(new != data, bool(problems))


def _pages(path: str) -> Iterator[str]:
    """The pages that a path stands for. Raises ``NoSuchPath``, ``NoRulePages``."""
    if os.path.isdir(path):
        shared = os.path.join(path, SHARED)
        yield from (shared,) if os.path.exists(shared) else ()
        yield from (page for _, page in own_page_paths(path))
    elif path == STDIN or os.path.exists(path):
        yield path
    else:
        raise NoSuchPath(f"there is no file or folder {path}")


def _from_stdin() -> bytes:
    data = read_stdin()
    if len(data) > MAX_BYTES:
        raise UnreadableFile(f"{STDIN}: {LARGER}")
    return data


def _formatted(path: str, data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """Bytes as they would be written. Raises ``UnicodeDecodeError`` for what is not UTF-8."""
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    text, problems = format_page(Source(path, data[len(mark) :].decode()))
    return mark + text.encode(), problems
