"""What a fact asks of a file before it is cited: where the file does not say that, it rests on something else."""

from pathlib import Path

import pytest
from sociable.pipeline import Request, check

DAILY = "{event: schedule, every: 1 day}"
LIKES = """
accounts:
  firm: {platform: linkedin, handle: firm, inbox: {read_by: us}, APPROVED}
automations:
  - {id: a, account: firm, when: {event: post_matched, keywords: [tea]}, do: [like]}
"""
FOLLOWS = """
accounts:
  pots: {platform: instagram, handle: pots, inbox: {read_by: us}, APPROVED}
automations:
  - {id: a, account: pots, when: followed, do: [follow]}
"""
MAILS = """
lists:
  anglers: {came_by: order, WAY_OUT, admits: [against_wishes]}
accounts:
  rods: {platform: email, handle: r@rods.example, audience: {countries: [US]}, inbox: {read_by: us}}
automations:
  - id: a
    account: rods
    purpose: promotion
    when: {event: schedule, every: 1 week}
    do: [{email: {target: anglers, text: Lures}}]
"""
LIKED = """
accounts:
  tea: {platform: tiktok, handle: tea, inbox: {read_by: us}}
automations:
  - {id: a, account: tea, when: liked, purpose: PURPOSE, do: [{dm: Here is more of it.}]}
"""
LIKES_UNNOTICED = """
accounts:
  tea: {platform: tiktok, handle: tea, inbox: {read_by: us}}
automations:
  - {id: a, account: tea, when: commented, via: WAY, admits: [ADMITTED], do: [like]}
"""
JUDGES = """
accounts:
  w: {platform: discord, kind: bot, handle: w, inbox: {read_by: us}}
automations:
  - {id: a, account: w, when: {event: posted_here, in: general}, do: [{fetch: {score: code}}, STEP]}
"""
GATE = """
accounts:
  chef: {platform: instagram, handle: chef, inbox: {read_by: us}}
automations:
  - id: a
    account: chef
    when: {event: messaged, contains: [menu]}
    if: "CONDITION"
    do: [{dm: "Here: https://chef.example/menu"}]
"""
NUMBERS = """
lists:
  baskets: {came_by: form, agreed_to: none, admits: [other_purpose]}
accounts:
  swim: {platform: sms, handle: "+44 1632 960002", audience: {countries: [GB]}, inbox: {read_by: us}}
automations:
  - id: a
    account: swim
    purpose: PURPOSE
    when: {event: row_added, sheet: baskets}
    do: [{notify: us}]
"""
NAMES = """
accounts:
  seller: {platform: reddit, handle: u/seller, inbox: {read_by: us}}
automations:
  - id: a
    account: seller
    when: {event: schedule, every: PACE}
    do: [{fetch: {them: "PEOPLE"}}, {post: {text: "Look here, {{ them }}!", in: tea}}]
"""
ANSWERS = """
accounts:
  bikes: {platform: bluesky, handle: bikes.example, automated_label: true, inbox: {read_by: us}}
automations:
  - id: a
    account: bikes
    purpose: promotion
    when: EVENT
    do: [{reply: "Half price until Sunday: https://bikes.example/sale"}]
"""
GATHERS = """
accounts:
  b: {platform: telegram, handle: b_bot, kind: bot, inbox: {read_by: us}}
automations:
  - id: a
    account: b
    when: EVENT
    do: [{fetch: {them: "PEOPLE"}}, {store: "{{ them }}, {{ event.user.handle }}", use: lead_list}]
"""
KEEPS_BACK = """
accounts:
  gym: {platform: PLACE, handle: gym.example, run_by: business, audience: {countries: [US]}, inbox: {read_by: us}}
automations:
  - id: a
    account: gym
    admits: [hides_criticism]
    when: reviewed
    do: [{if: event.review.rating >= 4, do: [{post: "All our reviews: {{ event.review.text }}"}]}]
"""
LISTS = """
accounts:
  dam: {platform: PLACE, handle: "@dam.example", inbox: {read_by: us}}
automations:
  - {id: a, account: dam, when: EVENT, do: [{list_add: {list: them, target: WHO}, visibility: public}]}
"""
SPEAKS = """
accounts:
  tea: {platform: x, handle: "@tea", inbox: {read_by: us}, MARK}
automations:
  - id: a
    account: tea
    when: mentioned
    do: [{generate: {words: "Answer: {{ event.post.text }}"}}, {reply: "{{ words }}"}]
"""
ADVERTISES = """
accounts:
  oven: {platform: tiktok, handle: oven, inbox: {read_by: us}}
automations:
  - id: a
    account: oven
    purpose: promotion
    via: WAY
    when: {event: post_matched, keywords: [bread]}
    do: [{comment: "Half price until Sunday"}]
"""
GROWS = """
accounts:
  den: {platform: twitch, handle: den, inbox: {read_by: us}}
automations:
  - {id: a, account: den, purpose: PURPOSE, when: followed, do: [follow]}
"""
READS_PAST = """
accounts:
  kiln: {platform: tiktok, handle: kiln, inbox: {read_by: us}, AUDIENCE}
automations:
  - {id: a, account: kiln, via: browser, when: {event: schedule, every: 1 day}, do: [STEP]}
"""
NEWS = """
accounts:
  valley: {platform: threads, handle: valley, RUN_BY, audience: {countries: [AT]}, inbox: {read_by: us}}
automations:
  - id: a
    account: valley
    purpose: news
    when: {event: feed_item, feed: "https://police.example/rss"}
    do: [{generate: {words: "Report: {{ event.item.text }}"}}, {post: "{{ words }}"}]
"""
OFFERS = """
accounts:
  garden: {platform: facebook, kind: page, handle: garden, inbox: {read_by: us}}
automations:
  - {id: a, account: garden, purpose: promotion, when: EVENT, do: [{dm: "Shrubs are a third off."}]}
"""
LATE = """
accounts:
  inn: {platform: PLACE, handle: inn, run_by: business, inbox: unread}
automations:
  - {id: a, account: inn, when: messaged, once_per: user per day, do: [{dm: "We are glad about your message!"}]}
"""
DROPS = """
accounts:
  pots: {platform: instagram, handle: pots, inbox: {read_by: us}, APPROVED}
automations:
  - {id: a, account: pots, when: {event: schedule, every: 1 day}, do: [{follow: followers_of("rival")}]}
  - {id: b, account: pots, when: {event: schedule, every: 1 week}, do: [{unfollow: non_followers}]}
"""
NOTES = """
accounts:
  bikes: {platform: line, kind: app, handle: bikes, inbox: {read_by: us}}
automations:
  - id: a
    account: bikes
    when: messaged
    agreed_to: none
    do: [{fetch: {guess: code}}, {store: "{{ event.user.name }}: WHAT", use: profiles}]
"""
PRESSES = """
accounts:
  garage: {platform: PLACE, handle: garage, run_by: business, audience: {countries: [US]}, inbox: {read_by: us}}
automations:
  - {id: a, account: garage, when: reviewed, admits: [ADMITTED], approval: human, do: [{reply: "Take it down."}]}
"""
ANSWERS_LATE = """
accounts:
  clinic: {platform: whatsapp, handle: "+44 1632 960001", inbox: {read_by: us}}
automations:
  - id: a
    account: clinic
    when: messaged
    via: WAY
    do: [{dm: "We look at it."}, {wait: 2 days}, {dm: "Still there?"}]
"""
BOARDS = """
accounts:
  boards: {platform: pinterest, handle: boards, inbox: {read_by: us}}
automations:
  - {id: a, account: boards, via: browser, when: {event: schedule, every: 1 day}, do: [STEP]}
"""
HEARTS = """
accounts:
  tea: {platform: bluesky, handle: tea.example, automated_label: true, inbox: {read_by: us}}
automations:
  - {id: a, account: tea, when: posted, do: [{like: event.post}]}
"""
TALK = """
accounts:
  tram: {platform: telegram, kind: bot, handle: tram_bot, inbox: {read_by: us}}
automations:
  - id: a
    account: tram
    when: posted_here
    do: [{VERB: {text: "{{ event.post.text }}"TO}, use: ai_training}]
"""
NOTES_READ = """
accounts:
  soup: {platform: substack, handle: soup, kind: user, inbox: {read_by: us}}
automations:
  - {id: a, account: soup, via: browser, when: EVENT, do: [STEP]}
"""
NOBODY_THERE = """
accounts:
  vet: {platform: whatsapp, handle: "+44 1632 960001", run_by: business, inbox: unread}
automations:
  - {id: a, account: vet, via: api, when: messaged, do: [{dm: "SAYS"}]}
"""
CANVASSES = """
accounts:
  office: {platform: x, handle: o, run_by: public-body, audience: {countries: [GB]}, based_in: GB, inbox: {read_by: us}}
automations:
  - {id: a, account: office, purpose: campaign, when: {event: account_posted, from: ["@candidate"]}, do: [VERB]}
"""


@pytest.mark.parametrize(
    ("rule", "setup", "named", "severity", "fact"),
    [
        ("unread-engagement", LIKES, {"APPROVED": "kind: page"}, "error", "LI-01"),
        ("unread-engagement", LIKES, {"APPROVED": "approved: {automation: asked}"}, "error", "LI-01"),
        ("unread-engagement", LIKES, {"APPROVED": "approved: {automation: true}"}, "warning", None),
        ("auto-follow-back", FOLLOWS, {"APPROVED": "kind: page"}, "error", "META-11"),
        ("auto-follow-back", FOLLOWS, {"APPROVED": "approved: {automation: true}"}, "warning", None),
        ("unheeded-wishes", MAILS, {"WAY_OUT": "out_by: [link]"}, "error", "LAW-61"),
        ("unheeded-wishes", MAILS, {"WAY_OUT": "confirmed: true"}, "warning", None),
        ("made-to-deceive", LIKES_UNNOTICED, {"WAY": "browser", "ADMITTED": "hides_machine"}, "error", "TT-01"),
        ("made-to-deceive", LIKES_UNNOTICED, {"WAY": "api", "ADMITTED": "hides_machine"}, "warning", None),
        ("made-to-deceive", LIKES_UNNOTICED, {"WAY": "api", "ADMITTED": "evades_bans"}, "error", "TT-01"),
        ("judged-by-machine", JUDGES, {"STEP": '{reply: "Rude: {{ score }} of 100."}'}, "warning", None),
        ("engagement-gate", GATE, {"CONDITION": "event.user.is_follower"}, "error", "META-21"),
        ("engagement-gate", GATE, {"CONDITION": "event.user in likers_of('@chef')"}, "error", "META-22"),
        ("unsolicited-mention", NAMES, {"PACE": "1 week", "PEOPLE": "followers_of('u/rival')"}, "error", "RED-06"),
        ("unsolicited-mention", NAMES, {"PACE": "1 week", "PEOPLE": "list('guests')"}, "warning", None),
        ("unsolicited-mention", NAMES, {"PACE": "1 hour", "PEOPLE": "list('guests')"}, "error", "RED-06"),
        ("unsolicited-reply", ANSWERS, {"EVENT": "{event: post_matched, keywords: [bike]}"}, "error", "BSKY-01"),
        ("unsolicited-reply", ANSWERS, {"EVENT": "mentioned"}, "warning", None),
        ("profile-harvesting", GATHERS, {"EVENT": "left", "PEOPLE": "members_of('rivals')"}, "error", "TG-10"),
        ("profile-harvesting", GATHERS, {"EVENT": "left", "PEOPLE": "followers.count"}, "warning", None),
        ("review-gating", KEEPS_BACK, {"PLACE": "website"}, "warning", "LAW-34"),
        ("review-gating", KEEPS_BACK, {"PLACE": "facebook"}, "warning", None),
        (
            "list-stuffing",
            LISTS,
            {"PLACE": "bluesky", "EVENT": DAILY, "WHO": "followers_of('rival')"},
            "warning",
            "BSKY-11",
        ),
        ("list-stuffing", LISTS, {"PLACE": "x", "EVENT": DAILY, "WHO": "followers_of('rival')"}, "error", "X-45"),
        ("list-stuffing", LISTS, {"PLACE": "x", "EVENT": "liked", "WHO": "event.user"}, "warning", None),
        ("undisclosed-ai", SPEAKS, {"MARK": "automated_label: false"}, "info", "X-23"),
        ("undisclosed-ai", SPEAKS, {"MARK": "automated_label: true"}, "info", None),
        ("unsolicited-reply", ADVERTISES, {"WAY": "api"}, "error", "TT-17"),
        ("unsolicited-reply", ADVERTISES, {"WAY": "browser"}, "error", "TT-17"),
        ("unsolicited-dm", LIKED, {"PURPOSE": "promotion"}, "error", "TT-12"),
        ("unsolicited-dm", LIKED, {"PURPOSE": "support"}, "warning", "TT-12"),
        ("auto-follow-back", GROWS, {"PURPOSE": "growth"}, "error", "TW-03"),
        ("auto-follow-back", GROWS, {"PURPOSE": "community"}, "warning", None),
        ("follow-churn", DROPS, {"APPROVED": "kind: page"}, "error", "META-11"),
        ("follow-churn", DROPS, {"APPROVED": "approved: {automation: true}"}, "warning", None),
        (
            "unofficial-access",
            READS_PAST,
            {"AUDIENCE": "kind: user", "STEP": "{fetch: {it: matching(tea)}}"},
            "error",
            "TT-18",
        ),
        ("unofficial-access", READS_PAST, {"AUDIENCE": "kind: user", "STEP": "{post: Tea}"}, "warning", "TT-19"),
        (
            "unofficial-access",
            READS_PAST,
            {"AUDIENCE": "audience: {countries: [FR]}", "STEP": "{post: Tea}"},
            "warning",
            None,
        ),
        ("unreviewed-ai-post", NEWS, {"RUN_BY": "run_by: community"}, "error", "LAW-23"),
        ("unreviewed-ai-post", NEWS, {"RUN_BY": "run_by: person"}, "warning", "LAW-23"),
        ("unsolicited-dm", OFFERS, {"EVENT": "liked"}, "error", "META-05"),
        ("unsolicited-dm", OFFERS, {"EVENT": "commented"}, "warning", None),
        ("dead-end-reply", LATE, {"PLACE": "instagram"}, "warning", "META-41"),
        ("dead-end-reply", LATE, {"PLACE": "messenger"}, "warning", None),
        ("profile-harvesting", NOTES, {"WHAT": "{{ guess }}"}, "error", "LINE-04"),
        ("profile-harvesting", NOTES, {"WHAT": "Age 40, {{ event.message.text }}"}, "error", "LINE-04"),
        ("profile-harvesting", NOTES, {"WHAT": "{{ event.user.location }}"}, "error", "LINE-04"),
        ("profile-harvesting", NOTES, {"WHAT": "{{ event.message.text }}"}, "warning", "LINE-06"),
        ("presses-people", PRESSES, {"PLACE": "facebook", "ADMITTED": "presses"}, "warning", "LAW-66"),
        ("presses-people", PRESSES, {"PLACE": "google-business", "ADMITTED": "presses"}, "warning", "GBP-04"),
        ("presses-people", PRESSES, {"PLACE": "google-business", "ADMITTED": "presses, untrue"}, "error", "LAW-66"),
        ("late-reply-window", ANSWERS_LATE, {"WAY": "api"}, "error", "WA-03"),
        ("late-reply-window", ANSWERS_LATE, {"WAY": "unofficial"}, "error", "WA-17"),
        ("unofficial-access", BOARDS, {"STEP": '{fetch: {it: matching("tea")}}'}, "error", "PIN-08"),
        ("unofficial-access", BOARDS, {"STEP": "{post: Tea}"}, "error", "PIN-07"),
        ("fake-engagement", HEARTS, {}, "error", "BSKY-06"),
        ("ai-training-use", TALK, {"VERB": "store", "TO": ""}, "error", "TG-14"),
        ("ai-training-use", TALK, {"VERB": "share", "TO": ", to: a firm"}, "error", "TG-14"),
        ("unofficial-access", NOTES_READ, {"EVENT": DAILY, "STEP": "{post: Soup}"}, "error", "SUB-02"),
        ("unofficial-access", NOTES_READ, {"EVENT": "manual", "STEP": "{post: Soup}"}, "warning", None),
        (
            "unofficial-access",
            NOTES_READ,
            {"EVENT": "manual", "STEP": "{fetch: {it: matching(soup)}}"},
            "error",
            "SUB-04",
        ),
        ("dead-end-reply", NOBODY_THERE, {"SAYS": "We are shut, see https://vet.example."}, "error", "WA-04"),
        ("dead-end-reply", NOBODY_THERE, {"SAYS": "We are shut until 2026-12-01."}, "error", "WA-04"),
        ("dead-end-reply", NOBODY_THERE, {"SAYS": "This is +44 1632 960001."}, "error", "WA-04"),
        ("unchosen-endorsement", CANVASSES, {"VERB": "repost"}, "error", "LAW-15"),
        ("unchosen-endorsement", CANVASSES, {"VERB": "follow"}, "warning", "LAW-19"),
        ("used-for-something-else", NUMBERS, {"PURPOSE": "promotion"}, "error", "LAW-63"),
        ("used-for-something-else", NUMBERS, {"PURPOSE": "news"}, "warning", None),
    ],
)
def test_a_fact_is_cited_only_where_the_file_says_what_it_speaks_of(
    tmp_path: Path, rule: str, setup: str, named: dict[str, str], severity: str, fact: str | None
) -> None:
    for place, said in named.items():
        setup = setup.replace(place, said)
    (tmp_path / "a.yml").write_text(f"sociable: 1{setup}", encoding="utf-8")
    found = [each for each in check(Request((str(tmp_path),))).findings if each.rule == rule]
    assert [(each.severity, each.citation and each.citation.fact) for each in found] == [(severity, fact)]


@pytest.mark.parametrize("way", ["Please ring 01632 960002.", "Write to vet@vet.example."])
@pytest.mark.parametrize("admitted", ["", "admits: [no_person], "])
def test_an_answer_that_names_another_way_leads_somewhere_unless_the_file_denies_it(
    tmp_path: Path, way: str, admitted: str
) -> None:
    setup = NOBODY_THERE.replace("SAYS", way).replace("via: api", f"{admitted}via: api")
    (tmp_path / "a.yml").write_text(f"sociable: 1{setup}", encoding="utf-8")
    found = [each.rule for each in check(Request((str(tmp_path),))).findings]
    assert ("dead-end-reply" in found) == bool(admitted)
