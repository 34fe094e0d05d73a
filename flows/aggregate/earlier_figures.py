"""What earlier submissions have told: figures that cannot be taken back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isclose

from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.published_counts import are_new_alike, is_count
from flows.programme.indicator_names import Measure

OF_COMMENTS = frozenset({Measure.THEME_COMMENTS, Measure.AGREEMENT, Measure.KAPPA})
"""Protected measures whose base is comments, of which one person may have written many."""


@dataclass(frozen=True, slots=True)
class EarlierFigure:
    """One indicator of an earlier submission; `value` is None where none was published."""

    value: float | None
    base: int | None
    is_suppressed: bool


@dataclass(frozen=True, slots=True)
class EarlierFigures:
    """The indicators of one earlier submission, by their names as indicators.json writes them."""

    by_name: Mapping[str, EarlierFigure]

    def has_hidden(self, figures: Iterable[Indicator]) -> bool:
        """Tell whether any of `figures` was suppressed then."""
        found = (self.by_name.get(str(figure.name)) for figure in figures)
        return any(earlier.is_suppressed for earlier in found if earlier)

    def has_told(self, figures: Iterable[Indicator]) -> bool:
        """Tell whether any of `figures` was published then."""
        found = (self.by_name.get(str(figure.name)) for figure in figures)
        return any(earlier.value is not None for earlier in found if earlier)

    def tells_of_few(self, figures: Iterable[Indicator], threshold: float) -> bool:
        """Tell whether `figures` differ from then by few people, or by a few who are all alike.

        A count that differs by 5 needs at least five people who answered anew or otherwise.
        With a threshold of one nobody is few, and nobody alike to himself.
        """
        pairs = [
            (figure, earlier)
            for figure in figures
            if (earlier := self.by_name.get(str(figure.name)))
        ]
        differences = [difference for pair in pairs for difference in compare(*pair)]
        if not any(size for size, _ in differences):
            return False
        people = max((size for size, is_people in differences if is_people), default=0)
        if people < threshold:
            return True
        is_small_group = threshold > 1 and people < 2 * threshold
        return is_small_group and any(
            are_new_alike(figure, earlier.value, earlier.base) for figure, earlier in pairs
        )


def compare(figure: Indicator, earlier: EarlierFigure) -> Iterable[tuple[float, bool]]:
    """Yield how far value and base are from what they were, each with whether it is a count."""
    if figure.value is None or earlier.value is None:
        return
    is_same = isclose(figure.value, earlier.value, abs_tol=1e-9)
    yield (0 if is_same else abs(figure.value - earlier.value)), is_count(figure)
    if figure.base is not None and earlier.base is not None:
        yield abs(figure.base - earlier.base), figure.name.measure not in OF_COMMENTS


def read_earlier_figures(text: str) -> EarlierFigures:
    """Return the indicators that `text`, an earlier indicators.json, holds."""
    return EarlierFigures(
        {
            indicator["id"]: EarlierFigure(
                indicator["value"],
                indicator["base"],
                is_suppressed=indicator["status"] == Status.SUPPRESSED.value,
            )
            for indicator in json.loads(text)["indicators"]
        }
    )
