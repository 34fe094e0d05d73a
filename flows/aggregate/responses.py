"""How many responded, of those present and of those enrolled.

The number of responses is public, as a whole and by session. By role it is never told: it would
tie the answers by session to those by role, and tell of which role a late response is.
"""

from collections.abc import Iterator, Sequence

from flows.aggregate.indicators import Indicator, Status
from flows.aggregate.measures import make_figure, make_fraction, make_gap
from flows.aggregate.occasions import find_occasions
from flows.aggregate.protected_tables import Figures
from flows.aggregate.sources import fold_cells
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.items import Instrument, Wave
from flows.programme.programme import Participant
from flows.validate.dataset import Attendance, Dataset, UsedResponse

NOT_ASKED_MEASURES = (Measure.RESPONSES, Measure.RESPONSE_RATE, Measure.RESPONSE_RATE_ENROLLED)


def count_responses(dataset: Dataset) -> Figures:
    """Return responses and response rates: by session, by wave, and of all sessions."""
    participants = dataset.programme.participants
    evaluations = [
        response
        for response in dataset.responses
        if response.instrument is Instrument.EVALUATION and response.wave is None
    ]
    public: list[Indicator] = []
    evaluated = evaluated_sessions(dataset)
    for session in dataset.programme.session_numbers:
        group = Group(session=session)
        if session not in evaluated:
            public += count_nothing(group)
            continue
        responses = [response for response in evaluations if response.session == session]
        public += describe_responses(group, responses, participants, occasions=1)
        marks = [mark for mark in dataset.attendances if mark.session == session]
        public.append(describe_rate(group, responses, marks))
    public += pool_sessions(evaluations, dataset.attendances, participants, evaluated)
    public += count_waves(dataset)
    return Figures(tuple(public))


def evaluated_sessions(dataset: Dataset) -> frozenset[int]:
    """Return the sessions after which an evaluation was asked, also those nobody answered."""
    occasions = find_occasions(dataset)[Instrument.EVALUATION]
    return frozenset(occasion.session for occasion in occasions if occasion.session)


def pool_sessions(
    evaluations: Sequence[UsedResponse],
    attendances: Sequence[Attendance],
    participants: Sequence[Participant],
    evaluated: frozenset[int],
) -> Iterator[Indicator]:
    """Yield the responses to all evaluations; the rate of those present where both are known."""
    if not evaluated:
        yield from count_nothing(EVERYBODY)
        return
    pooled = [response for response in evaluations if response.session in evaluated]
    yield from describe_responses(EVERYBODY, pooled, participants, occasions=len(evaluated))
    listed = {mark.session for mark in attendances}
    yield describe_rate(
        EVERYBODY,
        [response for response in pooled if response.session in listed],
        [mark for mark in attendances if mark.session in evaluated],
    )


def count_waves(dataset: Dataset) -> Iterator[Indicator]:
    """Yield the responses of each wave that was asked."""
    occasions = {occasion for found in find_occasions(dataset).values() for occasion in found}
    for wave in Wave:
        group = Group(wave=wave)
        if group in occasions:
            responses = [response for response in dataset.responses if response.wave is wave]
            yield from describe_responses(
                group, responses, dataset.programme.participants, occasions=1
            )


def describe_responses(
    group: Group,
    responses: Sequence[UsedResponse],
    participants: Sequence[Participant],
    occasions: int,
) -> Iterator[Indicator]:
    """Yield the number of responses and their share of those enrolled at all `occasions`."""
    base = len(participants) * occasions
    answered = fold_cells(response.place for response in responses)
    answered_and_enrolled = fold_cells(
        [response.place for response in responses] + [person.place for person in participants]
    )
    count = IndicatorName(Measure.RESPONSES, group=group)
    rate = IndicatorName(Measure.RESPONSE_RATE_ENROLLED, group=group)
    yield make_figure(count, len(responses), base, answered)
    yield make_fraction(rate, min(len(responses), base), base, answered_and_enrolled)


def describe_rate(
    group: Group, responses: Sequence[UsedResponse], marks: Sequence[Attendance]
) -> Indicator:
    """Return the share of those present who responded, a gap where nobody is known to be.

    More responses than people present are a problem of the validation; the rate stays at 1.
    """
    name = IndicatorName(Measure.RESPONSE_RATE, group=group)
    present = sum(mark.is_present for mark in marks)
    places = [response.place for response in responses] + [mark.place for mark in marks]
    return make_fraction(name, min(len(responses), present), present, fold_cells(places))


def count_nothing(group: Group) -> Iterator[Indicator]:
    """Yield the gaps of a session after which no evaluation was asked, or of all of them."""
    for measure in NOT_ASKED_MEASURES:
        yield make_gap(IndicatorName(measure, group=group), Status.NOT_ASKED)
