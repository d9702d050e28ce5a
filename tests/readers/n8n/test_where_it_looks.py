"""Which platform a tool that reads any page is on: by its address and its words, not by an example or a trigger."""

from typing import Any

import pytest

from tests.readers.n8n.exports import fragment, line, node, parts

MESSAGE = node("Telegram Trigger", "telegramTrigger", {"updates": ["message"]})
SENT = "={{ $('Telegram Trigger').item.json.message.text }}"
SCHEMA = 'Who speaks there? Answer so: { "name": "Ada", "linkedin": "https://linkedin.com/in/ada" }'


def scraped(prompt: str, address: str) -> dict[str, Any]:
    return node("It", "n8n-nodes-scrapegraphai.scrapegraphAi", {"userPrompt": prompt, "websiteUrl": address})


def browsed(prompt: str, address: str) -> dict[str, Any]:
    given = {"resource": "extraction", "operation": "query", "url": address, "prompt": prompt}
    return node("It", "airtop", given)


def ran(name: str) -> dict[str, Any]:
    return node(name, "@apify/n8n-nodes-apify.apify", {"resource": "Actors", "operation": "Run actor"})


@pytest.mark.parametrize(
    ("look", "platform"),
    [
        (scraped(SCHEMA, "={{ $json.site }}"), ""),
        (scraped("Read this LinkedIn page. Answer so: {}", "={{ $json.site }}"), "linkedin"),
        (scraped(SCHEMA, "={{ $json.instagram_url }}"), "instagram"),
        (browsed("Find the LinkedIn page of this firm", "={{ $json['Company domain'] }}"), ""),
        (browsed("Find the founder of this firm", "={{ $json['LinkedIn page'] }}"), "linkedin"),
        (ran("Google Search: Find LinkedIn"), ""),
        (ran("Scrape LinkedIn"), "linkedin"),
        (node("It", "httpRequest", {"url": SENT}), ""),
        (node("It", "httpRequest", {"url": SENT.replace(".text", ".tiktok_url")}), "tiktok"),
        (node("It", "httpRequest", {"url": "={{ $json.new_threads }}"}), ""),
        (node("It", "httpRequest", {"url": "={{ $json.threads_url }}"}), "threads"),
    ],
)
def test_where_a_page_is(look: dict[str, Any], platform: str) -> None:
    _, part = parts(line(MESSAGE, look))
    assert part.platform == platform


def asked(name: str, url: str) -> dict[str, Any]:
    body = {"parameters": [{"name": "url", "value": "={{ $json.url }}"}]}
    return node(
        name, "httpRequest", {"method": "POST", "url": url, "sendBody": True, "bodyParameters": body}, version=4.2
    )


@pytest.mark.parametrize(
    ("look", "flow", "platform"),
    [
        (asked("Enrich LinkedIn profile", "https://people-data.p.rapidapi.com/get"), "Leads", "linkedin"),
        (asked("Weather", "https://weather-now.p.rapidapi.com/get"), "LinkedIn weather", ""),
        (asked("Load", "https://mediadl.example.org/api"), "Save TikTok films", "tiktok"),
        (asked("Load", "https://media.example.org/api"), "Save TikTok films", ""),
    ],
)
def test_what_is_sold_on_comes_from_the_platform_that_is_named(look: dict[str, Any], flow: str, platform: str) -> None:
    _, part = parts(line(MESSAGE, look, name=flow))
    assert part.platform == platform
    assert (part.via, part.guessed) == (("unofficial", True) if platform else ("", False))


BY_NUMBER = {"resource": "Actors", "operation": "Run actor", "actorId": {"__rl": True, "value": "reGe1ST3OBgYZSsZJ"}}


@pytest.mark.parametrize(
    ("given", "flow", "platform"),
    [
        (BY_NUMBER, "Remix Instagram trends", "instagram"),
        (BY_NUMBER, "A bot that replies on Twitter", "x"),
        (BY_NUMBER, "Publish trends on Instagram", ""),
        (BY_NUMBER, "Find jobs by Telegram", ""),  # there people order it
        (BY_NUMBER, "From TikTok trends to Instagram", ""),
        (BY_NUMBER, "Instagram", ""),
        ({**BY_NUMBER, "actorId": "acme/google-maps-extractor"}, "Remix Instagram trends", ""),
    ],
)
def test_of_what_runs_by_a_number_the_title_may_tell(given: dict[str, Any], flow: str, platform: str) -> None:
    _, part = parts(line(MESSAGE, node("Run", "@apify/n8n-nodes-apify.apify", given), name=flow))
    assert (part.platform, part.guessed) == (platform, bool(platform))


@pytest.mark.parametrize(
    ("url", "flow", "platform"),
    [
        ("={{ $json.link }}", "Monitoring competitors on LinkedIn", "linkedin"),
        ("={{ $json.link }}", "Publish on LinkedIn", ""),
        ("https://shop.example", "Monitoring competitors on LinkedIn", ""),
    ],
)
def test_of_a_browser_that_is_signed_in_the_title_may_tell(url: str, flow: str, platform: str) -> None:
    browser = node("Look", "@airtop/n8n-nodes-airtop.airtop", {"resource": "extraction", "url": url, "prompt": "Read."})
    _, part = parts(line(MESSAGE, browser, name=flow))
    assert (part.platform, part.guessed) == (platform, bool(platform))


ACTOR = "https://api.apify.com/v2/acts/reGe1ST3OBgYZSsZJ/run-sync-get-dataset-items"


@pytest.mark.parametrize(
    ("look", "flow", "platform"),
    [
        (asked("Run", ACTOR), "Scrape new Instagram reels", "instagram"),
        (asked("Run", ACTOR), "Publish reels on Instagram", ""),
        (node("Run", "httpRequest", {"url": f"{ACTOR}?url=https://shop.example"}), "Scrape Instagram shops", ""),
        (node("Run", "n8n-nodes-browseract.browserAct", {"workflowId": "574818838356483"}), "Find X leads", "x"),
        (node("Run", "n8n-nodes-brightdata.brightData", {"url": "={{ $json.url }}"}), "LinkedIn scraper", "linkedin"),
    ],
)
def test_of_a_service_that_is_told_no_page_the_title_may_tell(look: dict[str, Any], flow: str, platform: str) -> None:
    _, part = parts(line(MESSAGE, look, name=flow))
    assert (part.platform, part.guessed) == (platform, bool(platform))


def test_a_short_address_names_its_platform() -> None:
    look = node(
        "Read", "httpRequest", {"url": "=https://api.supadata.ai/v1/transcript?url=https://youtu.be/{{ $json.id }}"}
    )
    _, part = parts(line(MESSAGE, look))
    assert (part.platform, part.guessed) == ("youtube", False)


def test_beside_a_way_in_that_is_certain_none_is_guessed() -> None:
    clock = node("Clock", "scheduleTrigger")
    known = node("Read", "httpRequest", {"url": "https://api.apify.com/v2/acts/linkedin-profile-scraper/runs"})
    looks = (known, asked("Fetch results", ACTOR))
    (automation,) = fragment(line(clock, *looks, name="LinkedIn scraper")).automations
    assert [step.origin.called for step in automation.steps if step.via == "unofficial"] == ["Read"]
