"""What is kept as a setting, what is waited for, and what is only looked at."""

import json
from typing import Any

import pytest
from sociable.pipeline import Request, judged
from sociable.project.load import read_text
from sociable.readers.fragment import Fragment
from sociable.setup.model import Automation, Rate

from tests.readers.n8n.exports import fragment, line, node, part, workflow

CLOCK = node("Each day", "scheduleTrigger", {"rule": {"interval": [{}]}})


def verbs(read: Fragment) -> list[str]:
    return [step.verb.name for each in read.automations for step in each.steps]


def settings(**values: str) -> dict[str, Any]:
    assigned = [{"name": name, "value": value, "type": "string"} for name, value in values.items()]
    return node("Settings", "set", {"assignments": {"assignments": assigned}}, version=3.4)


@pytest.mark.parametrize(
    ("to", "verb"),
    [
        ("={{ $env.DESK }}", "notify"),
        ("={{ desk_address }}", "notify"),
        ("={{ $('Settings').item.json.desk }}", "notify"),
        ("", "notify"),
        ("={{ $json.owner }}", "dm"),
    ],
)
def test_an_address_that_is_kept_as_a_setting_is_one_of_ours(to: str, verb: str) -> None:
    search = node("Search", "reddit", {"operation": "search", "keyword": "gardens"})
    message = node("Tell", "telegram", {"chatId": to, "text": "Hello"})
    assert verb in verbs(fragment(line(CLOCK, settings(desk=""), search, message)))


def test_who_writes_to_us_is_answered_where_the_address_is_blank() -> None:
    heard = node("Heard", "telegramTrigger", {"updates": ["message"]})
    assert verbs(fragment(line(heard, node("Answer", "telegram", {"chatId": "", "text": "Hello"})))) == ["dm"]


@pytest.mark.parametrize(("name", "platform"), [("Post on Bluesky", "bluesky"), ("Post it", "other")])
def test_a_service_is_known_by_the_name_of_the_node_that_calls_it(name: str, platform: str) -> None:
    call = node(name, "httpRequest", {"method": "POST", "url": "https://api.postiz.com/public/v1/posts"}, version=4.2)
    assert [each.platform for each in fragment(line(CLOCK, call)).accounts] == [platform]


@pytest.mark.parametrize(
    ("method", "url", "kind", "platform"),
    [
        ("POST", "={{ $('Settings').item.json.slackWebhookUrl }}", "act", "slack"),
        ("POST", "={{ $json.response_url }}", "pass", ""),
        ("POST", "<our TikTok scraper>", "fetch", "tiktok"),
        ("POST", "<our TikTok page>", "pass", ""),
    ],
)
def test_an_address_is_known_by_what_it_is_called(method: str, url: str, kind: str, platform: str) -> None:
    found = part("httpRequest", {"method": method, "url": url}, version=4.2)
    assert (found.kind, found.platform) == (kind, platform)


def test_a_base_that_ends_in_a_slash_is_followed_by_a_path() -> None:
    url = "={{ $json.site }}wp-json/wp/v2/posts"
    body = {"parameters": [{"name": "status", "value": "publish"}]}
    found = part("httpRequest", {"method": "POST", "url": url, "bodyParameters": body}, version=4.2)
    assert (found.verb, found.platform) == ("post", "wordpress")


def approved(export: dict[str, Any]) -> list[str]:
    posts = [step for each in fragment(export).automations for step in each.steps if step.verb.name == "post"]
    return [step.approval for step in posts]


@pytest.mark.parametrize(("output", "approval"), [("0", "human"), ("1", "unstated")])
def test_a_yes_is_seen_through_what_waits_for_it(output: str, approval: str) -> None:
    ask = node(
        "Ask", "telegram", {"operation": "sendAndWait", "chatId": "1", "message": "Go?", "responseType": "customForm"}
    )
    answer = {
        "leftValue": "={{ $json.data.Go }}",
        "rightValue": "yes",
        "operator": {"type": "string", "operation": "equals"},
    }
    branch = node("Yes?", "if", {"conditions": {"combinator": "and", "conditions": [answer]}}, version=2.2)
    others = [
        node("Draw", "noOp"),
        node("Both", "merge", {"mode": "combine"}),
        node("Post", "linkedIn", {"text": "Hello"}),
    ]
    ways = [
        ("Each day", "Ask"),
        ("Ask", "Yes?"),
        ("Yes?", output, "Both"),
        ("Each day", "Draw"),
        ("Draw", "Both"),
        ("Both", "Post"),
    ]
    assert approved(workflow([CLOCK, ask, branch, *others], *ways)) == [approval]


def kept(**columns: str) -> Automation:
    look = node("Look", "reddit", {"operation": "search", "keyword": "gardens"})
    table = {"operation": "append", "documentId": "D", "columns": {"mappingMode": "defineBelow", "value": columns}}
    (made,) = fragment(line(CLOCK, look, node("Keep", "googleSheets", table, version=4.5))).automations
    return made


@pytest.mark.parametrize(
    ("key", "verbs_of"),
    [("ups", ["fetch"]), ("title", ["fetch"]), ("author", ["fetch", "store"]), ("firstName", ["fetch", "store"])],
)
def test_posts_kept_without_their_authors_are_no_list_of_people(key: str, verbs_of: list[str]) -> None:
    made = kept(column=f"={{{{ $json.{key} }}}}")
    assert ([step.verb.name for step in made.steps], made.trigger.event.name) == (verbs_of, "post_matched")


def test_what_only_looks_by_hand_is_started_by_hand() -> None:
    look = node("Look", "youTube", {"resource": "video", "filters": {"q": "gardens"}})
    (made,) = fragment(line(node("Start", "manualTrigger"), look)).automations
    assert ([step.verb.name for step in made.steps], made.trigger.event.name) == (["fetch"], "started")


def test_customers_of_a_shop_are_a_table_that_a_web_hook_does_not_name() -> None:
    shop = node("Shop", "wooCommerce", {"resource": "customer", "operation": "getAll"})
    clean = node("Clean", "httpRequest", {"method": "POST", "url": "https://app.rapiwa.com/api/verify"}, version=4.2)
    tell = node("Tell", "rapiwa", {"operation": "sendMessage", "number": "={{ $json.number }}", "message": "News"})
    read = fragment(line(node("Hook", "webhook", {"path": "x"}), shop, clean, tell))
    targets = [
        step.target.kind for each in read.automations for step in each.steps if step.verb.name == "dm" and step.target
    ]
    assert targets == ["rows"]


@pytest.mark.parametrize(
    ("label", "event"), [("Email", "opted_in"), ("Your phone number", "opted_in"), ("Email style", "started")]
)
def test_a_form_is_for_people_outside_if_it_asks_how_to_reach_them(label: str, event: str) -> None:
    form = {"formFields": {"values": [{"fieldLabel": label}]}}
    assert part("formTrigger", form, version=2.2).event == event


@pytest.mark.parametrize(
    ("look", "kept", "is_about_people"),
    [
        ("Read prices", "={{ $json.price }} {{ $json.name }}", False),
        ("Read prices", "={{ $json }}", False),
        ("Read prices", "={{ $json.seller.email }}", True),
        ("Read seller profiles", "={{ $json.price }} {{ $json.name }}", True),
        ("Read seller profiles", "={{ $json.price }}", False),
    ],
)
def test_what_reads_any_page_has_to_say_that_it_finds_people(look: str, kept: str, is_about_people: bool) -> None:
    page = node(look, "n8n-nodes-scrapegraphai.scrapegraphAi", {"websiteUrl": "https://shop.example"})
    columns = {"mappingMode": "defineBelow", "value": {"What": kept}}
    table = node("Keep", "googleSheets", {"operation": "append", "columns": columns}, version=4.5)
    assert ("store" in verbs(fragment(line(CLOCK, page, table)))) is is_about_people


def test_an_address_that_a_model_hands_over_may_be_anybodys() -> None:
    chat = node("Chat", "@n8n/n8n-nodes-langchain.chatTrigger", {"public": True})
    model = node("Agent", "@n8n/n8n-nodes-langchain.agent", {"text": "={{ $json.chatInput }}"})
    tool = node("Add", "mailerLiteTool", {"email": "={{ $fromAI('email', ``, 'string') }}"})
    read = fragment(workflow([chat, model, tool], ("Chat", "Agent"), ("Add", "ai_tool", "Agent")))
    assert [(each.called, each.reason) for each in read.coverage.parts if each.reason] == [("Add", "chosen-by-model")]


def test_a_limit_lets_so_many_through_from_one_look_to_the_next() -> None:
    search = node("Search", "reddit", {"operation": "search", "keyword": "gardens"})
    limit = node("Few", "limit", {"maxItems": 3})
    comment = node("Say", "reddit", {"resource": "postComment", "postId": "={{ $json.id }}", "commentText": "Hello"})
    clock = node("Each hour", "scheduleTrigger", {"rule": {"interval": [{"field": "hours"}]}})
    steps = [each for made in fragment(line(clock, search, limit, comment)).automations for each in made.steps]
    assert [each.limit for each in steps if each.verb.name == "comment"] == [Rate(3, 3600)]


def test_a_room_that_a_table_names_is_no_person() -> None:
    rooms = node("Rooms", "googleSheets", {"operation": "read"})
    tell = node(
        "Tell", "discord", {"resource": "message", "channelId": "={{ $json.room }}", "content": "Hi"}, version=2
    )
    assert "dm" not in verbs(fragment(line(CLOCK, rooms, tell)))
    someone = {"resource": "message", "sendTo": "user", "userId": "={{ $json.person }}", "content": "Hi"}
    assert "dm" in verbs(fragment(line(CLOCK, rooms, node("Tell", "discord", someone, version=2))))


def test_a_setting_is_known_under_the_name_that_a_program_gives_to_all_of_them() -> None:
    program = "const settings = $('Settings').first().json;\nreturn [{json: {desk: settings.desk, text: 'Hello'}}];"
    rows = node("Rows", "googleSheets", {"operation": "read"})
    tell = node("Tell", "telegram", {"chatId": "={{ $json.desk }}", "text": "={{ $json.text }}"})
    made = line(CLOCK, settings(desk="4711"), rows, node("Put together", "code", {"jsCode": program}), tell)
    assert "notify" in verbs(fragment(made))


@pytest.mark.parametrize(
    ("model", "parameters", "is_drawn"),
    [
        ("openAi", {"resource": "image", "prompt": "A tide"}, True),
        ("openAi", {"resource": "image", "operation": "analyze", "text": "What is it?"}, False),
        ("openAi", {"messages": {"values": [{"content": "Find the address of the picture"}]}}, False),
        ("agent", {"text": "Find the address of the picture"}, False),
        ("googleGemini", {"resource": "video", "prompt": "A tide"}, True),
    ],
)
def test_a_model_that_only_writes_draws_no_picture(model: str, parameters: dict[str, Any], is_drawn: bool) -> None:
    writer = node("Model", f"@n8n/n8n-nodes-langchain.{model}", parameters)
    shown = node(
        "Show",
        "facebookGraphApi",
        {
            "httpRequestMethod": "POST",
            "node": "me",
            "edge": "photos",
            "options": {"queryParameters": {"parameter": [{"name": "url", "value": "={{ $json.url }}"}]}},
        },
    )
    steps = [each for made in fragment(line(CLOCK, writer, shown)).automations for each in made.steps]
    assert ("generate" in [each.verb.name for each in steps]) is is_drawn


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("News\nReply STOP to end this", ["reply"]),
        ("News. To unsubscribe, click here", ["link"]),
        ("News, and /stop ends them", ["command"]),
        ("Here you can buy the STOP sign", []),
        ("Reply when you can; we stop at six", []),
    ],
)
def test_what_a_message_says_of_how_it_ends(text: str, ways: list[str]) -> None:
    rows = node("Rows", "googleSheets", {"operation": "read"})
    send = node("Send", "twilio", {"to": "={{ $json.phone }}", "from": "+15550100", "message": text})
    (automation,) = fragment(line(CLOCK, rows, send)).automations
    assert sorted(automation.out_by) == ways


@pytest.mark.parametrize(
    ("kind", "parameters", "is_named"),
    [
        ("telegramTrigger", {"updates": ["message"], "additionalFields": {"chatIds": "48151623"}}, True),
        ("telegramTrigger", {"updates": ["message"], "additionalFields": {"chatIds": "-10048151623"}}, False),
        ("telegramTrigger", {"updates": ["message"], "additionalFields": {"userIds": "={{ $env.ME }}"}}, True),
        ("telegramTrigger", {"updates": ["message"]}, False),
    ],
)
def test_whom_alone_a_trigger_listens_to(kind: str, parameters: dict[str, Any], is_named: bool) -> None:
    answer = node("Answer", "telegram", {"chatId": "={{ $json.message.from.id }}", "text": "Hello"})
    read = fragment(line(node("Heard", kind, parameters), answer))
    assert [bool(each.only_from) for each in read.automations] == [is_named]


def test_a_mail_program_that_listens_to_one_sender() -> None:
    heard = node("Mail", "gmailTrigger", {"filters": {"sender": "me@museum.example"}})
    post = node("Post", "twitter", {"text": "={{ $json.subject }}"}, version=2)
    assert [each.only_from for each in fragment(line(heard, post)).automations] == [("me@museum.example",)]


def test_a_phone_call_is_no_message() -> None:
    call = node("Call", "twilioTrigger", {"updates": ["com.twilio.voice.insights.call-summary.complete"]})
    send = node("Send", "twilio", {"to": "={{ $json.data.from }}", "from": "+15550100", "message": "We missed you"})
    assert [each.trigger.event.name for each in fragment(line(call, send)).automations] == ["webhook"]


def test_only_one_way_out_of_what_may_fail_is_taken() -> None:
    get = node("Get", "httpRequest", {"url": "https://pictures.example/a"}, version=4.2, onError="continueErrorOutput")
    posts = [node(name, "linkedIn", {"text": "The gate opens at ten."}) for name in ("With it", "Without it")]
    ways = (("Each day", "Get"), ("Get", "With it"), ("Get", "1", "Without it"))
    (automation,) = fragment(workflow([CLOCK, get, *posts], *ways)).automations
    guards = [[guard.expression.op for guard in step.guards] for step in automation.steps if step.verb.name == "post"]
    assert sorted(guards) == [["not"], ["path"]]
    export = json.dumps(workflow([CLOCK, get, *posts], *ways))
    assert "said-again" not in {each.rule for each in judged(read_text("flow.json", export), Request(())).findings}


@pytest.mark.parametrize(("key", "kept"), [("author", False), ("username", True)])
def test_an_article_has_an_author_and_is_nobody_on_a_list(key: str, kept: bool) -> None:
    look = node("Read news", "@decodo/n8n-nodes-decodo.decodo", {"url": "https://news.example.org"})
    columns = {"value": {"Title": "={{ $json.title }}", "By": f"={{{{ $json.{key} }}}}"}}
    write = node("Write", "googleSheets", {"operation": "append", "columns": columns}, version=4.5)
    assert ("store" in verbs(fragment(line(CLOCK, look, write)))) is kept


@pytest.mark.parametrize(
    ("search", "columns", "kept"),
    [
        ("hotels", {"Name": "name", "Phone": "phone", "Stars": "rating"}, False),
        ("hotels", {"Name": "name", "Mail": "email", "Stars": "rating"}, True),
        ("reels", {"By": "ownerUsername", "Says": "caption"}, False),
        ("reels", {"By": "ownerFullName", "Says": "caption"}, False),
        ("reels", {"By": "fullName", "Says": "caption"}, True),
        ("creators", {"By": "ownerUsername", "Likes": "likesCount"}, True),
        ("company pages", {"Name": "name", "Page": "url"}, False),
        ("jobs", {"Job": "job_title", "Pays": "salary"}, False),
        ("reels", {"By": "ownerUsername", "All": "output", "Likes": "likesCount"}, True),
    ],
)
def test_the_owner_of_a_thing_is_nobody_on_a_list(search: str, columns: dict[str, str], kept: bool) -> None:
    look = node(f"Get Instagram {search}", "@apify/n8n-nodes-apify.apify", {"resource": "Actors", "actorId": "a"})
    values = {"value": {name: f"={{{{ $json.{key} }}}}" for name, key in columns.items()}}
    write = node("Write", "googleSheets", {"operation": "append", "columns": values}, version=4.5)
    assert ("store" in verbs(fragment(line(CLOCK, look, write)))) is kept


@pytest.mark.parametrize(
    ("links", "wait", "approval"),
    [
        (1, {"resume": "webhook"}, "human"),
        (2, {"resume": "webhook"}, "unstated"),
        (1, {"resume": "webhook", "limitWaitTime": True}, "unstated"),
        (0, {"resume": "webhook"}, "unstated"),
    ],
)
def test_one_link_that_lets_it_go_on_is_a_question(links: int, wait: dict[str, Any], approval: str) -> None:
    text = f"=Shall it go out? {'{{ $execution.resumeUrl }} ' * links}"
    ask = node("Ask", "slack", {"select": "channel", "channelId": {"value": "c"}, "text": text}, version=2.3)
    post = node("Post", "linkedIn", {"text": "Hello"})
    assert approved(line(CLOCK, ask, node("Wait", "wait", wait, version=1.1), post)) == [approval]


LISTED = {"__rl": True, "mode": "list", "value": 1877973285, "cachedResultName": "people"}


@pytest.mark.parametrize(
    ("table", "read", "written", "remembered"),
    [
        ("googleSheets", {"sheetName": LISTED}, {"sheetName": {"__rl": True, "mode": "name", "value": "people"}}, True),
        ("googleSheets", {"sheetName": LISTED}, {"sheetName": {"__rl": True, "mode": "name", "value": "log"}}, False),
        ("postgres", {"query": 'SELECT * FROM "crm".people'}, {"table": {"value": "people"}}, True),
        ("postgres", {"query": "SELECT * FROM leads WHERE people = 1"}, {"table": {"value": "people"}}, False),
    ],
)
def test_a_table_is_the_same_however_it_is_named(
    table: str, read: dict[str, Any], written: dict[str, Any], remembered: bool
) -> None:
    rows = node("Rows", table, {"operation": "read" if "query" not in read else "executeQuery", **read})
    tell = node("Tell", "gmail", {"sendTo": "={{ $json.Email }}", "message": "News"}, version=2.1)
    done = node("Done", table, {"operation": "update", **written})
    (made,) = fragment(line(CLOCK, rows, tell, done)).automations
    assert (made.once_per is not None) is remembered


@pytest.mark.parametrize(
    ("called", "kind", "given", "kept"),
    [
        ("Profiles", "convertToFile", {"options": {"fileName": "leads.csv"}}, True),
        ("Profiles", "convertToFile", {"operation": "xlsx"}, True),
        ("Profiles", "spreadsheetFile", {"operation": "toFile"}, True),
        ("Profiles", "convertToFile", {"operation": "toText", "sourceProperty": "text"}, False),
        ("Profiles", "spreadsheetFile", {}, False),
        ("Liked already", "convertToFile", {}, False),
    ],
)
def test_people_in_a_file_of_rows_are_on_a_list(called: str, kind: str, given: dict[str, Any], kept: bool) -> None:
    url = "https://api.apify.com/v2/acts/maker~linkedin-profile-scraper/run-sync-get-dataset-items"
    look = node(called, "httpRequest", {"method": "POST", "url": url}, version=4.2)
    assert ("store" in verbs(fragment(line(CLOCK, look, node("Export", kind, given))))) is kept
