"""Rule pages as tests: what makes a page fail, and that each failure says where and why."""

from pathlib import Path

import pytest
import sociable.authoring.page_tests
from sociable.authoring.page_tests import PageResult

ROOT = Path(__file__).parents[2]

RULE = """\
rule loud-follow
severity warning

for each step s
when s.verb is follow
 and s.target.kind is person
unless s.is_approved

report s: "follows"
because "b"
suggest "c"
"""


def example(name: str, *steps: str, head: str = "sociable: 1\n") -> str:
    listed = "".join(f"      - {step}\n" for step in steps)
    return f"""\
```yaml {name}
{head}accounts: {{shop: {{platform: x}}}}
automations:
  - id: a
    account: shop
    when: followed
    do:
{listed}```
"""


CAUGHT = [example("one of them", "follow: event.user")]
FINE = [
    example("no follow", "dm: Hello"),
    example("somebody else", 'follow: "@friend"'),
    example("a person decides", "ask: jane", "follow: event.user"),
]


def page(rule: str = RULE, caught: list[str] = CAUGHT, fine: list[str] = FINE, sources: str = "") -> str:
    found, well = "\n".join(caught), "\n".join(fine)
    cited = sources or "- A book, <https://example.org>, 2026: that it is so."
    return f"""\
# Loud follows

```rule
{rule}```

## What people see

Somebody follows.

## Caught

{found}
## Fine

{well}
## Sources

{cited}
"""


def results(folder: Path) -> list[PageResult]:
    return list(sociable.authoring.page_tests.page_results(str(folder)))


def one(folder: Path, text: str, name: str = "loud-follow.md") -> PageResult:
    """The result of a folder with just this page."""
    (folder / "growth").mkdir()
    (folder / "growth" / name).write_text(text, encoding="utf-8")
    (result,) = results(folder)
    return result


def failures(result: PageResult) -> list[str]:
    return [failure.message for failure in result.failures]


def test_a_good_page(tmp_path: Path) -> None:
    result = one(tmp_path, page())
    assert failures(result) == []
    assert (result.name, result.examples, result.clauses) == ("loud-follow", 4, (3, 3))
    assert Path(result.path) == tmp_path / "growth" / "loud-follow.md"


def test_a_folder_of_pages_and_what_they_share(tmp_path: Path) -> None:
    for category, name in (("b", "one-rule"), ("a", "two-rule")):
        (tmp_path / category).mkdir()
        text = page(RULE.replace("loud-follow", name).replace("is follow", "in following"))
        (tmp_path / category / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "shared.md").write_text("```rule\nlist following = [follow]\n```\n")
    assert [(result.name, failures(result)) for result in results(tmp_path)] == [("two-rule", []), ("one-rule", [])]
    (tmp_path / "shared.md").write_text("```rule\nlist following = [follow]\nlist following = [connect]\n```\n")
    assert [(result.name, failures(result)) for result in results(tmp_path)] == [
        ("shared", ["there already is a list or define `following`"]),
        ("two-rule", []),
        ("one-rule", []),
    ]


def test_what_rests_on_a_broken_shared_define_is_told_once_and_not_run(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "loud-follow.md").write_text(page(RULE.replace("s.verb is follow", "loud(s)")), encoding="utf-8")
    defines = "define quiet(s: step) means\n    silent(s)\n\ndefine loud(s: step) means\n    not quiet(s)\n"
    (tmp_path / "shared.md").write_text(f"```rule\n{defines}```\n")
    assert [(result.name, failures(result)) for result in results(tmp_path)] == [
        ("shared", ["`silent` is no define"]),
        ("loud-follow", []),
    ]


# ---------------------------------------------------------------------------------------- examples


@pytest.mark.parametrize(
    ("caught", "fine", "message"),
    [
        (
            [example("none at all", "dm: Hello"), *CAUGHT],
            FINE,
            "“none at all” should give 1 finding of `loud-follow`, but gives 0",
        ),
        (
            [example("two of them", "follow: event.user", "follow: event.user"), *CAUGHT],
            FINE,
            "“two of them” should give 1 finding of `loud-follow`, but gives 2",
        ),
        (
            [example("too few (3 findings)", "follow: event.user", "follow: event.user"), *CAUGHT],
            FINE,
            "“too few” should give 3 findings of `loud-follow`, but gives 2",
        ),
        (
            CAUGHT,
            [example("not so fine", "follow: event.user"), *FINE],
            "“not so fine” should give 0 findings of `loud-follow`, but gives 1",
        ),
    ],
)
def test_an_example_has_to_give_what_it_says(tmp_path: Path, caught: list[str], fine: list[str], message: str) -> None:
    text = page(caught=caught, fine=fine)
    result = one(tmp_path, text)
    assert failures(result) == [message]
    assert result.failures[0].rule == "rule-example"
    named = text.splitlines()[result.failures[0].span.line - 2]
    assert named.startswith("```yaml ")
    assert message[1:].startswith(named.removeprefix("```yaml ").partition(" (")[0])


def test_several_findings_may_be_expected(tmp_path: Path) -> None:
    several = example("two of them (2 findings)", "follow: event.user", "follow: event.user")
    assert failures(one(tmp_path, page(caught=[several]))) == []


def test_other_rules_findings_do_not_count(tmp_path: Path) -> None:
    """Only what this page's rule finds is counted."""
    loud = example("one of them", 'post: "{{ event.user.handle }} is here"', "follow: event.user")
    assert failures(one(tmp_path, page(caught=[loud]))) == []


def test_an_example_is_read_like_any_file(tmp_path: Path) -> None:
    text = page(caught=[*CAUGHT, example("a slip", "follow: event.usr", "follow: event.user")])
    result = one(tmp_path, text)
    assert result.failures[0].rule == "not-understood"
    span = result.failures[0].span
    assert (span.path, span.text) == (result.path, "event.usr")
    assert text.splitlines()[span.line - 1].strip() == "- follow: event.usr"


def test_an_example_is_a_whole_file(tmp_path: Path) -> None:
    result = one(tmp_path, page(fine=[example("no head", "dm: Hello", head=""), *FINE]))
    assert failures(result) == ["nothing here is read, because `sociable: 1` is missing"]


def test_an_example_is_an_automation_file(tmp_path: Path) -> None:
    result = one(tmp_path, page(fine=["```yaml a shopping list\n- milk\n```", *FINE]))
    assert failures(result) == ["“a shopping list” is no automation file"]


# ---------------------------------------------------------------------------------- known gaps


def test_a_todo_example_may_come_out_wrong(tmp_path: Path) -> None:
    gaps = [example("todo: not caught yet", "dm: Hello"), example("todo: two (2 findings)", "follow: event.user")]
    result = one(tmp_path, page(caught=[*CAUGHT, *gaps], fine=[*FINE, example("todo: harmless", "follow: event.user")]))
    assert failures(result) == []
    assert (result.examples, result.gaps, result.clauses) == (7, 3, (3, 3))


@pytest.mark.parametrize("side", ["caught", "fine"])
def test_a_todo_example_that_passes_fails(tmp_path: Path, side: str) -> None:
    caught = [*CAUGHT, example("todo: now caught", "follow: event.user")]
    fine = [*FINE, example("todo: now fine", "dm: Hello")]
    text = page(caught=caught) if side == "caught" else page(fine=fine)
    result = one(tmp_path, text)
    assert failures(result) == [f"the todo example “now {side}” passes now"]
    assert result.failures[0].advice == "Take the word `todo:` away."
    assert text.splitlines()[result.failures[0].span.line - 2] == f"```yaml todo: now {side}"


@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_a_clause_is_not_needed_by_a_todo_example(tmp_path: Path, left_out: int) -> None:
    """Each of these makes a difference for its clause, but not the one that is wanted."""
    wrong = "todo: wanted two findings (2 findings)"
    fine = [each for number, each in enumerate(FINE) if number != left_out]
    gap = FINE[left_out].replace(FINE[left_out].partition("\n")[0], f"```yaml {wrong}")
    result = one(tmp_path, page(caught=[*CAUGHT, gap], fine=fine))
    assert (len(failures(result)), result.clauses, result.gaps) == (1, (2, 3), 1)
    assert failures(result)[0].startswith("no example needs")


def test_a_page_needs_more_than_todo_examples(tmp_path: Path) -> None:
    result = one(tmp_path, page(caught=[example("todo: some day", "dm: Hello")]))
    assert "the page needs an example under “Caught” and one under “Fine”" in failures(result)


# ------------------------------------------------------------------------------------- clauses


@pytest.mark.parametrize(
    ("left_out", "clause"),
    [
        (0, "s.verb is follow"),
        (1, "s.target.kind is person"),
        (2, "s.is_approved"),
    ],
)
def test_every_clause_is_needed_by_an_example(tmp_path: Path, left_out: int, clause: str) -> None:
    result = one(tmp_path, page(fine=[each for number, each in enumerate(FINE) if number != left_out]))
    assert failures(result) == [f"no example needs `{clause}`"]
    assert result.failures[0].span.text == clause
    assert result.failures[0].advice == "Add an example that is told apart by it, or take the clause out."
    assert result.clauses == (2, 3)


def test_each_unless_is_a_clause_of_its_own(tmp_path: Path) -> None:
    rule = RULE.replace("unless s.is_approved", "unless s.is_approved\nunless s.use is crm")
    result = one(tmp_path, page(rule))
    assert failures(result) == ["no example needs `s.use is crm`"]
    assert result.clauses == (3, 4)


BY_CASE = 'suggest "c"\nsee "They see a like." when s.automation.event is liked\n'


@pytest.mark.parametrize("wanted", [True, False])
def test_every_text_by_case_is_told_of_an_example(tmp_path: Path, wanted: bool) -> None:
    liked = [example("a like", "follow: event.user").replace("followed", "liked")]
    result = one(tmp_path, page(RULE.replace('suggest "c"\n', BY_CASE), caught=CAUGHT + liked * wanted))
    assert failures(result) == ["no example is told this by `see`"] * (not wanted)
    assert result.clauses == (3 + wanted, 4)
    if not wanted:
        assert result.failures[0].span.text == BY_CASE.splitlines()[1]
        assert result.failures[0].advice == "Add an example of this case under “Caught”, or take the line out."


def test_a_rule_without_conditions_has_no_clauses(tmp_path: Path) -> None:
    rule = RULE.replace("when s.verb is follow\n and s.target.kind is person\nunless s.is_approved\n", "")
    result = one(tmp_path, page(rule, fine=["```yaml nothing\nsociable: 1\naccounts: {shop: {platform: x}}\n```\n"]))
    assert failures(result) == []
    assert result.clauses == (0, 0)


@pytest.mark.parametrize(
    ("rule", "needed"),
    [
        # what a clause found is shown: it has to be left out all the same
        ('report a: "does {f}"\nshow f: "here"', True),
        ('report a: "does it"\nshow f: "here"\nshow f.target: "at {f.target}"', True),
        # what a clause found is the place itself: then something has to be found, whatever it is
        ('report f: "does it"', True),
        ('report f.target: "does it"', True),
    ],
)
def test_a_clause_may_be_shown(tmp_path: Path, rule: str, needed: bool) -> None:
    text = f"""\
rule loud-follow
severity warning
for each automation a
when a.event is followed and some step f in a.steps has f.verb is follow
{rule}
because "b {{f}}"
suggest "c {{f}}"
"""
    other_event = FINE[0].replace("when: followed", "when: mentioned").replace("dm: Hello", "follow: event.user")
    result = one(tmp_path, page(text, fine=[example("no follow", "dm: Hello"), other_event]))
    assert failures(result) == []
    assert result.clauses == (2 if needed else 1, 2)


def test_clauses_of_a_rule_about_groups(tmp_path: Path) -> None:
    rule = """\
rule loud-follow
severity warning
for each group g of step s by s.verb
when s.verb is follow and g.size >= 2
report g.second: "again"
show g.first: "first here"
because "b"
suggest "c"
"""
    twice = example("twice", "follow: event.user", "follow: event.user")
    assert failures(one(tmp_path, page(rule, [twice], [*CAUGHT, example("other", "dm: Hi", "dm: Hi")]))) == []


def test_clauses_may_use_words_of_the_page_itself(tmp_path: Path) -> None:
    own = "list loud = [follow, connect]\ndefine loudly(t: step) means t.verb in loud\n"
    rule = own + RULE.replace("s.verb is follow", "loudly(s)")
    result = one(tmp_path, page(rule))
    assert (failures(result), result.clauses) == ([], (3, 3))


# ------------------------------------------------------------------------------- parts of a page


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("# Loud follows\n", ""), "the page has no title"),
        (("## Fine", "## Well"), "the sections should be What people see, Caught, Fine, Sources"),
        (("## Sources", "## Known limits\n\nNone.\n\n## Limits\n\n## Sources"), "the sections should be"),
        (("Somebody follows.\n", ""), "“What people see” is empty"),
        (("- A book, <https://example.org>, 2026: that it is so.", ""), "the page names no source"),
        (("- A book, <https://example.org>, 2026: that", "- A book, 2026: that"), "a source is the id of a fact"),
    ],
)
def test_missing_parts(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    text = page()
    assert text.count(change[0]) == 1
    assert any(failure.startswith(message) for failure in failures(one(tmp_path, text.replace(*change))))


def test_known_limits_may_be_told(tmp_path: Path) -> None:
    assert failures(one(tmp_path, page().replace("## Sources", "## Known limits\n\nMany.\n\n## Sources"))) == []


@pytest.mark.parametrize(("caught", "fine"), [([], FINE), (CAUGHT, []), ([], [])])
def test_both_sides_need_an_example(tmp_path: Path, caught: list[str], fine: list[str]) -> None:
    message = "the page needs an example under “Caught” and one under “Fine”"
    assert message in failures(one(tmp_path, page(caught=caught, fine=fine)))


def test_a_broken_rule_is_told_with_everything_else(tmp_path: Path) -> None:
    result = one(tmp_path, page(RULE.replace("is follow", "is folow")).replace("Somebody follows.\n", ""))
    assert failures(result) == ["`folow` is no verb", "“What people see” is empty"]
    assert (result.examples, result.clauses) == (0, (0, 0))


UNSUBSCRIBED = """\
```yaml they unsubscribed
sociable: 1
accounts: {council: {platform: x}}
automations:
  - {id: told-on, account: council, when: unsubscribed, do: [post: "{{ event.user.handle }} is gone"]}
```
"""


def shaming(event: str) -> str:
    """The built-in page as somebody would change it who knows no more of the language than what stands there."""
    text = (ROOT / "rules/courtesy/unfollow-shaming.md").read_text(encoding="utf-8")
    changed = text.replace("s.automation.event.group is left_us", f"s.automation.event {event}")
    assert changed != text
    return changed.replace("## Fine", f"{UNSUBSCRIBED}\n## Fine")


def test_somebody_new_to_it_changes_a_page(tmp_path: Path) -> None:
    result = one(tmp_path, shaming("in [unfollowed, left, unsubscribed, blocked]"), "unfollow-shaming.md")
    assert (failures(result), result.examples) == ([], 8)
    Path(result.path).write_text(shaming("in [unfollowed, left, blocked]"), encoding="utf-8")
    (without,) = results(tmp_path)
    assert failures(without) == ["“they unsubscribed” should give 1 finding of `unfollow-shaming`, but gives 0"]


def test_a_misspelt_word_is_answered_with_the_right_one(tmp_path: Path) -> None:
    result = one(tmp_path, shaming("in [unfollowed, unsubscribd]"), "unfollow-shaming.md")
    (failure,) = result.failures
    assert failure.span.text == "s.automation.event in [unfollowed, unsubscribd]"
    assert (failure.message, failure.advice) == ("`unsubscribd` is no event", "Did you mean `unsubscribed`?")


def test_a_page_is_tested_whatever_its_profile(tmp_path: Path) -> None:
    result = one(tmp_path, page(RULE.replace("severity warning\n", "severity warning\nprofile personal\n")))
    assert (failures(result), result.clauses) == ([], (3, 3))


def test_a_page_without_a_rule(tmp_path: Path) -> None:
    result = one(tmp_path, "# Nothing\n")
    assert failures(result)[0] == "this page holds no rule"
    assert result.name == result.path


def test_a_page_is_called_like_its_rule(tmp_path: Path) -> None:
    result = one(tmp_path, page(), name="other.md")
    assert failures(result) == ["the page of `loud-follow` should be called `loud-follow.md`"]
    assert result.failures[0].span.text == "rule loud-follow"
    assert result.clauses == (3, 3)


def test_no_two_pages_are_about_one_rule(tmp_path: Path) -> None:
    for category in ("a", "b"):
        (tmp_path / category).mkdir()
        (tmp_path / category / "loud-follow.md").write_text(page(), encoding="utf-8")
    assert [failures(result) for result in results(tmp_path)] == [
        [],
        [f"`loud-follow` is already the name of a rule, in {tmp_path / 'a' / 'loud-follow.md'}"],
    ]
