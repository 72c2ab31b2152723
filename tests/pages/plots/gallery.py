"""Sixty figures of the kinds in matplotlib's own gallery; the data are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import patches
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.colors import BoundaryNorm, LogNorm
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.ticker import PercentFormatter

FIGURES: dict[str, Callable[[Figure], None]] = {}
X = np.linspace(0, 10, 60)


def _rng(seed: int = 3) -> np.random.Generator:
    return np.random.default_rng(seed)


def figure(draw: Callable[[Figure], None]) -> Callable[[Figure], None]:
    FIGURES[draw.__name__] = draw
    return draw


def one(draw: Callable[[Any], None]) -> Callable[[Any], None]:
    """A figure with one pair of axes."""

    def whole(fig: Figure) -> None:
        draw(fig.add_subplot())

    FIGURES[draw.__name__] = whole
    return draw


# --- Lines --------------------------------------------------------------------------------------------


@one
def lines(ax: Any) -> None:
    ax.plot(X, np.sin(X), X, np.cos(X), "--", X, np.sin(X) / 2, ":")
    ax.set(title="Drie lijnen", xlabel="maand", ylabel="aantal")


@one
def markers(ax: Any) -> None:
    for place, sign in enumerate("os^vD<>pP*hX+x1|_."):
        ax.plot(X[:8], [place] * 8, marker=sign, ms=7)


@one
def marker_edges(ax: Any) -> None:
    ax.plot(X[::6], np.sqrt(X[::6]), "o-", mfc="none", mec="C3", mew=2, ms=12, markevery=2)
    ax.plot(X[::6], X[::6] / 4, "s", fillstyle="left", ms=12)


@one
def caps_and_joins(ax: Any) -> None:
    for place, (cap, join) in enumerate((("butt", "miter"), ("round", "round"), ("projecting", "bevel"))):
        ax.plot([0, 1, 2], [place, place + 0.8, place], lw=12, solid_capstyle=cap, solid_joinstyle=join)
    ax.set_ylim(-1, 4)


@one
def dashes(ax: Any) -> None:
    for place, style in enumerate(("-", "--", "-.", ":", (0, (5, 1)), (2, (3, 5, 1, 5)))):
        ax.plot([0, 1], [place, place + 1], ls=style, lw=2 + place / 2)


@one
def steps(ax: Any) -> None:
    ax.step(X, np.sin(X), where="mid")
    ax.stairs([1, 3, 2], [0, 3, 6, 9], fill=True, alpha=0.4)


@one
def gaps(ax: Any) -> None:
    y = np.sin(X)
    y[10:20] = np.nan
    ax.plot(X, y, "o-")


@one
def long_line(ax: Any) -> None:
    ax.plot(np.cumsum(_rng().normal(size=5000)), lw=0.8)


@one
def outside(ax: Any) -> None:
    ax.plot([-1e6, 1e6], [-1e6, 1e6])
    ax.plot(X, X**3)
    ax.set(xlim=(0, 5), ylim=(0, 20))


@one
def log_axes(ax: Any) -> None:
    ax.loglog(X[1:], X[1:] ** 3)
    ax.grid(True, which="both", lw=0.4)


@one
def symlog(ax: Any) -> None:
    ax.plot(X - 5, (X - 5) ** 3)
    ax.set_yscale("symlog")


@one
def spans(ax: Any) -> None:
    ax.plot(X, np.sin(X))
    ax.axvspan(2, 4, alpha=0.3)
    ax.axhspan(-0.5, 0, color="C1", alpha=0.2)
    ax.axhline(0.5, ls="--")
    ax.axline((0, 0), slope=0.1)


@one
def error_bars(ax: Any) -> None:
    ax.errorbar(X[::6], X[::6], yerr=0.8, xerr=0.2, capsize=4, fmt="o")


@one
def fill_between(ax: Any) -> None:
    ax.fill_between(X, np.sin(X) - 0.2, np.sin(X) + 0.2, alpha=0.4)
    ax.plot(X, np.sin(X))


@one
def fill_where(ax: Any) -> None:
    ax.fill_between(X, np.sin(X), where=np.sin(X) > 0, color="C2", interpolate=True)
    ax.fill_betweenx(X, 0, np.cos(X), alpha=0.3)


@one
def stack(ax: Any) -> None:
    ax.stackplot(X, X, 10 - X, X / 2, labels=["a", "b", "c"])
    ax.legend(loc="upper left")


@one
def colour_line(ax: Any) -> None:
    points = np.column_stack([X, np.sin(X)]).reshape(-1, 1, 2)
    collection = LineCollection(list(np.concatenate([points[:-1], points[1:]], axis=1)), linewidths=4)
    collection.set_array(X)
    ax.add_collection(collection)
    ax.autoscale()


@one
def events(ax: Any) -> None:
    ax.eventplot([_rng(place).uniform(0, 10, 20) for place in range(4)], colors=["C0", "C1", "C2", "C3"])


@one
def stem(ax: Any) -> None:
    ax.stem(X[::4], np.sin(X[::4]))


@one
def twin(ax: Any) -> None:
    ax.plot(X, X, "C0")
    other = ax.twinx()
    other.plot(X, X**2, "C3")
    other.set_ylabel("kwadraat")


# --- Bars and parts -----------------------------------------------------------------------------------


@one
def bars(ax: Any) -> None:
    found = ax.bar(["jan", "feb", "mrt"], [1200, 3400, 2100])
    ax.bar_label(found)


@one
def bars_grouped(ax: Any) -> None:
    for place in range(3):
        ax.bar(np.arange(4) + place * 0.25, [1 + place, 2, 3, 4 - place], 0.25, label=f"groep {place}")
    ax.legend()


@one
def bars_stacked(ax: Any) -> None:
    ax.bar(range(4), [1, 2, 3, 4], yerr=0.2)
    ax.bar(range(4), [2, 2, 1, 1], bottom=[1, 2, 3, 4], hatch="//", edgecolor="white")


@one
def bars_across(ax: Any) -> None:
    ax.barh(["Utrecht", "Groningen", "Assen"], [3, -1, 2], color=["C0", "C3", "C0"])
    ax.axvline(0, color="k", lw=0.8)


@one
def hatches(ax: Any) -> None:
    for place, sign in enumerate(("/", "\\", "|", "-", "+", "x", "o", "O", ".", "*")):
        ax.bar(place, 3 + place % 3, hatch=sign * 2, facecolor="white", edgecolor="C0")


@one
def pie(ax: Any) -> None:
    ax.pie([30, 45, 15, 10], labels=["a", "b", "c", "d"], autopct="%1.0f%%", explode=(0, 0.1, 0, 0))


@one
def doughnut(ax: Any) -> None:
    ax.pie([30, 45, 25], wedgeprops={"width": 0.4, "edgecolor": "w"}, startangle=90)


@one
def broken_bars(ax: Any) -> None:
    ax.broken_barh([(1, 3), (5, 2)], (0, 1), facecolors="C0")
    ax.broken_barh([(2, 5)], (2, 1), facecolors=("C1",), alpha=0.5)


@one
def percentages(ax: Any) -> None:
    ax.barh(["a", "b"], [0.3, 0.7])
    ax.xaxis.set_major_formatter(PercentFormatter(1))


# --- Distributions ------------------------------------------------------------------------------------


@one
def histogram(ax: Any) -> None:
    ax.hist(_rng().normal(size=400), bins=20, edgecolor="white")


@one
def histograms(ax: Any) -> None:
    ax.hist([_rng(place).normal(place, size=200) for place in range(3)], bins=12, stacked=True)


@one
def histogram_steps(ax: Any) -> None:
    ax.hist(_rng().normal(size=300), bins=15, histtype="stepfilled", alpha=0.5)
    ax.hist(_rng(5).normal(size=300), bins=15, histtype="step", lw=2)


@one
def boxes(ax: Any) -> None:
    ax.boxplot([_rng(place).normal(place, 1 + place, 80) for place in range(4)], notch=True)


@one
def boxes_filled(ax: Any) -> None:
    ax.boxplot([_rng(place).normal(size=60) for place in range(3)], patch_artist=True, orientation="horizontal")


@one
def violins(ax: Any) -> None:
    ax.violinplot([_rng(place).normal(place, size=80) for place in range(3)], showmedians=True)


@one
def cumulative(ax: Any) -> None:
    ax.ecdf(_rng().normal(size=100))


@one
def hexagons(ax: Any) -> None:
    points = _rng().normal(size=(2, 600))
    ax.hexbin(*points, gridsize=14, cmap="Blues")


@one
def histogram_plane(ax: Any) -> None:
    points = _rng().normal(size=(2, 600))
    ax.hist2d(*points, bins=16)


@one
def scatter(ax: Any) -> None:
    points = _rng().uniform(size=(4, 60))
    shown = ax.scatter(points[0], points[1], s=points[2] * 300, c=points[3], alpha=0.6)
    ax.figure.colorbar(shown)


@one
def scatter_markers(ax: Any) -> None:
    for place, sign in enumerate("os^*"):
        points = _rng(place).uniform(size=(2, 20))
        ax.scatter(*points, marker=sign, edgecolors="k", label=sign)
    ax.legend(title="soort", ncols=2)


# --- Planes -------------------------------------------------------------------------------------------


@one
def heat_map(ax: Any) -> None:
    values = np.arange(20).reshape(4, 5)
    ax.imshow(values, cmap="Blues")
    for row in range(4):
        for column in range(5):
            ax.text(
                column,
                row,
                str(values[row, column]),
                ha="center",
                va="center",
                color="w" if values[row, column] > 10 else "k",
            )


@one
def picture(ax: Any) -> None:
    across, up = np.meshgrid(np.linspace(-3, 3, 200), np.linspace(-3, 3, 160))
    ax.imshow(np.sin(across**2 + up), extent=(-3, 3, -3, 3), origin="lower", interpolation="bilinear")


@one
def picture_masked(ax: Any) -> None:
    values = np.ma.masked_less(_rng().uniform(size=(12, 16)), 0.3)
    ax.imshow(values, interpolation="nearest")
    ax.set_facecolor("#dddddd")


@one
def picture_plain(ax: Any) -> None:
    ax.imshow(_rng().uniform(size=(30, 40, 3)), interpolation="none")


@one
def picture_turned(ax: Any) -> None:
    shown = ax.imshow(np.arange(24).reshape(4, 6), interpolation="none", extent=(0, 6, 0, 4))
    shown.set_transform(mpl.transforms.Affine2D().rotate_deg(25) + ax.transData)
    ax.set(xlim=(-3, 7), ylim=(-1, 7))


@one
def mesh(ax: Any) -> None:
    shown = ax.pcolormesh(np.arange(9), np.arange(7), _rng().uniform(size=(6, 8)), cmap="viridis")
    ax.figure.colorbar(shown, label="aandeel")


@one
def mesh_curved(ax: Any) -> None:
    radius, angle = np.meshgrid(np.linspace(1, 2, 8), np.linspace(0, np.pi, 16))
    ax.pcolormesh(radius * np.cos(angle), radius * np.sin(angle), radius[:-1, :-1] * angle[:-1, :-1], edgecolors="w")


@one
def mesh_shaded(ax: Any) -> None:
    ax.pcolormesh(_rng().uniform(size=(6, 8)), shading="gouraud")


@one
def contours(ax: Any) -> None:
    across, up = np.meshgrid(np.linspace(-3, 3, 60), np.linspace(-3, 3, 60))
    found = ax.contour(across, up, np.exp(-(across**2) - up**2), levels=6)
    ax.clabel(found, fontsize=7)


@one
def contours_filled(ax: Any) -> None:
    across, up = np.meshgrid(np.linspace(-3, 3, 60), np.linspace(-3, 3, 60))
    shown = ax.contourf(across, up, np.sin(across) * up, levels=8, hatches=["", "/", "", "."])
    ax.figure.colorbar(shown, orientation="horizontal")


@one
def classes(ax: Any) -> None:
    values = _rng().uniform(0, 100, size=(8, 8))
    shown = ax.pcolormesh(values, norm=BoundaryNorm([0, 20, 40, 80, 100], 256), cmap="Greens")
    ax.figure.colorbar(shown, extend="both")


@one
def log_colours(ax: Any) -> None:
    shown = ax.pcolormesh(10 ** _rng().uniform(0, 4, size=(5, 5)), norm=LogNorm())
    ax.figure.colorbar(shown)


@one
def triangles(ax: Any) -> None:
    points = _rng().uniform(size=(2, 30))
    ax.tripcolor(*points, points[0], shading="flat")
    ax.triplot(*points, lw=0.5, color="k")


@one
def arrows(ax: Any) -> None:
    across, up = np.meshgrid(np.arange(6), np.arange(5))
    ax.quiver(across, up, np.cos(across), np.sin(up))
    ax.barbs([1, 3], [5.2, 5.2], [10, 40], [5, 30])


@one
def streams(ax: Any) -> None:
    up, across = np.mgrid[-2:2:20j, -2:2:20j]
    ax.streamplot(across, up, -up, across, density=0.6)


# --- Shapes, words and layouts ------------------------------------------------------------------------


@one
def shapes(ax: Any) -> None:
    found = [
        patches.Circle((2, 2), 1),
        patches.Ellipse((5, 2), 2, 1, angle=30),
        patches.RegularPolygon((8, 2), 5, radius=1),
        patches.Wedge((2, 6), 1, 30, 270),
        patches.FancyBboxPatch((4, 5), 2, 1.5, boxstyle="round,pad=0.3"),
        patches.Arc((8, 6), 2, 2, theta1=0, theta2=200),
    ]
    for place, each in enumerate(found):
        each.set(facecolor=f"C{place}", alpha=0.8)
        ax.add_patch(each)
    ax.add_collection(PatchCollection([patches.Circle((2, 9), 0.6)], color="k"))
    ax.set(xlim=(0, 10), ylim=(0, 10), aspect="equal")


@one
def clipped_shape(ax: Any) -> None:
    across, up = np.meshgrid(np.linspace(0, 1, 40), np.linspace(0, 1, 40))
    shown = ax.imshow(across * up, extent=(0, 10, 0, 10), interpolation="bilinear")
    shown.set_clip_path(patches.Circle((5, 5), 4, transform=ax.transData))
    line = ax.plot([0, 10], [0, 10], "w", lw=8)[0]
    star = Path.unit_regular_star(5).transformed(mpl.transforms.Affine2D().scale(5).translate(5, 5))
    line.set_clip_path(star, transform=ax.transData)


@one
def words(ax: Any) -> None:
    ax.plot(X, X)
    ax.annotate("grens dicht", (5, 5), (6, 2), arrowprops={"arrowstyle": "->", "connectionstyle": "arc3,rad=.3"})
    ax.text(1, 8, "schuin", rotation=30, fontsize=14, fontweight="bold")
    ax.text(3, 9, "vak", bbox={"facecolor": "#eeeeee", "boxstyle": "round"})
    ax.text(7, 8, "twee\nregels", ha="right", va="top", style="italic")


@one
def formulas(ax: Any) -> None:
    ax.set_title(r"$\sigma_i = \frac{x^2}{\sqrt{n}}$ in m$^2$")
    ax.text(0.5, 0.5, r"$\int_0^1 \alpha\, dx$", fontsize=16)


@figure
def grid_of_axes(fig: Figure) -> None:
    axes = fig.subplots(2, 2, sharex=True)
    for place, ax in enumerate(axes.flat):
        ax.plot(X, np.sin(X * (place + 1)))
        ax.set_title(f"deel {place}", fontsize=8)
    fig.suptitle("Vier delen")


@figure
def mosaic(fig: Figure) -> None:
    axes = fig.subplot_mosaic("AAB;CCB")
    axes["A"].bar(range(3), [1, 2, 3])
    axes["B"].plot(X, X)
    inset = axes["A"].inset_axes((0.1, 0.6, 0.3, 0.3))
    inset.plot(X, np.sin(X))
    axes["C"].table([["1", "2"], ["3", "4"]], colLabels=["x", "y"], loc="center")
    axes["C"].axis("off")


@figure
def polar(fig: Figure) -> None:
    ax = fig.add_subplot(projection="polar")
    ax.bar(np.linspace(0, 2 * np.pi, 8, endpoint=False), [1, 2, 3, 4, 3, 2, 1, 2], 0.6, alpha=0.6)
    ax.plot(X, X / 3, "C3")


@figure
def space(fig: Figure) -> None:
    ax = fig.add_subplot(projection="3d")
    across, up = np.meshgrid(np.linspace(-2, 2, 16), np.linspace(-2, 2, 16))
    ax.plot_surface(across, up, np.cos(across) * np.sin(up), cmap="viridis")
