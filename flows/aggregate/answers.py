"""What was answered to each item: by session, by role and by wave.

Answers of a wave (before, after) are never mixed with those of the sessions. By role they
are pooled over sessions: a role in one session is too small a group to tell about.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flows.aggregate.distributions import CountedItem, describe_answers, make_counted_item
from flows.aggregate.incomplete_cases import bound_favourable
from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.measures import make_gap
from flows.aggregate.occasions import AskedAnswers, collect_answers
from flows.aggregate.people import make_cell
from flows.aggregate.protected_tables import Breakdown, Cell, Figures, Table
from flows.aggregate.sources import fold_cells
from flows.aggregate.subgroups import distinct
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.items import ItemKind
from flows.programme.programme import Participant
from flows.validate.dataset import Answer, Attendance, Dataset

COUNTED_KINDS = (ItemKind.SCALE, ItemKind.CHOICE, ItemKind.CHOICES, ItemKind.NUMBER)
"""The kinds of items whose answers can be counted."""


def count_answers(dataset: Dataset) -> Figures:
    """Return the figures of every item, wherever its instrument was used."""
    participants = dataset.programme.participants
    tables: list[Table] = []
    marks_by_session = collect_marks(dataset)
    for item, occasions in collect_answers(dataset):
        if item.kind in COUNTED_KINDS:
            every_answer = (answer for asked in occasions for answer in asked.answers)
            counted = make_counted_item(item, dataset.programme.scale_of(item), every_answer)
            waves = [asked for asked in occasions if asked.occasion.wave]
            sessions = [asked for asked in occasions if not asked.occasion.wave]
            tables += (Table(describe_occasion(counted, asked)) for asked in waves)
            tables += tabulate_sessions(counted, sessions, participants, marks_by_session)
    return Figures(protected=tuple(tables))


def collect_marks(dataset: Dataset) -> Mapping[int, Sequence[Attendance]]:
    """Return the attendance marks of each session that has a list."""
    marks: dict[int, list[Attendance]] = defaultdict(list)
    for mark in dataset.attendances:
        marks[mark.session].append(mark)
    return marks


def tabulate_sessions(
    counted: CountedItem,
    sessions: Sequence[AskedAnswers],
    participants: Sequence[Participant],
    marks_by_session: Mapping[int, Sequence[Attendance]],
) -> Iterator[Table]:
    """Yield the answers of all sessions with their breakdowns by session and by role.

    Nothing where the instrument was used in no session.
    """
    if not sessions:
        return
    everything = AskedAnswers(
        EVERYBODY,
        is_asked=any(asked.is_asked for asked in sessions),
        answers=tuple(answer for asked in sessions for answer in asked.answers),
    )
    total = describe_occasion(counted, everything)
    bounds = tuple(bound_sessions(counted, sessions, marks_by_session))
    yield Table(
        total=replace(total, figures=(*total.figures, *bounds)),
        breakdowns=(
            break_down_sessions(counted, sessions),
            break_down_roles(counted, sessions, participants),
        ),
    )


def bound_sessions(
    counted: CountedItem,
    sessions: Sequence[AskedAnswers],
    marks_by_session: Mapping[int, Sequence[Attendance]],
) -> Iterator[Indicator]:
    """Yield what the favourable share can have been at most and at least, of all present.

    Sessions where the item was not asked are left out; without a list of any other, nothing.
    Nor where more answered at one of them than were present: then the list does not tell whose
    answers are missing, however few answered at the others.
    """
    asked = [each for each in sessions if each.is_asked]
    listed = [marks_by_session.get(each.occasion.session or 0, ()) for each in asked]
    if not counted.favourable_codes or not all(map(can_have_answered, asked, listed)):
        return
    answers = [answer for each in asked for answer in each.answers]
    valid = [answer for answer in answers if answer.missing is None]
    favourable = sum(not counted.favourable_codes.isdisjoint(answer.codes) for answer in valid)
    marks = [mark for found in listed for mark in found]
    present = sum(mark.is_present for mark in marks)
    sources = fold_cells(
        [place for answer in answers for place in answer.places] + [mark.place for mark in marks]
    )
    yield from bound_favourable(counted.item, favourable, len(valid), present, sources)


def can_have_answered(asked: AskedAnswers, marks: Sequence[Attendance]) -> bool:
    """Tell whether at least as many as answered are known to have been present."""
    valid = sum(answer.missing is None for answer in asked.answers)
    return bool(marks) and valid <= sum(mark.is_present for mark in marks)


def break_down_sessions(counted: CountedItem, sessions: Sequence[AskedAnswers]) -> Breakdown:
    """Return the parts by session; answers that belong to no session are the unnamed part."""
    outside = (
        answer for asked in sessions if not asked.occasion.session for answer in asked.answers
    )
    return Breakdown(
        parts=tuple(
            describe_occasion(counted, asked) for asked in sessions if asked.occasion.session
        ),
        unnamed=describe_answers(counted, EVERYBODY, tuple(outside)),
        is_whole_or_nothing=False,
    )


def break_down_roles(
    counted: CountedItem, sessions: Sequence[AskedAnswers], participants: Sequence[Participant]
) -> Breakdown:
    """Return the parts by role; answers whose role is not known are the unnamed part.

    Sessions in which no role is known are not among them, since their own figures are shown
    wherever roles are. There are no parts where no role is known at all, as in anonymous surveys.

    Each part cites the answers of everybody, and the register, which tells whose they are: the
    cells of a part alone would tell how many of it answered in each session, and which rows of
    other questions are theirs.
    """
    roles = distinct(participant.role for participant in participants)
    answers_by_role: dict[str, list[Answer]] = {role: [] for role in roles}
    unnamed: list[Answer] = []
    for asked in sessions:
        of_nobody = [each for each in asked.answers if each.respondent.role not in answers_by_role]
        if len(of_nobody) < len(asked.answers):
            unnamed += of_nobody
        for answer in asked.answers:
            answers_by_role.get(answer.respondent.role, []).append(answer)
    sources = fold_cells(
        [place for asked in sessions for answer in asked.answers for place in answer.places]
        + [participant.place for participant in participants]
    )
    return Breakdown(
        parts=tuple(
            describe_answers(counted, Group(role=role), of_role, sources)
            for role, of_role in answers_by_role.items()
            if any(answers_by_role.values())
        ),
        unnamed=describe_answers(counted, EVERYBODY, unnamed),
        is_whole_or_nothing=True,
    )


def describe_occasion(counted: CountedItem, asked: AskedAnswers) -> Cell:
    """Return the figures of one occasion; that an item was not asked is said once, as its mean."""
    if asked.is_asked:
        return describe_answers(counted, asked.occasion, asked.answers)
    name = IndicatorName(Measure.MEAN, counted.item.item_id, group=asked.occasion)
    figures = (make_gap(name, Status.NOT_ASKED),) if counted.has_values else ()
    return make_cell(figures, ())
