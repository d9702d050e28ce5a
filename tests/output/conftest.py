import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from tests.goldens import Golden, comparing_with

TESTS = Path(__file__).parents[1]

Invalid = Callable[[str], list[str]]


@pytest.fixture
def golden() -> Golden:
    return comparing_with("output")


@pytest.fixture(scope="session")
def findings_schema() -> Any:
    return json.loads((TESTS.parent / "schemas" / "findings.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def json_errors(findings_schema: Any) -> Invalid:
    """What is wrong with a JSON report, by the schema that is published for it."""
    return _errors(Draft202012Validator(findings_schema))


@pytest.fixture(scope="session")
def sarif_errors() -> Invalid:
    """What is wrong with a SARIF log, by the official schema."""
    text = (TESTS / "output" / "data" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
    return _errors(Draft4Validator(json.loads(text)))


def _errors(validator: Draft4Validator | Draft202012Validator) -> Invalid:
    def errors(text: str) -> list[str]:
        found: Iterator[Any] = validator.iter_errors(json.loads(text))
        return [f"{error.json_path}: {error.message}" for error in found]

    return errors
