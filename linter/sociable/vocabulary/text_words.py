"""Where texts come from, and the words in them that say something about their sender."""

ORIGINS = {
    "ours": "written by us",
    "identity": "a person's name, handle or profile",
    "contact": "how to reach a person in private: an e-mail address, a telephone number, a street",
    "words": "a person's own words, said in public",
    "link": "the address of what a person posted",
    "private": "what somebody wrote to us in private",
    "feed": "taken from a feed or another site",
    "trend": "taken from what is trending",
    "data": "taken from a table, an order or a web hook",
    "measure": "a number or a date that names nobody",
    "ai": "written by an AI model",
    "secret": "a stored key or password",
    "account": "a fact of the account itself",
}


DISCLOSURES = {
    "ai": "says that an AI wrote it",
    "automated": "says that it is automatic",
    "affiliate": "says that links earn money",
    "sponsored": "says that it is paid for",
}
SAYING_SO = {
    "ai": (
        *("AI", "A.I.", "KI", "IA", "ИИ", "ШІ", "ChatGPT", "LLM", "人工知能", "人工智能", "인공지능"),
        *("artificial intelligence", "künstliche intelligenz", "künstlicher intelligenz", "intelligence artificielle"),
        *("inteligencia artificial", "inteligência artificial", "intelligenza artificiale", "sztuczna inteligencja"),
        *("kunstmatige intelligentie", "kunstig intelligens", "tekoäly", "yapay zekâ", "yapay zeka"),
    ),
    "automated": (
        *("bot", "robot", "chatbot", "automated", "automatic", "automatically", "automatisch", "automatisiert"),
        *("automatique", "automatiquement", "automático", "automática", "automáticamente", "automatico", "automatica"),
        *("geautomatiseerd", "automatyczny", "automatycznie", "automatisk"),
    ),
    "affiliate": (
        *("affiliate", "affiliates", "#affiliate", "affiliate-link", "affiliatelink", "partnerlink", "partner-link"),
        *("affilié", "affiliés", "affiliée", "afiliado", "afiliados", "affiliazione", "affiliato", "afiliacyjny"),
        *("commission", "commissions", "provision", "comisión", "comissão", "commissione", "commissie", "prowizja"),
        *("earn", "earns", "paid link", "paid links", "commissions earned", "verdienen", "rémunéré"),
    ),
    "sponsored": (
        *("ad", "#ad", "ads", "advert", "advertisement", "advertising", "sponsored", "sponsor", "paid partnership"),
        *("anzeige", "werbung", "werbelink", "gesponsert", "publicité", "sponsorisé", "parrainé", "annonce"),
        *("publicidad", "publi", "patrocinado", "patrocinada", "publicidade", "pubblicità", "sponsorizzato", "adv"),
        *(
            "reclame",
            "advertentie",
            "gesponsord",
            "reklama",
            "reklame",
            "reklam",
            "annons",
            "mainos",
            "広告",
            "廣告",
            "广告",
        ),
    ),
}
"""Words with which a text admits something about itself. Small letters fit any; ``AI`` is not the end of ``j'ai``.

They only ever excuse: a text in other words is never taken to hide anything.
"""

AFFILIATE_HOSTS = frozenset(
    (
        *("awin1.com", "tidd.ly", "shareasale.com", "hop.clickbank.net", "click.linksynergy.com", "prf.hn"),
        *("anrdoezrs.net", "dpbolvw.net", "jdoqocy.com", "kqzyfj.com", "tkqlhce.com", "s.click.aliexpress.com"),
        *("go.skimresources.com", "redirect.viglink.com", "clk.tradedoubler.com", "tc.tradetracker.net"),
    )
)
"""Where the redirects of affiliate networks live; whoever links there is paid for what readers buy."""

AFFILIATE_PARAMETERS = {
    "": frozenset(("aff", "aff_id", "affid", "affiliate", "affiliate_id", "affiliateid")),
    "amazon": frozenset(("tag",)),
    "ebay": frozenset(("campid",)),
}
"""Parts of an address that say who is paid, by the shop whose own they are; those of no shop hold anywhere."""
