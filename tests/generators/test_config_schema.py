"""The schema of the configuration takes what the configuration takes."""

import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from sociable.config.config_keys import KEYS
from sociable.config.effective import Configurations
from sociable.errors import BadConfig

from generators.config_schema import config_schema

SCHEMA = Draft202012Validator(config_schema())


def test_it_is_a_schema_and_knows_every_key() -> None:
    Draft202012Validator.check_schema(config_schema())
    assert set(config_schema()["properties"]) == set(KEYS)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ('profile = "strict"\nrules = ["a"]\nseverity = {no-pause = "error"}\nfail-on = "info"\n', True),
        ('[[per-path]]\nfiles = ["a"]\nignore = ["x"]\n', True),
        ('[[suppress]]\nautomation = "a"\nsays = "ignore[x] -- y"\n', True),
        ('platforms = ["x"]\nrequire-reason = false\n', True),
        ('profil = "strict"\n', False),
        ('profile = "strickt"\n', False),
        ('rules = "a"\n', False),
        ('severity = {no-pause = "grave"}\n', False),
        ('[[per-path]]\nignore = ["x"]\n', False),
        ('[[suppress]]\nsays = "x"\n', False),
        ('[[suppress]]\nsays = "x"\nfiles = "x"\n', False),
        ('platforms = ["y"]\n', False),
        ("require-reason = 1\n", False),
    ],
)
def test_both_judge_alike(text: str, fits: bool, tmp_path: Path) -> None:
    assert SCHEMA.is_valid(tomllib.loads(text)) is fits
    (tmp_path / "sociable.toml").write_text(text, encoding="utf-8")
    if fits:
        assert Configurations().of(str(tmp_path)).path
    else:
        with pytest.raises(BadConfig):
            Configurations().of(str(tmp_path))
