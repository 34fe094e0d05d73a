"""How wide the columns of a table are, worked out from the words in them.

Who sets type can measure every word of every cell instead, but that takes a quarter of the time
of setting a page with tables on it. Widths are in em of the table's type.

Source: the automatic table layout of CSS 2.2, 17.5.2.2, with an average sign for measure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SIGN_EM = 0.485
"""An average sign of Source Sans in Swedish, with some room for capitals and bold type."""

CITATION_EM = 0.85
"""The size of the type in which evidence is cited."""

PADDING_EM = 1.2
NARROWEST_EM = 3.4
"""A column of single digits has room beside it too."""

TEXT_WIDTH_EM = 55.0
"""The width of the text, 165 mm, in em of the 8.5 points that tables are set in."""

DENSE_TEXT_WIDTH_EM = 68.7
"""The same in em of the 6.8 points that the headings of the appendix are set in."""

SMALL_TABLE_EM = 35.0
"""A table with little in it is not narrower than this, for rules of a few words look lost."""

BREAKS = re.compile(r" |(?<=[-/–])")
"""Where a line may break; a no-break space is no such place."""

BREAKS_OF_WHOLE = "; "
"""Where a cell of numbers may: between two of them, each with its words."""


@dataclass(frozen=True, slots=True)
class Need:
    """The least width in which no word of a column breaks, and that in which no line does."""

    least_em: float
    most_em: float

    @property
    def at_least(self) -> "Need":
        """The need of a column that has no use for more than the least."""
        return Need(self.least_em, self.least_em)


@dataclass(frozen=True, slots=True)
class Widths:
    """The share of each column in its table, and of a table no wider than it must be in the page.

    The shares are in per cent; those of the columns make 100.
    """

    columns_pct: tuple[float, ...]
    own_pct: float


def weigh_citations(cells: Iterable[str]) -> Need:
    """Return what the column of the cited evidence needs: smaller type, each cell on one line.

    Its heading is one of `cells`.
    """
    width = longest(cells) * CITATION_EM
    return Need(width, width)


def weigh_column(heading: str, cells: Iterable[str], *, is_whole: bool) -> Need:
    """Return what a column needs; in one that `is_whole` a number is never cut from its words."""
    texts = tuple(cells)
    unbroken = (
        part
        for text in texts
        for part in (text.split(BREAKS_OF_WHOLE) if is_whole else BREAKS.split(text))
    )
    return Need(longest((*BREAKS.split(heading), *unbroken)), longest((heading, *texts)))


def longest(texts: Iterable[str]) -> float:
    """Return the width of the longest of `texts`, with the room beside it."""
    return max(NARROWEST_EM, max(map(len, texts), default=0) * SIGN_EM + PADDING_EM)


def share_width(needs: Sequence[Need], text_width_em: float = TEXT_WIDTH_EM) -> Widths:
    """Return the widths of columns with such `needs`, as automatic table layout gives them."""
    least, most = sum(need.least_em for need in needs), sum(need.most_em for need in needs)
    own = min(text_width_em, max(SMALL_TABLE_EM, most))
    if own >= most:
        shares = [need.most_em / most for need in needs]
    elif own > least:
        spare = (own - least) / (most - least)
        shares = [(need.least_em + (need.most_em - need.least_em) * spare) / own for need in needs]
    else:
        shares = [need.least_em / least for need in needs]
    return Widths(
        tuple(round(100 * share, 2) for share in shares), round(100 * own / text_width_em, 2)
    )
