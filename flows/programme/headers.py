"""How a header or a label is compared with another: by its normalised text."""

import unicodedata
from functools import lru_cache

ZERO_WIDTH = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """Return `text` as it is compared: NFC, no zero-width signs, single spaces, case folded.

    No-break spaces and line breaks count as spaces. The original is kept for display.
    """
    return display(text).casefold()


def display(text: str) -> str:
    """Return `text` as it is shown: on one line, without invisible signs, case kept."""
    return " ".join(unicodedata.normalize("NFC", text).translate(ZERO_WIDTH).split())
