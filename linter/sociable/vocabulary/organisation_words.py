"""What organisations call what they are and do: a word of these alone names none of them."""

ORGANISATIONS = frozenset(
    """
    agency alerts arts association bakery bank bike blog book books bookshop brand cafe charity church cinema city
    clinic club college community company council customer daily doctor east energy event events film fire flowers
    food football forum garden gallery hall hospital hotel house jobs kitchen legal library local magazine main
    market media members museum music newsletter north office official opera paper park party photo police press
    public radio restaurant sale sales school science service shop social society south sport sports staff station
    store studio support team test theatre theater tour town trade train travel university village volunteers water
    weather welcome west winter youth

    apotheke archiv arzt bäckerei bahnhof bibliothek bildung buchhandlung bücherei energie feuerwehr firma galerie
    garten gemeinde gesellschaft gymnasium handel hochschule jugend kino kirche klinik konzert krankenhaus kultur
    kunst laden landkreis markt messe musik oper polizei praxis presse rathaus redaktion schule stadt stadtwerke
    stiftung universität verein verlag verkehr werkstatt wetter zeitung

    actualités agence bibliothèque boulangerie boutique centre château cinéma clinique collège commune école église
    énergie équipe festival galerie gare hôpital hôtel jardin journal lycée magasin mairie maison marché musée
    musique office opéra pharmacie police presse radio santé société théâtre université ville

    apotheek bakkerij bibliotheek boekhandel gemeente kerk kliniek krant kunst museum nieuws politie school stad
    stichting theater universiteit vereniging winkel ziekenhuis

    asociación ayuntamiento biblioteca clínica colegio comunidad empresa energía equipo escuela farmacia iglesia
    jardín librería mercado museo música noticias panadería prensa salud sociedad teatro tienda universidad

    associazione comune farmacia giornale libreria mercato musica negozio notizie ospedale panificio scuola società
    """.split()  # noqa: SIM905 - a list of so many quoted words cannot be read
)

CREDENTIALS = frozenset(
    """
    access admin api app auth basic bearer bot business client cloud connection credential credentials demo dev
    developer graph header key live login n8n oauth password personal prod production sandbox secret service staging
    token user webhook
    """.split()  # noqa: SIM905 - as above
)
"""What tools and those who set them up call the key to an account, whoever it belongs to."""
