"""How a cost grows with size."""

from collections.abc import Sequence
from math import log
from statistics import linear_regression


def slope(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The exponent k of the best fit of cost = c * size ** k: 1 is linear, 2 quadratic.

    The least squares line through the logarithms, so that each size counts as much as the others.

    Raises:
        ValueError: There are fewer than two distinct sizes, or a size or cost is not positive.
    """
    if len(set(sizes)) < 2:
        raise ValueError("a slope needs two sizes at least")
    return linear_regression(list(map(log, sizes)), list(map(log, costs))).slope
