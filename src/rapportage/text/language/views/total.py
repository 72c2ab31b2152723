"""The total row of a table, as an expression sees it."""

from __future__ import annotations

from rapportage.figures.unit_text import PERCENT
from rapportage.text import ratios
from rapportage.text.language.faults import ExpressionFault
from rapportage.text.language.views import listed
from rapportage.text.language.views.names import Name
from rapportage.text.language.views.period_views import View, choose
from rapportage.text.language.views.series import FigureView, SeriesView


class TotalView(View, frozen=True):
    """The total row of a table: the whole that the parts in the rows belong to."""

    series: SeriesView

    def figure(self) -> FigureView:
        return self.series.whole_of_parts()

    def attribute(self, name: str) -> object:
        return choose(
            name,
            "een totaal",
            {
                "aandeel": self._share,
                "vorige": lambda: TotalView(self.series.attribute_at("vorige")),
                "vorig_jaar": lambda: TotalView(self.series.attribute_at("vorig_jaar")),
                "naam": lambda: Name(self.series.name, self),
                **dict.fromkeys(listed.LISTED_WORDS, str),
            },
        )

    def item(self, key: object) -> object:
        raise ExpressionFault("T303", "een totaal heeft geen onderdelen")

    def _share(self) -> FigureView:
        whole = self.figure().observation
        return FigureView(ratios.share(whole, whole) if whole.known else ratios.unknown(whole, PERCENT))
