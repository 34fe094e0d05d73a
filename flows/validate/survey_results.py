"""All surveys together: read, linked, rid of repeats, and answered question by question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter, itemgetter

from flows.ingest.exports import ColumnRole, Export
from flows.programme.decisions import Decisions
from flows.programme.items import Instrument
from flows.programme.places import Place
from flows.programme.problems import Problem
from flows.programme.programme import Programme
from flows.validate.code_pairs import WrittenCode, list_codes
from flows.validate.columns import collect_wordings, find_idle_wordings, find_unasked
from flows.validate.crosswalk import propose_wordings
from flows.validate.dataset import Answer, AskedItem, Comment, UsedResponse
from flows.validate.dates import check_sending_days, find_text_dates
from flows.validate.defects import Defects, join_defects
from flows.validate.duplicates import drop_earlier_replies, drop_repeated_rows
from flows.validate.identification import RowLink
from flows.validate.linking import Table
from flows.validate.proposals import WordingProposal
from flows.validate.register import Register
from flows.validate.replies import Replies, collect_replies
from flows.validate.settled_decisions import settle_wordings
from flows.validate.survey_answers import read_answers
from flows.validate.surveys import Survey, read_survey
from flows.validate.used_responses import Tabulated


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """What all surveys say, each collection in order of place.

    `evaluated` are the sessions of which anybody handed in an evaluation. `links` tell how each
    row that names somebody is linked to a respondent, `nameless` how many rows of each table name
    nobody. `codes` are the self-made ones, `instruments` the instrument of each table.
    """

    responses: Tabulated[UsedResponse]
    answers: Tabulated[Answer]
    comments: Tabulated[Comment]
    asked_items: tuple[AskedItem, ...]
    evaluated: frozenset[int] = frozenset()
    links: tuple[RowLink, ...] = ()
    nameless: Mapping[Table, int] = field(default_factory=dict)
    codes: tuple[WrittenCode, ...] = ()
    instruments: tuple[tuple[Place, Instrument], ...] = ()
    proposals: tuple[WordingProposal, ...] = ()


def read_surveys(
    exports: tuple[Export, ...], programme: Programme, decisions: Decisions, register: Register
) -> tuple[SurveyResults, Defects]:
    """Return what the survey `exports` say; every row is used or is among the defects.

    An export without rows says nothing, not even when it was made.
    """
    confirmed, decision_problems = settle_wordings(decisions.wordings, programme.items)
    wordings = collect_wordings(programme.items, confirmed)
    answered = [export for export in exports if export.responses]
    read = [read_survey(export, wordings, programme) for export in answered]
    surveys = [survey for survey, _ in read if survey]
    collected = [collect_replies(survey, register, programme) for survey in surveys]
    once, repeated = drop_repeated_rows([one.replies for one, _ in collected])
    kept, earlier = drop_earlier_replies(once)
    said, problems = answer_surveys(kept, programme)
    remarks = (
        *problems,
        *(found for replies in kept for found in check_sending_days(replies, programme)),
        *find_moments_as_text(surveys),
        *find_unasked(programme.items, wordings, exports),
        *find_idle_wordings(programme.items, confirmed, exports),
        *decision_problems,
    )
    defects = (defects for _, defects in (*read, *collected))
    results = replace(
        said,
        links=tuple(link for one, _ in collected for link in one.links),
        nameless={one.replies.place()[:2]: one.nameless for one, _ in collected},
        codes=list_codes(kept),
        proposals=propose_wordings(answered, wordings, programme, decisions.wordings),
        instruments=tuple((survey.export.place(), survey.instrument) for survey in surveys),
    )
    return results, join_defects((*defects, repeated, earlier, Defects(notes=remarks)))


def answer_surveys(
    surveys: Iterable[Replies], programme: Programme
) -> tuple[SurveyResults, tuple[Problem, ...]]:
    """Return what the replies of all `surveys` say."""
    said = [read_answers(replies, programme) for replies in surveys]
    comments = sorted((one for each in said for one in each.comments), key=itemgetter(0))
    results = SurveyResults(
        responses=Tabulated(tuple(one.responses for one in said)),
        answers=Tabulated(tuple(one.answers for one in said)),
        comments=Tabulated(tuple(table for _sheet, table in comments)),
        asked_items=tuple(
            sorted((asked for one in said for asked in one.asked_items), key=place_of)
        ),
        evaluated=frozenset(
            one.responses.session
            for one in said
            if one.responses
            and one.responses.instrument is Instrument.EVALUATION
            and one.responses.session is not None
        ),
    )
    return results, tuple(problem for one in said for problem in one.problems)


place_of = attrgetter("place.file", "place.sheet", "place.row", "place.column")
"""Where something said stands, by which all of it is ordered."""


def find_moments_as_text(surveys: Iterable[Survey]) -> Iterable[Problem]:
    """Yield a problem for each moment of sending that is typed as text among true ones."""
    for survey in surveys:
        column = survey.export.column_with(ColumnRole.SUBMITTED_AT)
        if column:
            yield from find_text_dates(survey.export, column)
