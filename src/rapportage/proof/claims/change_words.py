"""The words by which Dutch says that something rose, fell, or is more than something else; tables, and no rules."""

from __future__ import annotations

from collections.abc import Mapping

from rapportage.proof.claims.lexicon import words

# --- Which way it went ------------------------------------------------------------------------------------

_RISE = words("""
steeg stegen stijgt stijgen stijgend stijgende gestegen stijging stijgingen toename toenames toegenomen groei groeit
groeien groeide groeiden gegroeid groeiende aangroei oploop opgelopen oplopend oplopende klim klom klommen geklommen
klimt klimmen omhoog opwaarts opwaartse hersteld aangetrokken uitgebreid uitbreiding vermeerderd vermeerderde
vermeerderden vermeerdering opmars vooruit vooruitgegaan vooruitgang verhoogd verhoogde verhoging rees rezen gerezen
wies wiesen gewassen aangegroeid opgeveerd bijgekomen aanwas vergroot vergrootte verlengd verlenging toenemend
toenemende
""")
_FALL = words("""
daalde daalden daalt dalen dalend dalende gedaald daling dalingen afname afnames afgenomen kromp krompen krimpt
krimpen gekrompen krimp terugloop teruggelopen teruglopend teruglopende terugval teruggevallen zakte zakten zakt zakken
gezakt kelderde kelderden gekelderd keldert verminderde verminderden vermindert verminderd vermindering omlaag
neerwaarts neerwaartse onderuit slonk slonken slinkt slinken geslonken ingezakt weggezakt teruggang inkrimping
ingekrompen achteruit achteruitgegaan achteruitgang verlaagd verlaagde verlaging bekort ingekort verkort verkorting
verkleind verkleinde afnemend afnemende dook doken gedoken tuimelde tuimelden getuimeld daler minderde minderden
""")
_LEVEL = words("""
stabiel stabiele ongewijzigd ongewijzigde onveranderd onveranderde evenveel gelijk constant constante stagneerde
stagneerden stagneert gestagneerd stagnatie stabiliseerde stabiliseerden stabiliseert gestabiliseerd hetzelfde
""")
_PARTICLES = {
    "nam namen neemt nemen": {"toe": 1, "af": -1},
    "liep liepen loopt lopen": {"op": 1, "terug": -1},
    "viel vielen valt vallen": {"terug": -1, "hoger": 1, "lager": -1},
    "veerde veerden veert veren": {"op": 1},
    "trok trokken trekt trekken": {"aan": 1},
    "zakte zakten zakt": {"in": -1, "terug": -1, "weg": -1},
    "kwam kwamen komt komen lag lagen ligt liggen zat zaten zit zitten": {"hoger": 1, "lager": -1},
    "groeide groeiden groeit groeien": {"aan": 1},
    "kromp krompen krimpt krimpen": {"in": -1},
    "stortte stortten stort": {"in": -1},
    "klapte klapten klapt": {"in": -1},
    "dunde dunden dunt": {"uit": -1},
    "dijde dijden dijt dijen": {"uit": 1},
    "zwol zwollen zwelt zwellen": {"aan": 1},
}
_PACES = {"zwakte zwakten zwakt vlakte vlakten vlakt": {"af": -1}, "remde remden remt": {"af": -1}}
SEPARABLE: Mapping[str, Mapping[str, int]] = {
    verb: particles for verbs, particles in {**_PARTICLES, **_PACES}.items() for verb in verbs.split()
}
"""Verbs that say it together with a word further on in their clause: 'nam … toe'."""
DIRECTIONS: Mapping[str, int] = {
    **{
        particle + verb: sign
        for verb, particles in SEPARABLE.items()
        for particle, sign in particles.items()
        if particle not in ("in", "hoger", "lager")
    },
    **dict.fromkeys(_RISE, 1),
    **dict.fromkeys(_FALL, -1),
    **dict.fromkeys(_LEVEL, 0),
}
"""Verbs, nouns and adjectives: 1 for up, -1 for down, 0 for hardly; and 'toenam', as it is in a clause of its own."""
NOUNS: Mapping[str, int] = {
    **dict.fromkeys(words("stijging stijgingen toename groei verhoging aanwas"), 1),
    **dict.fromkeys(words("daling dalingen afname krimp terugloop terugval vermindering verlaging"), -1),
}
"""What may end another noun: 'prijsstijging', 'bevolkingskrimp'."""
NOUN_ENDS = ("ing", "ingen", "name", "names", "groei", "krimp", "loop", "val", "gang", "aanwas", "stagnatie")
PACE_VERBS = frozenset(verb for verbs in _PACES for verb in verbs.split())
PACES: Mapping[str, int] = {
    **dict.fromkeys(words("versnelde versnelden versnelt versnellen versneld"), 1),
    **dict.fromkeys(words("vertraagde vertraagden vertraagt vertragen vertraagd afgevlakt afgezwakt afgeremd"), -1),
}
"""What a growth does, and nothing else: where the figures are no growth these say nothing of them."""
GROWTHS = (
    *NOUNS, "inflatie", "deflatie", "ontwikkeling", "mutatie", "verandering", "groeitempo", "groeicijfer", "groeivoet"
)  # fmt: skip
"""With which a noun ends for how much something changed: 'omzetgroei', 'huurstijging'."""
ENDED = frozenset(
    words(
        "voorbij stilstand einde stokte stokt gestokt gestopt stopte omgeslagen sloeg slaat keerde gekeerd omgebogen "
        "plaatsgemaakt maakte onderbroken doorbroken afgelopen ombuiging halt"
    )
)
"""After a noun of change: it goes on no more."""
CHANGED = frozenset(words("veranderde veranderden verandert veranderd wijzigde wijzigden wijzigt gewijzigd verschoof"))
"""Without a way: of that only how much it changed can be told, and whether."""

# --- More or less than what ---------------------------------------------------------------------------------

ADJECTIVES: Mapping[str, int] = {
    **dict.fromkeys(words("vaak hoog hoge groot grote lang lange duur dure oud oude veel talrijk omvangrijk"), 1),
    **dict.fromkeys(words("laag lage klein kleine kort korte goedkoop goedkope jong jonge zelden weinig"), -1),
}
"""After 'minder' they say the opposite: 'minder vaak'."""
SIDES: Mapping[str, int] = {"boven": 1, "onder": -1}
"""'boven de verwachting', 'onder het niveau van'."""
THAN = ("dan", "als")
LEVELS = (
    "verwacht",
    "niveau",
    "gemiddelde",
    "norm",
    "raming",
    "streef",
    "dat",
    "die",
    "stand",
    "peil",
    "cijfer",
    "aantal",
)
EXPECTED = ("verwacht", "voorzien", "geraamd", "gepland", "begroot", "gedacht", "gebruikelijk", "normaal")
"""What a figure may be compared with that is of no time or part."""
AGAINST = frozenset(words("tegen tegenover dan vergeleken versus niveau stand plaats"))
POSITIONS = frozenset(
    words(
        "ligt lag lagen liggen kwam kwamen komt komen bleef bleven blijft blijven zakte zakten zakt daalde daalden "
        "daalt steeg stegen stijgt klom klommen dook doken uitkwam uitkwamen gezakt gedaald gestegen gekomen gebleven"
    )
)
"""With these 'boven' and 'onder' say where a figure is: 'zakte onder de 24 duizend'."""

# --- How much ------------------------------------------------------------------------------------------

STRONG = frozenset(
    words(
        "sterk sterke fors forse flink flinke aanzienlijk aanzienlijke explosief explosieve scherp scherpe "
        "spectaculair spectaculaire fiks fikse stevig stevige enorm enorme drastisch drastische beduidend "
        "ingrijpend massaal hard harde gigantisch gigantische stormachtig stormachtige behoorlijk behoorlijke "
        "aanmerkelijk aanmerkelijke substantieel substantiële dramatisch dramatische kolossaal kolossale krachtig "
        "krachtige exponentieel exponentiële hevig hevige"
    )
)
STRONG_VERBS = frozenset(
    words("kelderde kelderden keldert kelderen gekelderd tuimelde tuimelden tuimelt tuimelen getuimeld")
)
"""They say by themselves that it went far."""
MUCH = STRONG | {"veel", "ver", "stuk"}
"""The same beside a comparison: 'veel meer', 'ver boven', 'een stuk lager'."""
WEAK = frozenset(
    words(
        "licht lichte iets ietsje ietwat gering geringe lichtjes lichtelijk kleine beperkt beperkte enigszins "
        "mondjesmaat bescheiden"
    )
)
HARDLY = frozenset(
    words("nauwelijks amper vrijwel nagenoeg praktisch miniem minieme minimaal minimale marginaal marginale fractie")
)
"""'nauwelijks veranderd'."""
ADVERBS = frozenset(
    word for word in (*STRONG, *WEAK, *HARDLY) if not word.endswith("e") and word not in ("iets", "beperkt", "vrijwel")
)
"""These may be further on in the clause of a verb: 'steeg het aantal banen fors'."""
PACE = frozenset(words("sterk sterke snel snelle hard harde fors forse groot grote scherp scherpe stevig stevige hoge"))
"""After 'minder' they say how fast it went: 'minder sterk'."""
STRONGER: Mapping[str, int] = {
    **dict.fromkeys(
        words(
            "sterker sterkere sneller snellere harder hardere forser forsere flinker flinkere krachtiger krachtigere "
            "scherper scherpere steiler steviger stevigere"
        ),
        1,
    ),
    **dict.fromkeys(words("zwakker zwakkere trager tragere langzamer langzamere matiger gematigder bescheidener"), -1),
}
"""How fast one thing went beside another."""
SIZES: Mapping[str, int] = {
    **dict.fromkeys(words("groter grotere hoger hogere meer"), 1),
    **dict.fromkeys(words("kleiner kleinere lager lagere minder"), -1),
}
"""With a noun or verb of change they say the same: 'een grotere stijging', 'nam meer toe'."""
RELATIVE = frozenset(words("relatief procentueel verhouding verhoudingsgewijs rato"))

# --- What comes and what goes ---------------------------------------------------------------------------------

SIGNS: Mapping[str, int] = {
    **dict.fromkeys(words("positief positieve batig batige winst winsten overschot overschotten"), 1),
    **dict.fromkeys(words("negatief negatieve nadelig nadelige verlies verliezen tekort tekorten"), -1),
}
"""Of a balance."""
STREAMS: Mapping[str, int] = {
    **dict.fromkeys(
        words(
            "kwamen komen gekomen kwam komt instroomden instromen vestigden vestigen gevestigd geboren binnenkwamen "
            "binnen bijkwamen bij ontvangen ontving ontvingen startten gestart aankwamen arriveerden immigreerden "
            "immigranten geboorten geboortes nieuwkomers instroom ingevoerd inkomsten"
        ),
        1,
    ),
    **dict.fromkeys(
        words(
            "vertrokken vertrekken vertrok vertrekt uitstroomden uitstromen overleden overlijden stierven gestorven "
            "verlieten verlaten weggingen wegtrokken gingen weg emigreerden emigranten sterfgevallen overledenen "
            "vertrekkers uitstroom uitgegeven uitgaven stopten gestopt afgingen"
        ),
        -1,
    ),
}
"""Verbs and nouns of what makes a balance larger, and smaller."""
COMINGS: Mapping[str, int] = {
    **dict.fromkeys(words("erbij bijgekomen bijkwamen bijkwam"), 1),
    **dict.fromkeys(
        words(
            "eraf vervallen verviel vervielen vervalt verdwenen verdween verdwijnen verdwijnt weggevallen wegvielen "
            "wegviel"
        ),
        -1,
    ),
}
"""Verbs and particles that say that there are so many more, or fewer."""
COMING_VERBS: Mapping[str, Mapping[str, int]] = {
    verb: particles
    for verbs, particles in {
        "kwam kwamen komt komen": {"bij": 1},
        "ging gingen gaat gaan": {"af": -1, "verloren": -1},
        "viel vielen valt vallen": {"af": -1, "weg": -1},
    }.items()
    for verb in verbs.split()
}
"""The same of a verb with a word further on: 'kwamen … bij', 'gingen … verloren'."""
GAPS: Mapping[tuple[str, ...], int] = {
    ("achter", "bij"): -1,
    ("achter", "op"): -1,
    ("voor", "op"): 1,
}
"""After a number: it is by so much less or more than what is named."""
