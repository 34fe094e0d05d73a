"""All surveys together: read, linked, rid of repeats, and answered question by question."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from flows.ingest.exports import ColumnRole, Export
from flows.programme.decisions import Decisions
from flows.programme.items import Instrument
from flows.programme.places import Place
from flows.programme.problems import Problem
from flows.programme.programme import Programme
from flows.validate.answer_tables import TabulatedAnswers
from flows.validate.code_pairs import WrittenCode, list_codes
from flows.validate.columns import collect_wordings, find_idle_wordings, find_unasked
from flows.validate.crosswalk import propose_wordings
from flows.validate.dataset import AskedItem, Comment, UsedResponse
from flows.validate.dates import check_sending_days, find_text_dates
from flows.validate.defects import Defects, join_defects
from flows.validate.duplicates import drop_earlier_replies, drop_repeated_rows
from flows.validate.identification import RowLink
from flows.validate.proposals import WordingProposal
from flows.validate.register import Register
from flows.validate.replies import Reply, collect_replies
from flows.validate.settled_decisions import settle_wordings
from flows.validate.survey_answers import read_answers
from flows.validate.surveys import Survey, read_survey


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """What all surveys say, each collection in order of place.

    `links` tell how each row is linked to a respondent, `unpaired` holds the self-made codes
    that only one wave has, `instruments` the instrument of each table.
    """

    responses: tuple[UsedResponse, ...]
    answers: TabulatedAnswers
    comments: tuple[Comment, ...]
    asked_items: tuple[AskedItem, ...]
    links: tuple[RowLink, ...] = ()
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
    once, repeated = drop_repeated_rows([reply for one, _ in collected for reply in one.replies])
    kept, earlier = drop_earlier_replies(once)
    said, problems = answer_surveys(surveys, kept, programme)
    remarks = (
        *problems,
        *check_sending_days(kept, programme),
        *find_moments_as_text(surveys),
        *find_unasked(programme.items, wordings, exports),
        *find_idle_wordings(programme.items, confirmed, exports),
        *decision_problems,
    )
    defects = (defects for _, defects in (*read, *collected))
    results = replace(
        said,
        links=tuple(link for one, _ in collected for link in one.links),
        codes=list_codes(kept),
        proposals=propose_wordings(answered, wordings, programme, decisions.wordings),
        instruments=tuple((survey.export.place(), survey.instrument) for survey in surveys),
    )
    return results, join_defects((*defects, repeated, earlier, Defects(notes=remarks)))


def answer_surveys(
    surveys: Iterable[Survey], replies: Iterable[Reply], programme: Programme
) -> tuple[SurveyResults, tuple[Problem, ...]]:
    """Return what `replies` say, each read with the questions of its own survey."""
    replies_by_table: dict[tuple[str, str], list[Reply]] = defaultdict(list)
    for reply in replies:
        replies_by_table[reply.place[:2]].append(reply)
    said = [
        read_answers(
            survey,
            tuple(replies_by_table[survey.export.source.file, survey.export.sheet]),
            programme,
        )
        for survey in surveys
    ]
    results = SurveyResults(
        responses=tuple(response for one in said for response in one.responses),
        answers=TabulatedAnswers(tuple(one.answers for one in said)),
        comments=tuple(sorted((comment for one in said for comment in one.comments), key=place_of)),
        asked_items=tuple(
            sorted((asked for one in said for asked in one.asked_items), key=place_of)
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
