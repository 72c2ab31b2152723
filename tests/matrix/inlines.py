"""Every kind of thing that may stand in a line of text: how it is written, and what it needs of its place."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Need = Literal["figure", "sign", "note", "link", "reference", "page", "form"]
"""What a place has to allow for it; a sign stands for a figure that is not known, which running text refuses."""


class Inline(Struct, frozen=True):
    """`written` is what the layout says; `needs` is what of it not every place can show."""

    written: str
    needs: tuple[Need, ...] = ()
    says: str = ""
    """What must then be read, where that is the same in a text and in a table."""
    link: str = ""
    """Where a link of it leads: a web address, or an id in the document."""
    code: str = ""
    """Refused everywhere with this code."""


WEB = "https://www.voorbeeld.nl/a"
LOOP = "{% for deel in aanvragen | bekende | top(2) %}"
INLINES: dict[str, Inline] = {
    "words": Inline("gewoon", says="gewoon"),
    "number": Inline("ruim 12 keer", says="ruim 12 keer"),
    "emphasis": Inline("*schuin*", ("form",), "schuin"),
    "strong": Inline("**vet**", ("form",), "vet"),
    "both": Inline("***allebei***", ("form",), "allebei"),
    "link": Inline(f"[koppeling]({WEB})", ("link",), "koppeling", WEB),
    "link in strong": Inline(f"**[koppeling]({WEB})**", ("form", "link"), "koppeling", WEB),
    "link of a figure": Inline(f"[{{{{ aanvragen }}}}]({WEB})", ("figure", "link"), link=WEB),
    "note": Inline("woord[^uitleg]", ("note",), "woord"),
    "two notes": Inline("woord[^uitleg][^tweede]", ("note",), "woord"),
    "same note twice": Inline("woord[^uitleg] en weer[^uitleg]", ("note",), "woord"),
    "reference to a table": Inline("[](#doeltabel)", ("reference",), link="doeltabel"),
    "reference to a figure": Inline("[](#doelfiguur)", ("reference",), link="doelfiguur"),
    "reference to a heading": Inline("[](#doel)", ("reference",), link="doel"),
    "reference in words": Inline("[verderop](#doel)", ("reference",), "verderop", "doel"),
    "page": Inline("[pagina](#doel)", ("page",), link="doel"),
    "figure": Inline("{{ aanvragen }}", ("figure",)),
    "strong figure": Inline("**{{ aanvragen }}**", ("form", "figure")),
    "share": Inline("{{ aanvragen['Syrië'].aandeel | pct }}", ("figure",)),
    "change": Inline("{{ aanvragen | verandering(aanvragen.vorige) }}", ("figure",)),
    "small count": Inline("{{ aanvragen['Nigeria'] }}", ("figure",)),
    "provisional": Inline("{{ aanvragen['Eritrea'] }}", ("figure",)),
    "nearly nothing": Inline("{{ aanvragen_rond }}", ("figure",)),
    "unknown": Inline("{{ aanvragen['Marokko'] }}", ("figure", "sign")),
    "impossible": Inline("{{ aanvragen['Iran'] }}", ("figure", "sign")),
    "listed figures": Inline("{{ aanvragen | bekende | top(3) | opsomming }}", ("figure",)),
    "names": Inline("{{ aanvragen | bekende | top(3) | namen }}", says="Syrië, Turkije en Eritrea"),
    "period": Inline("{{ periode | naam }}"),
    "choice": Inline("{% if bekend(aanvragen) %}bekend{% else %}niets{% endif %}", says="bekend"),
    "choice with a note": Inline("{% if bekend(aanvragen) %}bekend[^uitleg]{% endif %}", ("note",), "bekend"),
    "loop": Inline(f"{LOOP}{{{{ loop.tussen }}}}{{{{ deel.naam }}}} {{{{ deel }}}}{{% endfor %}}", ("figure",)),
    "loop of names": Inline(f"{LOOP}{{{{ loop.tussen }}}}{{{{ deel.naam }}}}{{% endfor %}}", says="Syrië en Turkije"),
    "loop with a note": Inline(f"{LOOP}{{{{ deel.naam }}}}[^uitleg] {{% endfor %}}", ("note",), "Syrië"),
    "count": Inline("{{ aanvragen | bekende | meer_dan(15) | hoeveel }}", ("figure",)),
    "loop without an end": Inline(f"{LOOP}woord", code="T110"),
    "acknowledgement": Inline("ruim 13 mensen {# erkend T501: zo is het #}", says="ruim 13 mensen"),
    "line break": Inline("boven\\\nonder", ("form",)),
    "term": Inline("nareiziger", says="nareiziger"),
    "abbreviation": Inline("IND", says="IND"),
    "escaped": Inline("3 \\* 4 \\[^uitleg]", says="3 * 4 [^uitleg]"),
    "HTML": Inline("<b>vet</b>", code="T201"),
    "picture": Inline("![kaart](kaart.png)", code="T202"),
    "broken link": Inline("[woorden](https://a b)", code="T203"),
    "unknown note": Inline("woord[^geen]", ("note",), code="T404"),
    "unknown place": Inline("[](#geen)", ("reference",), code="T402"),
    "unknown figure": Inline("{{ aanvraagen }}", code="T105"),
}
