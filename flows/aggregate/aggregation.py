"""Aggregation: from the dataset to every indicator, past the disclosure gate."""

from flows.aggregate.answers import count_answers
from flows.aggregate.change_projects import count_change_projects
from flows.aggregate.changes import count_changes
from flows.aggregate.comments import count_comments
from flows.aggregate.disclosure import disclose
from flows.aggregate.economy import count_economy
from flows.aggregate.indicators import Indicator, sort_indicators
from flows.aggregate.participation import count_participation
from flows.aggregate.responses import count_responses
from flows.validate.dataset import Dataset

FAMILIES = (
    count_participation,
    count_responses,
    count_answers,
    count_changes,
    count_change_projects,
    count_comments,
    count_economy,
)
"""What is counted. A new family is one more function from the dataset to figures."""


def aggregate(dataset: Dataset) -> tuple[Indicator, ...]:
    """Return all indicators, sorted; none that the disclosure gate does not let through."""
    figures = [count_family(dataset) for count_family in FAMILIES]
    return sort_indicators(disclose(figures, dataset.programme.profile.suppression_threshold))
