"""Eigen grafieken van de monitor, in gewone matplotlib."""

from textwrap import shorten


def hittekaart(axes, figures):
    """Een rij per reeks en een kolom per periode, met het cijfer in elk vak."""
    rows = [series.numbers for series in figures.series]
    axes.imshow(rows, cmap="Blues", aspect="auto")
    axes.set_xticks(range(len(figures.labels)), figures.labels)
    axes.set_yticks(range(len(rows)), [shorten(series.name, 24, placeholder="…") for series in figures.series])
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.grid(visible=False)
    axes.spines[:].set_visible(False)
    highest = max(max(row) for row in rows)
    for place, series in enumerate(figures.series):
        for column, (number, shown) in enumerate(zip(series.numbers, series.shown, strict=True)):
            colour = "#ffffff" if number > highest / 2 else "#1a1a1a"
            axes.text(column, place, shown, color=colour, ha="center", va="center")
