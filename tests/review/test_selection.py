from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import derive
from sociable.findings.finding import Member, Related
from sociable.project.load import read_text
from sociable.review.selection import Before, Touched, Wanted, touched, touching
from sociable.rulebook.rulebook import with_built_in
from sociable.text.source import Source, Span

from tests.output.builders import LOOP, finding


def here(path: str) -> Span:
    return Span(Source(path, "a"), 0, 1)


def test_a_finding_touches_the_files_of_all_its_places() -> None:
    alone = finding(here("a.yml"))
    shows = finding(here("b.yml"), related=(Related(here("a.yml"), "it"),))
    elsewhere = finding(here("c.yml"))
    assert touching((alone, shows, elsewhere), Touched({"a.yml"})) == [alone, shows]
    assert touching((alone, shows, elsewhere), Touched(set())) == []


def test_a_loop_touches_all_files_that_it_runs_through() -> None:
    loop, alone = LOOP.findings
    assert touching((loop, alone), Touched({"clients/blog.yml"})) == [loop, alone]
    assert touching((loop, alone), Touched({"clients/shop.yml"})) == [loop]


def test_a_finding_touches_the_file_of_the_account_that_it_is_about() -> None:
    """Whoever changes an account changes what its automations in other files come to."""
    about = finding(here("automations.yml"))._replace(hidden=(here("automations.yml"), here("accounts.yml")))
    assert touching((about,), Touched({"accounts.yml"})) == [about]
    assert touching((about,), Touched({"other.yml"})) == []


def test_only_what_is_wanted_is_told() -> None:
    """One finding about `@Cafe` on X, a warning of middling confidence, by what somebody wants to see."""
    about = finding(here("a.yml"), severity="warning", confidence="medium", platform="x")
    about = about._replace(members=(Member(here("a.yml"), "@Cafe", ("hello",), "0" * 16, platform="x"),))
    wanted = {
        Wanted(): True,
        Wanted(platforms=("x", "reddit")): True,
        Wanted(platforms=("reddit",)): False,
        Wanted(accounts=("cafe",)): True,
        Wanted(accounts=("@CAFE", "shop")): True,
        Wanted(accounts=("shop",)): False,
        Wanted(severity="warning", confidence="medium"): True,
        Wanted(severity="error"): False,
        Wanted(confidence="high"): False,
    }
    assert {each: list(each.among([about])) == [about] for each in wanted} == wanted
    anywhere = about._replace(members=(about.members[0]._replace(platform=""),))
    assert list(Wanted(platforms=("reddit",)).among([anywhere])) == [anywhere], "of no platform, and so of each"


def test_a_changed_file_may_have_described_more_where_nobody_knows_what_it_held() -> None:
    automation = "  - {id: hello, account: cafe, when: mentioned, do: [{reply: Hi}]}\n"
    project = read_text("a.yml", f"sociable: 1\naccounts:\n  cafe: {{platform: x}}\nautomations:\n{automation}")
    known = Before(frozenset(("a.yml",)), {})
    assert touched({"a.yml"}, project).may_lack
    assert not touched({"a.yml"}, project, known).may_lack
    assert touched({"a.yml", "empty.yml"}, project, known).may_lack
    only_acts = read_text("b.yml", f"sociable: 1\nautomations:\n{automation}")
    assert not touched({"b.yml"}, only_acts).may_lack


def test_of_one_account_only_what_is_open_of_that_one_is_told() -> None:
    accounts = "accounts:\n  harbour: {platform: bluesky}\n  quay: {platform: x, pause: Mo}\n"
    does = "when: {event: schedule, every: 1 day}, do: [{post: High water}]}"
    automations = f"automations:\n  - {{id: a, account: harbour, {does}\n  - {{id: b, account: quay, {does}\n"
    project = read_text("a.yml", f"sociable: 1\n{accounts}{automations}")
    rule = next(each for each in with_built_in().rules if each.name == "open-facts")
    (about,) = judge(derive(project.setup), [CompiledRule(rule)])
    for name, other in (("harbour", "quay"), ("quay", "harbour")):
        (told,) = Wanted(accounts=(name,)).among([about])
        assert name in told.message
        assert other not in told.message
        assert not [each for each in told.related if other in each.label]
