"""Fixes in rounds: what they leave as it is, and what is left out."""

import re
from collections.abc import Mapping

import pytest
from sociable.findings.finding import Change, Finding
from sociable.findings.problem import Problem, finding_of
from sociable.findings.report import Report
from sociable.fixing.blame import suspects
from sociable.fixing.rounds import fix_in_rounds
from sociable.pipeline import check
from sociable.text.source import Edit, Source, Span

from tests.fixing.fixing import after, asked, findings, fixed

FAREWELLS = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - id: bye   # the farewell
    account: shop
    when: unfollowed
    do:
      # say it
      - post: "Goodbye {{ event.user.handle }}" # to all
      - dm:
          text: Why?   # we want to know
          target: event.user # them
      - block # yes
  - {id: two, account: shop, when: unfollowed, do: [{dm: {target: event.user, text: "Hi"}}, block, log: gone]}
"""

QUIET = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - id: bye   # the farewell
    account: shop
    when: unfollowed
    do:
      # say it
      - notify: "Goodbye {{ event.user.handle }}" # to all
      - notify:
          text: Why?   # we want to know
  - {id: two, account: shop, when: unfollowed, do: [{notify: {text: "Hi"}}, log: gone]}
"""


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_all_around_a_fix_stays(line_break: str) -> None:
    assert after(FAREWELLS.replace("\n", line_break)) == QUIET.replace("\n", line_break)


def test_a_byte_order_mark_and_another_encoding_stay() -> None:
    data = FAREWELLS.replace("Why", "Wyè").encode("utf-16")
    assert fixed(data).contents["a.yml"] == QUIET.replace("Why", "Wyè").encode("utf-16")


GOOD = "good"


def report(text: str, source: Source) -> Report:
    """A finding for each word `bad…`, whose fix writes `good`; there is no good end for `badly`."""
    found = []
    for match in re.finditer(r"bad\w*", text):
        span = Span(source, *match.span())
        problem = Problem("no-limit", span, match[0], change=Change("replace", "word", "", GOOD))
        finding = finding_of(problem, {})
        assert finding.fix is not None
        fix = finding.fix._replace(safety="safe", edits=(Edit(span, "worse" if match[0] == "badly" else GOOD),))
        found.append(finding._replace(fix=fix, fingerprint=match[0]))
    if "worse" in text:
        span = Span(source, 0, 1)
        found.append(finding_of(Problem("no-limit", span, "worse than before"), {}))
    return Report(tuple(found), ("a.yml",), (), 0, 0, 0)


@pytest.mark.parametrize("culprits", [0, 1, 3])
def test_a_bad_round_is_halved_until_the_fix_at_fault_is_left_out(culprits: int) -> None:
    words = [f"bad{number}" for number in range(64)]
    for number in range(culprits):
        words[7 + 20 * number] = "badly"
    data = " ".join(words).encode()
    looked = 0

    def look(instead: Mapping[str, bytes]) -> Report:
        nonlocal looked
        looked += 1
        text = instead.get("a.yml", data).decode()
        return report(text, Source("a.yml", text))

    found = fix_in_rounds(look, lambda _: data, ("safe",), lambda _: True)
    after = " ".join("badly" if word == "badly" else GOOD for word in words)
    assert found.contents["a.yml"].decode() == after
    assert len(found.fixed) == 64 - culprits
    assert looked <= 2 + 16 * culprits


@pytest.mark.parametrize("culprits", [1, 8, 31, 64])
def test_fixes_at_fault_in_different_places_are_found_at_once(culprits: int) -> None:
    words = [f"bad{number}" if number >= culprits else f"badly{number}" for number in range(64)]
    data = " ".join(words).encode()
    looked = 0

    def look(instead: Mapping[str, bytes]) -> Report:
        nonlocal looked
        looked += 1
        text = instead.get("a.yml", data).decode()
        source = Source("a.yml", text)
        found = report(text.replace("worse", "other"), source)
        worse = (Span(source, *match.span()) for match in re.finditer("worse", text))
        come = (finding_of(Problem("no-limit", span, "worse than before"), {}) for span in worse)
        return found._replace(findings=(*map(_at_fault, found.findings), *come))

    found = fix_in_rounds(look, lambda _: data, ("safe",), lambda _: True)
    assert found.contents.get("a.yml", data).decode() == " ".join(words[:culprits] + [GOOD] * (64 - culprits))
    assert looked <= 4


def _at_fault(finding: Finding) -> Finding:
    if finding.fix is None or not finding.message.startswith("badly"):
        return finding
    (edit,) = finding.fix.edits
    return finding._replace(fix=finding.fix._replace(edits=(edit._replace(text="worse"),)))


@pytest.mark.parametrize(("left", "is_better"), [("abc", True), ("abe", False)])
def test_what_is_left_of_a_loop_is_not_worse_and_another_loop_is(left: str, is_better: bool) -> None:
    source = Source("a.yml", "bad")
    mended = _about(source, "follow-churn", "d")
    before = (_about(source, "auto-follow-loop", "abcd"), mended)
    empty = Report((), ("a.yml",), (), 0, 0, 0)
    after = empty._replace(findings=(_about(source, "auto-follow-loop", left),))
    assert (suspects(empty._replace(findings=before), after, (mended,)) is None) == is_better


def _about(source: Source, rule: str, ids: str) -> Finding:
    found = finding_of(Problem(rule, Span(source, 0, 3), rule), {})
    (member,) = found.members
    return found._replace(subjects=tuple(ids), members=(member._replace(subjects=tuple(ids)),))


def test_what_overlaps_goes_to_a_later_round() -> None:
    """A step with two findings: the first is fixed, and with it the second."""
    text = QUIET.replace("notify: ", "dm: ", 1)
    found = fixed(text.encode())
    assert found.contents["a.yml"].decode() == QUIET


def test_nothing_is_done_to_a_file_that_changes_meanwhile() -> None:
    data = FAREWELLS.encode()
    request = asked(data)
    found = fix_in_rounds(
        lambda instead: check(request._replace(instead=instead)), lambda _: data + b"\n#", ("unsafe",), lambda _: True
    )
    assert (found.contents, found.fixed) == ({}, ())


def test_a_suppression_and_a_baseline_are_no_way_to_end_a_finding() -> None:
    """With `block` taken out, the comment of the next step would come to stand above it."""
    text = FAREWELLS.replace(
        "      - block # yes\n", "      - block # sociable: ignore[unfollow-retaliation] -- fine\n"
    )
    assert "- block # sociable: ignore" in after(text)


def test_a_comment_that_accepts_nothing_any_more_goes() -> None:
    text = QUIET.replace("# say it", "# sociable: ignore[nagging, no-limit] -- x").replace(
        "# to all", "# sociable: ignore[nagging] -- y"
    )
    then = QUIET.replace("      # say it\n", "").replace(" # to all", "")
    assert after(text) == then


def test_a_name_that_accepts_nothing_goes_from_among_others() -> None:
    text = FAREWELLS.replace("# yes", "# sociable: ignore[nagging,unfollow-retaliation] -- x")
    assert "- block # sociable: ignore[unfollow-retaliation] -- x" in after(text)


@pytest.mark.parametrize(
    ("wrong", "right", "safety"),
    [
        ("platfrom", "platform", "safe"),
        ("Platform", "platform", "safe"),
        ("plattform", "platform", "safe"),
        ("platforms", "platform", "safe"),
        ("plateform_", "platform", "unsafe"),
    ],
)
def test_a_misspelt_word_is_written_right(wrong: str, right: str, safety: str) -> None:
    text = QUIET.replace("platform", wrong)
    (first, *_) = findings(text)
    assert first.fix is not None
    assert (first.fix.safety, first.fix.words) == (safety, f"write `{right}` instead")
    assert after(text) == QUIET


def test_a_word_that_is_there_already_is_not_written_twice() -> None:
    text = QUIET.replace("{platform: x,", "{platform: x, platfrom: x,")
    assert after(text) == text


@pytest.mark.parametrize("wrong", ["wehn: unfollowed", "when: unfolowed"])
def test_a_slip_is_mended_whatever_it_had_hidden(wrong: str) -> None:
    text = f"""\
sociable: 1
accounts:
  shop: {{platform: x, handle: "@shop", inbox: {{read_by: owner}}}}
automations:
  - id: gone
    account: shop
    {wrong}
    do: [post: "{{{{ event.user.handle }}}} has left us."]
"""
    left = fixed(text.encode())
    assert left.fixed[0].rule == "not-understood"
    assert left.fixed[0].fix is not None
    assert left.fixed[0].fix.safety == "safe"
    assert "when: unfollowed" in after(text)
