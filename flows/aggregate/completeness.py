"""Complete and partial responses, and the response rate of the complete ones.

The outcome rates of AAPOR: RR1 counts complete responses, RR2 partial ones as well, which is
what `response_rate` is. Everybody on the list is known to be eligible, so the denominator is
those present, or those enrolled. A response is complete when more than four fifths of the
closed questions asked were answered and its survey tool does not call it unfinished; "don't
know" is an answer, and declining is none. No response that was handed in is left out as
broken off: what it says is counted, as partial.

Source: AAPOR, Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for
Surveys, https://aapor.org/standards-and-ethics/standard-definitions/.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flows.aggregate.answers import COUNTED_KINDS
from flows.aggregate.indicators import Indicator
from flows.aggregate.measures import make_figure, make_fraction
from flows.aggregate.protected_tables import NOBODY, Breakdown, Cell, Figures, Table
from flows.aggregate.sources import fold_cells
from flows.programme.indicator_names import EVERYBODY, Group, IndicatorName, Measure
from flows.programme.items import Instrument, Wave
from flows.programme.places import Place
from flows.programme.programme import Participant
from flows.programme.scales import MissingKind
from flows.validate.dataset import Answer, Attendance, Dataset

COMPLETE_ABOVE_SHARE = 0.8
UNANSWERED = (MissingKind.NOT_ANSWERED, MissingKind.DECLINED)


@dataclass(frozen=True, slots=True)
class Form:
    """What one respondent answered to the closed questions of one form, missing ones too.

    `is_unfinished` tells that the survey tool itself calls the response partial.
    """

    answers: tuple[Answer, ...]
    is_unfinished: bool

    @property
    def is_complete(self) -> bool:
        """Whether it was finished, and more than four fifths of the questions answered."""
        answered = sum(answer.missing not in UNANSWERED for answer in self.answers)
        return not self.is_unfinished and answered > COMPLETE_ABOVE_SHARE * len(self.answers)


def count_completeness(dataset: Dataset) -> Figures:
    """Return complete and partial responses: of all evaluations, by session, and by wave."""
    forms = collect_forms(dataset)
    sessions = [
        number for number in dataset.programme.session_numbers if Group(session=number) in forms
    ]
    waves = [Group(wave=wave) for wave in Wave if Group(wave=wave) in forms]
    return Figures(
        protected=(
            *((tabulate_sessions(dataset, forms, sessions),) if sessions else ()),
            *(Table(describe_forms(dataset, group, forms[group], ())) for group in waves),
        )
    )


def tabulate_sessions(
    dataset: Dataset, forms: Mapping[Group, Sequence[Form]], sessions: Sequence[int]
) -> Table:
    """Return the responses to all evaluations, with their parts by session."""
    groups = [Group(session=session) for session in sessions]
    marks = [mark for mark in dataset.attendances if mark.session in sessions]
    is_listed = {mark.session for mark in marks} == set(sessions)
    everything = [form for group in groups for form in forms[group]]
    parts = tuple(
        describe_forms(
            dataset, group, forms[group], [mark for mark in marks if mark.session == group.session]
        )
        for group in groups
    )
    total = describe_forms(
        dataset, EVERYBODY, everything, marks if is_listed else (), occasions=len(sessions)
    )
    return Table(total, (Breakdown(parts, NOBODY, is_whole_or_nothing=False),))


def collect_forms(dataset: Dataset) -> Mapping[Group, Sequence[Form]]:
    """Return the forms with closed questions of each evaluated session and of each wave."""
    instruments = {
        item.item_id: item.instrument
        for item in dataset.programme.items
        if item.kind in COUNTED_KINDS
    }
    unfinished = {response.place for response in dataset.responses if response.is_partial}
    answers_by_form: dict[tuple[Group, Place], list[Answer]] = defaultdict(list)
    for answer in dataset.answers:
        instrument = instruments.get(answer.item_id)
        if answer.wave:
            group = Group(wave=answer.wave)
        elif instrument is Instrument.EVALUATION and answer.session:
            group = Group(session=answer.session)
        else:
            continue
        answers_by_form[group, answer.response].append(answer)
    forms: dict[Group, list[Form]] = defaultdict(list)
    for (group, response), answers in answers_by_form.items():
        forms[group].append(Form(tuple(answers), response in unfinished))
    return forms


def describe_forms(
    dataset: Dataset,
    group: Group,
    forms: Sequence[Form],
    marks: Sequence[Attendance],
    occasions: int = 1,
) -> Cell:
    """Return complete and partial responses and the rates of complete ones, as one cell."""
    figures = (
        *count_kinds(group, forms),
        *rate_of_present(group, forms, marks),
        rate_of_enrolled(group, forms, dataset.programme.participants, occasions),
    )
    people = len({answer.respondent.identity for form in forms for answer in form.answers})
    return Cell(figures, people, people)


def count_complete(forms: Sequence[Form]) -> int:
    """Return how many of `forms` are complete."""
    return sum(form.is_complete for form in forms)


def count_kinds(group: Group, forms: Sequence[Form]) -> Iterator[Indicator]:
    """Yield how many responses are complete and how many partial, of all of them."""
    complete, sources = count_complete(forms), fold_cells(places_of(forms))
    for measure, count in (
        (Measure.COMPLETE_RESPONSES, complete),
        (Measure.PARTIAL_RESPONSES, len(forms) - complete),
    ):
        yield make_figure(IndicatorName(measure, group=group), count, len(forms), sources)


def rate_of_present(
    group: Group, forms: Sequence[Form], marks: Sequence[Attendance]
) -> Iterator[Indicator]:
    """Yield the complete responses as a share of those present by `marks`, if there are any."""
    if not marks:
        return
    present = sum(mark.is_present for mark in marks)
    yield make_fraction(
        IndicatorName(Measure.COMPLETE_RATE, group=group),
        min(count_complete(forms), present),
        present,
        fold_cells([*places_of(forms), *(mark.place for mark in marks)]),
    )


def rate_of_enrolled(
    group: Group, forms: Sequence[Form], participants: Sequence[Participant], occasions: int
) -> Indicator:
    """Return the complete responses as a share of those enrolled at all `occasions`."""
    base = len(participants) * occasions
    return make_fraction(
        IndicatorName(Measure.COMPLETE_RATE_ENROLLED, group=group),
        min(count_complete(forms), base),
        base,
        fold_cells([*places_of(forms), *(person.place for person in participants)]),
    )


def places_of(forms: Sequence[Form]) -> list[Place]:
    """Return the cells of every answer of `forms`, also of missing ones."""
    return [place for form in forms for answer in form.answers for place in answer.places]
