"""A folder of pages: parsed beforehand where possible, and never anything but what the pages say."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sociable.errors import UnreadableFile
from sociable.files import package_data
from sociable.rulebook.page_files import COMPILED, Contents
from sociable.rulebook.rulebook import compile_folder, load, made_of

from tests.rulebook.pages import rule

SHARED = "# Words\n\n```rule\nlist speech = [post, reply]\n```\n"


def page(title: str, text: str = "") -> str:
    return f"# {title}\n\n```rule\n{text or rule('s.verb in speech')}\n```\n\n## What people see\n\nIt is {title}.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shared.md").write_text(SHARED)
    (tmp_path / "README.md").write_text("no page")
    for category, name in (("b", "first"), ("a", "second")):
        (tmp_path / category).mkdir()
        text = page(name).replace("rule some-rule", f"rule {name}-rule")
        (tmp_path / category / f"{name}-rule.md").write_text(text)
        (tmp_path / category / "notes.txt").write_text("no page")
    return tmp_path


def compile_and_mark(folder: Path) -> None:
    """Write ``compiled.jsonl`` in such a way that a test sees which pages were taken from it."""
    index, *kept = map(json.loads, compile_folder(str(folder)).splitlines())
    for said in kept:
        said[1] += " (compiled)"
    (folder / COMPILED).write_text("\n".join(map(json.dumps, [index, *kept])))


def titles(folder: Path) -> dict[str, str]:
    book = load(str(folder))
    assert book.problems == ()
    return {each.rule.name: each.title for each in book.rules}


def test_a_folder_of_pages(folder: Path) -> None:
    book = load(str(folder))
    assert book.problems == ()
    assert [(each.rule.name, each.category, each.title, each.people_see) for each in book.rules] == [
        ("first-rule", "b", "first", "It is first."),
        ("second-rule", "a", "second", "It is second."),
    ]
    assert [Path(each.path) for each in book.rules] == [folder / "b/first-rule.md", folder / "a/second-rule.md"]


def test_what_is_compiled_is_what_was_parsed(folder: Path) -> None:
    parsed = load(str(folder))
    (folder / COMPILED).write_text(compile_folder(str(folder)))
    assert [(each.heading.name, each.path, each.category, each.said) for each in load(str(folder)).rules] == [
        (each.heading.name, each.path, each.category, each.said) for each in parsed.rules
    ]


def test_compiled_pages_are_not_parsed(folder: Path) -> None:
    compile_and_mark(folder)
    assert titles(folder) == {"first-rule": "first (compiled)", "second-rule": "second (compiled)"}


def test_a_changed_page_is_parsed_again_and_only_that_one(folder: Path) -> None:
    compile_and_mark(folder)
    path = folder / "b" / "first-rule.md"
    path.write_text(path.read_text() + "\nA word more.\n")
    assert titles(folder) == {"first-rule": "first", "second-rule": "second (compiled)"}


def test_a_changed_shared_page_changes_every_page(folder: Path) -> None:
    compile_and_mark(folder)
    (folder / "shared.md").write_text(SHARED.replace("reply", "quote"))
    assert titles(folder) == {"first-rule": "first", "second-rule": "second"}


def test_pages_come_and_go(folder: Path) -> None:
    compile_and_mark(folder)
    (folder / "b" / "first-rule.md").unlink()
    (folder / "a" / "third-rule.md").write_text(page("third").replace("rule some-rule", "rule third-rule"))
    assert titles(folder) == {"second-rule": "second (compiled)", "third-rule": "third"}


def test_a_folder_may_do_without_a_shared_page(folder: Path) -> None:
    (folder / "shared.md").unlink()
    for path in (folder / "a").glob("*.md"):
        path.write_text(page("alone", rule("s.verb is post")))
    (folder / "b" / "first-rule.md").unlink()
    assert titles(folder) == {"some-rule": "alone"}


def test_a_broken_page_is_told_and_the_others_stay(folder: Path) -> None:
    path = folder / "b" / "first-rule.md"
    path.write_text(path.read_text().replace("s.verb in speech", "s.verb is tweet"))
    book = load(str(folder))
    assert [each.rule.name for each in book.rules] == ["second-rule"]
    assert [(problem.span.path, problem.span.line, problem.message) for problem in book.problems] == [
        (str(path), 7, "`tweet` is no verb")
    ]
    with pytest.raises(ValueError, match=r"first-rule\.md:7:6: `tweet` is no verb\. Did you mean `post`\?"):
        compile_folder(str(folder))


@pytest.mark.parametrize("data", [b"\xff\xfe broken \x00", b"# T\n\n```rule\nrule \xe9 x\n```\n"])
def test_a_page_that_is_no_text_is_told(folder: Path, data: bytes) -> None:
    (folder / "a" / "second-rule.md").write_bytes(data)
    book = load(str(folder))
    assert [each.rule.name for each in book.rules] == ["first-rule"]
    assert len(book.problems) == 1


def test_a_byte_order_mark_is_no_part_of_a_page(folder: Path) -> None:
    path = folder / "a" / "second-rule.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert titles(folder)["second-rule"] == "second"


LOADED = """\
import sys
from sociable.rulebook.rulebook import load
from sociable.engine.compiled_rule import CompiledRule
book = load(sys.argv[1])
assert len(book.rules) == 2, book
rules = [CompiledRule(page) for page in book.rules]
print(*sorted(name for name in ("lark", "markdown_it", "sociable.language.checker", "difflib") if name in sys.modules))
"""


@pytest.mark.parametrize(("fresh", "imported"), [(True, ""), (False, "lark markdown_it sociable.language.checker")])
def test_a_plain_load_parses_nothing(folder: Path, fresh: bool, imported: str) -> None:
    if fresh:
        compile_and_mark(folder)
    command = [sys.executable, "-c", LOADED, str(folder)]
    root = Path(__file__).parents[2]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == imported


def naming(folder: Path, category: str, name: str, line: str) -> None:
    text = page(name, rule("s.verb is post", head=f"severity info\n{line}")).replace("rule some-rule", f"rule {name}")
    (folder / category / f"{name}.md").write_text(text)


def wrong(folder: Path) -> list[tuple[str, str, str]]:
    return [(each.span.text, each.message, each.advice) for each in load(str(folder)).problems]


def test_a_rule_that_is_named_has_to_exist(folder: Path) -> None:
    naming(folder, "b", "third-rule", 'subsumes first-rule, secnd-rule\nbeside other: "x"')
    assert wrong(folder) == [
        ("secnd-rule", "`secnd-rule` is no rule", "Did you mean `second-rule`?"),
        ("other", "`other` is no rule and no category", ""),
    ]
    with pytest.raises(ValueError, match="`secnd-rule` is no rule"):
        compile_folder(str(folder))


def test_the_rule_of_a_broken_page_exists_all_the_same(folder: Path) -> None:
    naming(folder, "b", "third-rule", "subsumes first-rule")
    (folder / "b/first-rule.md").write_text(page("first", "rule first-rule severity grave").replace("grave", "?"))
    assert [message for _, message, _ in wrong(folder)] == ["`?` means nothing here"]


def test_no_rule_subsumes_itself_by_way_of_others(folder: Path) -> None:
    naming(folder, "b", "third-rule", "subsumes fourth-rule")
    naming(folder, "b", "fourth-rule", "subsumes first-rule, fifth-rule")
    naming(folder, "a", "fifth-rule", "subsumes third-rule")
    ((text, message, advice),) = wrong(folder)
    assert (text, advice) in [
        (name, "Take one of these names out.") for name in ("third-rule", "fourth-rule", "fifth-rule")
    ]
    assert message.startswith(f"`{text}` subsumes itself by way of `")


def test_rules_may_speak_beside_each_other(folder: Path) -> None:
    naming(folder, "b", "third-rule", 'beside first-rule, fourth-rule: "x"')
    naming(folder, "b", "fourth-rule", 'beside third-rule: "y"')
    assert wrong(folder) == []


def test_pages_that_came_installed_are_not_compared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_and_mark(folder)
    path = folder / "a" / "second-rule.md"
    path.write_text(path.read_text().replace("# second", "# changed"))
    assert titles(folder) == {"first-rule": "first (compiled)", "second-rule": "changed"}
    monkeypatch.setattr(package_data, "_INSTALLED", str(folder))
    assert titles(folder) == {"first-rule": "first (compiled)", "second-rule": "second (compiled)"}
    assert path in [Path(page.path) for page in load(str(folder)).rules]
    (folder / COMPILED).unlink()
    assert titles(folder) == {"first-rule": "first", "second-rule": "changed"}


def test_what_a_folder_holds_is_found_again_by_how_much_it_is() -> None:
    one, other = Contents("rules", b"a" * 9), Contents("rules", b"b" * 9)
    assert hash(one) == hash(other), "a start would else go through each byte of what was compiled, to load it once"
    assert one != other


def test_compiled_rules_that_are_cut_off_are_told_as_that(folder: Path) -> None:
    compile_and_mark(folder)
    whole = (folder / COMPILED).read_bytes()
    for cut in (whole[:40], whole[: whole.index(b"\n") + 9]):
        with pytest.raises(UnreadableFile, match="the compiled rules"):
            _ = [each.title for each in made_of(Contents(str(folder), cut)).rules]
