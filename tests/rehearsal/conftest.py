import pytest

from tests.goldens import Golden, comparing_with


@pytest.fixture
def golden() -> Golden:
    return comparing_with("rehearsal")
