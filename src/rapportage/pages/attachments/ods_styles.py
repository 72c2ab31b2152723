"""How the workbook looks: legible, plain. Content names these styles."""

from __future__ import annotations

from rapportage.pages.attachments.ods_xml import HEADER, NAMESPACES, markup

TITLE, HEAD, FIGURE_HEAD, ROW_HEAD, TEXT, NOTE = "Titel", "Kop", "Cijferkop", "Rijkop", "Tekst", "Noot"
_LINE = "0.5pt solid #154273"
_SIZE = "11pt"


def figure_style(decimals: int) -> str:
    """The name of the style of a cell with a figure of so many decimals."""
    return f"Cijfer{decimals}"


def styles(language: str) -> str:
    """The part styles.xml: the language of every cell, and the styles that are the same in every workbook."""
    default = markup(
        "style:default-style",
        markup("style:paragraph-properties"),
        markup("style:text-properties", fo_font_family="Arial", fo_font_size=_SIZE, **_language("fo", language)),
        style_family="table-cell",
    )
    named = (
        markup("style:style", style_name="Default", style_family="table-cell"),
        _cell(TITLE, text={"fo_font_size": "14pt", "fo_font_weight": "bold", "fo_color": "#154273"}),
        _cell(HEAD, cell={"fo_border_bottom": _LINE, "fo_wrap_option": "wrap", "style_vertical_align": "bottom"},
              text={"fo_font_weight": "bold"}),
        _cell(FIGURE_HEAD, parent=HEAD, paragraph={"fo_text_align": "end"},
              cell={"fo_border_bottom": _LINE, "fo_wrap_option": "wrap", "style_vertical_align": "bottom",
                    "style_text_align_source": "fix"}),
        _cell(ROW_HEAD, cell={"fo_wrap_option": "wrap", "style_vertical_align": "top"}),
        _cell(TEXT, cell={"fo_wrap_option": "wrap", "style_vertical_align": "top"}),
        _cell(NOTE, cell={"style_vertical_align": "top"}),
    )  # fmt: skip
    inner = markup("office:styles", default, *named)
    return f'{HEADER}<office:document-styles {NAMESPACES} office:version="1.3">{inner}</office:document-styles>'


def _language(prefix: str, tag: str) -> dict[str, str]:
    """The attributes that say in which language something is."""
    code, _, country = tag.partition("-")
    return {f"{prefix}_language": code, **({f"{prefix}_country": country} if country else {})}


def figure_styles(decimals: set[int], language: str) -> str:
    """Styles for figures with so many decimals, written as the language writes numbers."""
    made = []
    for places in sorted(decimals):
        name = f"N{places}"
        number = markup(
            "number:number",
            number_decimal_places=places,
            number_min_decimal_places=places,
            number_min_integer_digits=1,
            number_grouping="true",
        )
        made.append(markup("number:number-style", number, style_name=name, **_language("number", language)))
        made.append(
            markup(
                "style:style",
                markup("style:table-cell-properties", style_vertical_align="top"),
                style_name=figure_style(places),
                style_family="table-cell",
                style_parent_style_name="Default",
                style_data_style_name=name,
            )
        )
    return "".join(made)


def _cell(
    name: str,
    parent: str = "Default",
    cell: dict[str, str] | None = None,
    paragraph: dict[str, str] | None = None,
    text: dict[str, str] | None = None,
) -> str:
    properties = (("table-cell", cell), ("paragraph", paragraph), ("text", text))
    inner = (markup(f"style:{kind}-properties", **given) for kind, given in properties if given)
    return markup("style:style", *inner, style_name=name, style_family="table-cell", style_parent_style_name=parent)
