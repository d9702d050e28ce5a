"""Rule pages: what stands where, and what a page must not look like."""

import pytest
from sociable.authoring.format_page import format_page
from sociable.rulebook.pages import (
    MOST_CHARACTERS,
    NOTHING_SHARED,
    Page,
    _line_starts,
    check_page,
    checker_of,
    read_and_check,
    read_page,
    read_shared,
)
from sociable.sources.basis import basis_of
from sociable.text.source import Source

from tests.rulebook.pages import Told, marked, rule, told

PAGE = f"""\
# Being *loud*

A sentence of introduction, which nobody asks for.

```rule
list speech = [post, reply]
{rule("s.verb in speech")}
```

## What people see

Two
lines of it.

And more.

## Caught

```yaml a loud account
one: 1
```

```yaml several of them (3 findings)
two: 2
```

## Fine

```yaml a quiet account
three: 3
```

## Known limits

```text not an example
four
```

## Sources

- Somebody, “A book: a story”,
  <https://example.org/a>, 1 May 2026, seen
  2 May 2026: that it
  is so: really.
- X-01 (error;
  warning): so it is.
- Our judgement (info on x, mastodon; warning in strict; error on x in strict): we
  think so.
"""


def read(text: str) -> tuple[Page, list[Told]]:
    page, problems = read_page("loud/some-rule.md", text, "loud")
    return page, [told(problem) for problem in problems]


def line_of(text: str) -> int:
    return PAGE[: PAGE.index(text)].count("\n") + 1


def test_what_a_page_says() -> None:
    page, problems = read(PAGE)
    assert problems == []
    assert (page.path, page.category, page.title) == ("loud/some-rule.md", "loud", "Being *loud*")
    assert page.sections == ("What people see", "Caught", "Fine", "Known limits", "Sources")
    assert page.people_see == "Two lines of it."
    assert [type(each).__name__ for each in page.declarations] == ["ListOf", "Rule"]
    assert page.rule is not None
    assert page.rule.name == "some-rule"


def test_sources() -> None:
    page, _ = read(PAGE)
    own, fact, judgement = basis_of(page.sources)
    assert own.citation == (
        *(
            "Somebody, “A book: a story”",
            "https://example.org/a",
            "1 May 2026, seen 2 May 2026",
            "that it is so: really.",
        ),
        *("", "", ""),
    )
    assert (fact.fact, fact.says, fact.carries) == ("X-01", "so it is.", (("error", (), ()), ("warning", (), ())))
    assert (judgement.says, judgement.is_judgement) == ("we think so.", True)
    assert judgement.carries == (
        ("info", ("x", "mastodon"), ()),
        ("warning", (), ("strict",)),
        ("error", ("x",), ("strict",)),
    )


@pytest.mark.parametrize(
    "source",
    [
        "Somebody, 2026: that",
        "Somebody, <https://example.org/b>: that",
        "Somebody, <https://example.org/b>, 2026",
        "X-01",
        "X-1: that",
        "X-01 (grave): that",
        "X-01 (error on): that",
        "our judgement: that",
    ],
)
def test_a_source_is_a_fact_or_a_judgement_or_says_all_of_itself(source: str) -> None:
    text, start, end = marked(PAGE.replace("- X-01 (error;\n  warning): so it is.", f"⟦-⟧ {source}"))
    message = "a source is the id of a fact, or our own judgement, and after a colon how it bears on the rule"
    ((at, to, told, advice),) = read(text)[1]
    assert (at, to, told) == (start, end, message)
    assert "`- X-01 (error): …`" in advice


def test_examples() -> None:
    page, _ = read(PAGE)
    assert [(each.name, each.text, each.findings) for each in page.examples] == [
        ("a loud account", "one: 1\n", 1),
        ("several of them", "two: 2\n", 3),
        ("a quiet account", "three: 3\n", 0),
    ]
    assert [each.span.text for each in page.examples] == [each.text for each in page.examples]
    assert [each.span.line for each in page.examples] == [line_of(each.text.strip()) for each in page.examples]


@pytest.mark.parametrize(
    ("name", "shown", "findings"),
    [
        ("one", "one", 1),
        ("one (1 finding)", "one", 1),
        ("one (12 findings)", "one", 12),
        ("one (many findings)", "one (many findings)", 1),
        ("one (0 findings)", "one (0 findings)", 1),
        ("3 findings)", "3 findings)", 1),
        ("", "", 1),
    ],
)
def test_how_many_findings_an_example_gives(name: str, shown: str, findings: int) -> None:
    page, problems = read(PAGE.replace("a loud account", name))
    assert problems == []
    assert (page.examples[0].name, page.examples[0].findings) == (shown, findings)


def test_an_example_of_what_is_fine_gives_none_whatever_its_name() -> None:
    page, _ = read(PAGE.replace("a quiet account", "a quiet account (2 findings)"))
    assert (page.examples[2].name, page.examples[2].findings) == ("a quiet account (2 findings)", 0)


def test_an_example_may_be_about_a_known_gap() -> None:
    text = PAGE.replace("several of them", "todo: several of them").replace("a quiet", "todo: a quiet")
    page, problems = read(text.replace("a loud account", "todo:no gap"))
    assert problems == []
    assert [(each.name, each.findings, each.todo) for each in page.examples] == [
        ("todo:no gap", 1, False),
        ("several of them", 3, True),
        ("a quiet account", 0, True),
    ]


def test_the_rule_is_parsed_where_it_stands() -> None:
    page, _ = read(PAGE)
    assert page.rule is not None
    assert PAGE[page.rule.report.at : page.rule.report.end] == "s"
    assert PAGE[page.rule.at :].startswith("rule some-rule\n")


def test_line_ends_of_any_system() -> None:
    windows, problems = read(PAGE.replace("\n", "\r\n"))
    assert problems == []
    assert windows.rule is not None
    assert windows.people_see == "Two lines of it."
    assert [each.text for each in windows.examples] == ["one: 1\r\n", "two: 2\r\n", "three: 3\r\n"]
    assert [each.span.line for each in windows.examples] == [line_of(each.text.strip()) for each in windows.examples]


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        (
            PAGE.replace("s.verb in speech", "s.verb ⟦speech⟧"),
            "`speech` cannot stand here",
            "Write `s.verb is speech`.",
        ),
        (
            PAGE.replace("```yaml a loud account\none", "```yml a loud account\n⟦one").replace("1\n", "1\n⟧"),
            "an example begins with ```yaml and its name",
            "",
        ),
        (
            PAGE.replace("three: 3\n```\n", "three: 3\n")
            .replace("```yaml a quiet", "⟦```⟧yaml a quiet")
            .split("\n## Kn")[0],
            "this block is never closed",
            "End it with a line of ```.",
        ),
        ("# Title\n\n⟦```⟧rule", "this block is never closed", "End it with a line of ```."),
        ("# Title\n\n⟦````⟧rule\n```", "this block is never closed", "End it with a line of ````."),
    ],
)
def test_broken_pages(text: str, message: str, advice: str) -> None:
    clean, start, end = marked(text)
    assert read(clean)[1] == [(start, end, message, advice)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# Title\n", "this page holds no rule"),
        ("", "this page holds no rule"),
        ("# Title\n\n```rule\nlist speech = [post]\n```\n", "this page holds no rule"),
        (f"# Title\n\n```rule\n{rule()}\n{rule()}\n```\n", "a page holds exactly one rule"),
        (f"# Title\n\n```rule\n{rule()}\n```\n\n```rule\n{rule()}\n```\n", "a page holds exactly one rule"),
    ],
)
def test_a_page_holds_one_rule(text: str, message: str) -> None:
    page, _ = read(text)
    checked, problems = check_page(page, read_shared("shared.md", "")[0])
    assert checked is None
    assert [(problem.message, problem.advice) for problem in problems] == [(message, "Write it in a ```rule block.")]


SHARED = """\
# Words

```rule
list speech = [post, reply]
define loud(t: step) means t.audience is public and t.verb in speech
define very_loud(t: step) means loud(t) and not t.is_approved
```
"""


def test_pages_use_what_they_share() -> None:
    shared, problems = read_shared("shared.md", SHARED)
    assert problems == []
    assert (list(shared.lists), list(shared.defines)) == (["speech"], ["loud", "very_loud"])
    page, _ = read(f"```rule\n{rule('very_loud(s) and s.verb in speech')}\n```\n")
    checked, wrong = check_page(page, shared)
    assert wrong == []
    assert checked is not None


def test_a_page_may_add_words_of_its_own_and_keeps_them_to_itself() -> None:
    shared, _ = read_shared("shared.md", SHARED)
    page, _ = read(f"```rule\ndefine mine(t: step) means loud(t)\n{rule('mine(s)')}\n```\n")
    checked, wrong = check_page(page, shared)
    assert wrong == []
    assert checked is not None
    assert "mine" in checker_of(page, shared).shared.defines
    assert "mine" not in shared.defines


def test_a_page_may_not_redefine_a_shared_word() -> None:
    shared, _ = read_shared("shared.md", SHARED)
    page, _ = read(f"```rule\nlist speech = [story]\n{rule('s.verb in speech')}\n```\n")
    checked, wrong = check_page(page, shared)
    assert checked is None
    assert [problem.message for problem in wrong] == ["there already is a list or define `speech`"]


def checked_page(text: str, shared_text: str = SHARED) -> list[tuple[str, str]]:
    """Everything that is wrong with a page: what stands there, and what is said about it."""
    shared, _ = read_shared("shared.md", shared_text)
    _, rule, problems = read_and_check("some-rule.md", text, "loud", shared)
    assert (rule is None) == bool(problems)
    return [(problem.span.text, problem.message) for problem in problems]


def test_a_mistake_in_one_declaration_hides_none_in_another() -> None:
    block = f"""list quiet = [like, follw]
define loudly(s: step) means s.audience public
define near(s: step) means s.account.platform is twiter
list odd = like
{rule("s.verb is tweet and loudly(s) and s.verb in odd and near(s)", report='report s: "{q} {a}"')}
"""
    assert checked_page(f"```rule\n{block}```\n\n```rule\nlist empty = []\n```\n") == [
        ("public", "`public` cannot stand here"),
        ("s.account.platform is twiter", "`twiter` is no platform"),
        ("like", "`like` cannot stand here"),
        ("s.verb is tweet", "`tweet` is no verb"),
        ("q", "`q` is no variable"),
        ("]", "`]` cannot stand here"),
    ]


def test_of_what_could_not_be_read_nothing_more_is_said() -> None:
    shared = SHARED.replace("means t.verb in speech", "means t.verb on speech").replace("list speech =", "list speech")
    text = f"```rule\n{rule('very_loud(s) and loud(s) and s.verb in speech and lowd(s)')}\n```\n"
    assert checked_page(text, shared) == [("lowd(s)", "`lowd` is no define")]


@pytest.mark.parametrize("broken", ["rule some-rule severity", "rule some-rule", "when x", "rule"])
def test_a_rule_that_cannot_be_read_is_not_missed_as_well(broken: str) -> None:
    (told_of,) = checked_page(f"```rule\n{broken}\n```\n")
    assert "holds" not in told_of[1]


def test_the_shared_page_is_checked() -> None:
    text, start, end = marked(SHARED.replace("t.audience is public", "⟦t.audience is pblic⟧"))
    shared, problems = read_shared("shared.md", text)
    assert [told(problem) for problem in problems] == [(start, end, "`pblic` is no audience", "Did you mean `public`?")]
    assert shared.unread == {"loud", "very_loud"}


def test_rules_stand_on_pages_of_their_own() -> None:
    _, problems = read_shared("shared.md", f"```rule\n{rule()}\n```\n")
    assert [problem.message for problem in problems] == ["a rule stands on a page of its own"]


@pytest.mark.parametrize("filling", ["[a](", "*a_", "x", "```yaml a\na: 1\n```\n"])
def test_a_page_that_is_too_long_is_not_read(filling: str) -> None:
    text = PAGE + filling * (MOST_CHARACTERS // len(filling))
    _, found, problems = read_and_check("own/loud.md", text, "own", NOTHING_SHARED)
    assert found is None
    assert [each.message for each in problems] == ["this page has more than 131,072 characters"]
    formatted = format_page(Source("own/loud.md", text))
    assert formatted.text == text
    assert [each.message for each in formatted.problems] == ["this page has more than 131,072 characters"]


def test_lines_are_counted_once_for_all_blocks_of_a_page() -> None:
    _line_starts.cache_clear()
    page, _ = read_page("a/b.md", PAGE, "a")
    assert len(page.examples) == 3
    assert _line_starts.cache_info().misses == 1
