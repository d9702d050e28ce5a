"""Words of texts that promise a chance more for what people do."""

from sociable.vocabulary.text_words import listed_words

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
