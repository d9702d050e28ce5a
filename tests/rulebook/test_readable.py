"""A rule page in the order of its readers."""

import re
from pathlib import Path

import pytest
from sociable.findings.report import InCase, RuleSummary
from sociable.rulebook.readable import readable
from sociable.rulebook.readable_sources import source_lines
from sociable.rulebook.rulebook import with_built_in
from sociable.rulebook.summary import severity_words, summary

RULES = {page.rule.name: page for page in with_built_in().rules}
PAGES = {name: summary(page) for name, page in RULES.items()}
NEWLY_TITLED = {"Why it matters", "What to do instead", "The rule"}


def headings(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


def test_prose_comes_first_and_the_rule_last() -> None:
    assert headings(readable(PAGES["unfollow-shaming"])) == [
        "What people see",
        "Why it matters",
        "What to do instead",
        "Caught",
        "Fine",
        "Known limits",
        "Sources",
        "The rule",
    ]


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.name)
def test_nothing_of_a_page_is_lost(page: RuleSummary) -> None:
    original, shown = Path(page.path).read_text(encoding="utf-8"), readable(page)
    original, _, sources = original.partition("## Sources\n")
    names = re.compile(r"^```yaml (\S)(.*)$", re.MULTILINE)
    lines = [line for line in names.sub("```yaml", original).splitlines() if line]
    added = [f"**{initial.upper()}{rest}**" for initial, rest in names.findall(original)]
    assert sorted([*lines, *added]) == sorted(line for line in shown.splitlines() if line in {*lines, *added})
    assert set(headings(shown)) - NEWLY_TITLED == {*headings(original), "Sources"}
    assert len(re.findall("^- ", sources, re.MULTILINE)) == len(page.sources)


def test_a_fact_is_written_out_with_its_document() -> None:
    (fact,) = source_lines(["LAW-30 (warning): it fits."])
    assert fact.startswith("- LAW-30: [Regulation (EU) 2016/679 (GDPR), Article 5(1)(b)](https://eur-lex.europa.eu/")
    assert "as quoted in public copies, seen 28 November 2026: " in fact
    assert fact.endswith(" *Here (warning):* it fits.")
    (judgement,) = source_lines(["Our judgement (info; warning on x in strict): we think so."])
    assert judgement == "- **Our judgement** (warning on X in the profile `strict`; info): we think so."
    assert source_lines(["Somebody, <https://example.org>, 2026: that."]) == [
        "- Somebody, <https://example.org>, 2026: that."
    ]


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.name)
def test_prose_has_neither_examples_nor_rule(page: RuleSummary) -> None:
    prose = readable(page, prose_only=True)
    assert "```" not in prose
    assert set(headings(readable(page))) - set(headings(prose)) == {"Caught", "Fine", "The rule"}


def test_what_the_rule_says_is_written_out() -> None:
    shown = readable(PAGES["unlabelled-bot"])
    assert "`unlabelled-bot`, a rule of *honesty*." in shown
    assert "Severity: warning; error on X; error on Mastodon, if the account is on toot.wales; error, if " in shown
    assert "Confidence: medium." in shown


def test_what_is_told_by_case_stands_with_what_is_told_else() -> None:
    cases = tuple(InCase(part, f"{part} …", "it is so") for part in ("report", "see", "because", "suggest"))
    shown = readable(PAGES["unfollow-shaming"]._replace(cases=cases))
    assert "it was that left”\n> - If it is so: “report …”\n\n## What people see\n" in shown
    assert "\n\n- If it is so: see …\n\n## Why it matters\n" in shown
    assert "\n\n- If it is so: because …\n\n## What to do instead\n" in shown
    assert "\n\n- If it is so: suggest …\n\n## Caught\n" in shown


def test_what_is_only_known_of_a_finding_is_left_open() -> None:
    assert "> In a report: “… tells everyone who it was that left”" in readable(PAGES["unfollow-shaming"])
    assert "What to do instead" not in headings(readable(PAGES["unknown-account"]))  # it is all “{r.hint}”


def test_a_known_gap_is_said_to_be_one(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Page\n\n## Caught\n\n```yaml todo: a picture\na: 1\n```\n")
    assert "**Not seen yet: a picture**\n\n```yaml\na: 1\n```" in readable(PAGES["bulk-dm"]._replace(path=str(page)))


def test_a_profile_is_named() -> None:
    page = PAGES["silent-inbox"]
    only = page._replace(profiles=("strict", "public-body"))
    assert "Only asked with `--profile strict` or `--profile public-body`." in readable(only)
    assert "Only asked" not in readable(page)


def test_severities_name_platforms_as_people_do() -> None:
    assert severity_words(RULES["welcome-dm"].rule).startswith(
        "warning; error on X, Reddit, Discord, Bluesky, Twitch and WeChat; error on Facebook, Instagram and Messenger, "
        "if it does not start when somebody accepts our request to connect or somebody asks to connect; "
        "error on LinkedIn, if nothing says that the platform agreed to the program; "
        "error on WhatsApp, if it does not reach the platform by a program that works the website or the app as a hand "
        "would or a service or library the platform has not approved; error on Telegram, if its purpose is advertising"
    )
    assert severity_words(RULES["empty-growth"].rule, in_full=False) == "warning; info in some cases"


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.name)
def test_titles_have_a_subject(page: RuleSummary) -> None:
    """An account, a thing or a number; a verb alone leaves open who does it."""
    begins = (
        "…",
        "`",
        "a second ",
        "a step ",
        "an AI ",
        "another ",
        "each time ",
        "for the same ",
        "no ",
        "the file",
        "what ",
    )
    assert page.message.startswith(begins)


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.name)
def test_variables_are_called_what_the_page_calls_them(page: RuleSummary) -> None:
    assert re.findall(r"\w'[0-9]", page.severity) == []
