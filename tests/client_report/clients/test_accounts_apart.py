"""What a tool calls the same in the folders of two clients is an account of each before anything is found."""

import json
from pathlib import Path

from tests.calls import called
from tests.project.test_same_names import hotline


def reports(folder: Path) -> dict[str, str]:
    out = folder / "out"
    called("report", str(folder / "set"), "--clients", "folders", "--format", "markdown", "-o", str(out))
    return {each.stem: each.read_text() for each in out.iterdir()}


def write(folder: Path, **flows: str) -> None:
    for client, text in flows.items():
        (folder / "set" / client).mkdir(parents=True)
        (folder / "set" / client / "flow.json").write_text(json.dumps(hotline(text, "1", name=f"Hotline {client}")))


def test_two_clients_are_not_told_that_they_answer_twice(tmp_path: Path) -> None:
    write(tmp_path, bakery="Fresh bread from six.", lawyers="We call you back.")
    made = reports(tmp_path)
    assert sorted(made) == ["bakery", "index", "lawyers"]
    for text in made.values():
        assert "twice" not in text
    assert "of bakery" not in made["lawyers"]
    assert "lawyers" not in made["bakery"]


def test_who_has_two_such_workflows_in_one_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path, bakery="Fresh bread from six.", lawyers="We call you back.")
    (tmp_path / "set" / "bakery" / "other.json").write_text(json.dumps(hotline("Closed today.", "1", name="Second")))
    made = reports(tmp_path)
    assert "twice" in made["bakery"]
    assert "twice" not in made["lawyers"]


def test_a_folder_in_which_one_client_is_named_is_that_clients(tmp_path: Path) -> None:
    write(tmp_path, bakery="Fresh bread from six.", lawyers="We call you back.")
    (tmp_path / "set" / "lawyers" / "own.yml").write_text(
        'sociable: 1\naccounts: {page: {platform: facebook, handle: "Okafor & Reyes", client: Okafor & Reyes LLP}}\n'
    )
    made = reports(tmp_path)
    assert sorted(made) == ["Okafor-Reyes-LLP", "bakery", "index"]
    assert "own.yml" in made["Okafor-Reyes-LLP"]
    assert "Hotline lawyers" in made["Okafor-Reyes-LLP"]


def test_a_folder_in_which_two_are_named_is_nobodys(tmp_path: Path) -> None:
    write(tmp_path, bakery="Fresh bread from six.", lawyers="We call you back.")
    (tmp_path / "set" / "lawyers" / "own.yml").write_text(
        "sociable: 1\naccounts:\n  a: {platform: facebook, handle: A, client: Otter Inn}\n"
        "  b: {platform: facebook, handle: B, client: Badger Inn}\n"
    )
    assert sorted(reports(tmp_path)) == ["Badger-Inn", "Otter-Inn", "bakery", "index", "lawyers"]
