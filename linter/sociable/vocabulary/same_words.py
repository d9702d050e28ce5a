"""What does not tell two posts apart: little words, greetings, days. And what does: where and when something is."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


LITTLE_WORDS = _words(
    "a an the and or of to in on at is are it we us you your our i for with this that be as by from "
    "und oder der die das den dem ein eine einen ist sind wir ihr euch uns von zu im am mit für "
    "et ou le la les un une des de du est sont nous vous y à en avec pour "
    "el los las unos e il lo gli i con per da o os as um uma com para por "
    "het een en van op te met voor wij w i z na do "
    "og i på av er vi du och är det och som yn ar y a ac yr"
)
GREETINGS = _words(
    "hello hi hey good morning evening afternoon night welcome dear everybody everyone "
    "hallo guten morgen tag abend moin liebe lieber alle bonjour salut bonsoir hola buenos días tardes ciao "
    "buongiorno olá bom dia goedemorgen hoi hej god morgon bore da helo shwmae witaj cześć"
)
DAYS_AND_MONTHS = _words(
    "today tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december "
    "heute morgen montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli "
    "oktober dezember aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche "
    "hoy mañana lunes martes miércoles jueves viernes sábado domingo"
)
AND_OR = _words("and or und oder et ou y o e en of")
"""What stands between the names of several people."""

PLACE_WORDS = _words(
    "street st road rd lane square avenue ave station stop line platform quay bridge route ward hall room gate pier "
    "straße strasse platz gasse weg allee linie haltestelle bahnhof rue avenue boulevard quai ligne gare arrêt "
    "calle plaza avenida via piazza straat laan plein gata vägen heol stryd opening hours open öffnungszeiten"
)
"""Beside such a word, another name means another thing: this street and not that one."""

LOCAL_KEYS = frozenset(
    (
        *("street", "address", "hours", "opening_hours", "opens", "closes", "phone", "telephone", "station", "stop"),
        *("line", "venue", "route", "news", "event", "forecast", "district", "feed"),
    )
)
"""Facts of an account, under ``vars``, that make a post another post; a name, a greeting or a handle does not."""

TELLING_FIELDS = frozenset(
    (
        *("title", "text", "url", "link", "summary", "body", "content", "caption", "headline", "message", ""),
        *("description", "post"),
    )
)
"""Fields that are the matter of a post. What stands around them is only their frame if it is short."""

LANGUAGE_WORDS = _words(
    "english german french spanish italian portuguese dutch polish welsh irish gaelic scots danish swedish norwegian "
    "finnish czech ukrainian russian turkish arabic hebrew greek hindi urdu bengali chinese japanese korean catalan "
    "basque breton englisch deutsch französisch spanisch italienisch polnisch türkisch anglais allemand français "
    "espagnol inglés alemán francés español catalán inglese tedesco francese engels duits frans cymraeg saesneg gaeilge"
)
"""Whoever asks for one of them asks for another post than whoever asks for another."""

TRACKING = _words(
    "fbclid gclid dclid msclkid twclid yclid igshid igsh mc_cid mc_eid ref ref_src ref_url cmpid campaign_id at_medium "
    "at_campaign wt_mc ocid"
)
TRACKING_BEGINS = ("utm_", "pk_", "mtm_", "piwik_")
"""What addresses are asked with so that somebody counts where people came from: it makes no other page."""

FEED_PARTS = _words("feed feeds rss atom xml")
"""Parts of the address of a feed."""

MEASURED_FIELDS = _words(
    "temperature temp degrees humidity pressure wind wind_speed wind_direction gust gusts rain rainfall precipitation "
    "snow snow_depth water_level level depth flow discharge tide visibility uv pm1 pm25 pm2_5 pm10 ozone o3 no2 co2 "
    "aqi voltage watt watts kw kwh power output usage consumption occupancy queue speed temperatur grad feuchte "
    "luftfeuchte luftdruck regen niederschlag pegel wasserstand température humidité pression vent pluie niveau débit "
    "temperatura humedad presión viento lluvia nivel umidità pressione vento pioggia livello temperatuur luchtdruk "
    "neerslag waterstand"
)
"""Columns of what an instrument writes down: a row of them is new each time."""

INSTRUMENTS = _words(
    "sensor sensors reading readings measurement measurements measured gauge gauges logger meter meters counter "
    "counters thermometer telemetry messwert messwerte messung messungen pegel zähler sensoren relevé relevés mesures "
    "capteur capteurs compteur medición mediciones lecturas sensores contador misure misurazioni sensore metingen "
    "meetwaarden pomiary czujnik mätningar målinger tide tides timetable timetables departures arrivals forecast "
    "forecasts fixtures almanac gezeiten fahrplan abfahrten vorhersage marées horaires prévisions mareas horarios "
    "pronóstico maree orari previsioni getijden dienstregeling rozkład tidvann"
)
"""Words in the name of a table whose rows are of a moment or a day: instruments fill it, or it says when what comes."""
