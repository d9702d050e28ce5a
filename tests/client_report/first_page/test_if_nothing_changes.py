"""What happens if nothing is changed: only what a source says, of the platforms and laws that speak of this setup."""

import re

from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Otherwise
from sociable.client_report.findings_in_words.graded_findings import gravities
from sociable.client_report.first_page.if_nothing_changes import otherwise as held_out
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine
from sociable.sources.library import library
from sociable.vocabulary.platforms import PLATFORMS

from tests.client_report.reports import ROOT, agency, answer, examined, numbering_of, report_of, wishes

AI = "generate: {answer: 'Answer {{ event.post.text }}'}, reply: '{{ answer }}'"
ADVERT = "{dm: 'Ten per cent off all roses', purpose: promotion}"


def otherwise(account: str, do: str = "follow: event.user", when: str = "followed") -> Otherwise:
    text = (
        f"accounts:\n  shop: {{handle: '@shop', run_by: business, {account}}}\n"
        f"automations:\n  - {{id: one, account: shop, when: {when}, do: [{do}]}}\n"
    )
    found = report_of(text).otherwise
    assert found is not None
    return found


def test_a_platform_is_quoted_by_what_it_says_of_accounts_that_break_its_rules() -> None:
    (said,) = otherwise("platform: bluesky").accounts
    fact = library().facts["BSKY-13"]
    assert (said.name, said.unknown) == ("Bluesky", "")
    assert [(each.says, each.address) for each in said.sources] == [(fact.says, fact.document.address)]


def test_the_platform_on_which_reviews_stand_is_told_of_what_is_asked_elsewhere() -> None:
    gate = "entry: [review], reviews_on: yelp, when"
    text = (
        "accounts:\n  shop: {platform: sms, handle: '@shop', run_by: business}\n"
        f"automations:\n  - {{id: one, account: shop, {gate}: messaged, do: [dm: 'Your next one is free']}}\n"
    )
    found = report_of(text).otherwise
    assert found is not None
    assert [each.name for each in found.accounts] == ["Yelp"]


def test_laws_of_where_an_account_is_based_come_first_and_those_of_single_states_last() -> None:
    for seat, name in (("FR", "France"), ("IT", "Italy"), ("GB", "Britain")):
        mine = otherwise(f"platform: mastodon, based_in: {seat}", ADVERT).law_if
        assert mine[0].places == (name,)
        assert len(mine) > 3
    places = [
        place
        for each in otherwise("platform: instagram, based_in: NL", AI, "commented").law_if
        for place in each.places
    ]
    assert places[-1] == "Maine"


def test_where_no_source_says_what_a_platform_does_that_is_said() -> None:
    silent = next(
        fact
        for fact in library().facts.values()
        if fact.on == ("discord",) and fact.verdict == "forbids" and "dm" in fact.verbs
    )
    assert silent.on[0] in PLATFORMS
    (said,) = otherwise("platform: discord", "dm: Hello").accounts
    assert said.sources == ()
    assert said.unknown == built_in().say("otherwise", "unknown", platform="Discord")


def test_law_is_told_as_such_only_where_readers_are_known_to_live() -> None:
    german = otherwise("platform: bluesky, audience: {countries: [DE]}", ADVERT)
    (said,) = (each for each in german.law if "UWG" in each.name)
    duty, *following = (each.says for each in said.sources)
    assert "express consent" in duty
    assert any("competitors" in each for each in following)
    assert german.law_if == ()
    american = otherwise("platform: bluesky, audience: {countries: [US]}", ADVERT)
    assert not [each for each in american.law if "UWG" in each.name]
    unsaid = otherwise("platform: bluesky", ADVERT)
    assert unsaid.law == ()
    assert [each for each in unsaid.law_if if "UWG" in each.name]
    assert all(each.sources for each in unsaid.law_if)


def test_a_platform_that_is_not_cited_is_named_as_such() -> None:
    content = compose(examine(Request((str(ROOT / "examples" / "garden-centre"),))), wishes())
    assert content.otherwise is not None
    assert [each.name for each in content.otherwise.accounts] == ["Bluesky"]
    sentence = (
        "Of the rules of Instagram and LinkedIn that we hold, none fits what was found there. That does not say that "
        "it is allowed."
    )
    assert sentence in [each.text for each in content.otherwise.silent]
    for page in (html(content, built_in()), markdown(content, built_in())):
        assert sentence in page
    assert not [each for each in otherwise("platform: bluesky").silent if "Bluesky" in each.text]


def test_of_advice_it_is_not_said_that_an_account_can_be_closed_for_it() -> None:
    """Bluesky asks for the label of bots as good practice; leaving people alone who asked for nothing is its rule."""
    advised = otherwise("platform: bluesky, automated_label: false", "reply: Thanks!", "mentioned")
    sentence = "On No. 2, Bluesky gives advice only: no rule of its own that we know is broken by it."
    assert sentence in [each.text for each in advised.silent]
    assert not advised.accounts
    forbidden = otherwise("platform: bluesky")
    assert [each.name for each in forbidden.accounts] == ["Bluesky"]
    assert not [each for each in forbidden.silent if "advice" in each.text]


TWICE = """\
accounts:
  north: {platform: bluesky, handle: "@north"COUNTRIES}
  south: {platform: bluesky, handle: "@south"COUNTRIES}
automations:
  - id: sale
    account: [north, south]
    when: {event: schedule, every: day, at: "09:00"}
    do: [{post: "New year, new you! Half price until Sunday."}]
"""


def test_that_no_law_fits_is_said_in_one_way_and_only_where_none_does_in_any_country() -> None:
    """What a law forbids somewhere is never among it, also where no file says in which country readers live."""
    for countries in ("", ", audience: {countries: [US]}"):
        content = compose(examined(TWICE.replace("COUNTRIES", countries)), wishes())
        assert content.otherwise is not None
        (said,) = content.otherwise.silent[1:]
        assert said.text.startswith("We cite no rule or law against No. 1. That does not say that none holds, and ")
        assert ("In which countries readers live is in no file" in said.text) != bool(countries)
        assert [each.anchor for each in said.links] == ["f1"]
        (own,) = next(group for gravity in content.gravities for group in gravity.groups).sources
        assert own.lead == "Our judgement; we cite no rule or law for it:"
    advert = otherwise("platform: telegram", ADVERT)
    by_law = {number for each in advert.law_if for number in each.numbers}
    unfit = {int(each.anchor.removeprefix("f")) for said in advert.silent for each in said.links}
    assert by_law
    assert not by_law & unfit


def test_of_what_a_law_speaks_against_by_another_rule_it_is_not_said_that_none_is_cited() -> None:
    numbering = numbering_of(TWICE.replace("COUNTRIES", ""))
    one = numbering.finding(1)
    founded = next(
        each
        for each in numbering_of(
            "accounts:\n  shop: {platform: telegram, handle: '@shop', run_by: business}\n"
            f"automations:\n  - {{id: one, account: shop, when: followed, do: [{ADVERT}]}}\n"
        ).findings
        if each.laws or each.laws_if
    )
    assert "We cite no rule or law against" in str(held_out(numbering, 0, built_in()))
    numbering.folded = {1: {founded.rule: founded}}
    assert not one.laws
    assert not one.laws_if
    assert "We cite no rule or law against" not in str(held_out(numbering, 0, built_in()))
    (gravity, *_) = gravities(numbering, {}, [], built_in())
    leads = [each.lead for group in gravity.groups for each in group.sources if each.says == one.judgement]
    assert leads == ["Beyond that, our judgement:"]


def test_where_a_list_has_a_way_out_a_missing_link_does_not_leave_people_without_any() -> None:
    content = report_of("""
accounts:
  friends: {platform: email, handle: hello@friends.example, inbox: {read_by: the office}}
lists:
  donors: {came_by: form, agreed_to: promotion, confirmed: twice, out_by: [link], stop_on: [unsubscribe]}
automations:
  - id: appeal
    account: friends
    purpose: promotion
    when: {event: schedule, on: monday}
    approval: human
    do:
      - email: {target: donors, subject: Appeal, text: "Please give. To leave: {{ account.unsubscribe }}"}
""")
    assert content.otherwise is not None
    (seen,) = (each.message for each in content.otherwise.people if "without the link" in each.message)
    assert seen.endswith("Whoever wants no more has to look for another way out, or reports it as spam.")


def test_a_law_that_holds_somewhere_is_told_in_the_same_voice_where_the_finding_stands() -> None:
    """Members' letters in a group that anybody can join: which law that breaks depends on where they live."""
    text = """\
places:
  reading-room: {open: false}
  square: {open: true}
accounts:
  crier: {platform: telegram, kind: bot, in: square, run_by: communityCOUNTRIES}
automations:
  - id: copy-letters
    account: crier
    when: {event: posted_here, in: [reading-room]}
    agreed_to: none
    admits: [private_matters]
    do:
      - post: {in: square, text: "{{ event.user.name }}: {{ event.post.text }}"}
"""
    content = compose(examined(text.replace("COUNTRIES", "")), wishes())
    assert content.otherwise is not None
    assert content.otherwise.law == ()
    assert [each.anchor for each in content.otherwise.law_if_intro.links] == ["questions"]
    said, british = (each for each in content.otherwise.law_if if "GDPR" in each.name)
    assert said.where == "If readers live in the European Union:"
    assert british.where == "If readers live in Britain:"
    assert {each.lead for each in (*said.sources, *british.sources)} == {""}
    (group,) = (
        each for gravity in content.gravities for each in gravity.groups if each.rule == "personal-data-in-public"
    )
    assert [each.number for each in group.findings] == list(said.numbers)
    law, its_twin, own = group.sources
    assert (law.lead, law.says) == ("If readers live in the European Union, which no file says:", said.sources[0].says)
    assert (its_twin.lead, its_twin.says) == (
        "If readers live in Britain, which no file says:",
        british.sources[0].says,
    )
    assert (own.title, own.lead) == ("", built_in().say("findings", "elsewhere"))
    german = compose(examined(text.replace("COUNTRIES", ", audience: {countries: [DE]}")), wishes()).otherwise
    assert german is not None
    as_it_is = [(said.name, "As readers live in Germany:", said.numbers)]
    assert [(each.name, each.where, each.numbers) for each in german.law] == as_it_is
    assert german.law_if == ()
    american = compose(examined(text.replace("COUNTRIES", ", audience: {countries: [US]}")), wishes()).otherwise
    assert american is not None
    assert (american.law, american.law_if) == ((), ())


def test_what_people_see_is_told_of_each_finding_and_of_many_by_number() -> None:
    garden = compose(examine(Request((str(ROOT / "examples" / "garden-centre"),))), wishes()).otherwise
    assert garden is not None
    assert {number for each in garden.people for number in each.numbers} == {1, 2, 3, 4, 5, 6}
    assert garden.more.text == ""
    content = compose(examine(Request((str(ROOT / "examples"),))), wishes())
    assert content.otherwise is not None
    told = {number for each in content.otherwise.people for number in each.numbers}
    more = {int(each.anchor.removeprefix("f")) for each in content.otherwise.more.links if each.anchor != "findings"}
    assert len(content.otherwise.people) == 12
    assert more
    assert not told & more
    assert content.otherwise.more.text in re.sub(r"\[([^]]+)\]\(#[\w-]+\)", r"\1", markdown(content, built_in()))


def test_every_place_where_a_law_holds_has_a_name() -> None:
    held = {place for fact in library().facts.values() if fact.is_law for place in fact.where}
    assert held <= set(built_in().tables["places"])


def test_what_somebody_accepted_or_only_has_to_be_known_is_not_held_out() -> None:
    text = "accounts:\n  shop: {platform: x, handle: '@shop'}\nautomations:\n  - id: one\n    account: shop\n"
    kept = (
        text
        + "    when: followed\n    do:\n      - follow: event.user  # sociable: ignore[auto-follow-back] we know them\n"
    )
    found = report_of(kept).otherwise
    numbers = set() if found is None else {number for each in found.people for number in each.numbers}
    decided = {
        each.number
        for gravity in report_of(kept).gravities
        for group in gravity.groups
        for each in group.findings
        if each.decision or gravity.severity == "info"
    }
    assert decided
    assert numbers.isdisjoint(decided)


def test_every_platform_of_which_something_is_forbidden_says_what_follows_or_is_known_to_be_silent() -> None:
    """So that a platform whose rules are held is not forgotten here."""
    told = {name for fact in library().facts.values() if fact.verdict == "follows" for name in fact.on}
    assert {"x", "bluesky", "mastodon", "instagram", "facebook", "threads", "linkedin", "tiktok", "youtube"} <= told


def test_it_stands_in_both_forms_and_its_sources_can_be_opened() -> None:
    content = compose(agency(), wishes())
    page = html(content, built_in())
    assert '<a href="#otherwise">' in page
    assert 'href="https://bsky.social/about/support/tos"' in page
    assert "## What happens if nothing is changed" in markdown(content, built_in())


def test_nothing_found_means_nothing_to_hold_out() -> None:
    assert report_of("accounts:\n  shop: {platform: x}\n").otherwise is None


def test_of_what_is_about_a_file_alone_no_rule_is_spoken_of() -> None:
    key = "sk_live_" + "51Hxq3J2eZvKYlo2C0aBcDeF"
    content = report_of(
        "accounts: {shop: {platform: x, audience: {countries: [NO]}}}\nautomations:\n"
        f"  - {{id: m, account: shop, when: mentioned, do: [webhook: 'https://api.example.org/?key={key}']}}\n"
    )
    assert content.at_once
    assert content.otherwise is not None
    assert not [each for each in content.otherwise.silent if "No. 1" in each.text]


def test_what_is_named_for_another_finding_about_the_same_automation_is_no_silence() -> None:
    text = (
        "places:\n  corner: {open: false}\n  group: {open: true}\n"
        "accounts:\n  copier: {platform: telegram, kind: bot, in: group, inbox: {read_by: Jo}}\n"
        "  page: {platform: mastodon, handle: '@page', inbox: unread}\nautomations:\n"
        "  - {id: copies, account: copier, when: {event: posted_here, in: corner}, agreed_to: none,"
        " admits: [not_ours, private_matters],"
        " do: [{post: {in: group, text: '{{ event.user.name }}: {{ event.post.text }}', names: members}}]}\n"
        "  - {id: news, account: page, when: {event: schedule, on: monday}, do: [post: We open at nine]}\n"
    )
    content = report_of(text)
    rules = {
        found.number: group.rule for each in content.gravities for group in each.groups for found in group.findings
    }
    number = {rule: f"No. {n}" for n, rule in rules.items()}
    assert content.otherwise is not None
    silent = [each.text for each in content.otherwise.silent]
    (beside,) = (each for each in silent if "holds for the same automations" in each)
    assert number["used-for-something-else"] in beside.split(" See ")[0]
    assert number["personal-data-in-public"] in beside.split(" See ")[1]
    (group,) = (
        each for gravity in content.gravities for each in gravity.groups if each.rule == "used-for-something-else"
    )
    lead = f"What a rule or a law says of the same automation stands under {number['personal-data-in-public']}."
    assert group.sources[-1].lead.startswith(lead)
    (ours,) = (each for each in silent if "readers may trust you less" in each)
    assert number["silent-inbox"] in ours
    assert number["used-for-something-else"] not in ours


def test_the_first_page_says_what_people_see_and_what_platforms_and_laws_may_do_about_it() -> None:
    for audience in ("", ", audience: {countries: [DE]}"):
        text = (
            f"accounts:\n  shop: {{platform: bluesky, handle: '@shop', run_by: business{audience}}}\n"
            f"automations:\n  - {{id: one, account: shop, when: followed, do: [{ADVERT}]}}\n"
        )
        content = report_of(text)
        assert content.otherwise is not None
        people, *others = answer(content, "otherwise")
        assert people.text == f"By “one” on @shop people see: {content.otherwise.people[0].message} (No. 1)"
        assert [each.anchor for each in people.links] == ["m1", "f1"]
        told = [each.text for each in others]
        assert any(each.startswith("Bluesky (No. 1): An account that breaks its rules can be restr") for each in told)
        law = (*content.otherwise.law, *content.otherwise.law_if)[0]
        if audience:
            assert told[-1].startswith("By No. 1 the law in Germany and the European Union may be broken: what it asks")
        else:
            assert told[-1].startswith("If readers live there, the law in ")
            assert "may be broken by No. 1" in told[-1]
        assert "stands below" in told[-1]
        assert law.name not in " ".join(told)
        assert law.where.startswith("As readers live in Germany" if audience else "If readers live in")
        assert told[-1].endswith("Ask a lawyer.")


def test_where_there_are_only_remarks_the_first_page_says_what_people_go_on_seeing_and_where_there_is_nothing() -> None:
    account = "accounts:\n  thinker: {platform: mastodon, handle: '@thinker', run_by: person, inbox: unread}\n"
    post = "  - {id: one, account: thinker, when: {event: schedule, every: 1 day}, do: [post: Hello]}\n"
    content = report_of(f"{account}automations:\n{post}")
    assert {each.severity for each in content.gravities} == {"info"}
    first, *_ = answer(content, "otherwise")
    assert first.text.startswith("On @thinker people see: People ask something under a post")
    silent = report_of(f"{account.replace('unread', '{read_by: me}')}automations:\n{post}")
    assert [each.text for each in answer(silent, "otherwise")] == [
        "Nothing was found that people would mind, or that goes against a rule that we know."
    ]


def test_what_comes_to_the_same_is_told_once_on_the_first_page() -> None:
    content = compose(examine(Request((str(ROOT / "examples" / "incidents"),))), wishes())
    told = [each.text.partition("): ")[2] for each in answer(content, "otherwise") if each.text.startswith("X (")]
    assert len(told) == len(set(told)) > 0


def test_what_reviews_show_elsewhere_is_told_of_the_place_where_they_stand() -> None:
    content = report_of(
        "accounts:\n  wa: {platform: whatsapp, handle: '+44 1632 960777', run_by: business, inbox: {read_by: Jo}}\n"
        "automations:\n  - id: ask\n    account: wa\n    when: {event: webhook, named: visit-over}\n"
        "    if: event.payload.rating >= 4\n    reviews_on: google-business\n"
        "    do: [dm: {target: event.payload.phone, text: Please leave us a review on Google!}]\n"
    )
    people, *_ = answer(content, "otherwise")
    assert people.text.startswith(
        "On Google Business, by what +44 1632 960777 does, people see: Those who were not pleased are not asked."
    )
    assert content.otherwise is not None
    assert not [each for each in content.otherwise.silent if "WhatsApp" in each.text]


def test_where_no_rules_of_a_platform_are_held_its_silence_is_no_leave() -> None:
    content = report_of(
        "accounts:\n  texts: {platform: sms, handle: '+44 1632 960778', run_by: business, inbox: unread}\n"
        "automations:\n  - {id: ask, account: texts, purpose: reminder, agreed_to: reminder, stop_on: [stop],"
        " when: {event: webhook, named: tomorrow}, do: [dm: {target: event.payload.phone, text: Reply C to cancel.}]}\n"
    )
    told = " ".join(each.text for each in answer(content, "otherwise"))
    assert "We hold no rules of SMS or of whoever provides it" in told
    assert told.endswith("That does not say that it is allowed.")
