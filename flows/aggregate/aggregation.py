"""Aggregation: from the dataset to every indicator, past the disclosure gate."""

from dataclasses import replace

from flows.aggregate.answers import count_answers
from flows.aggregate.approved_words import count_approved
from flows.aggregate.change_projects import count_change_projects
from flows.aggregate.changes import count_changes
from flows.aggregate.coder_agreement import count_agreement
from flows.aggregate.comments import count_comments
from flows.aggregate.completeness import count_completeness
from flows.aggregate.dependent_figures import hide_dependent
from flows.aggregate.disclosure import disclose
from flows.aggregate.earlier_figures import EarlierFigures
from flows.aggregate.economy import count_economy
from flows.aggregate.indicators import Indicator, sort_indicators
from flows.aggregate.links import count_corrections, count_links
from flows.aggregate.multiplicity import adjust_for_many_tests
from flows.aggregate.participation import count_participation
from flows.aggregate.reliability import count_reliability
from flows.aggregate.responses import count_responses
from flows.aggregate.retention import count_retention
from flows.aggregate.rows import count_rows
from flows.aggregate.themes import count_themes
from flows.validate.dataset import Dataset

FAMILIES = (
    count_participation,
    count_responses,
    count_completeness,
    count_retention,
    count_answers,
    count_change_projects,
    count_comments,
    count_themes,
    count_agreement,
    count_approved,
    count_economy,
    count_rows,
    count_links,
    count_corrections,
)
"""What is counted. A new family is one more function from the dataset to figures."""

TESTED_FAMILIES = (count_changes, count_reliability)
"""Those that SciPy has a part in, which takes longer to load than everything else."""


def aggregate(
    dataset: Dataset, earlier: tuple[EarlierFigures, ...] = (), *, is_quick: bool = False
) -> tuple[Indicator, ...]:
    """Return all indicators, sorted; none that the disclosure gate does not let through.

    `earlier` is what the programme's earlier submissions have told. A quick count leaves out
    the figures that take long to work out.
    """
    dataset = make_once(dataset)
    figures = [
        *(count_family(dataset) for count_family in FAMILIES),
        *(count_family(dataset, is_quick=is_quick) for count_family in TESTED_FAMILIES),
    ]
    profile = dataset.programme.profile
    disclosed = disclose(
        figures,
        profile.suppression_threshold,
        earlier,
        hides_telling_totals=profile.hides_telling_totals,
    )
    disclosed = hide_dependent(disclosed, dataset.programme.indices)
    return sort_indicators((*disclosed, *adjust_for_many_tests(disclosed)))


def make_once(dataset: Dataset) -> Dataset:
    """Return `dataset` with all that was said made once for every family of figures."""
    return replace(
        dataset,
        responses=tuple(dataset.responses),
        answers=tuple(dataset.answers),
        comments=tuple(dataset.comments),
    )
