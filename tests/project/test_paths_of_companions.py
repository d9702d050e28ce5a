"""Which exports a companion is about: looked up by how paths begin, as if each were tried with each pattern."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.files.wildcards import all_fit
from sociable.project.companions import _about, _folders, _Paths, _pattern
from sociable.readers.fragment import Companion
from sociable.setup.model import Named
from sociable.text.source import Source, Span

NAMES = ("a", "ab", "a-b", "b.json", "ab.json", ".a", "c*d")
PIECES = ("a", "b", "*", "?", "[ab]", ".json", "\\*", ".", "-")
HERE = Span(Source("here.yml", "here"), 0, 4)

paths = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map("/".join)
written = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join)
patterns = st.lists(written | st.sampled_from(("**", "..", ".", "a", "ab")), min_size=1, max_size=3).map("/".join)


def _found(files: list[str], pattern: str, folder: str) -> list[int]:
    companion = Companion(HERE, (Named(pattern, HERE),))
    imported = _Paths(((path, n) for n, path in enumerate(files)), 100)
    return _about(companion, os.path.join(folder, "here.yml"), imported, [])


@given(files=st.lists(paths, max_size=8, unique=True), pattern=patterns, folder=st.sampled_from(("", "a", "a/ab")))
def test_a_pattern_finds_every_path_that_fits_it(files: list[str], pattern: str, folder: str) -> None:
    wanted = _pattern(pattern, _folders(os.path.abspath(folder))).parts
    fitting = [n for n, path in enumerate(files) if all_fit(wanted, _folders(os.path.abspath(path)))]
    assert _found(files, pattern, folder) == fitting


@pytest.mark.parametrize(
    ("pattern", "folder", "found"),
    [
        ("**", "a", ["a/b.json", "a/ab/b.json"]),
        ("a/**", "", ["a/b.json", "a/ab/b.json"]),
        ("**/b.json", "a", ["a/b.json", "a/ab/b.json"]),
        ("a*/../b.json", "a", ["a/b.json"]),
        ("*/../../ab.json", "a", ["ab.json"]),
        ("../../ab.json", "a/ab", ["ab.json"]),
        ("a*", "", ["a", "ab.json"]),
        ("a\\b.json", "", ["ab.json"]),
        ("[", "", []),
        ("..", "a", []),
    ],
)
def test_what_a_pattern_means_is_seen_from_its_folder(pattern: str, folder: str, found: list[str]) -> None:
    files = ["a", "a/b.json", "a/ab/b.json", "ab.json", "b.json"]
    assert [files[n] for n in _found(files, pattern, folder)] == found
