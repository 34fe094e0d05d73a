"""How light colours are, how much two differ, and what lies between them.

Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance and #dfn-contrast-ratio.
"""

from functools import cache

LINEAR_UP_TO = 0.04045
WEIGHTS = (0.2126, 0.7152, 0.0722)


@cache
def luminance_of(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", from 0 (black) to 1 (white)."""
    channels = (channel / 255 for channel in channels_of(colour))
    linear = (
        c / 12.92 if c <= LINEAR_UP_TO else float(((c + 0.055) / 1.055) ** 2.4) for c in channels
    )
    return sum(weight * value for weight, value in zip(WEIGHTS, linear, strict=True))


def contrast_of(colour: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 (alike) to 21 (black and white)."""
    darker, lighter = sorted((luminance_of(colour), luminance_of(other)))
    return (lighter + 0.05) / (darker + 0.05)


def channels_of(colour: str) -> tuple[int, ...]:
    """Return red, green and blue of "#rrggbb", from 0 to 255."""
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


@cache
def mix(colour: str, other: str, fraction: float) -> str:
    """Return the colour at `fraction` of the way from `colour` to `other`."""
    pairs = zip(channels_of(colour), channels_of(other), strict=True)
    return "#" + "".join(f"{round(start + fraction * (end - start)):02x}" for start, end in pairs)
