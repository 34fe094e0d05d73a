"""What a person approved for printing, of comments and of change projects, and how much it is."""

from collections.abc import Collection, Mapping, Sequence

from flows.aggregate.measures import make_figure
from flows.aggregate.protected_tables import Figures
from flows.aggregate.sources import fold_cells
from flows.programme.comment_ids import identify_comment
from flows.programme.decisions import ApprovedQuote
from flows.programme.headers import display
from flows.programme.indicator_names import IndicatorName, Measure
from flows.validate.dataset import ChangeProject, Comment, Dataset


def approved_voices(dataset: Dataset) -> tuple[ApprovedQuote, ...]:
    """Return the approved quotes but for titles and descriptions of change projects."""
    of_projects = {
        display(text)
        for project in dataset.change_projects
        for text in (project.title, project.description)
    }
    return tuple(quote for quote in dataset.quotes if display(quote.text) not in of_projects)


def find_origins(
    approved: Sequence[ApprovedQuote], comments: Collection[Comment]
) -> Mapping[str, Comment | None]:
    """Return the comment of each quote's words: the one it is bound to, else one that holds them.

    None for words that stand in a change project.
    """
    by_id = {identify_comment(one.item_id, one.text): one for one in comments}
    origins: dict[str, Comment | None] = {}
    for one in approved:
        words = display(one.text)
        whole = next((each for each in comments if display(each.text) == words), None)
        origins[words] = by_id.get(one.comment_id) or whole
    return origins


def quoted_ids(dataset: Dataset) -> frozenset[str]:
    """Return the ids of the comments that are printed, in whole or in part."""
    origins = find_origins(approved_voices(dataset), dataset.comments).values()
    return frozenset(identify_comment(one.item_id, one.text) for one in origins if one)


def approved_texts(dataset: Dataset) -> frozenset[str]:
    """Return the texts that a person approved for printing, letter by letter."""
    return frozenset(display(quote.text) for quote in dataset.quotes)


def unnamed_projects(dataset: Dataset) -> tuple[ChangeProject, ...]:
    """Return the change projects whose title nobody approved for printing."""
    approved = approved_texts(dataset)
    return tuple(
        project for project in dataset.change_projects if display(project.title) not in approved
    )


def count_approved(dataset: Dataset) -> Figures:
    """Return how many quotes are printed, and how many change projects are not named."""
    voices, unnamed = approved_voices(dataset), unnamed_projects(dataset)
    return Figures(
        (
            make_figure(
                IndicatorName(Measure.QUOTES),
                len(voices),
                len(dataset.comments),
                fold_cells(quote.place for quote in voices),
            ),
            make_figure(
                IndicatorName(Measure.PROJECTS_UNNAMED),
                len(unnamed),
                len(dataset.change_projects),
                fold_cells(project.place for project in unnamed),
            ),
        )
    )
