"""Whether a message is about a matter of whoever gets it: what they bought, booked or owe, and what became of it."""

import re
from collections.abc import Mapping

from sociable.setup.model import Text

_PLAIN = (
    r"invoice|payment|reservation|booking|appointment|shipment|delivery|ticket|registration|contract|agreement"
    r"|assignment|task|prescription|certificate|Rechnung|Zahlung|Buchung|Reservierung|Termin|Bestellung|Sendung|Lieferung|Vertrag"
    r"|facture|paiement|réservation|rendez-vous|livraison|contrat|factura|pago|reserva|cita|pedido|envío|contrato"
    r"|fatura|pagamento|agendamento|encomenda|fattura|prenotazione|appuntamento|consegna|contratto"
)
"""What nobody is written to about but whose it is."""

_MATTER = rf"{_PLAIN}|bill|order|parcel|package|application|request|refund|visit|stay|commande|inscription|ordine"
_BECAME = (
    r"confirm\w*|due|overdue|received|shipped|dispatched|delivered|cancel\w*|approved|rejected|declined|resolved|closed"
    r"|ready|scheduled|processed|on its way|tomorrow|expir\w+|renewal|reminder|updated?|status|completed|assigned"
    r"|worked on|in progress|opened|created|booked|placed"
    r"|bestätig\w*|fällig\w*|eingegangen|versandt|storniert|confirmée?|échue?|expédiée?|reçue?|confirmad[ao]|vencid[ao]"
    r"|enviad[ao]|cancelad[ao]|confermat[ao]|scadut[ao]|spedit[ao]"
)
_ACCOUNT = r"(?:user\s|new\s)?accounts?|profile|workspace"
_SET_UP = r"created|set up|activated|ready|verified"
_JOINED = (
    r"welcome\saboard|welcome\sto\sthe\s(?:team|company|family)|(?:client|customer|employee|patient)\sonboarding"
    r"|(?:welcome|have\syou)\sas\s(?:a|our)\s(?:new\s)?(?:client|customer|patient|member|employee|colleague)"
    r"|willkommen\s(?:an\sBord|im\sTeam)|bienvenue\s(?:à\sbord|dans\sl.équipe)|bienvenid[oa]\sa(?:\sbordo|l\sequipo)"
    r"|bem-vind[oa]\s(?:a\sbordo|à\sequipe)|benvenut[oa]\s(?:a\sbordo|nel\steam)"
)
"""What whoever has just become a customer or a colleague is told."""

_REMINDER = "reminder|Erinnerung|rappel|recordatorio|lembrete"
_SUBJECT = re.compile(rf"(?<!\w)(?:{_PLAIN}|{_REMINDER})(?!\w)", re.IGNORECASE)
_FIRST_LINE = re.compile(
    rf"\W*(?:\w+\W+){{0,3}}(?:{_REMINDER})(?!\w)|\W*(?:\w+\W+){{0,2}}(?:{_PLAIN})\s[^.!?\n]{{0,40}}?(?<!\w)(?:{_BECAME})(?!\w)",
    re.IGNORECASE,
)
_TEXT = re.compile(
    rf"(?<!\w)(?:your|Ihre?r?|votre|su|tu|sua|seu|suo|tuo)\s(?:[\w-]+\s){{0,2}}(?:{_MATTER})(?!\w)(?:[^.!?]|[.!?](?!\s)){{0,80}}?"
    rf"(?<!\w)(?:{_BECAME})(?!\w)"
    rf"|(?<!\w)your\s(?:{_ACCOUNT})\s(?:[\w-]+\s){{0,3}}(?:{_SET_UP})(?!\w)|(?<!\w)(?:{_JOINED})(?!\w)"
    rf"|(?<!\w)(?:processing|preparing|shipping)\syour\s(?:{_MATTER})(?!\w)"
    rf"|(?<!\w)remind\w*\s(?:you\s)?(?:that|about|for|of)\s(?:your|you\shave|we\shave|the|a)\s[^.!?]{{0,40}}?"
    rf"(?<!\w)(?:{_MATTER}|call|meeting|medication)(?!\w)",
    re.IGNORECASE,
)


def is_own_matter(text: Text | None, beside: Mapping[str, Text]) -> bool:
    """Whether the subject or the text says so in words that the flow itself writes down."""
    subject, words = _written(beside.get("subject")), _written(text)
    headed = _SUBJECT.search(subject) or _TEXT.search(subject) if subject else _FIRST_LINE.match(words)
    return bool(headed or _TEXT.search(words))


def _written(text: Text | None) -> str:
    return "…".join(part for part in text.parts if isinstance(part, str)) if text is not None else ""
