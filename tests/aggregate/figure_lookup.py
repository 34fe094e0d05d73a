"""Indicators of a drawn dataset, found by their name as texts write it."""

from flows.aggregate.aggregation import aggregate
from flows.aggregate.earlier_figures import EarlierFigures
from flows.aggregate.indicators import Indicator, index_indicators
from flows.programme.indicator_names import parse_indicator_name
from flows.validate.dataset import Dataset
from tests.aggregate.dataset_drawing import draw_dataset


class Figures:
    """The indicators of a dataset, found by their name as texts write it."""

    def __init__(self, dataset: Dataset, earlier: tuple[EarlierFigures, ...] = ()) -> None:
        self.indicators = aggregate(dataset, earlier)
        self.table = index_indicators(self.indicators)

    def __getitem__(self, name: str) -> Indicator:
        """Return the indicator called `name`."""
        found = self.table.find(parse_indicator_name(name))
        assert found is not None, f"no indicator is called {name}"
        return found

    def __contains__(self, name: str) -> bool:
        """Tell whether there is an indicator called `name`."""
        return self.table.find(parse_indicator_name(name)) is not None

    def __call__(self, name: str) -> tuple[float | None, int | None]:
        """Return value and base of the indicator called `name`."""
        return self[name].value, self[name].base


def count(**drawings) -> Figures:
    """Return the figures of the dataset that `drawings` show."""
    return Figures(draw_dataset(**drawings))
