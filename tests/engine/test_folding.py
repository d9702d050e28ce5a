"""What is said in the same words of several nodes of a workflow is told once, with all its places."""

from sociable.engine.folding import folded
from sociable.findings.finding import Citation, Finding, Member, Related
from sociable.findings.members import retold
from sociable.findings.origin import Origin
from sociable.text.source import Source, Span

SOURCE = Source("flow.json", "x" * 100)


def finding(
    at: int,
    message: str = "it pins",
    workflow: str = "Pins",
    importer: str = "n8n",
    rule: str = "pins",
    account: str = "",
) -> Finding:
    span, whole = Span(SOURCE, at, at + 1), Origin(importer, workflow)
    origin = Origin(importer, f"Node {at}", within=whole)
    member = Member(span, account, (f"pins-{at}",), f"f{at}", origin, (), message, "warning")
    return Finding(
        rule,
        "warning",
        "high",
        span,
        message,
        "They see it.",
        "Why",
        "Advice",
        (f"pins-{at}",),
        f"f{at}",
        "pinterest",
        members=(member,),
    )


def told(*findings: Finding) -> list[tuple[int, list[tuple[int, str]]]]:
    return [(each.span.start, [(other.span.start, other.label) for other in each.related]) for each in folded(findings)]


def test_the_first_place_names_the_others() -> None:
    assert told(finding(30), finding(10), finding(20)) == [
        (10, [(20, "the same at “Node 20”"), (30, "the same at “Node 30”")])
    ]
    (one,) = folded([finding(30), finding(10)])
    assert [each.fingerprint for each in one.members] == ["f10", "f30"]
    assert one.subjects == ("pins-10", "pins-30")


def test_what_says_something_else_or_elsewhere_stays_alone() -> None:
    others = (finding(20, "it posts"), finding(30, workflow="Posts"), finding(40, rule="posts"))
    assert told(finding(10), *others) == [(10, []), (20, []), (30, []), (40, [])]


def test_what_one_account_does_for_one_reason_is_told_once_in_whichever_words() -> None:
    looks, asks = finding(10, "it looks", account="pins"), finding(20, "it asks", account="pins")
    assert told(asks._replace(advice="Ask by hand."), looks) == [(10, [(20, "the same at “Node 20”: it asks")])]
    unseen = looks._replace(people_see="Nothing, as long as it works.")
    assert [each.people_see for each in folded([unseen, asks])] == ["They see it."]
    assert [each.people_see for each in folded([unseen, unseen])] == ["Nothing, as long as it works."]
    assert len(told(looks, asks._replace(why="Another reason"))) == 2


def test_what_several_accounts_do_for_one_reason_is_told_once_with_what_each_platform_says() -> None:
    looks, asks = finding(10, "it looks", account="pins"), finding(20, "it asks", account="posts")
    cited = asks._replace(citation=Citation("Posts, Terms", "https://posts.example", "2026", "no tools"))
    assert told(cited, looks) == [(10, [(20, "the same at “Node 20”: it asks (Posts, Terms)")])]
    assert len(told(looks, asks._replace(severity="error"))) == 2


def test_files_of_ours_and_what_shows_other_places_are_left_alone() -> None:
    shows = (Related(Span(SOURCE, 5, 6), "and this"),)
    assert told(finding(10, importer=""), finding(20, importer="")) == [(10, []), (20, [])]
    assert told(finding(10), finding(20)._replace(related=shows)) == [(10, []), (20, [(5, "and this")])]


def test_infos_of_one_rule_are_told_once_in_whichever_words() -> None:
    infos = [finding(at, words)._replace(severity="info") for at, words in ((10, "it pins"), (20, "it posts"))]
    shows = infos[1]._replace(related=(Related(Span(SOURCE, 5, 6), "and this"),))
    assert told(*infos) == [(10, [(20, "the same at “Node 20”: it posts")])]
    assert told(infos[0], shows) == [(10, [(20, "the same at “Node 20”: it posts"), (5, "and this")])]
    (one,) = folded(infos)
    (left,) = [retold(one, one.members[1:])]
    assert (left.message, left.related) == ("it posts", ())
    others = finding(20, workflow="Posts"), finding(30, rule="posts"), finding(40)
    assert len(told(infos[0], *(each._replace(severity="info") for each in others[:2]), others[2])) == 4


def test_its_fingerprint_is_the_same_wherever_its_nodes_stand() -> None:
    moved = finding(40)._replace(fingerprint="f10"), finding(30)._replace(fingerprint="f20")
    assert {each.fingerprint for each in folded([finding(10), finding(20)])} == {
        each.fingerprint for each in folded(moved)
    }


def test_a_place_that_is_accepted_is_not_shown_any_more() -> None:
    (one,) = folded([finding(10), finding(20), finding(30)])
    left = retold(one, one.members[1:])
    assert (left.span.start, [each.span.start for each in left.related]) == (20, [30])


def test_an_info_about_a_node_of_which_something_graver_is_told_is_named_there() -> None:
    grave = finding(10, rule="grave")
    info = finding(10, "they can not end it", rule="info")._replace(severity="info")
    assert [(each.rule, each.also) for each in folded([info, grave])] == [("grave", ("info",))]
    others = (
        finding(20, rule="info")._replace(severity="info"),  # another node
        finding(10, rule="info", account="pins")._replace(severity="info"),  # another account
        finding(10, rule="info", importer="")._replace(severity="info"),
    )
    for other in others:
        assert [each.rule for each in folded([other, grave])] == ["info", "grave"]


def test_an_info_keeps_its_other_nodes() -> None:
    info, grave = finding(10, rule="info")._replace(severity="info"), finding(10, rule="grave")
    here, there = info.members[0], finding(20, "it pins there", rule="info").members[0]
    both = info._replace(members=(here, there), subjects=("pins-10", "pins-20"))
    left, named = folded([both, grave])
    assert (left.message, left.span.start, left.subjects) == ("it pins there", 20, ("pins-20",))
    assert named.also == ("info",)
