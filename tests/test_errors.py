import inspect

import pytest
from sociable import errors
from sociable.errors import BadConfig, SociableError


@pytest.mark.parametrize("error", [each for _, each in inspect.getmembers(errors, inspect.isclass)])
def test_every_mistake_is_one_that_callers_can_catch_at_once(error: type[Exception]) -> None:
    if error.__module__ == errors.__name__:
        assert issubclass(error, SociableError)
        assert error.exit_code == 2
        assert error.__doc__


def test_problems_are_counted() -> None:
    assert str(BadConfig(("one",))) == "1 problem in the configuration"
    assert str(BadConfig(("one", "two"))) == "2 problems in the configuration"
