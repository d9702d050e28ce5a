"""Setups to measure with: as an agency writes them, mostly well made, here and there not, and the same every time."""

import os
from random import Random
from string import Template

_PLATFORMS = ("x", "x", "x", "mastodon", "bluesky", "instagram", "linkedin", "facebook")
_TEAMS = ("front desk", "press office", "support", "the owner", "duty editor")
_THINGS = ("concert", "timetable", "exhibition", "market", "roadworks", "swimming lesson", "library tour", "menu")
_PLACES = ("town hall", "harbour", "old bridge", "north gate", "river walk", "main square", "station", "park")
_WORDS = ("help", "refund", "opening hours", "delay", "parking", "ticket", "lost property", "wheelchair")

AUTOMATIONS_PER_ACCOUNT = 20

_ACCOUNT = Template("""\
  $id:
    platform: $platform
    handle: "$handle"
    run_by: business
    automated_label: true
    operator: "@agency"
    inbox: {read_by: $team, reply_within: 1 day}
    vars: {place: $place}
""")

_SCHEDULED = """\
  - id: $id
    title: What is on at the $place
    account: $account
    purpose: news
    when:
      event: schedule
      every: 1 day
      at: "$hour:$minute"
      timezone: Europe/London
    do:
      - post:
          text: "Today at the $place: $thing number $number"
          link: https://client.example/$number
"""

_FEED = """\
  - id: $id
    account: $account
    purpose: news
    when:
      event: feed_item
      feed: https://client.example/$number.xml
      contains: [$thing, $place]
    if: event.item.title != ""
    do:
      - wait: 5 minutes
      - post: "{{ event.item.title }} {{ event.item.url }}"
      - log: "item $number went out"
    limit: 12 per day
"""

_HELP = """\
  - id: $id
    account: $account
    purpose: support
    when:
      event: mentioned
      contains: [$word, "question $number"]
    if: not event.user.is_bot
    do:
      - reply: "Hi {{ event.user.name }}, we look into it ($number)."
      - assign:
          to: $team
          text: "{{ event.post.url }}"
    once_per: user per day
    limit: 60 per hour
    ignore: [bots, own_accounts]
    stop_on: [stop]
"""

_MESSAGE = """\
  - id: $id
    account: $account
    purpose: support
    when:
      event: messaged
      contains: [$word]
    do:
      - dm: "Thank you. You find all about your $word under $number."
      - assign: $team
    once_per: user per 3 days
    stop_on: [stop, unsubscribe]
    ignore: [bots, own_accounts]
"""

_COMMENT = """\
  - id: $id
    account: $account
    when:
      event: commented
      contains:
        - $word
        - $thing
    if:
      - event.post.likes >= 3
      - event.post.sentiment is not negative
    do:
      - reply: "Glad you ask: the $thing number $number is on our site."
        after: 10 minutes
      - notify: "{{ event.user.handle }} asked about $thing"
    max_replies_per_thread: 1
    ignore: [own_accounts]
"""

_DRAFT = """\
  - id: $id
    account: $account
    when: replied
    do:
      - generate:
          answer: "Answer kindly: {{ event.post.text }}"
      - reply: "{{ answer }}"
        approval: human
        disclose: [ai]
    limit: 20 per hour
"""

_REPOST = """\
  - id: $id
    account: $account
    purpose: alert
    when:
      event: account_posted
      from: ["@weather_$number", "@roads_$number"]
      contains: [closed, flood]
    do:
      - repost: event.post
    limit: 10 per day
"""

_COUNT = """\
  - id: $id
    account: $account
    purpose: research
    when: {event: post_matched, keywords: [$thing, $place]}
    do:
      - store: "{{ event.post.url }}"
        use: analytics
"""

_LEAVERS = """\
  - id: $id
    account: $account
    when: unfollowed
    do:
      - notify:
          to: $team
          text: "Somebody left. Did we leave a question unanswered?"
"""

_EVERYWHERE = """\
  - id: $id
    account: [$account, $other]
    purpose: alert
    when: {event: webhook, named: alarm-$number}
    if: event.payload.level > 2
    do:
      - post: "Alarm $number at {{ account.place }}: please keep away."
    cooldown: 30 minutes
"""

_FOLLOW_BACK = """\
  - id: $id
    account: $account
    purpose: growth
    when: followed
    do:
      - follow: event.user
    limit: 20 per hour
"""

_RATCHET = """\
  - id: $id
    account: $account
    purpose: growth
    when: {event: schedule, every: 1 hour}
    do:
      - follow: followers_of(followers)
        limit: 20
      - wait: 3 days
      - unfollow: non_followers
"""

_HEARTS = """\
  - id: $id
    account: $account
    when: {event: post_matched, hashtags: ["#$place"]}
    do:
      - like: event.post
    limit: 30 per hour
"""

_WELCOME = """\
  - id: $id
    account: $account
    when: followed
    do:
      - dm: "Thanks for following! Our $thing awaits you ($number)."
    once_per: user
"""

_SHAMING = """\
  - id: $id
    account: $account
    when: unfollowed
    do:
      - post: "{{ event.user.handle }} has left us. Goodbye from $place."
"""

_SAME_WORDS = """\
  - id: $id
    account: [$account, $other]
    purpose: promotion
    when: {event: schedule, at: "09:00"}
    do:
      - post: "The $thing of the year is here. Number $number!"
"""

_KINDS = [
    (Template(text), weight)
    for text, weight in (
        (_SCHEDULED, 260),
        (_FEED, 130),
        (_HELP, 240),
        (_MESSAGE, 80),
        (_COMMENT, 90),
        (_DRAFT, 40),
        (_REPOST, 40),
        (_COUNT, 30),
        (_LEAVERS, 20),
        (_EVERYWHERE, 20),
        (_FOLLOW_BACK, 15),
        (_RATCHET, 5),
        (_HEARTS, 10),
        (_WELCOME, 10),
        (_SHAMING, 5),
        (_SAME_WORDS, 5),
    )
]
"""What there is, and how often of a thousand; the last six are what rules object to, three of them on loops."""


_ANSWER = """\
  - id: $id
    account: $account
    when: mentioned
    do:
      - reply: "Thank you from the $place."
    limit: 20 per hour
"""

_RELAY = """\
  - id: $id
    account: $account
    when: messaged
    do:
      - dm: {text: "Note $number for you.", target: $first}
"""

_COPY = """\
  - id: $id
    account: $account
    when: {event: account_posted, from: [$other]}
    do:
      - post: "{{ event.post.text }}"
"""

_REVENGE = """\
  - id: $id
    account: $account
    when: unfollowed
    do:
      - unfollow: event.user
"""

_CIRCLING = [
    *((kind, weight) for kind, weight in _KINDS if weight > 50),
    *((Template(text), 80) for text in (_FOLLOW_BACK, _REVENGE, _ANSWER, _RELAY, _COPY)),
]
"""A third and more of it lies on loops."""


def client(number: int, automations: int) -> str:
    """The file of one client: accounts, and so many automations on them; some meet those of other clients."""
    return _file(number, automations, _KINDS)


def circling(number: int, automations: int) -> str:
    """The like, with many automations that set each other off, on all platforms and across them."""
    return _file(number, automations, _CIRCLING)


def _file(number: int, automations: int, weighted: list[tuple[Template, int]]) -> str:
    random = Random(number)
    names = [f"client-{number}-{index}" for index in range(max(automations // AUTOMATIONS_PER_ACCOUNT, 2))]
    accounts = [
        _ACCOUNT.substitute(
            id=name,
            platform=random.choice(_PLATFORMS),
            handle=f"@{name.replace('-', '_')}",
            team=random.choice(_TEAMS),
            place=random.choice(_PLACES),
        )
        for name in names
    ]
    kinds, weights = zip(*weighted, strict=True)
    rules = [
        kind.substitute(
            id=f"rule-{number}-{index}",
            account=(account := random.choice(names)),
            first=names[0],
            other=random.choice([name for name in names if name != account]),
            number=number * 100_000 + index,
            hour=f"{random.randrange(24):02}",
            minute=f"{random.randrange(60):02}",
            team=random.choice(_TEAMS),
            thing=random.choice(_THINGS),
            place=random.choice(_PLACES),
            word=random.choice(_WORDS),
        )
        for index, kind in enumerate(random.choices(kinds, weights, k=automations))
    ]
    return "".join(["---\nsociable: 1\naccounts:\n", *accounts, "automations:\n", *rules])


def inward(automations: int) -> str:
    """A file of automations that nobody outside notices: only rules about ids have anything to look at."""
    account = _ACCOUNT.substitute(id="town", platform="x", handle="@town", team="front desk", place="station")
    note = Template(_LEAVERS).substitute
    rules = [note(id=f"rule-{index}", account="town", team="front desk") for index in range(automations)]
    return "".join(["---\nsociable: 1\naccounts:\n", account, "automations:\n", *rules])


def write(folder: str, automations: int, per_file: int) -> int:
    """Write so many automations into files of ``per_file`` each; the number of lines in all of them."""
    os.makedirs(folder)
    lines = 0
    for number in range(automations // per_file):
        text = client(number, per_file)
        lines += text.count("\n")
        with open(os.path.join(folder, f"client-{number:03}.yml"), "w", encoding="utf-8") as file:
            file.write(text)
    return lines
