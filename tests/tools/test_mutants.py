"""Which tests the search for unnoticed faults leaves out."""

from tools.mutants import asking_what_is_loaded


def test_those_that_ask_what_is_loaded_are_left_out() -> None:
    assert asking_what_is_loaded(["tests/project"]) == [
        "tests/project/test_load.py::test_a_plain_file_needs_no_slow_imports"
    ]


def test_so_are_those_whose_program_has_a_name() -> None:
    names = [test.partition("::")[2] for test in asking_what_is_loaded(["tests/config"])]
    assert names
    assert all(name.startswith("test_") for name in names)
