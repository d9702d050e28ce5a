"""What a rule may not say: each mistake with its words, its place and its advice."""

import ast as tree
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sociable.kinds.table import KINDS
from sociable.language import ast, checker
from sociable.language.scope import PageScope

from tests.rulebook.pages import check, marked, rule


def _fixed(fix: str) -> str:
    return rule(tail=f'because "b"\nsuggest "c"\n{fix}')


KNOWN = "Known: "
"""Stands for a long list of what is known."""


def test_a_rule_without_mistakes() -> None:
    checked, problems = check(rule("a.event is unfollowed and s.audience is public and s.text names a.person"))
    assert problems == []
    assert checked is not None


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        # kinds
        (
            rule(each="⟦stepp s⟧", report='report s: "x"').replace("a.account", "s"),
            "`stepp` is no kind that `for each` can go through",
            "Did you mean `step`?",
        ),
        (
            rule(each="⟦person t⟧", report='report t: "x"'),
            "`person` is no kind that `for each` can go through",
            f"Known: {', '.join(f'`{kind}`' for kind in sorted(KINDS.names(lambda row: row.find or row.search)))}.",
        ),
        (
            rule(each="automation a, ⟦stap s in a.steps⟧"),
            "`stap` is no kind",
            "Did you mean `step`?",
        ),
        (
            rule(each="automation a, account s in ⟦a.steps⟧", report='report s: "x {a}"'),
            "`a.steps` is a list of steps, not a list of accounts",
            "",
        ),
        (
            rule(each="automation a, step s in ⟦a.account⟧", report='report s: "x"'),
            "`a.account` is an account, not a list of steps",
            "",
        ),
        (
            rule("⟦some thing t in a.steps has t.is_approved⟧"),
            "`thing` is no kind",
            KNOWN,
        ),
        (
            rule("some account t in ⟦a.steps⟧ has t.is_known"),
            "`a.steps` is a list of steps, not a list of accounts",
            "",
        ),
        # variables
        (rule("⟦b.event⟧ is followed"), "`b` is no variable", "Known: `a`, `s`."),
        (rule("⟦aa.event⟧ is followed"), "`aa` is no variable", KNOWN),
        (
            rule("no step t in a.steps has t.is_approved and ⟦t.is_approved⟧"),
            "`t` is no variable",
            "Known: `a`, `s`.",
        ),
        (
            rule(each="⟦automation a⟧, step s", report='report s: "x"'),
            "`a` is never used",
            "Use it, or take it out of `for each`.",
        ),
        (
            rule("⟦some step t in a.steps has s.is_approved⟧"),
            "`t` is never used",
            "Say something about it after `has`.",
        ),
        (
            rule("⟦some step s in a.steps has s.is_approved⟧"),
            "`s` already stands for a step",
            "Choose another name.",
        ),
        (
            rule(each="automation a, ⟦step a in a.steps⟧", report='report a: "x"'),
            "`a` already stands for an automation",
            "Choose another name.",
        ),
        # attributes
        (rule("⟦a.evnt⟧ is followed"), "`evnt` is no attribute of an automation", "Did you mean `event`?"),
        (rule("⟦s.account.evnt⟧ is followed"), "`evnt` is no attribute of an account", KNOWN),
        (rule("⟦a.event.grop⟧ is followed"), "`grop` is no attribute of one event", "Did you mean `group`?"),
        (rule("⟦s.audience.group⟧ is public"), "`group` is no attribute of one audience", ""),
        (rule("⟦a.steps.verb⟧ is post"), "`verb` is no attribute of a list of steps", ""),
        (rule("⟦s.text.origins.size⟧ > 1"), "`size` is no attribute of a set of origins", ""),
        (rule("⟦a.model⟧ is post"), "`model` is no attribute of an automation", KNOWN),
        # words
        (rule("⟦a.event is unfolowed⟧"), "`unfolowed` is no event", "Did you mean `unfollowed`?"),
        (rule("not ⟦a.event is unfolowed⟧"), "`unfolowed` is no event", "Did you mean `unfollowed`?"),
        (rule("⟦s.verb in [post, tweet]⟧"), "`tweet` is no verb", "Did you mean `post`?"),
        (rule("⟦s.automation.event.group is post⟧"), "`post` is no event group", KNOWN),
        (rule("⟦robot⟧ in s.text.origins"), "`robot` is no origin", KNOWN),
        (rule("⟦a.event⟧ in s.text.origins"), "`a.event` is no origin", KNOWN),
        # unlike kinds
        (rule("⟦s.text⟧ is post"), "`s.text` is a text, which has no words to compare with", ""),
        (
            rule("⟦s.is_approved⟧ is yes"),
            "`s.is_approved` is a flag, which has no words to compare with",
            "Write `s.is_approved` alone, or `not s.is_approved`.",
        ),
        (rule("⟦s.verb⟧"), "`s.verb` is one verb, but here a flag is needed", ""),
        (rule("⟦s.verb⟧ > 3"), "`s.verb` is one verb, but here a number is needed", ""),
        (rule("3 = ⟦a⟧"), "`a` is an automation, but here a number is needed", ""),
        (rule("⟦a.person⟧ names a.person"), "`a.person` is a person, but here a text is needed", ""),
        (rule("s.text names ⟦a⟧"), "`a` is an automation, but here a person is needed", ""),
        (rule("s.text names ⟦matching⟧"), "`matching` is no set of people", KNOWN),
        (rule("s.text echoes ⟦folowers⟧"), "`folowers` is no set of people", "Did you mean `followers`?"),
        (rule("post in ⟦s.verb⟧"), "`s.verb` is one verb, not a set", ""),
        (rule("post in ⟦a.steps⟧"), "`a.steps` is a list of steps, not a set", ""),
        # lists and defines
        (rule("s.verb in ⟦speech⟧"), "`speech` is no list", ""),
        (rule("s.verb in ⟦speech⟧", before="list speach = [post]"), "`speech` is no list", "Did you mean `speach`?"),
        (rule("⟦s.verb in speech⟧", before="list speech = [pst]"), "`pst` is no verb", "Did you mean `post`?"),
        (
            rule(before="list speech = [post]\n⟦list speech = [reply]⟧"),
            "there already is a list or define `speech`",
            "Choose another name.",
        ),
        (
            rule(before="list loud = [post]\n⟦define loud(t: step) means t.is_approved⟧"),
            "there already is a list or define `loud`",
            "Choose another name.",
        ),
        (rule("⟦loud(s)⟧"), "`loud` is no define", ""),
        (
            rule("⟦lowd(s)⟧", before="define loud(t: step) means t.is_approved"),
            "`lowd` is no define",
            "Did you mean `loud`?",
        ),
        (
            rule("⟦loud(s, a)⟧", before="define loud(t: step) means t.is_approved"),
            "`loud` takes 1, but is given 2",
            "",
        ),
        (
            rule("loud(⟦a⟧)", before="define loud(t: step) means t.is_approved"),
            "`a` is an automation, but here a step is needed",
            "",
        ),
        (
            rule(before="define loud(⟦t: stp⟧) means t.is_approved"),
            "`stp` is no kind",
            "Did you mean `step`?",
        ),
        (
            rule(before="define loud(t: step, ⟦t: account⟧) means t.is_known"),
            "`t` already stands for a step",
            "Choose another name.",
        ),
        (
            rule(before="define loud(t: step, ⟦c: account⟧) means t.is_approved"),
            "`c` is never used",
            "Use it, or take it out.",
        ),
        (
            rule(before="define loud(t: step) means ⟦s.is_approved⟧ or t.is_approved"),
            "`s` is no variable",
            "Known: `t`.",
        ),
        (
            rule(before="define loud(t: step) means t.is_approved or ⟦loud(t)⟧"),
            "`loud` is no define",
            "",
        ),
        # severity and confidence
        (
            rule(head="⟦severity grave⟧"),
            "`grave` is no severity",
            "Known: `error`, `info`, `warning`.",
        ),
        (
            rule(head="severity info\n⟦severity error on mastodon, friendster⟧"),
            "`friendster` is no platform",
            KNOWN,
        ),
        (
            rule(head="severity info\nseverity error when ⟦b.event⟧ is followed"),
            "`b` is no variable",
            "Known: `a`, `s`.",
        ),
        (
            rule(head="severity info\nconfidence hgh").replace("rule some-rule", "⟦rule some-rule⟧"),
            "`hgh` is no confidence",
            "Did you mean `high`?",
        ),
        (
            rule(head="severity error on x").replace("rule some-rule", "⟦rule some-rule⟧"),
            "the first `severity` line, and no other, goes without `on`, `in` and `when`",
            "",
        ),
        (
            rule(head="confidence high").replace("rule some-rule", "⟦rule some-rule⟧"),
            "the first `severity` line, and no other, goes without `on`, `in` and `when`",
            "",
        ),
        (
            rule(head="severity error on x\n⟦severity info⟧"),
            "the first `severity` line, and no other, goes without `on`, `in` and `when`",
            "",
        ),
        (
            rule(head="severity info\n⟦severity warning⟧"),
            "the first `severity` line, and no other, goes without `on`, `in` and `when`",
            "",
        ),
        (
            rule(head="severity error in strict").replace("rule some-rule", "⟦rule some-rule⟧"),
            "the first `severity` line, and no other, goes without `on`, `in` and `when`",
            "",
        ),
        (
            rule(head="severity info\n⟦severity error in strct⟧"),
            "`strct` is no profile",
            "Did you mean `strict`?",
        ),
        (
            rule(head="severity info\n⟦severity error in strict, personal⟧\nprofile strict"),
            "this rule never runs in `personal`",
            "Its `profile` line names others.",
        ),
        (
            rule(head='severity info\npreview since "soon"').replace("rule some-rule", "⟦rule some-rule⟧"),
            "`soon` is no version",
            'Write the minor version, such as `since "0.2"`.',
        ),
        # other rules
        (rule(head="severity info\nsubsumes ⟦some-rule⟧"), "this is the rule itself", "Name another one."),
        (
            rule(head='severity info\nsubsumes other\nbeside ⟦other⟧: "it says a, this says b"'),
            "`other` is already named above",
            "Say it once: `subsumes` or `beside`.",
        ),
        (
            rule(head='severity info\nbeside other: "it says {⟦s⟧}"'),
            "nothing can be filled in here",
            "Say what each of the two rules says.",
        ),
        (
            rule(head='severity info\nbeside other: ⟦""⟧'),
            "this says nothing",
            "Say what each of the two rules says.",
        ),
        # texts by case
        (
            rule(tail='because "b"\nsuggest "c"\nsee "d" when ⟦s.account.evnt⟧ is followed'),
            "`evnt` is no attribute of an account",
            KNOWN,
        ),
        (
            rule(tail='because "b"\nsuggest "c"\nsee "d {⟦a.account⟧}" when a.event is followed'),
            "nothing can be filled in here",
            "Say what people see of it whoever does it, or fill it in in `report`.",
        ),
        (
            rule(tail='because "b"\nsuggest "c"\nbecause "d {⟦b.account⟧}" when a.event is followed'),
            "`b` is no variable",
            KNOWN,
        ),
        (
            rule(tail='because "b"\nsuggest "c"\nreport ⟦""⟧ when a.event is followed'),
            "this says nothing",
            "Say what is true where the condition holds.",
        ),
        (
            rule("a.event is followed", tail='because "b"\nsuggest "c"\nsee "d" when ⟦a.event is liked⟧'),
            "this can never hold: nothing is left for `a.event`",
            "`when` already says otherwise.",
        ),
        (
            rule(head="severity info\ncites X-01 when ⟦s.account.evnt⟧ is followed"),
            "`evnt` is no attribute of an account",
            KNOWN,
        ),
        # what is reported and shown
        (
            rule(report='report ⟦a.event⟧: "x {s}"'),
            "`a.event` is one event, which has no place in a file",
            "",
        ),
        (
            rule(report='report s: "{⟦a.steps⟧}"'),
            "`a.steps` is a list of steps, which cannot be shown in a sentence",
            "",
        ),
        (
            rule(report='report s: "{⟦s.is_approved⟧} {a}"'),
            "`s.is_approved` is a flag, which cannot be shown in a sentence",
            "",
        ),
        (
            rule(report='report s: "{a}"\nshow ⟦a.person⟧: "x"'),
            "`a.person` is a person, which has no place in a file",
            "",
        ),
        (rule(report='report s: "{a}"\nshow a: "{⟦q⟧}"'), "`q` is no variable", "Known: `a`, `s`."),
        (
            rule(report='report s: "{a}"\nshow each step t in ⟦a.account⟧: "{t}"'),
            "`a.account` is an account, not a list of steps",
            "",
        ),
        (
            rule(report='report s: "{a}"\nshow ⟦each step s in a.steps⟧: "{a}"'),
            "`s` already stands for a step",
            "Choose another name.",
        ),
        (
            rule(report='report s: "{a}"\nshow each step t in a.steps: "{⟦q⟧}"'),
            "`q` is no variable",
            "Known: `a`, `s`, `t`.",
        ),
        (rule(tail='because "{⟦q⟧}"\nsuggest "c"'), "`q` is no variable", "Known: `a`, `s`."),
        (rule(tail='because "b"\nsuggest "{⟦q⟧}"'), "`q` is no variable", "Known: `a`, `s`."),
        # what leaks, what leads where
        (rule("s.text leaks ⟦privat⟧"), "`privat` is no origin", "Did you mean `private`?"),
        (rule("s.text leaks ⟦a.person⟧"), "`a.person` is no origin", KNOWN),
        (rule("⟦s⟧ leaks private"), "`s` is a step, but here a text is needed", ""),
        (rule('⟦s.text contains " "⟧'), "nothing is looked for here", "Write a word between the quotes."),
        (
            rule('⟦s.text matches "(a"⟧'),
            "the pattern `(a` is never closed",
            "Add `)`; for the sign itself write `\\(`.",
        ),
        (rule("⟦s⟧ leads to a"), "`s` is a step, but here an automation is needed", ""),
        (rule("a leads to ⟦s.account⟧"), "`s.account` is an account, but here an automation is needed", ""),
        (
            rule(each="⟦pair a, a⟧", report='report a: "x"'),
            "`a` already stands for an automation",
            "Choose another name.",
        ),
        (
            rule(each="⟦pair a, b⟧", report='report a: "x"'),
            "`b` is never used",
            "Say something about both.",
        ),
        # words compared as if they were numbers
        (
            rule("⟦s.audience = public⟧"),
            "`=` is for numbers, and `s.audience` is one audience",
            "Write `s.audience is public`.",
        ),
        (
            rule("⟦s.audience != public⟧"),
            "`!=` is for numbers, and `s.audience` is one audience",
            "Write `s.audience is not public`.",
        ),
        (
            rule(head="severity info\nhabit reching").replace("rule some-rule", "⟦rule some-rule⟧"),
            "`reching` is no habit",
            "Did you mean `reaching`?",
        ),
        # profiles and fixes
        (
            rule(head="severity info\nprofile strict, publik-body").replace("rule some-rule", "⟦rule some-rule⟧"),
            "`publik-body` is no profile",
            "Did you mean `public-body`?",
        ),
        (_fixed("⟦fix risky: remove s⟧"), "`risky` is no kind of fix", "Known: `safe`, `unsafe`."),
        (_fixed("⟦fix safe: replace s with notfy⟧"), "`notfy` is no verb", "Did you mean `notify`?"),
        (_fixed("fix safe: replace ⟦a⟧ with notify"), "`a` is an automation, and only a step has a verb", ""),
        (_fixed("fix safe: remove ⟦b⟧"), "`b` is no variable", "Known: `a`, `s`."),
        (
            _fixed("fix safe: remove ⟦s.text⟧"),
            "`s.text` is a text, and nothing like that is taken out",
            "",
        ),
        (
            _fixed("⟦fix safe: set visibilty of s to private⟧"),
            "`visibilty` is no key of a step that a fix can set",
            "Did you mean `visibility`?",
        ),
        (
            _fixed("⟦fix safe: set visibility of s to privat⟧"),
            "`privat` is no word for `visibility`",
            "Did you mean `private`?",
        ),
        (
            _fixed("⟦fix safe: set approval of s to human⟧"),
            "`approval` says what only people know, so no fix sets it",
            "Ask for it in `suggest`, and let the fix change what happens.",
        ),
        (_fixed("⟦fix safe: set ignore of a to bots⟧"), "`ignore` holds a list", "Write `add … to ignore`."),
        (
            _fixed("⟦fix safe: add user to once_per of a⟧"),
            "`once_per` holds one value",
            "Write `set once_per of … to …`.",
        ),
        (
            _fixed("fix safe: set visibility of ⟦s.text⟧ to private"),
            "`s.text` is a text, and no key of it is set",
            "",
        ),
        (_fixed('fix safe: begin ⟦s⟧ with "A. "'), "`s` is a step, and only a text begins with something", ""),
        *(
            (
                _fixed(f'⟦fix safe: begin s.text with "{text}"⟧'),
                "this cannot stand before a text",
                "Write a plain sentence that ends with a blank.",
            )
            for text in ("{a}: ", "A sentence.", "a sentence. ", "A: ", "A 'sentence'. ")
        ),
        (
            _fixed('fix safe: replace ⟦s⟧ with "x"'),
            "`s` is a step, and only a word that names something is replaced",
            "",
        ),
        # what can never hold
        (
            rule("s.is_approved and ⟦not s.is_approved⟧"),
            "this can never hold: nothing is left for `s.is_approved`",
            "",
        ),
        (
            rule("a.event is followed and ⟦a.event.group is left_us⟧"),
            "this can never hold: nothing is left for `a.event`",
            "",
        ),
        (
            rule("s.audience in [public, group] and not s.audience is public and ⟦s.audience is not group⟧"),
            "this can never hold: nothing is left for `s.audience`",
            "",
        ),
        (
            rule("ai in s.text.origins and ⟦not ai in s.text.origins⟧"),
            "this can never hold: nothing is left for `ai in s.text.origins`",
            "",
        ),
        (rule("1 < 2 and ⟦3 <= 2⟧"), "this can never hold: nothing is left for `3 <= 2`", ""),
        (
            rule("l.size > 2 and ⟦3 > l.size⟧", each="loop l", report='report l.first: "x"'),
            "this can never hold: nothing is left for `l.size`",
            "",
        ),
        (
            rule("s.verb is like and (s.is_approved or ⟦s.verb is post⟧)"),
            "this can never hold: nothing is left for `s.verb`",
            "",
        ),
        (
            rule("s.verb is like and not (s.is_approved or ⟦not s.verb is post⟧)"),
            "this can never hold: nothing is left for `s.verb`",
            "",
        ),
        (
            rule("some step t in a.steps has (t.verb is like and ⟦t.verb is post⟧)"),
            "this can never hold: nothing is left for `t.verb`",
            "",
        ),
        (
            rule("no step t in a.steps has (t.is_approved and s.is_approved and ⟦not s.is_approved⟧)"),
            "this can never hold: nothing is left for `s.is_approved`",
            "",
        ),
        (
            rule("s.verb is like\nunless ⟦s.verb is post⟧"),
            "this can never hold: nothing is left for `s.verb`",
            "`when` already says otherwise.",
        ),
        (
            rule("not s.is_approved", head="severity info\nseverity error when ⟦s.is_approved⟧"),
            "this can never hold: nothing is left for `s.is_approved`",
            "`when` already says otherwise.",
        ),
        (
            rule("s.verb is like and ⟦loud(s)⟧", before="define loud(t: step) means t.verb is post or t.verb is reply"),
            "this can never hold: nothing is left for `s.verb`",
            "",
        ),
        (
            rule("a.event is followed and s.is_approved and ⟦a.event is liked⟧"),
            "this can never hold: nothing is left for `a.event`",
            "",
        ),
        (
            rule("a.event in [followed, liked] and a.event in [liked, joined] and ⟦a.event is joined⟧"),
            "this can never hold: nothing is left for `a.event`",
            "",
        ),
        (
            rule("s.verb is like and ⟦s.verb in speech⟧", before="list speech = [post]"),
            "this can never hold: nothing is left for `s.verb`",
            "",
        ),
    ],
)
def test_each_mistake(text: str, message: str, advice: str) -> None:
    clean, start, end = marked(text)
    _, problems = check(clean)
    assert [problem[:3] for problem in problems] == [(start, end, message)]
    assert problems[0].advice == advice or (advice == KNOWN and problems[0].advice.startswith("Known: `"))


@pytest.mark.parametrize(
    "text",
    [
        # a define may say more than is needed where it is used
        rule("s.verb is like and loud(s)", before="define loud(t: step) means t.verb is post or t.is_approved"),
        rule("s.is_approved or not s.is_approved"),
        rule("not (s.is_approved and not s.is_approved)"),
        rule("s.verb is like\nunless s.is_approved\nunless not s.is_approved"),
        rule("no step t in a.steps has t.verb is like and no step t in a.steps has t.verb is post"),
        rule("some step t in a.steps has t.is_approved and some step t in a.steps has not t.is_approved"),
        rule("l.size > 2 and l.size < 4 and l.size != 3", each="loop l", report='report l.first: "x"'),
        rule("a.event.group is left_us and a.event is blocked and a.event.asked is no"),
    ],
)
def test_what_may_hold_is_let_be(text: str) -> None:
    assert check(text)[1] == []


TWICE = "\n".join(f"define d{n}(s: step) means d{n - 1}(s) and d{n - 1}(s)" for n in range(1, 99))
TOO_LONG = f"define d0(s: step) means s.is_approved\n{TWICE}"


def test_a_define_does_not_grow_without_end() -> None:
    """Each of these uses the one before twice."""
    problems = check(f"{TOO_LONG}\n{rule('d98(s)')}")[1]
    assert problems[0].message == "`d10` becomes too long with all that it uses written out"


def test_a_define_does_not_become_too_deep() -> None:
    chain = "\n".join(f"define d{n}(s: step) means not d{n - 1}(s)" for n in range(1, 199))
    problems = check(f"define d0(s: step) means s.is_approved\n{chain}\n{rule('d198(s)')}")[1]
    assert {told.message.partition("` ")[2] for told in problems} == {
        "becomes too long with all that it uses written out"
    }


def test_every_mistake_the_checker_knows_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line of each place in the checker that tells one is reached by a text of this module."""
    room = Path(checker.__file__).parent
    told_at = {
        (path.name, node.lineno)
        for path in (
            room / "checker.py",
            room / "fix_checks.py",
            room / "scope.py",
            *(room / "conditions").glob("*.py"),
        )
        for node in tree.walk(tree.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, tree.Call)
        and tree.unparse(node.func) in ("self.say", "self.unknown", "checker.say", "checker.unknown")
    }
    reached: set[tuple[str, int]] = set()
    say, unknown = PageScope.say, PageScope.unknown
    monkeypatch.setattr(PageScope, "say", _noting(say, reached))
    monkeypatch.setattr(PageScope, "unknown", _noting(unknown, reached))
    for text in _all_texts():
        check(text.replace("⟦", "").replace("⟧", ""))
    assert told_at - reached == set()


def _noting(tell: Any, reached: set[tuple[str, int]]) -> Any:
    def noting(*arguments: Any) -> None:
        frame = inspect.currentframe()
        assert frame is not None
        assert frame.f_back is not None
        reached.add((Path(frame.f_back.f_code.co_filename).name, frame.f_back.f_lineno))
        tell(*arguments)

    return noting


def _all_texts() -> Iterator[str]:
    """Every text that a test of this module checks."""
    for test in (test_each_mistake, test_mistakes_about_groups):
        (mark,) = (each for each in test.pytestmark if each.name == "parametrize")  # type: ignore[attr-defined]
        yield from (row[0] for row in mark.args[1])
    (mark,) = test_what_cannot_be_asked_step_by_step.pytestmark  # type: ignore[attr-defined]
    yield from (rule(when, each="loop l", report=LOOP) for when in mark.args[1])
    yield TOO_LONG
    yield rule(each="step s, loop l", report='report s: "{l.size}"')


def test_all_mistakes_are_told_at_once() -> None:
    _, problems = check(rule("a.evnt is followed and s.verb is tweet", tail='because "{q}"\nsuggest "c"'))
    assert [problem.message for problem in problems] == [
        "`evnt` is no attribute of an automation",
        "`tweet` is no verb",
        "`q` is no variable",
    ]


def test_every_word_of_a_list_is_looked_up() -> None:
    _, problems = check(rule("s.verb in [post, tweet, toot]"))
    assert [problem.message for problem in problems] == ["`tweet` is no verb", "`toot` is no verb"]


# -------------------------------------------------------------------------------------- witnesses


def test_what_some_found_may_be_shown() -> None:
    shown = 'report t: "{t.verb} {a} {s}"\nshow t.text: "{t}"'
    checked, problems = check(rule("some step t in a.steps has t.is_approved and s.is_approved", report=shown))
    assert problems == []
    assert checked is not None


@pytest.mark.parametrize(
    "when",
    [
        "every step t in a.steps has t.is_approved",
        "no step t in a.steps has t.is_approved",
        "at least 1 step t in a.steps has t.is_approved",
        "not (some step t in a.steps has t.is_approved)",
        "(s.is_approved or some step t in a.steps has t.is_approved)",
        # it would not be clear which of the two is meant
        "some step t in a.steps has t.is_approved and some step t in a.steps has t.is_solicited",
        "some step t in a.steps has t.is_approved and no step t in a.steps has t.is_solicited",
        "some step t in a.steps has t.is_approved\nunless no step t in a.steps has t.is_solicited",
    ],
)
def test_what_was_not_found_for_sure_may_not_be_shown(when: str) -> None:
    _, problems = check(rule(when, report='report s: "{a}"\nshow t: "x"'))
    assert [problem.message for problem in problems] == ["`t` is no variable"]


def test_one_name_may_stand_for_different_things_one_after_the_other() -> None:
    when = "every step t in a.steps has t.is_approved and no step t in a.steps has t.is_solicited"
    assert check(rule(when))[1] == []


# ------------------------------------------------------------------------------- loops and groups

LOOP = 'report l.first: "{l.size}"'


@pytest.mark.parametrize(
    "when",
    [
        "every step s in l.steps has s.verb is follow",
        "no step s in l.steps has (s.is_approved or s.is_solicited)",
        "some step s in l.steps has s.verb is follow and some step s in l.steps has s.verb is reply",
        "l.verdict is settles or l.size > 3",
        "not l.verdict is settles\nunless some step s in l.steps has s.is_approved\nunless l.certainty is may",
        "at least 2 step s in l.first.automation.steps has s.is_approved",
    ],
)
def test_what_may_be_asked_of_a_loop(when: str) -> None:
    assert check(rule(when, each="loop l", report=LOOP))[1] == []


@pytest.mark.parametrize(
    "when",
    [
        "⟦at least 2 step s in l.steps has s.verb is follow⟧",
        "⟦at most 2 step s in l.steps has s.verb is follow⟧",
        "not (⟦some step s in l.steps has s.verb is follow⟧)",
        "(l.size > 3 or ⟦no step s in l.steps has s.verb is follow⟧)",
        "every step s in l.steps has s.is_approved\nunless l.size > 3 and ⟦some step s in l.steps has s.is_approved⟧",
        "⟦every step s in l.steps has (s.is_approved or l.size > 3)⟧",
        "⟦some step s in l.steps has no step t in l.first.automation.steps has (t.is_approved or s.is_approved)⟧",
    ],
)
def test_what_cannot_be_asked_step_by_step(when: str) -> None:
    clean, start, end = marked(rule(when, each="loop l", report=LOOP))
    _, problems = check(clean)
    advice = "Write `some`, `every` or `no step s in …` by itself."
    assert problems == [(start, end, "a loop is judged step by step", advice)]


def test_a_loop_stands_alone() -> None:
    clean, start, end = marked(rule(each="step s, ⟦loop l⟧", report='report s: "{l.size}"'))
    assert check(clean)[1] == [(start, end, "a loop stands alone after `for each`", "")]


def test_what_some_found_in_a_loop_may_not_be_shown() -> None:
    _, problems = check(rule("some step s in l.steps has s.is_approved", each="loop l", report='report s: "{l.size}"'))
    assert [problem.message for problem in problems] == ["`s` is no variable"]


GROUP = "group g of step s by s.verb"


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        (
            rule("g.size > 1 and (⟦s.is_approved or g.size > 5⟧)", each=GROUP, report='report g.first: "x"'),
            "this asks about a group and about one of its members at once",
            "Write one condition about `s` and another one about `g`.",
        ),
        (
            rule("s.is_approved", each=GROUP, report='report ⟦s⟧: "{g.size}"'),
            "`s` is no variable",
            "Known: `g`.",
        ),
        (
            rule("g.size > 1", each=GROUP, report='report ⟦g⟧: "x"'),
            "`g` is a group, which has no place in a file",
            "",
        ),
        (
            rule(each="group g of step s by ⟦s.target⟧", report='report g.first: "x"'),
            "`s.target` is a target; groups go by words, texts or numbers",
            "",
        ),
        (
            rule(each="⟦group g of loop l by l.verdict⟧", report='report g.first: "x"'),
            "`loop` is no kind that can be grouped",
            f"Known: {', '.join(f'`{kind}`' for kind in sorted(KINDS.names(lambda row: row.find)))}.",
        ),
        (
            rule(each="⟦group g of step g by g.verb⟧", report='report g.first: "x"'),
            "`g` cannot stand for both",
            "Choose another name.",
        ),
        (
            rule("⟦g.accounts⟧ > 1", each="group g of account c by c.platform", report='report g.first: "x"'),
            "`accounts` is no attribute of a group",
            KNOWN,
        ),
        (
            rule("some step t in s.automation.steps has t.is_approved", each=GROUP, report='report g.first: "{⟦t⟧}"'),
            "`t` is no variable",
            "Known: `g`.",
        ),
    ],
)
def test_mistakes_about_groups(text: str, message: str, advice: str) -> None:
    clean, start, end = marked(text)
    _, problems = check(clean)
    assert [problem[:3] for problem in problems] == [(start, end, message)]
    assert problems[0].advice == advice or (advice == KNOWN and problems[0].advice.startswith("Known: `"))


def test_the_member_of_a_group_need_not_be_asked_anything() -> None:
    assert check(rule("g.size > 1", each="group g of step s by s.verb", report='report g.second: "x"'))[1] == []


# ----------------------------------------------------------------------- lists and defines written out


def test_a_list_is_written_out() -> None:
    checked, _ = check(rule("s.verb in speech", before="list speech = [post, reply]"))
    assert checked is not None
    assert isinstance(checked.when, ast.In)
    assert checked.when.right == ast.Words(("post", "reply"), *_place(checked.when.right))


def test_what_a_set_holds() -> None:
    checked, _ = check(rule("ai in s.text.origins"))
    assert checked is not None
    assert isinstance(checked.when, ast.Holds)
    assert (checked.when.word, checked.when.right.text) == ("ai", "s.text.origins")


def test_a_define_is_written_out_at_the_place_of_its_use() -> None:
    before = """\
list speech = [post, reply]
define busy(t: step, b: automation) means
    (t.verb in speech and t.text names b.person or not t.is_approved and 1 < 2)
    and ai in t.text.origins"""
    text = rule("busy(s, s.automation)", before=before)
    checked, problems = check(text)
    assert problems == []
    assert checked is not None
    written, _ = check(
        rule(
            "(s.verb in [post, reply] and s.text names s.automation.person or not s.is_approved and 1 < 2)"
            " and ai in s.text.origins"
        )
    )
    assert written is not None
    assert checked.when is not None
    assert _bare(checked.when) == _bare(written.when)
    assert {text[node.at : node.end] for node in _nodes(checked.when) if node.at} == {"busy(s, s.automation)"}


def test_the_variables_of_a_define_are_its_own() -> None:
    """``s`` and ``t`` of the define are neither those of the rule nor those of another use."""
    before = """\
define paired(t: step) means some step s in t.automation.steps has (s.is_approved and t.is_solicited)
define twice(s: step) means paired(s) and no step t in s.automation.steps has paired(t)"""
    checked, problems = check(rule("some step t in a.steps has (twice(t) and paired(s)) and twice(s)", before=before))
    assert problems == []
    assert checked is not None
    assert checked.when is not None
    names = [node.variable for node in _nodes(checked.when) if isinstance(node, ast.Quantified)]
    assert len(names) == 8
    assert len(set(names)) == len(names)
    for node in _nodes(checked.when):
        if isinstance(node, ast.Flag):
            assert node.path.names[0] in {"s", *names}


def test_a_mistake_in_a_define_is_told_once_and_at_the_define() -> None:
    clean, start, end = marked(rule("loud(s)", before="define loud(t: step) means ⟦t.audience is pblic⟧"))
    _, problems = check(clean)
    assert [problem[:3] for problem in problems] == [(start, end, "`pblic` is no audience")]


def _place(node: Any) -> tuple[int, int]:
    return node.at, node.end


def _nodes(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        if hasattr(value, "at"):
            yield value
        for part in value:
            yield from _nodes(part)


def _bare(value: Any) -> Any:
    """A tree without places."""
    if hasattr(value, "_fields"):
        return type(value).__name__, *(
            _bare(getattr(value, name)) for name in value._fields if name not in ("at", "end")
        )
    return tuple(map(_bare, value)) if isinstance(value, tuple) else value
