"""Writes the generated files that are checked in: ``python -m generators``."""

import json
import re
from collections.abc import Callable
from functools import partial
from os import makedirs
from os.path import dirname, join
from typing import Any

PROJECT = dirname(dirname(__file__))
OWN_WORDS = "linter/sociable/client_report/names/own_words.txt"
FRAME = "linter/sociable/client_report/wording/frames/en.toml"
EXPRESSIONS = "linter/sociable/readers/automation_file/expressions"


def _schema() -> str:
    from sociable.readers.automation_file.schema import automation_file_schema

    return json.dumps(_told(automation_file_schema()), indent=2, ensure_ascii=False) + "\n"


def _told(schema: Any) -> Any:
    """With what editors say of a value that does not fit, instead of its pattern."""
    if isinstance(schema, list):
        return [_told(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: _told(value) for key, value in schema.items()}
    if isinstance(schema.get("pattern"), str) and isinstance(schema.get("title"), str):
        told["patternErrorMessage"] = f"This should be {schema['title']}."
    return told


def _tables() -> str:
    from generators.lalr_tables import lalr_tables

    with open(join(PROJECT, EXPRESSIONS, "grammar.lark"), encoding="utf-8") as grammar:
        tables = lalr_tables(grammar.read())
    return "{\n" + ",\n".join(f'"{name}": {_one_row_a_line(value)}' for name, value in tables.items()) + "\n}\n"


def _one_row_a_line(value: object) -> str:
    if not isinstance(value, list):
        return json.dumps(value)
    return "[\n  " + ",\n  ".join(map(json.dumps, value)) + "\n]"


def _rules() -> str:
    from sociable.engine.wants import wants_of
    from sociable.rulebook.rulebook import compile_folder

    return compile_folder(join(PROJECT, "rules"), wants_of)


def _vocabulary() -> str:
    from generators.vocabulary_pages import vocabulary_page

    return vocabulary_page()


def _format() -> str:
    from generators.format_page import format_page

    return format_page(PROJECT)


def _importers() -> str:
    from generators.importers_page import importers_page

    return importers_page(PROJECT)


def _rule_vocabulary() -> str:
    from generators.vocabulary_pages import rule_vocabulary_page

    return rule_vocabulary_page()


def _options() -> str:
    from generators.write_option_table import option_table

    return option_table()


def _commands() -> str:
    import os
    import subprocess  # noqa: TID251 - runs Typer, which is not part of the linter
    import sys

    # Typer writes this of any of its commands; what each part is told in one breath is told better below.
    command = [
        "-m",
        "typer",
        "--app",
        "app",
        "sociable.cli.app",
        "utils",
        "docs",
        "--name",
        "sociable",
        "--title",
        "Commands",
    ]
    surroundings = os.environ | {"PYTHONPATH": join(PROJECT, "linter"), "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, *command], cwd=PROJECT, env=surroundings, capture_output=True, encoding="utf-8"
    )
    if run.returncode:
        raise RuntimeError(f"Typer wrote no page of commands: {run.stderr.strip()}")
    made = run.stdout
    return re.sub(r"\*\*Commands\*\*:\n\n(?:\* .*\n)+\n", "", made).strip() + "\n"


def _man_page() -> str:
    from generators.man_page import man_page

    return man_page()


def _catalogue() -> str:
    from sociable.rulebook.rulebook import load

    from generators.catalogue_pages import catalogue_page

    return catalogue_page(load(join(PROJECT, "rules")).rules)


def _platforms() -> str:
    from sociable.rulebook.rulebook import load

    from generators.catalogue_pages import platforms_page

    return platforms_page(load(join(PROJECT, "rules")).rules)


def _config_schema() -> str:
    from generators.config_schema import config_schema

    return json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"


def _rehearsal_schema() -> str:
    from generators.rehearsal_schema import rehearsal_schema

    return json.dumps(rehearsal_schema(), indent=2, ensure_ascii=False) + "\n"


def _nodes() -> str:
    from generators.nodes_page import nodes_page

    return nodes_page(PROJECT)


def _language() -> str:
    from generators.rule_language_page import language_page

    return language_page()


def _profiles() -> str:
    from generators.profiles_page import profiles_page

    return profiles_page()


def _configuration() -> str:
    from generators.configuration_page import configuration_page

    return configuration_page()


def _conformance() -> str:
    from generators.conformance_page import conformance_page

    return conformance_page(join(PROJECT, "tests/conformance"))


def _limits() -> str:
    from generators.limits_page import limits_page

    return limits_page()


def _limits_schema() -> str:
    from generators.limits_page import limits_schema

    return json.dumps(limits_schema(), indent=2, ensure_ascii=False) + "\n"


def _n8n_tables() -> str:
    from generators.import_tables import import_tables

    return import_tables(PROJECT, "n8n")


def _make_tables() -> str:
    from generators.import_tables import import_tables

    return import_tables(PROJECT, "make")


def _ci_workflow_tables() -> str:
    from generators.import_tables import import_tables

    return import_tables(PROJECT, "ci_workflows")


def _gramaddict_tables() -> str:
    from generators.import_tables import import_tables

    return import_tables(PROJECT, "gramaddict")


def _matterbridge_tables() -> str:
    from generators.import_tables import import_tables

    return import_tables(PROJECT, "matterbridge")


def _address_tables() -> str:
    from generators.import_tables import import_tables

    return import_tables(PROJECT, "addresses")


def _lengths() -> str:
    from generators.lengths_page import lengths_page

    return lengths_page()


def _lengths_schema() -> str:
    from generators.lengths_page import lengths_schema

    return json.dumps(lengths_schema(), indent=2, ensure_ascii=False) + "\n"


def _sources_schema() -> str:
    from generators.sources_schema import sources_schema

    return json.dumps(sources_schema(), indent=2, ensure_ascii=False) + "\n"


def _plain_page() -> str:
    from generators.plain_page import plain_page

    return plain_page(PROJECT)


def _frame() -> str:
    from generators.frame_tables import with_tables_made

    return with_tables_made(join(PROJECT, FRAME))


def _own_words() -> str:
    from generators.own_words import own_words

    return own_words(PROJECT)


def _facts(name: str) -> str:
    from sociable.rulebook.rulebook import load

    from generators.facts_pages import facts_pages

    return facts_pages(load(join(PROJECT, "rules")).rules)[name]


def _facts_pages() -> dict[str, Callable[[], str]]:
    from generators.facts_pages import page_names

    return {f"docs/platforms/{name}.md": partial(_facts, name) for name in (*page_names(), "law")}


GENERATED: dict[str, Callable[[], str]] = {
    f"{EXPRESSIONS}/lalr_tables.json": _tables,
    FRAME: _frame,
    "linter/sociable/cli/option_table.py": _options,
    "linter/sociable/readers/addresses/tables.json": _address_tables,
    "linter/sociable/readers/ci_workflows/tables.json": _ci_workflow_tables,
    "linter/sociable/readers/gramaddict/tables.json": _gramaddict_tables,
    "linter/sociable/readers/make/tables.json": _make_tables,
    "linter/sociable/readers/matterbridge/tables.json": _matterbridge_tables,
    "linter/sociable/readers/n8n/tables.json": _n8n_tables,
    "rules/compiled.jsonl": _rules,
    OWN_WORDS: _own_words,
    "docs/nodes.md": _nodes,
    "docs/configuration.md": _configuration,
    "docs/conformance.md": _conformance,
    "docs/format.md": _format,
    "docs/importers.md": _importers,
    "docs/limits.md": _limits,
    "docs/llms.txt": _plain_page,
    "docs/text-lengths.md": _lengths,
    "docs/profiles.md": _profiles,
    **_facts_pages(),
    "docs/commands.md": _commands,
    "docs/man/sociable.1": _man_page,
    "docs/platforms.md": _platforms,
    "docs/rule-language.md": _language,
    "docs/rule-vocabulary.md": _rule_vocabulary,
    "docs/rules.md": _catalogue,
    "docs/vocabulary.md": _vocabulary,
    "schemas/automations.schema.json": _schema,
    "schemas/configuration.schema.json": _config_schema,
    "schemas/limits.schema.json": _limits_schema,
    "schemas/sources.schema.json": _sources_schema,
    "schemas/text-lengths.schema.json": _lengths_schema,
    "schemas/rehearsal.schema.json": _rehearsal_schema,
}
"""What to write, by its path in the project: first what the rest is made with."""


def main() -> None:
    """Write every generated file anew."""
    for folder in ("docs/man", "docs/platforms"):
        makedirs(join(PROJECT, folder), exist_ok=True)
    for path, make in GENERATED.items():
        made = make()  # before the file is emptied
        with open(join(PROJECT, path), "w", encoding="utf-8", newline="\n") as file:
            file.write(made)


if __name__ == "__main__":
    main()
