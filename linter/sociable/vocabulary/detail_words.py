"""Words by which a text asks people to write: at all, or what others should not read of them."""

from sociable.vocabulary.text_words import listed_words

INVITATIONS = listed_words(
    "answer yes, answer no, answer with, answer by, answer us, reply yes, reply no, reply with, reply by, reply to "
    "this, reply to confirm, just reply, simply reply, text yes, text us, text back, send yes, write back, write to "
    "us, tell us, let us know, drop us a line, message us, ask us, antworte mit, antwortet mit, antworten sie, "
    "antworte auf, antworte uns, schreib uns, schreibt uns, schreiben sie uns, sag uns, sagt uns, sagen sie uns, frag "
    "uns, fragt uns, répondez, réponds, écrivez-nous, écris-nous, dites-nous, dis-nous, responda, respondan, responde "
    "con, responde sí, escríbenos, cuéntanos, dinos, rispondi con, rispondi sì, rispondete, rispondeteci, scrivici, "
    "scriveteci, dicci, raccontaci, antwoord met, antwoord op, antwoord ja, laat het ons weten, laat ons weten, "
    "schrijf ons, vertel ons, odpowiedz, odpisz, napisz do nas, daj nam znać, responda com, responda sim, conte-nos, "
    "escreva-nos, svara med, svara ja, svara på, skriv till oss, berätta för oss, svar med, svar ja, skriv til os, "
    "skriv til oss, fortæl os, fortell oss, vastaa, kirjoita meille, kerro meille"
)
"""Words by which a text asks people to write back. They only tell whether somebody is there who takes that."""

NO_ANSWER_HERE = listed_words(
    "not reply, don't reply, not answer this, not answer to this, no-reply, noreply, no reply, not monitored, "
    "unmonitored, unattended, nobody reads, no one reads, not read, cannot be answered, cannot reply, "
    "replies are not, answers are not, nicht antworten, nicht auf diese, nicht gelesen, niemand liest, "
    "keine antwort möglich, ne pas répondre, ne répondez pas, n'est pas lue, personne ne lit, no responda, "
    "no conteste, nadie lee, não responda, ninguém lê, non rispondere, nessuno legge, niet beantwoorden, "
    "niet antwoorden, niet gelezen, niemand leest, prosimy nie odpowiadać, svara inte, kan inte besvaras, "
    "svar ikke, kan ikke besvares"
)
"""Words by which a text says that nobody takes what is written back."""

ASKED_TO_WRITE = listed_words(
    "reply, reply with, answer, answer with, text, text back, send, type, write, respond with, antworte mit, "
    "antworten sie mit, antwortet mit, schreib, schreibe, schreiben sie, sende, senden sie, répondez, réponds, "
    "répondez par, répondre, envoyez, écrivez, tapez, responde, responda, responde con, envía, envíe, escribe, "
    "escriba, rispondi, rispondi con, risponda, invia, scrivi, responda com, envie, escreva, antwoord, antwoord "
    "met, stuur, schrijf, odpisz, wyślij, napisz, svara, svara med, skicka, skriv, svar, svar med, send en sms med, "
    "vastaa, lähetä"
)
"""Before a sign or a word in capital letters, they ask people to write just that: ``Reply C to cancel``."""

ENDING_WORDS = listed_words(
    "stop, stopp, stopall, end, quit, cancel, unsubscribe, opt out, optout, baja, arrêt, desub, parar, sair, ende, "
    "abmelden, fine, basta, stoppa, avsluta, afmeld, lopeta"
)
"""What people write to get no more."""

WAYS_OUT = listed_words(
    "unsubscribe, unsubscription, opt out, optout, abmelden, abmeldung, abmeldelink, abbestellen, désabonnement, "
    "désinscription, desinscription, baja, uitschrijven, afmelden, afmeldlink, disiscrizione, avregistrera, afmeld"
)
"""What files call the link by which people leave: ``{{ account.unsubscribe }}``."""

ENDS_IT_THEN = listed_words(
    "ends, to end, to stop, to opt out, to opt-out, to unsubscribe, to leave, stops, and we stop, and it ends, and "
    "you get no more, beendet, um keine, zum abmelden, zum abbestellen, pour arrêter, pour ne plus, pour se "
    "désabonner, met fin, arrête, para no recibir, para dejar de, para darte de baja, per non ricevere, per "
    "disiscriverti, para sair, para não receber, om te stoppen, om af te melden, aby zrezygnować, för att avsluta, "
    "for at stoppe, for å stoppe"
)
"""After such a word, they say what comes of it."""

PERSONAL_DETAILS = listed_words(
    "order number, booking number, booking reference, reservation number, customer number, account number, "
    "invoice number, policy number, patient number, membership number, reference number, phone number, "
    "phone numbers, telephone number, mobile number, email address, e-mail address, home address, postal address, "
    "your address, date of birth, birth date, number plate, licence plate, license plate, passport number, "
    "social security, card number, bank details, auftragsnummer, bestellnummer, buchungsnummer, kundennummer, "
    "rechnungsnummer, vertragsnummer, reservierungsnummer, telefonnummer, handynummer, rufnummer, e-mail-adresse, "
    "mailadresse, ihre adresse, deine adresse, eure adresse, geburtsdatum, kennzeichen, kontonummer, "
    "versicherungsnummer, numéro de commande, numéro de réservation, numéro de client, numéro de téléphone, "
    "votre téléphone, adresse e-mail, adresse mail, adresse électronique, votre adresse, date de naissance, "
    "número de pedido, número de reserva, número de cliente, número de teléfono, su teléfono, tu teléfono, "
    "correo electrónico, su dirección, tu dirección, fecha de nacimiento, numero d'ordine, numero di prenotazione, "
    "codice cliente, numero di telefono, indirizzo e-mail, indirizzo email, data di nascita, número da encomenda, "
    "número do pedido, número da reserva, número de telefone, seu telefone, seu e-mail, data de nascimento, "
    "bestelnummer, boekingsnummer, klantnummer, telefoonnummer, e-mailadres, geboortedatum, numer zamówienia, "
    "numer rezerwacji, numer telefonu, adres e-mail, datę urodzenia, ordernummer, bokningsnummer, ordrenummer, "
    "bestillingsnummer, fødselsdato, your email, your e-mail"
)
"""What people give to be found again, and keep from strangers."""

REQUESTS = listed_words(
    "reply, respond, send, tell, give, leave, post, comment, share, write, drop, provide, include, add, state, "
    "let us know, let us have, need, what is, what's, may we have, can we have, could we have, antworten, antworte, "
    "schicken, schicke, senden, sende, schreiben, schreib, schreibe, nennen, nenne, teilen, teile, geben, gib, "
    "hinterlassen, brauchen, benötigen, répondez, réponds, envoyez, envoie, indiquez, donnez, laissez, écrivez, "
    "communiquez, responda, responde, envíe, envíenos, envíanos, díganos, dinos, indique, indíquenos, escriba, "
    "déjenos, risponda, rispondi, invii, inviaci, scriva, scrivi, indichi, lasci, envie, informe, diga, deixe, "
    "antwoord, stuur, geef, laat, vermeld, odpisz, proszę podać, prosimy o podanie, podaj, napisz, wyślij, svara, "
    "skicka, skriv, svar, oppgi, oplys"
)
"""Words of a sentence that wants something of whoever reads it."""

ELSEWHERE = listed_words(
    "dm, dms, pm, direct message, direct messages, private message, private messages, privately, in private, "
    "message us, inbox, email us, e-mail us, mail us, write to, call us, ring us, phone us, please call, please ring, "
    "call the, ring the, call our, ring our, or call, or ring, by phone, form, chat, desk, privatnachricht, "
    "direktnachricht, pn, privat, per e-mail, per mail, rufen sie uns, ruf uns, rufen sie unter, anrufen, formular, "
    "message privé, messages privés, en privé, mp, formulaire, appelez, appelez-nous, par e-mail, par mail, "
    "mensaje privado, mensaje directo, por privado, en privado, formulario, llame, llámenos, por correo, "
    "messaggio privato, in privato, modulo, chiamaci, ci chiami, via e-mail, mensagem privada, mensagem direta, "
    "em privado, formulário, ligue, privébericht, persoonlijk bericht, formulier, bel ons, per e-mail naar, "
    "wiadomość prywatną, wiadomości prywatnej, prywatnie, formularz, privat meddelande, privat besked, "
    "privat melding"
)
"""Words of a sentence that lead to where nobody else reads it."""

OURS = listed_words(
    "our, my, unser, unsere, unserer, unserem, mein, meine, notre, nos, nuestro, nuestra, nuestros, nuestras, "
    "nostro, nostra, ons, onze, nosso, nossa, nasz, nasza, naszym, vår, vårt, vores"
)
"""Before a detail, they say that it is one of ours."""

NOT_THIS = listed_words(
    "no, not, don't, never, without, nicht, kein, keine, keinen, niemals, ohne, ne, pas, aucun, aucune, jamais, "
    "sans, nunca, ningún, ninguna, sin, non, nessun, nessuna, mai, senza, não, sem, niet, geen, nooit, nie, bez, "
    "inte, ikke, aldrig"
)
"""Words of a sentence that keep people from it."""
