"""Where texts come from, and the words in them that say something about their sender."""

from sociable.records.record import Record


class ContentOrigin(Record):
    """Whose content a part of a text is; ``doc`` says it in a sentence.

    ``called`` is what all of it is called, where a step can fetch it. ``is_fixed``: it is the same each time.
    ``is_name_or_number``: it only differs from person to person, or from day to day. ``tells_who``: readers learn who
    somebody is. ``quotes``: it repeats what the person behind the event said. ``is_said``: somebody said it about the
    matter at hand. ``is_confidential``: it is nobody else's business.
    """

    name: str
    doc: str
    called: str = ""
    is_fixed: bool = False
    is_name_or_number: bool = False
    tells_who: bool = False
    quotes: bool = False
    is_said: bool = False
    is_confidential: bool = False


ORIGINS = {
    row.name: row
    for row in (
        ContentOrigin("ours", "written by us", is_fixed=True),
        ContentOrigin("identity", "a person's name, handle or profile", tells_who=True, is_name_or_number=True),
        ContentOrigin(
            "contact",
            "how to reach a person in private: an e-mail address, a telephone number, a street",
            tells_who=True,
            is_confidential=True,
        ),
        ContentOrigin("words", "a person's own words, said in public", quotes=True, is_said=True),
        ContentOrigin("link", "the address of what a person posted"),
        ContentOrigin(
            "private", "what somebody wrote to us in private", quotes=True, is_said=True, is_confidential=True
        ),
        ContentOrigin("feed", "taken from a feed", is_said=True),
        ContentOrigin("fetched", "taken from an address on another site", is_said=True),
        ContentOrigin("trend", "taken from what is trending", called="what is trending", is_said=True),
        ContentOrigin("table", "taken from a table that somebody filled in"),
        ContentOrigin("data", "taken from an order or a web hook"),
        ContentOrigin(
            "intimate", "what people keep to themselves: their age, health, pay or grief", is_confidential=True
        ),
        ContentOrigin("measure", "a number or a date that names nobody", is_name_or_number=True),
        ContentOrigin("ai", "written by an AI model"),
        ContentOrigin("code", "worked out by a program"),
        ContentOrigin("secret", "a stored key or password", is_confidential=True),
        ContentOrigin("account", "a fact of the account itself", is_fixed=True),
    )
}


ANSWER_MARKS = ("re", "fw", "fwd", "aw", "wg", "sv", "vs", "antw", "odp", "tr", "rv", "ynt", "vá", "回复", "答复")
"""What mail programs put before the subject of an answer, or of what is passed on, in several languages."""


class Disclosure(Record):
    """Something that a text may admit about itself, with ``words`` that do.

    Small letters fit any; ``AI`` is not the end of ``j'ai``. They only ever excuse: a text in other words is never
    taken to hide anything.
    """

    name: str
    doc: str
    words: tuple[str, ...]


def listed_words(listed: str) -> tuple[str, ...]:
    """What stands between the commas of a list."""
    return tuple(listed.split(", "))


PERSON_WROTE_IT = "person"
"""What a text says of itself that denies the machine."""

DISCLOSURES = {
    row.name: row
    for row in (
        Disclosure(
            "ai",
            "says that an AI wrote it",
            listed_words(
                "AI, A.I., KI, IA, ИИ, ШІ, ChatGPT, LLM, 人工知能, 人工智能, 인공지능, artificial intelligence, "
                "künstliche intelligenz, künstlicher intelligenz, intelligence artificielle, "
                "inteligencia artificial, inteligência artificial, intelligenza artificiale, "
                "sztuczna inteligencja, kunstmatige intelligentie, kunstig intelligens, tekoäly, yapay zekâ, "
                "yapay zeka"
            ),
        ),
        Disclosure(
            "automated",
            "says that it is automatic",
            listed_words(
                "bot, robot, chatbot, automated, automatic, automatically, automatisch, automatisiert, "
                "automatique, automatiquement, automático, automática, automáticamente, automatico, automatica, "
                "geautomatiseerd, automatyczny, automatycznie, automatisk"
            ),
        ),
        Disclosure(
            "affiliate",
            "says that links earn money",
            listed_words(
                "affiliate, affiliates, #affiliate, affiliate-link, affiliatelink, partnerlink, partner-link, "
                "affilié, affiliés, affiliée, afiliado, afiliados, affiliazione, affiliato, afiliacyjny, "
                "commission, commissions, provision, comisión, comissão, commissione, commissie, prowizja, "
                "earn, earns, paid link, paid links, commissions earned, verdienen, rémunéré"
            ),
        ),
        Disclosure(
            "sponsored",
            "says that it is paid for",
            listed_words(
                "ad, #ad, ads, advert, advertisement, advertising, sponsored, sponsor, paid partnership, "
                "anzeige, werbung, werbelink, gesponsert, publicité, sponsorisé, parrainé, annonce, publicidad, "
                "publi, patrocinado, patrocinada, publicidade, pubblicità, sponsorizzato, adv, reclame, "
                "advertentie, gesponsord, reklama, reklame, reklam, annons, mainos, 広告, 廣告, 广告"
            ),
        ),
        Disclosure(
            PERSON_WROTE_IT,
            "says that a person wrote it, or that it is no machine",
            listed_words(
                "not a bot, not a robot, not a machine, no bot, real person, real human, fellow human, i'm human, "
                "i am human, kein bot, kein roboter, echter mensch, echte person, pas un robot, vraie personne, "
                "no soy un bot, no soy un robot, persona real, não sou um robô, pessoa real, non sono un bot, "
                "persona vera, geen bot, geen robot, echt persoon, nie jestem botem"
            ),
        ),
    )
}

PAID_FOR = frozenset(("affiliate", "sponsored"))
"""What a text says of itself that admits the money."""

CRYPTIC_LABELS = frozenset(("sp", "spon", "spons", "collab", "kooperation", "koop", "colab", "amb", "aff"))
"""Tags that are meant to say it, and that ordinary readers do not understand."""

PLAIN_LABELS = frozenset(
    (
        *("ad", "ads", "advert", "advertisement", "sponsored", "sponsor", "paidpartnership", "affiliate"),
        *("anzeige", "werbung", "publicité", "sponsorisé", "publicidad", "publi", "patrocinado", "pubblicità"),
        *("sponsorizzato", "adv", "reclame", "gesponsord", "reklama", "reklame", "reklam", "annons", "publicidade"),
    )
)
"""Tags that say it plainly, where they are seen."""

MACHINE = frozenset(("ai", "automated"))
"""What a text says of itself that admits the machine."""

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

BLAMING_WORDS = listed_words(
    "not paid, hasn't paid, haven't paid, unpaid, not yet paid, still owes, still owe, owes us, owe us, debtor, "
    "debtors, defaulters, in arrears, bottom:, at the bottom, bottom place, dead last, overdue, suspect, suspects, "
    "culprit, culprits, thief, thieves, shoplifter, "
    "shoplifters, offender, offenders, worst, slowest, laziest, came last, come last, last of them, last of all, "
    "last of the pack, last of the field, last of the class, last of the table, last of the league, finished last, "
    "last place, bottom of the table, loser, losers, latecomer, latecomers, absentee, absentees, no-show, no- "
    "shows, cheater, cheaters, cheated, hall of shame, wall of shame, shame on, nicht bezahlt, säumig, säumige, "
    "schuldner, verdächtige, verdächtiger, dieb, diebe, schlechteste, schlechtester, langsamste, langsamster, "
    "schwänzer, pas payé, impayé, impayés, débiteurs, mauvais payeur, mauvais payeurs, voleur, voleurs, le pire, "
    "les pires, no ha pagado, no han pagado, moroso, morosos, sospechoso, sospechosos, ladrón, ladrones, el peor, "
    "los peores, non ha pagato, non hanno pagato, morosi, sospetto, sospetti, ladro, ladri, il peggiore, i "
    "peggiori, niet betaald, wanbetaler, wanbetalers, verdachte, verdachten, dief, dieven, slechtste, traagste, "
    "heb dalu, lleidr, lladron, gwaethaf, arafaf, restanțier, restanțieri, datornici, dłużnik, dłużnicy, zaległości, "
    "devedor, devedores, caloteiro, caloteiros, inadimplentes, gældnere, skyldner, skyldnere, letztplatzierter, "
    "letzter platz, dernier du classement, último lugar, ultimo posto"
)
"""Words that hold something against whoever is named with them: debts, suspicion, the last place."""

RATING_WORDS = listed_words(
    "toxic, toxicity, sentiment, mood of your, trust score, trustscore, trustworthy, trustworthiness, "
    "credibility, reputation, bot score, you are a bot, you're a bot, you may be a bot, author is a bot, user is "
    "a bot, account is a bot, bot or human, human or bot, fake account, looks fake, seems fake, is fake, are "
    "fake, troll, trolls, spammer, spammers, liar, suspicious, propaganda, hater, haters, how likely, "
    "probability, likelihood, percent sure, % sure, % certain, % likely, score, rating of you, rate the author, "
    "rate the person, rate this person, rate this user, classify the author, classify this user, personality, "
    "toxizität, stimmung, vertrauenswürdig, vertrauenswert, wahrscheinlichkeit, wie wahrscheinlich, verdächtig, "
    "unecht, lügner, toxicité, fiabilité, probabilité, crédibilité, faux compte, menteur, toxicidad, confianza, "
    "probabilidad, credibilidad, cuenta falsa, mentiroso, tossicità, affidabilità, probabilità, account falso, "
    "betrouwbaarheid, waarschijnlijkheid, nepaccount, wiarygodność, prawdopodobieństwo"
)
"""Words in which a mark, a label or a charge is put on somebody; they only tell what a program made of a person."""

NAMES_OF_CHARGES = frozenset(
    ("debt", "debts", "arrears", "fines", "offences", "suspicions", "schulden", "dettes", "deudas")
)
"""Words in the name of a table that holds something against those who stand in it; in a text they may be advice."""

REVIEW_WORDS = listed_words(
    "review, reviews, rate us, leave us a rating, five stars, bewertung, bewerten, bewerte uns, rezension, avis, "
    "notez-nous, reseña, reseñas, valóranos, recensione, recensioni, recensie, beoordeling, avaliação, avalie-nos, "
    "opinia, opinię, omdöme, anmeldelse, adolygiad"
)
"""Words of a text that ask for a public opinion. They only tell what a condition on stars shows."""

OPINIONS = listed_words(
    "review, reviews, testimonial, testimonials, happy customer, satisfied customer, happy guest, customer story, "
    "bewertung, bewertungen, rezension, rezensionen, kundenstimme, kundenstimmen, gästestimme, gästestimmen, avis, "
    "témoignage, témoignages, reseña, reseñas, testimonio, testimonios, recensione, recensioni, testimonianza, "
    "recensie, recensies, beoordeling, beoordelingen, avaliação, avaliações, depoimento, depoimentos, opinia, opinie, "
    "opinię, recenzja, recenzje, recenzija, recenzije, recenze, omdöme, omdömen, anmeldelse, anmeldelser"
)
"""What people call the opinion of a customer. They only tell which fact speaks of what a file admits to be untrue."""

COURTESIES = listed_words(
    "thank, thanks, thank you, glad, happy, pleased, delighted, honoured, nice to, good to, great to, lovely to, "
    "welcome, hello, hi, hey, good morning, good evening, see you, cheers, congratulations, have a, all the best, "
    "danke, dank, vielen dank, schön, freut, freuen, willkommen, hallo, moin, servus, grüß, guten morgen, bis bald, "
    "bis dann, viel spaß, alles gute, merci, ravi, ravie, ravis, ravies, heureux, heureuse, bienvenue, bonjour, salut, "
    "à bientôt, gracias, encantados, encantadas, nos alegra, me alegra, bienvenido, bienvenida, bienvenidos, hola, "
    "hasta pronto, un saludo, grazie, felici, lieti, piacere, benvenuto, benvenuta, benvenuti, ciao, a presto, "
    "bedankt, dank je, dank u, fijn, leuk, welkom, hoi, tot ziens, tot snel, obrigado, obrigada, bem-vindo, bem-vinda, "
    "que bom, olá, até breve, dziękuję, dziękujemy, dzięki, miło, witaj, witamy, cześć, do zobaczenia, tack, "
    "välkommen, tak, takk, velkommen, hej, hei, kiitos, tervetuloa, diolch, croeso"
)
"""Words of a sentence that greets, thanks or wishes well. They only ever excuse."""

GIFTS = listed_words(
    "for free, a free, one free, two free, free of charge, on the house, voucher, vouchers, coupon, coupons, discount, "
    "discounts, off, half price, half the price, gift, gifts, prize, prizes, code, codes, key, keys, ticket, tickets, "
    "download, access, you also get, you get, as well you get, extra, bonus, gratis, umsonst, kostenlos, geschenk, "
    "gutschein, rabatt, bekommst, bekommt ihr, karten, gratuit, gratuite, offert, offerte, cadeau, remise, bon "
    "d'achat, billet, billets, regalo, descuento, cupón, entrada, entradas, regaliamo, omaggio, sconto, buono, "
    "biglietti, korting, cadeaubon, kaartjes, grátis, desconto, brinde, cupom, darmowy, darmowa, za darmo, zniżka, "
    "rabat, kupon, prezent"
)
"""Words of a text that hand something over, besides links and codes. They only tell a gift from a greeting."""

ASKING_WORDS = {
    "follow": listed_words(
        "follow us, follow me, follow our, follow this, follow the, follow @, like and follow, folgt uns, folge uns, "
        "folgen sie uns, suivez, síguenos, sigue nuestra, segui la, seguici, volg ons, obserwuj, følg oss, följ oss"
    ),
    "like": listed_words(
        "like this, like our, like and, like the, gefällt mir, liken, likt, aimez, mets un like, dale like, "
        "da me gusta, metti mi piace, like deze"
    ),
    "tag": listed_words(
        "tag a friend, tag your, tag two, tag three, tag friends, tag someone, tag somebody, tag us, markiere, "
        "markiert, identifie, identifiez, tague, etiqueta, menciona a, tagga, tag een vriend, oznacz"
    ),
    "repost": listed_words(
        "share this, share our, share and, like and share, follow and share, retweet, repost this, boost this, "
        "teile diesen, teilt diesen, teilen und, partagez, comparte, condividi, deel dit, udostępnij"
    ),
    "good_review": listed_words(
        "five-star review, 5-star review, five star review, 5 star review, five stars, 5 stars, good review, "
        "positive review, nice review, fünf sterne, 5 sterne, gute bewertung, positive bewertung, cinq étoiles, "
        "5 étoiles, bon avis, avis positif, cinco estrellas, 5 estrellas, buena reseña, reseña positiva, "
        "cinque stelle, 5 stelle, recensione positiva, vijf sterren, 5 sterren, goede beoordeling, cinco estrelas, "
        "5 estrelas, avaliação positiva, 5 gwiazdek, pozytywną opinię"
    ),
    "subscribe": listed_words(
        "subscribe and, subscribe to our, abonniere, abonniert, abonnez, suscríbete, iscriviti al canale"
    ),
}
"""Words of a text that ask for what others take for praise. They only raise what a file's own purpose shows."""

DEEDS = {
    "follow": listed_words(
        "follow us, follow me, follow our, follow this page, follow the page, follow the account, following us, "
        "following me, following our, who follow, who follows, you follow, new follower, new followers, folgt uns, "
        "folge uns, folgen sie uns, uns folgt, uns folgst, uns folgen, mir folgt, suivez, nous suivre, nous suis, "
        "síguenos, nos sigue, nos sigues, seguirnos, seguici, ci segui, ci segue, seguirci, volg ons, ons volgt, "
        "obserwuj, obserwujesz, siga, nos segue, nos seguir, følg oss, följ oss, følg os"
    ),
    "like": listed_words(
        "like this, like our, like it, like the post, like the photo, like the picture, like and, like &, liking, "
        "a like, each like, every like, likt, liken, likst, ein like, gefällt mir, aimez, aime la, mets un like, "
        "un j'aime, dale like, un like, un me gusta, da me gusta, metti mi piace, un mi piace, like deze, polub, "
        "polubisz, curta, curtir, gilla, en like"
    ),
    "repost": listed_words(
        "share, shares, sharing, reshare, resharing, repost, reposts, reposting, retweet, retweets, retweeting, "
        "boost, boosts, boosting, in your story, in your stories, to your story, to your stories, on your story, "
        "teile, teilt, teilen, teilst, reposte, repostet, in deiner story, in eurer story, in deine story, "
        "in eure story, in ihrer story, partage, partagez, partager, partages, dans ta story, dans votre story, "
        "en story, comparte, compartes, compartas, comparta, compartir, compartid, comparten, en tu historia, "
        "en tu story, condividi, condividete, condividere, condivide, nella tua storia, nelle tue storie, deel, deelt, "
        "delen, in je story, udostępnij, udostępnisz, udostępni, compartilhe, compartilha, compartilhar, partilhe, "
        "partilha, partilhar, no teu story, nos stories, dela, delar, del opslaget, deler, i din story"
    ),
    "tag": listed_words(
        "tag, tags, tagging, mention a friend, mention two, mention three, mention your, mentioning, markiere, "
        "markiert, markierst, markieren, verlinke, verlinkt, taggt, identifie, identifies, identifiez, identifier, "
        "mentionne, mentionnes, mentionnez, mentionner, tague, taguez, taguer, etiqueta, etiquetas, etiquetar, "
        "etiqueten, etiquetad, menciona, mencionas, mencionar, tagga, tagghi, taggate, taggare, menziona, menzioni, "
        "taggen, markeer, oznacz, oznaczysz, oznaczy, marque, marca, marcar, tagg, tagger"
    ),
    "subscribe": listed_words(
        "subscribe, subscribes, subscribing, abonniere, abonniert, abonnierst, abonnieren, abonnez, abonner, "
        "suscríbete, suscribes, suscribirte, iscriviti, ti iscrivi, subskrybuj, inscreva-se, prenumerera"
    ),
    "review": listed_words(
        "review us, leave a review, leave us a review, write a review, bewertet uns, bewerte uns, eine bewertung, "
        "laissez un avis, laisse un avis, un avis, una reseña, una recensione, een recensie, een review"
    ),
}
"""Words for what people may do for a chance more. They only count beside the words that promise it."""

ENTRIES_MORE = listed_words(
    "extra entry, extra entries, additional entry, additional entries, bonus entry, bonus entries, second entry, +1 "
    "entry, +2 entries, entry for each, entry for every, in the hat, another entry, one more entry, more entries, "
    "double entry, two entries, three entries, five entries, enter the draw, enters the draw, in the draw, into the "
    "draw, enter the raffle, in the raffle, raffle ticket, raffle tickets, enter to win, enter the giveaway, in the "
    "giveaway, chance to win, chances to win, chance of winning, chances of winning, double your chances, doubles your "
    "chances, doubles your chance, triples your chances, better your chances, increase your chances, increases your "
    "chances, improve your chances, improves your chances, boost your chances, more chances, twice the chance, twice "
    "the chances, counts twice, zweites los, extra los, extra-los, extralos, zusätzliches los, weiteres los, mehr "
    "lose, noch ein los, lostopf, gewinnchance, gewinnchancen, doppelte chance, an der verlosung, bei der verlosung, "
    "participation supplémentaire, participation bonus, chance supplémentaire, chances de gagner, chance de gagner, "
    "double tes chances, doublez vos chances, doubler vos chances, au tirage, participación extra, participación "
    "adicional, otra participación, doble participación, participaciones más, más posibilidades, más oportunidades, "
    "posibilidades de ganar, oportunidad de ganar, en el sorteo, al sorteo, partecipazione extra, possibilità in più, "
    "possibilità di vincere, all'estrazione, extra lot, extra loten, extra lotje, extra kans, meer kans, dubbele kans, "
    "kans om te winnen, kans op, dodatkowy los, drugi los, większe szanse, większą szansę, szansę na wygraną, podwójna "
    "szansa, participação extra, participação a mais, chance extra, mais chances, chances de ganhar, no sorteio, extra "
    "lott, fler chanser, ekstra lodd, ekstra lod"
)
"""Words that speak of a draw, and of more than one way into it."""

CHANCES = listed_words(
    "second chance, another chance, extra chance, one more chance, a second ticket, an extra ticket, another ticket, "
    "a second try, another try, an extra shot, zweite chance, weitere chance, noch eine chance, extra chance, "
    "zweites ticket, deuxième chance, seconde chance, une autre chance, segunda oportunidad, otra oportunidad, "
    "una oportunidad más, segunda posibilidad, seconda possibilità, un'altra possibilità, seconda occasione, "
    "tweede kans, nog een kans, druga szansa, drugą szansę, kolejną szansę, segunda chance, outra chance, andra chans, "
    "en chans till, en ekstra sjanse, en ekstra chance"
)
"""Words that promise one more chance of something; they count in the sentence that says what it is given for."""

WITHIN_THE_DAY = listed_words(
    "today, this morning, this afternoon, this evening, tonight, right away, straight away, immediately, at once, in a "
    "moment, in a minute, within minutes, within the hour, within an hour, within 24 hours, around the clock, 24/7, "
    "heute, sofort, umgehend, innerhalb von 24 stunden, rund um die uhr, aujourd'hui, tout de "
    "suite, immédiatement, dans la journée, sous 24 heures, hoy, enseguida, de inmediato, en 24 horas, oggi, "
    "subito, entro oggi, entro 24 ore, vandaag, meteen, binnen 24 uur, dzisiaj, dziś, od razu, hoje, imediatamente, "
    "idag, i dag, genast, straks"
)
"""Words by which an answer is promised so soon that somebody has to be there every day."""

SAID_OF_OTHERS = (
    *("we", "they", "she", "he", "we'll", "we will", "the", "wir", "ich", "nous", "nosotros", "noi", "wij"),
)
"""Words after which something is told and not asked for."""

NO_MATTER = listed_words(
    "no need, not, never, nobody, without, don't, doesn't, no difference, kein, keine, nicht, ohne, niemand, ne, pas, "
    "sans, sin, no hace falta, no es necesario, senza, non, zonder, niet, geen, bez, nie, sem, não, utan, inte, uten, "
    "ikke, uden"
)
"""Words of a sentence that takes back what it seems to ask for."""
