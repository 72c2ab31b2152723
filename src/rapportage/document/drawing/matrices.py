"""Matrices (a, b, c, d, e, f), that bring the point (x, y) to (a x + c y + e, b x + d y + f)."""

from __future__ import annotations

from math import cos, radians, sin

from rapportage.document.drawing.display_list import Command, Matrix, TextRun

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(outer: Matrix, inner: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def determinant(matrix: Matrix) -> float:
    """How much larger it makes a surface; below 0 when it mirrors."""
    return matrix[0] * matrix[3] - matrix[1] * matrix[2]


def inverse(matrix: Matrix) -> Matrix:
    """The way back.

    Raises:
        ZeroDivisionError: there is none, since it brings everything on a line.
    """
    a, b, c, d, e, f = matrix
    size = determinant(matrix)
    return (d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size)


def placed(commands: tuple[Command, ...], matrix: Matrix) -> tuple[Command, ...]:
    """The commands of a path, each of its points where the matrix brings it."""
    return tuple(
        (letter, tuple(each for at in range(0, len(ends), 2) for each in applied(matrix, ends[at], ends[at + 1])))
        for letter, ends in commands
    )


def text_matrix(run: TextRun, *, shift: float = 0.0) -> Matrix:
    """Of letters whose baseline is the x-axis, from `shift` on."""
    cosine, sine = cos(radians(run.angle)), sin(radians(run.angle))
    a, b = cosine * run.stretch, sine * run.stretch
    c, d = cosine * run.slant - sine, sine * run.slant + cosine
    return (a, b, c, d, run.x - shift * a, run.y - shift * b)
