"""What our own words promise for a review."""

import pytest
from sociable.facts.gates import price
from sociable.facts.review_gates import rewarded_reviews

from tests.setups import facts

GATE = """accounts:
  shop: {{platform: {platform}, handle: "@shop"}}
automations:
  - id: ask
    account: shop
    when: {{event: webhook, named: visit-over}}
    do:
      - {verb}: "{said}"
"""


@pytest.mark.parametrize(("platform", "verb"), [("sms", "dm"), ("email", "email"), ("whatsapp", "dm")])
@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Leave us 5 stars and get 10 % off your next cleaning!", "good_review"),
        ("Give us 5 stars on Google and get a discount!", "good_review"),
        ("Leave us a 5-star review to get 10% off!", "good_review"),
        ("Leave us a review and get 10 % off your next cleaning!", "review"),
        ("Get a free coffee for a review on Yelp.", "review"),
        ("Schenken Sie uns fünf Sterne und Sie erhalten einen Gutschein.", "good_review"),
        ("Bewertet uns: für eine Bewertung gibt es 10 % Rabatt", "review"),
        ("Laissez-nous 5 étoiles et recevez une remise !", "good_review"),
        ("Déjanos una reseña y llévate un descuento", "review"),
        ("Lasciaci una recensione e ricevi uno sconto", "review"),
        ("Geef ons 5 sterren en krijg korting", "good_review"),
        ("Zostaw opinię i odbierz zniżkę", "review"),
    ],
)
def test_something_for_a_review_is_a_price(platform: str, verb: str, said: str, kind: str) -> None:
    (automation,) = facts(GATE.format(platform=platform, verb=verb, said=said)).automations
    assert rewarded_reviews(automation) == {kind}
    assert kind in price(automation)


@pytest.mark.parametrize(
    "said",
    [
        "Leave us a review!",
        "Leave us 5 stars!",
        "Get 10 % off your next cleaning!",
        "Leave us a review. In May all get 10 % off.",
        "We give 10 % off; read our reviews.",
        "Our dentists have five stars, and in May all get 10 % off your cleaning.",
        "Leave us a review, we give no discount for it and not a gift.",
        "Hinterlassen Sie uns eine Bewertung!",
    ],
)
def test_a_review_or_a_gift_alone_is_no_price(said: str) -> None:
    (automation,) = facts(GATE.format(platform="sms", verb="dm", said=said)).automations
    assert not rewarded_reviews(automation)
    assert not price(automation)
