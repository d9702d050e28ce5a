"""By which ways that platforms do not offer a flow goes in: named where an address or a setting is missing, too."""

import json
from typing import Any

import pytest
from sociable.pipeline import Request, judged
from sociable.project.load import read_text

from tests.readers.n8n.exports import DAILY, drawn_parts, fragment, line, node, parts, workflow

BACK = "unofficial"


def feed(address: str) -> dict[str, Any]:
    return node("Feed", "rssFeedRead", {"url": address})


def posted(name: str, url: str, **fields: str) -> dict[str, Any]:
    body = {"parameters": [{"name": key, "value": value} for key, value in fields.items()]}
    return node(
        name, "httpRequest", {"method": "POST", "url": url, "sendBody": True, "bodyParameters": body}, version=4.2
    )


def handed(tool: str, **given: str) -> dict[str, Any]:
    return node("Ask", "n8n-nodes-mcp.mcpClient", {"operation": "executeTool", "toolName": tool, **given})


@pytest.mark.parametrize(
    ("way", "platform", "via"),
    [
        (feed("https://rsshub.app/twitter/user/gardeners"), "x", BACK),
        (feed("=[https://rsshub.example.org/twitter/](https://rsshub.example.org/twitter/){{ $json.who }}"), "x", BACK),
        (feed("https://example.org/rss.xml"), "", ""),
        (feed("https://www.reddit.com/r/gardening/.rss"), "", ""),
        (posted("Run it", "YOUR APIFY URL", search="https://www.linkedin.com/in/ada"), "linkedin", BACK),
        (posted("Apify: LinkedIn", "YOUR URL", search="gardens"), "linkedin", BACK),
        (posted("Run it", "YOUR URL", search="https://www.linkedin.com/in/ada"), "", ""),
        (posted("Download it", "https://media.example.org/api", film="={{ $json['YouTube URL'] }}"), "youtube", BACK),
        (posted("Scrape them", "https://agents.example.org/api", linkedin_url="={{ $json.page }}"), "linkedin", BACK),
        (posted("Tell our shop", "https://agents.example.org/api", linkedin_url="={{ $json.page }}"), "", ""),
        (posted("Extract", "https://agents.example.org/api", about="Say how YouTube looks on us"), "", ""),
        (node("Get TikTok page HTML", "httpRequest", {"url": "={{ $json.link }}"}), "tiktok", BACK),
        (node("Get TikTok film", "httpRequest", {"url": "={{ $json.link }}"}), "", ""),
        (node("WhatsApp", "n8n-nodes-evolution-api.evolutionApi", {}), "whatsapp", BACK),
        (node("LinkedIn profiles", "@apify/n8n-nodes-apify.apify", {}), "linkedin", BACK),
        (node("Run it", "@apify/n8n-nodes-apify.apify", {}), "", ""),
        (node("Telegram", "telegram", {}), "", ""),
        (handed("web_data_linkedin_person_profile", toolParameters="{}"), "linkedin", BACK),
        (handed("scrape_as_markdown", toolParameters="https://www.reddit.com/r/gardening"), "reddit", BACK),
        (handed("create_post", toolParameters="for LinkedIn"), "linkedin", ""),
        (node("X and more", "n8n-nodes-mcp.mcpClientTool", {"endpointUrl": "https://mcp.xpoz.ai/mcp"}), "x", BACK),
        (node("All tools", "n8n-nodes-mcp.mcpClient", {}), "", ""),
    ],
)  # fmt: skip
def test_who_goes_in_where(way: dict[str, Any], platform: str, via: str) -> None:
    _, part = parts(line(DAILY, way))
    assert (part.platform, part.via) == (platform, via)


def test_an_empty_hand_on_of_a_model_is_understood() -> None:
    _, part = parts(line(DAILY, node("All tools", "n8n-nodes-mcp.mcpClient", {})))
    assert part.reason == ""


def test_a_service_that_lost_its_settings_is_told() -> None:
    export = line(DAILY, node("WhatsApp", "n8n-nodes-evolution-api.evolutionApi", {}))
    found = judged(read_text("flow.json", json.dumps(export)), Request(())).findings
    assert [each.rule for each in found if each.rule != "open-facts"] == ["unofficial-access"]


MAIL = node("Mail", "gmail", {"sendTo": "={{ $json.email }}", "subject": "Hello", "message": "News"}, version=2.1)


@pytest.mark.parametrize(
    ("tool", "target"),
    [
        (node("People", "googleSheetsTool", {"documentId": {"value": "d"}}, version=4.7), 'rows("People")'),
        (handed("scrape_as_markdown", toolParameters="https://example.org"), 'found("https://example.org")'),
        (node("Sums", "@n8n/n8n-nodes-langchain.toolCalculator", {}), None),
    ],
)
def test_a_model_takes_whom_it_names_from_what_it_may_look_into(tool: dict[str, Any], target: str | None) -> None:
    model = node("Writer", "@n8n/n8n-nodes-langchain.agent", {"text": "Who has a birthday today?"}, version=2)
    export = workflow(
        [DAILY, model, MAIL, tool], (DAILY["name"], "Writer"), ("Writer", "Mail"), (tool["name"], "ai_tool", "Writer")
    )
    targets = [
        step.target and f'{step.target.kind}("{step.target.name}")'
        for each in fragment(export).automations
        for step in each.steps
        if step.verb.name == "email"
    ]
    assert targets == [target]


def test_a_shop_is_asked_for_its_customers() -> None:
    shop = node("Customers", "httpRequest", {"url": "https://example.org/admin/api/2025-07/customers.json"})
    (mail,) = [step for each in fragment(line(DAILY, shop, MAIL)).automations for step in each.steps]
    assert mail.target is not None
    assert (mail.target.kind, mail.target.name) == ("rows", "Customers")


def test_a_mail_of_which_the_address_is_given_is_no_draft() -> None:
    old = {**MAIL, "typeVersion": 1}
    (part,) = [each for each in drawn_parts(line(DAILY, old)) if each.platform == "email"]
    assert part.verb == "email"
