"""What holds for any exports: rows add up, and order changes nothing."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.ingest.responses import keep_responses
from flows.programme.decisions import Decisions
from flows.validate.validation import validate
from tests.validate.export_drawing import PROGRAMME, draw_export

SCALE_CELLS = st.sampled_from([None, 1, 5, 6, "4", "Agree", "Vet ej", "Ja", "egna ord"])
NAMES = st.sampled_from([None, "anonymous", "Ada Berg", "Dahl, Bo", "Eva Fors", "Ada Breg"])
ROLES = st.sampled_from([None, "chef", "Politiker", "rektor"])
COMMENTS = st.sampled_from([None, "-", "Bra", "Mer tid"])
ROWS = st.lists(st.tuples(NAMES, ROLES, SCALE_CELLS, SCALE_CELLS, COMMENTS), max_size=8)


def fill_survey(rows, moments, file):
    """Return a survey of `rows`, each with a moment of `moments`; rows may be repeated."""
    empty = draw_export(
        "| Inskickad | Namn | Roll | Tiden räckte | Jag har nytta av innehållet | fritt |\n| x |",
        file=file,
    )
    response = empty.responses[0]
    return replace(
        empty,
        responses=keep_responses(
            response._replace(row=number, values=(moment, *values), submitted_at=moment)
            for number, (values, moment) in enumerate(zip(rows, moments, strict=True), 2)
        ),
    )


def moments_of(rows):
    """Return a moment of its own for each row."""
    start = datetime.fromisoformat("2016-03-01 16:00")
    return [start + timedelta(minutes=number) for number, _ in enumerate(rows)]


def figures(dataset):
    """Return what the dataset says, without where it stands."""
    values = Counter(
        (a.item_id, a.session, a.value, a.codes, a.missing, a.respondent.role)
        for a in dataset.answers
    )
    people = Counter(s.respondent.participant_key for s in dataset.responses)
    texts = Counter(comment.text for comment in dataset.comments)
    excluded = [(account.file, account.rows_used, account.excluded) for account in dataset.accounts]
    return values, people, texts, excluded


@settings(deadline=None, max_examples=60)
@given(ROWS, ROWS)
def test_rows_read_are_used_or_excluded(first, second):
    """Every row is used or excluded once with a code, also when a second file repeats the first."""
    exports = (
        fill_survey(first, moments_of(first), "sessions/01/a.xlsx"),
        fill_survey([*first, *second], moments_of([*first, *second]), "sessions/01/b.xlsx"),
    )
    dataset, _ = validate(PROGRAMME, Decisions(), exports)
    rows_used = Counter((found.place.file, found.place.row) for found in dataset.responses)

    assert set(rows_used.values()) <= {1}
    for account, export in zip(dataset.accounts, exports, strict=True):
        assert account.rows_read == len(export.responses)
        assert account.rows_read == account.rows_used + sum(n for _, n in account.excluded)
        assert account.rows_used == sum(file == account.file for file, _ in rows_used)


@settings(deadline=None, max_examples=60)
@given(ROWS, st.randoms(use_true_random=False))
def test_order_of_rows_changes_no_figure(rows, chance):
    """Sorting the rows of an export in another way leaves every figure as it was."""
    pairs = list(zip(rows, moments_of(rows), strict=True))
    shuffled = chance.sample(pairs, len(pairs))
    before, after = (
        fill_survey([row for row, _ in order], [moment for _, moment in order], "sessions/01/a.csv")
        for order in (pairs, shuffled)
    )

    assert figures(validate(PROGRAMME, Decisions(), (before,))[0]) == figures(
        validate(PROGRAMME, Decisions(), (after,))[0]
    )


@settings(deadline=None, max_examples=40)
@given(ROWS, ROWS)
def test_order_of_files_changes_nothing(first, second):
    """The dataset and the problems are the same in whichever order the exports come."""
    one = fill_survey(first, moments_of(first), "sessions/01/a.xlsx")
    other = fill_survey(second, moments_of(second), "sessions/01/b.xlsx")

    assert validate(PROGRAMME, Decisions(), (one, other)) == validate(
        PROGRAMME, Decisions(), (other, one)
    )


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_every_reply_answers_every_question_once(rows):
    """Answers and missing ones together are the respondents, for each item that was asked."""
    dataset, _ = validate(
        PROGRAMME, Decisions(), (fill_survey(rows, moments_of(rows), "sessions/01/a.xlsx"),)
    )
    answers = Counter(answer.item_id for answer in dataset.answers)

    assert answers["tid"] == answers["nytta"] == len(dataset.responses)
    assert all((a.missing is None) == bool(a.codes) for a in dataset.answers)
