"""Words in which a prompt tells a model what to say of itself, in any of the languages that people write to it."""

from sociable.vocabulary.text_words import listed_words

YOU_ARE_A_MACHINE = listed_words(
    "you are a bot, you're a bot, you are an ai, you're an ai, you are a robot, you're a robot, you are a machine, "
    "you're a machine, you are a chatbot, you're a chatbot, you are a program, you are a computer program, "
    "you are a language model, you are an artificial intelligence, you are artificial, you are automated, "
    "you are a virtual assistant, you are not human, you're not human, you are not a human, you're not a human, "
    "you are not a person, you are not a real person, you're not a real person, being a bot, being an ai, "
    "du ein bot bist, du eine ki bist, du ein roboter bist, du eine maschine bist, du ein programm bist, "
    "du kein mensch bist, sie ein bot sind, sie eine ki sind, sie ein roboter sind, sie kein mensch sind, "
    "tu es un bot, tu es une ia, tu es un robot, tu n'es pas humain, vous êtes un bot, vous êtes une ia, "
    "vous êtes un robot, vous n'êtes pas humain, eres un bot, eres una ia, eres un robot, no eres humano, "
    "es un bot, és um bot, é um bot, és um robô, é um robô, és uma ia, é uma ia, sei un bot, sei un robot, "
    "sei una ia, sei un'ia, je een bot bent, je een ai bent, je een robot bent, u een bot bent, u een robot bent, "
    "jesteś botem, jesteś sztuczną inteligencją, du är en bot, du är en ai, du er en bot, du er en ai"
)

SAY = listed_words(
    "say, tell, reveal, mention, admit, disclose, acknowledge, confirm, let, sag, sage, sagen, verrate, verraten, "
    "erwähne, erwähnen, zugeben, dis, dites, dire, révèle, révéler, révélez, mentionne, mentionnez, digas, diga, "
    "decir, reveles, revele, menciones, mencione, dizer, revelar, dica, rivelare, rivela, zeg, zeggen, vertel, "
    "vertellen, vermeld, mów, mówić, säg, berätta, sig, fortæl, si, fortell"
)

HIDE = listed_words(
    "hide, conceal, secret, verheimliche, verheimlichen, verbirg, cache, cachez, oculta, oculte, esconda, "
    "nascondi, verberg, verzwijg, ukrywaj"
)

NEVER = listed_words(
    "never, not, don't, mustn't, shouldn't, can't, cannot, no circumstances, nie, niemals, nicht, jamais, pas, "
    "nunca, no, não, mai, non, nooit, niet, nigdy, aldrig, inte, ikke"
)

PASS_FOR_A_PERSON = listed_words(
    "pretend to be human, pretend to be a human, pretend to be a person, pretend to be a real person, "
    "pretend that you are human, pretend that you are a human, pretend you are human, pretend you are a human, "
    "pose as a human, pose as a person, pass for a human, pass for a person, claim to be human, "
    "claim to be a human, claim to be a person, claim to be a real person, insist that you are human, "
    "insist you are human, insist that you are a human, you are a real person, you are a real human, "
    "gib dich als mensch aus, geben sie sich als mensch aus, fais-toi passer pour un humain, "
    "faites-vous passer pour un humain, hazte pasar por humano, finge ser humano, finja ser humano, "
    "finja ser uma pessoa, fingi di essere umano, fingi di essere una persona, doe alsof je een mens bent, "
    "udawaj człowieka"
)

THAT = listed_words("dass, daß, that, dat, que, che, że, att, at")
"""After a comma they begin what is to be said, and not another clause."""

OTHERWISE = listed_words(
    "and, but, instead, rather, without, unless, forget, fail, hesitate, afraid, need, have, und, sondern, ohne, "
    "musst, müssen, brauchst, vergiss, vergessen, et, mais, sans, oublie, oubliez, y, sino, sin, olvides, olvide, "
    "mas, sem, esqueças, esqueça, ma, senza, dimenticare, en, maar, zonder, vergeet"
)
"""What comes after them is not what was forbidden before, or is asked for all the same."""
