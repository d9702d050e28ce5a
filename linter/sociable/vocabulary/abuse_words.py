"""Words by which moderators find insults, threats, swearing, smut and fraud. They only excuse."""

from sociable.vocabulary.text_words import listed_words

ABUSE = listed_words(
    "idiot, idiots, moron, morons, imbecile, scum, bastard, bastards, asshole, arsehole, wanker, bitch, cunt, "
    "dickhead, fuck, fucking, fucker, motherfucker, bullshit, shit, slut, whore, retard, kill yourself, kys, kill you, "
    "rape you, swear, swears, swearing, swearword, swearwords, swear word, swear words, curse word, curse words, slur, "
    "slurs, insult, insults, abuse, abusive, profanity, profanities, obscenity, hate speech, threat, threats, "
    "arschloch, hurensohn, fotze, wichser, drecksau, abschaum, vollidiot, scheiße, beleidigung, beleidigungen, "
    "schimpfwort, schimpfwörter, drohung, drohungen, connard, connasse, pute, salope, enculé, ordure, merde, insulte, "
    "insultes, injure, injures, gros mot, gros mots, menace, menaces, puta, puto, gilipollas, cabrón, mierda, insulto, "
    "insultos, amenaza, amenazas, palabrota, palabrotas, stronzo, puttana, vaffanculo, merda, insulti, minacce, "
    "filho da puta, ameaças, klootzak, hoer, kanker, belediging, beledigingen, scheldwoord, scheldwoorden, kurwa, "
    "chuj, obelga, obelgi, wyzwiska"
)
"""Insults, threats and swearing, and what these are called."""

LURES = listed_words(
    "spam, viagra, cialis, casino, casinos, porn, porno, nude, nudes, escort, escorts, onlyfans, crypto, bitcoin, "
    "forex, airdrop, free nitro, free money, free followers, easy money, make money, earn money, payday loan, "
    "whatsapp me, dm me, click here, replica watches, schnelles geld, kredit ohne, argent facile, dinero fácil, "
    "soldi facili"
)
"""What fraud and unasked advertisements hold out."""
