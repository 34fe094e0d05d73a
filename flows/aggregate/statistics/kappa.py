"""Cohen's kappa: how far two coders agree beyond what chance alone would give."""

from math import isclose


def cohen_kappa(both: int, first_only: int, second_only: int, neither: int) -> float | None:
    """Return kappa of two coders who each gave a theme to some texts and to others not.

    The counts are of texts that both, only the first, only the second and neither gave it. None
    where chance alone would make them agree on every text, because both always or never gave it.

    Source: Cohen, A Coefficient of Agreement for Nominal Scales (1960),
    https://doi.org/10.1177/001316446002000104, formula 1.
    """
    texts = both + first_only + second_only + neither
    if not texts:
        return None
    first, second = (both + first_only) / texts, (both + second_only) / texts
    by_chance = first * second + (1 - first) * (1 - second)
    if isclose(by_chance, 1):
        return None
    return ((both + neither) / texts - by_chance) / (1 - by_chance)
