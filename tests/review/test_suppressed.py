"""Where suppressions count, what they hide, and what is told of them."""

import json
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sociable.findings.problem import REVIEW_RULES
from sociable.findings.report import Report
from sociable.pipeline import Request, check
from sociable.review import unmet_entries
from sociable.rulebook.former_names import former_names
from sociable.rulebook.rulebook import with_built_in

from tests.calls import called
from tests.lines_run import grown, lines_run

INCIDENTS = Path(__file__).parents[1] / "incidents"

SETUP = """\
{file}
sociable: 1
accounts:
  {account}
  shop: {{platform: x, handle: "@shop"}}
automations:
  {automation}
  - when: followed  {when}
    id: thanks  {id}
    account: shop
    do:
      {step}
      - follow: event.user  {line}
{end}
"""
RULE = "auto-follow-back"
ACCEPTED = f"# sociable: ignore[{RULE}] until=2027-01-31 -- they asked us to"
DAY = date(2026, 11, 28)


def setup(**comments: str) -> str:
    fields = ("file", "account", "automation", "when", "id", "step", "line", "end")
    return SETUP.format(**{each: comments.get(each, "") for each in fields})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(today: date = DAY, /, **comments: str) -> Report:
    Path("a.yml").write_text(setup(**comments), encoding="utf-8")
    return check(Request(("a.yml",), today=today))


def about_suppressions(report: Report) -> list[tuple[str, int]]:
    return [(each.rule, each.span.line) for each in report.findings if each.rule in REVIEW_RULES]


def test_without_one_it_is_told() -> None:
    assert RULE in {each.rule for each in checked().findings}


@pytest.mark.parametrize("where", ["file", "account", "automation", "when", "id", "step", "line"])
def test_it_counts_at_the_line_the_step_the_automation_the_account_and_the_file(where: str) -> None:
    report = checked(DAY, **{where: ACCEPTED})
    assert RULE not in {each.rule for each in report.findings}
    (hidden,) = report.suppressed
    assert hidden.suppressed is not None
    assert hidden.suppressed[:3] == ((RULE,), "they asked us to", "2027-01-31")
    assert about_suppressions(report) == []


def test_it_counts_nowhere_else() -> None:
    report = checked(end=ACCEPTED)
    assert RULE in {each.rule for each in report.findings}
    assert about_suppressions(report) == [("unused-suppression", 14)]


def test_the_last_day_counts() -> None:
    assert checked(date(2027, 1, 31), line=ACCEPTED).suppressed
    report = checked(date(2027, 2, 1), line=ACCEPTED)
    assert not report.suppressed
    assert about_suppressions(report) == [("expired-suppression", 13)]
    assert RULE in {each.rule for each in report.findings}


def test_what_is_over_may_go_where_its_rule_ran_and_said_nothing() -> None:
    def advice(line: str, ignore: tuple[str, ...] = ()) -> str:
        Path("a.yml").write_text(setup(line=line), encoding="utf-8")
        report = check(Request(("a.yml",), ignore=ignore, today=date(2027, 2, 1)))
        return next(each.advice for each in report.findings if each.rule == "expired-suppression")

    idle = ACCEPTED.replace(RULE, "reply-loop")
    assert "delete it" in advice(idle)
    assert "delete it" not in advice(ACCEPTED)
    assert "delete it" not in advice(idle, ignore=("reply-loop",))


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        (f"# sociable: ignore[{RULE}]", {"suppression-without-reason"}),
        ("# sociable: ignore -- x", {"blanket-suppression"}),
        ("# sociable: ignore[auto-folow-back] -- x", {"unknown-suppressed-rule"}),
        (f"# sociable: ignroe[{RULE}] -- x", {"malformed-suppression"}),
        ("# sociable: ignore[reply-loop] -- x", {"unused-suppression"}),
        ("# sociable: ignore[not-understood] -- x", {"malformed-suppression"}),
        ("# sociable: ignore[unused-suppression] -- x", {"malformed-suppression"}),
    ],
)
def test_one_that_is_not_right_hides_nothing_and_is_told(comment: str, rules: set[str]) -> None:
    report = checked(line=comment)
    assert {rule for rule, _ in about_suppressions(report)} == rules
    assert RULE in {each.rule for each in report.findings}
    assert all(each.severity == "warning" for each in report.findings if each.rule in REVIEW_RULES)


def test_it_has_to_name_every_rule_that_speaks_of_the_step() -> None:
    text = (INCIDENTS / "repost-bots.yml").read_text(encoding="utf-8")
    Path("a.yml").write_text(text, encoding="utf-8")
    loop = next(each for each in check(Request(("a.yml",))).findings if each.also)
    lines = text.splitlines()
    before = lines[loop.span.line - 1]
    lines[loop.span.line - 1] = f"{before}  # sociable: ignore[{loop.rule}] -- x"
    Path("a.yml").write_text("\n".join(lines), encoding="utf-8")
    report = check(Request(("a.yml",), today=DAY))
    assert loop.rule in {each.rule for each in report.findings}
    (narrow,) = (each for each in report.findings if each.rule in REVIEW_RULES)
    names = ", ".join((loop.rule, *loop.also))
    assert narrow.advice == f"Write `ignore[{names}]`, or put it right."
    lines[loop.span.line - 1] = f"{before}  # sociable: ignore[{names}] -- x"
    Path("a.yml").write_text("\n".join(lines), encoding="utf-8")
    report = check(Request(("a.yml",), today=DAY))
    assert [each.rule for each in report.suppressed] == [loop.rule]
    assert about_suppressions(report) == []


TWO = """\
sociable: 1
accounts:
  one: {platform: mastodon, handle: "@one"}
  two: {platform: mastodon, handle: "@two"}  # sociable: ignore[unfollow-shaming] -- a game among friends
automations:
  - id: thanks
    account: [one, two]
    when: unfollowed
    do: [post: "{{ event.user.handle }} left us."]
"""


def test_of_one_finding_on_two_accounts_it_may_hide_one() -> None:
    Path("a.yml").write_text(TWO, encoding="utf-8")
    report = check(Request(("a.yml",), today=DAY))
    (told,) = (each for each in report.findings if each.rule == "unfollow-shaming")
    (hidden,) = report.suppressed
    assert [each.account for each in told.members] == ["@one"]
    assert [each.account for each in hidden.members] == ["@two"]
    assert "the same on" not in told.message
    assert about_suppressions(report) == []


def test_files_without_comments_are_suppressed_in_the_configuration() -> None:
    document = {
        "sociable": 1,
        "accounts": {"shop": {"platform": "x", "handle": "@shop"}},
        "automations": [{"id": "thanks", "account": "shop", "when": "followed", "do": [{"follow": "event.user"}]}],
    }
    Path("exports").mkdir()
    Path("exports/a.json").write_text(json.dumps(document), encoding="utf-8")
    entry = f"""\
[[suppress]]
file = "exports/*.json"
automation = "thanks"
says = "ignore[{RULE}] -- they asked"

[[suppress]]
automation = "other"
says = "ignore[{RULE}] -- they asked"

[[suppress]]
account = "shop"
says = "ignore[{RULE}"
"""
    Path("sociable.toml").write_text(entry, encoding="utf-8")
    report = check(Request((".",), today=DAY))
    (hidden,) = report.suppressed
    assert hidden.suppressed is not None
    assert str(hidden.suppressed.span) == "sociable.toml:4:1"
    assert [(each.rule, str(each.span)) for each in report.findings if each.rule in REVIEW_RULES] == [
        ("unused-suppression", "sociable.toml:8:1"),
        ("malformed-suppression", "sociable.toml:12:1"),
    ]


def test_reasons_may_be_left_to_people() -> None:
    Path("sociable.toml").write_text("require-reason = false\n", encoding="utf-8")
    report = checked(line=f"# sociable: ignore[{RULE}]")
    assert report.suppressed
    assert about_suppressions(report) == []


def test_nothing_is_unused_that_could_not_be_seen() -> None:
    """A rule that does not run, a part of a project, a file that was misread."""
    unused = "# sociable: ignore[reply-loop] -- x"
    assert about_suppressions(checked(line=unused))
    assert not about_suppressions(check(Request(("a.yml",), ignore=("reply-loop",))))
    Path("sociable.toml").write_text("", encoding="utf-8")
    assert not about_suppressions(check(Request(("a.yml",))))
    assert about_suppressions(check(Request((".",))))
    Path("b.yml").write_text("sociable: 1\nautomation: []\n", encoding="utf-8")
    assert not about_suppressions(check(Request((".",))))


TWICE = """\
sociable: 1
accounts: {shop: {platform: x, handle: "@shop"}}
automations:
"""
ONE_OF_THEM = "  - {{id: {id}, account: shop, when: mentioned, do: [reply: {id}]}}  {comment}\n"


def double_reactions(*comments: str) -> tuple[list[str], list[str]]:
    """What is told and what is accepted of automations that answer the same, by their ids."""
    text = TWICE + "".join(ONE_OF_THEM.format(id=f"a{at}", comment=each) for at, each in enumerate(comments))
    Path("b.yml").write_text(text, encoding="utf-8")
    report = check(Request(("b.yml",), select=("double-reaction",), today=DAY))
    assert about_suppressions(report) == []
    told, accepted = (
        [member.subjects[0] for finding in found for member in finding.members]
        for found in (report.findings, report.suppressed)
    )
    return told, accepted


def test_a_pair_is_accepted_at_either_of_its_two_and_more_one_by_one() -> None:
    fine = "# sociable: ignore[double-reaction] -- one asks, one answers"
    assert double_reactions("", "") == (["a0", "a1"], [])
    assert double_reactions(fine, "") == double_reactions("", fine) == ([], ["a0", "a1"])
    assert double_reactions("", fine, "") == (["a0", "a2"], ["a1"])
    Path("sociable.toml").write_text(
        '[[suppress]]\nautomation = "a1"\nsays = "ignore[double-reaction] -- one asks, one answers"\n', encoding="utf-8"
    )
    assert double_reactions("", "") == ([], ["a0", "a1"])
    assert double_reactions("", "", "") == (["a0", "a2"], ["a1"])


def test_many_comments_one_below_the_other_are_about_the_next_step() -> None:
    both = f"# sociable: ignore[no-pause] -- seen\n      # a note\n\n      {ACCEPTED}"
    report = checked(step=both)
    assert RULE in {each.rule for each in report.suppressed}


def test_a_comment_in_a_text_is_none() -> None:
    Path("a.yml").write_text(
        setup().replace("- follow: event.user", f'- post: "{ACCEPTED}"\n      - follow: event.user'), encoding="utf-8"
    )
    assert not check(Request(("a.yml",))).suppressed


def test_the_register(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.yml").write_text(setup(line=ACCEPTED), encoding="utf-8")
    assert called("suppressions", "--today", "2026-11-28", "a.yml") == 0
    assert capsys.readouterr().out == (
        f"a.yml:13:29: {RULE}\n  why:    they asked us to\n  until:  2027-01-31\n  hides:  1 finding\n\n"
        "1 suppression, which hides 1 finding.\n"
    )
    assert called("suppressions", "--format", "json", "--today", "2027-02-01") == 0
    (row,) = json.loads(capsys.readouterr().out)["suppressions"]
    assert (row["rules"], row["hides"], row["expired"]) == ([RULE], 0, True)
    assert called("suppressions", "--today", "soon") == 2


def test_a_former_name_goes_on_working_and_is_told() -> None:
    name, (now,) = next(iter(former_names(with_built_in().rules).items()))
    report = checked(DAY, account=f"# sociable: ignore[{name}] -- they know")
    assert now not in {each.rule for each in report.findings} or report.suppressed
    (told,) = (each for each in report.findings if each.rule == "renamed-suppressed-rule")
    assert told.advice == f"Write `{now}`."
    assert check(Request(("a.yml",), ignore=(name,), today=DAY)).rules == check(Request(("a.yml",))).rules - 1


def mended(line: str, *options: str) -> str:
    """What `--fix` makes of a comment beside a step."""
    Path("a.yml").write_text(setup(line=line), encoding="utf-8")
    assert called("check", "--fix", "--today", "2026-11-28", *options, "a.yml") in (0, 1)
    return Path("a.yml").read_text(encoding="utf-8").splitlines()[12].partition("event.user")[2].strip()


def test_a_slip_in_the_name_of_a_rule_is_mended_and_a_guess_only_if_asked() -> None:
    assert mended("# sociable: ignore[auto-folow-back] -- x") == f"# sociable: ignore[{RULE}] -- x"
    guess = "# sociable: ignore[auto-follow-bakcs] -- x"
    assert mended(guess) == guess
    assert mended(guess, "--unsafe-fixes") == f"# sociable: ignore[{RULE}] -- x"
    nonsense = "# sociable: ignore[gardening] -- x"
    assert mended(nonsense) == nonsense


def test_all_slips_of_one_line_are_mended_at_once() -> None:
    Path("a.yml").write_text(
        setup(line="# sociable: ignore[reply-loop, auto-folow-back, welcome-dm] -- x"), encoding="utf-8"
    )
    report = check(Request(("a.yml",), today=DAY, edits=True))
    fixes = {each.fix.edits for each in report.findings if each.rule in REVIEW_RULES and each.fix}
    assert {edit.text for (edit,) in fixes} == {f"# sociable: ignore[{RULE}] -- x"}


def test_a_former_name_and_what_is_unused_beside_it_are_mended_at_once() -> None:
    name = next(iter(former_names(with_built_in().rules)))
    Path("a.yml").write_text(setup(line=f"# sociable: ignore[{name}, {RULE}] -- x"), encoding="utf-8")
    report = check(Request(("a.yml",), today=DAY, edits=True))
    assert {each.rule for each in report.findings if each.rule in REVIEW_RULES} == {
        "renamed-suppressed-rule",
        "unused-suppression",
    }
    fixes = {each.fix.edits[0].text for each in report.findings if each.rule in REVIEW_RULES and each.fix}
    assert fixes == {f"# sociable: ignore[{RULE}] -- x"}


@pytest.mark.parametrize(
    ("entry", "advice"),
    [
        ('automation = "thank"', "No automation is called `thank`. Did you mean `thanks`?"),
        ('account = "@shopp"', "No account is called `@shopp`. Did you mean `@shop`?"),
        ('node = "Follow back"', "No node is called `Follow back`."),
        ('file = "b.yml"', "No file that was read fits `b.yml`. Did you mean `a.yml`?"),
        ('automation = "thanks"', "Delete it."),
        ('file = "*.yml"\naccount = "shop"', "Delete it."),
    ],
)
def test_an_entry_that_names_what_is_not_there_is_told_which(entry: str, advice: str) -> None:
    Path("a.yml").write_text(setup(), encoding="utf-8")
    Path("sociable.toml").write_text(f'[[suppress]]\n{entry}\nsays = "ignore[reply-loop] -- x"\n', encoding="utf-8")
    report = check(Request((".",), today=DAY))
    assert [each.advice for each in report.findings if each.rule in REVIEW_RULES] == [advice]


def test_the_name_of_a_rule_in_an_entry_is_guessed_too() -> None:
    Path("a.yml").write_text(setup(), encoding="utf-8")
    entry = '[[suppress]]\naccount = "shop"\nsays = "ignore[auto-folow-back] -- x"\n'
    Path("sociable.toml").write_text(entry, encoding="utf-8")
    (told,) = (each for each in check(Request((".",), today=DAY)).findings if each.rule in REVIEW_RULES)
    assert (str(told.span), told.advice) == ("sociable.toml:3:1", f"Did you mean `{RULE}`?")


ENTRIES = f"""\
# What we accept.
[[suppress]]
account = "shop"  # since May
says = "ignore[{RULE.replace("w-b", "wb")}] -- they asked"  # in the assembly

[[suppress]]
account = "shop"
says = "ignore[reply-loop] -- x"
"""


def fixed(config: str, *more: str, parent: str = "") -> str:
    """A configuration as `--fix` leaves it."""
    Path("project").mkdir(exist_ok=True)
    Path("project/a.yml").write_text(setup(), encoding="utf-8")
    Path("project/sociable.toml").write_text(config, encoding="utf-8")
    Path("house.toml").write_text(parent, encoding="utf-8")
    called("check", "project", "--fix", "--today", "2026-11-28", *more)
    return Path("project/sociable.toml").read_text(encoding="utf-8")


def test_entries_of_a_configuration_are_mended_and_taken_out(capsys: pytest.CaptureFixture[str]) -> None:
    mended = ENTRIES.partition("\n\n")[0].replace("auto-followback", RULE) + "\n"
    assert fixed(ENTRIES) == mended
    assert "2 fixed" in capsys.readouterr().out
    assert fixed(mended.replace(" -- ", " \u2014 ")) == mended
    assert fixed(mended.replace(RULE, "auto-folow-bak"), "--unsafe-fixes") == mended


def test_an_entry_that_names_what_is_nearly_there_is_not_taken_out() -> None:
    entry = ENTRIES.partition("\n\n")[0].replace("auto-followback", RULE).replace("shop", "shopp") + "\n"
    assert fixed(entry) == entry
    assert fixed(entry, "--unsafe-fixes") == entry.replace("shopp", "shop")


def test_an_entry_of_the_configuration_that_is_extended_counts_for_others_too() -> None:
    """So this project says neither that it is unused nor how it should be written."""
    child = 'extends = "../house.toml"\n'
    assert fixed(child, parent=ENTRIES) == child
    assert Path("house.toml").read_text(encoding="utf-8") == ENTRIES
    rules = {each.rule for each in check(Request(("project",), today=DAY)).findings}
    assert "unknown-suppressed-rule" in rules
    assert "unused-suppression" not in rules


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        (f"# sociable: ignore[{RULE}] \u2013 they asked", f"# sociable: ignore[{RULE}] -- they asked"),
        (f"#sociable ignore {RULE}: they asked", f"# sociable: ignore[{RULE}] -- they asked"),
        (f"# sociable: ignore[{RULE} until=31.1.2027 -- x", f"# sociable: ignore[{RULE}] until=2027-01-31 -- x"),
        (f"# sociable: ignore[{RULE}] until=1/2/2027 -- x", ""),
        (f"# sociable: ignore[{RULE}] until=2017-01-31 -- x", ""),
        (f"# sociable: ignore[{RULE}]", ""),
    ],
)
def test_a_suppression_that_is_nearly_one_is_mended(line: str, becomes: str) -> None:
    Path("a.yml").write_text(setup(line=line), encoding="utf-8")
    called("check", "a.yml", "--fix", "--today", "2026-11-28")
    assert Path("a.yml").read_text(encoding="utf-8") == setup(line=becomes or line)


def test_a_day_that_can_only_be_guessed_is_written_when_guesses_are_wanted() -> None:
    for was, day in (("2017-01-31", "2027-01-31"), ("1/2/2027", "2027-02-01")):
        Path("a.yml").write_text(setup(line=f"# sociable: ignore[{RULE}] until={was} -- x"), encoding="utf-8")
        called("check", "a.yml", "--fix", "--unsafe-fixes", "--today", "2026-11-28")
        assert f"until={day} -- x" in Path("a.yml").read_text(encoding="utf-8")


def test_the_second_of_two_that_hide_the_same_is_unused() -> None:
    report = checked(line=f"# sociable: ignore[{RULE}] -- x", step=f"# sociable: ignore[{RULE}] -- y")
    (told,) = (each for each in report.findings if each.rule in REVIEW_RULES)
    assert told.rule == "unused-suppression"
    assert told.message == f"another suppression hides what `{RULE}` says here"


def test_a_name_is_mended_though_nobody_says_why() -> None:
    line = f"# sociable: ignore[{RULE.replace('w-b', 'wb')}]"
    Path("a.yml").write_text(setup(line=line), encoding="utf-8")
    called("check", "a.yml", "--fix", "--today", "2026-11-28")
    assert Path("a.yml").read_text(encoding="utf-8") == setup(line=f"# sociable: ignore[{RULE}]")


def test_why_entries_fit_nothing_is_looked_for_among_all_names_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unmet_entries, "_MOST_LOOKS", 200)
    last, tried = "", 0

    def checked_with(count: int) -> None:
        nonlocal last, tried
        tried += 1
        automations = "".join(
            f"  - {{id: auto{at}, account: shop, when: mentioned, do: [like]}}\n" for at in range(count)
        )
        Path("a.yml").write_text(
            f'sociable: 1\naccounts: {{shop: {{platform: x, handle: "@shop"}}}}\nautomations:\n{automations}',
            encoding="utf-8",
        )
        for at in range(20):
            Path(f"b{at}.yml").write_text("sociable: 1\n", encoding="utf-8")
        entries = "".join(
            f'[[suppress]]\n{key} = "autto{at}"\nsays = "ignore[no-limit] -- asked"\n'
            for at in range(count)
            for key in ("automation", "file")
        )
        Path("sociable.toml").write_text(f"# {tried}\n{entries}", encoding="utf-8")
        last = "\n".join(f"{each.message} {each.advice}" for each in check(Request((".",), today=DAY)).findings)

    checked_with(120)
    small, large = (lines_run(partial(checked_with, count)) for count in (120, 240))
    assert not grown(small, large, 120 * 30)
    assert last.count("No automation is called") == 240
    assert 0 < last.count("No file that was read fits") < 12
