"""What each measure counts and in which unit: the definitions that are printed with figures."""

from dataclasses import dataclass
from functools import cache

from flows.aggregate.indicators import Indicator, SourceCells, Status, Unit
from flows.programme.indicator_names import IndicatorName, Measure
from flows.programme.languages import Bilingual
from flows.programme.translations import _, bilingual


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure's unit, and in one or two sentences what it counts and on which base."""

    unit: Unit
    sentence: str


DEFINITIONS = {
    Measure.ENROLLED: Definition(
        Unit.PERSONS,
        _("Participants in the register of the programme workbook. Invited groups are not in it."),
    ),
    Measure.PRESENT: Definition(
        Unit.PERSONS,
        _(
            "Participants marked as present; a person counts once for each session. "
            "Base: participants whose attendance is known, once for each session."
        ),
    ),
    Measure.ATTENDANCE_RATE: Definition(
        Unit.FRACTION,
        _(
            "The share of participants who were present; several sessions are taken together. "
            "Base: participants whose attendance is known, once for each session."
        ),
    ),
    Measure.INVITED_PRESENT: Definition(
        Unit.PERSONS,
        _(
            "People of an invited group who were present. "
            "They are not participants and stand in no other figure."
        ),
    ),
    Measure.RESPONSES: Definition(
        Unit.RESPONSES,
        _(
            "Responses that are used, without duplicates and excluded rows. "
            "Base: participants enrolled, once for each session or wave."
        ),
    ),
    Measure.RESPONSE_RATE: Definition(
        Unit.FRACTION,
        _(
            "Responses to the evaluation as a share of those present, at most 1; several "
            "sessions are taken together where both are known. "
            "Base: participants present, once for each session."
        ),
    ),
    Measure.RESPONSE_RATE_ENROLLED: Definition(
        Unit.FRACTION,
        _(
            "Responses as a share of all participants enrolled, at most 1. "
            "Base: participants enrolled, once for each session or wave."
        ),
    ),
    Measure.ANSWERS: Definition(
        Unit.ANSWERS,
        _(
            "How many gave this answer, or, where no answer is named, how many answered at all. "
            "Base: valid answers; in multiple choice, respondents who chose at least one."
        ),
    ),
    Measure.MISSING: Definition(
        Unit.ANSWERS,
        _("How many gave no valid answer, for the reason named. Base: everybody who was asked."),
    ),
    Measure.SHARE: Definition(
        Unit.FRACTION,
        _(
            "The share who gave this answer. Answers such as “don’t know” are left out. "
            "Base: valid answers; in multiple choice, respondents who chose at least one."
        ),
    ),
    Measure.SHARE_FAVOURABLE: Definition(
        Unit.FRACTION,
        _(
            "The share who gave a favourable answer, as the programme workbook’s scale marks "
            "them. Answers such as “don’t know” are left out. Base: valid answers."
        ),
    ),
    Measure.MEDIAN: Definition(
        Unit.POINTS,
        _(
            "The middle answer; with an even number, the midpoint of the two in the middle. "
            "Answers such as “don’t know” are left out. Base: valid answers."
        ),
    ),
    Measure.MEAN: Definition(
        Unit.POINTS,
        _(
            "The mean of the answers in scale points. "
            "Answers such as “don’t know” are left out. Base: valid answers."
        ),
    ),
    Measure.PAIRS: Definition(
        Unit.PAIRS,
        _("People who gave a valid answer both before and after, paired person by person."),
    ),
    Measure.ROSE: Definition(
        Unit.PAIRS,
        _("People whose answer is higher after than before. Base: pairs."),
    ),
    Measure.SAME: Definition(
        Unit.PAIRS,
        _("People whose answer is the same before and after. Base: pairs."),
    ),
    Measure.FELL: Definition(
        Unit.PAIRS,
        _("People whose answer is lower after than before. Base: pairs."),
    ),
    Measure.CHANGE_PROJECTS: Definition(
        Unit.PROJECTS,
        _(
            "Change projects. A project may use several methods. "
            "Base: projects for which the question was answered."
        ),
    ),
    Measure.USERS_INVOLVED: Definition(
        Unit.PROJECTS,
        _(
            "Change projects in which users were involved. "
            "Base: projects for which the question was answered."
        ),
    ),
    Measure.BUDGET: Definition(
        Unit.SEK,
        _("Budget in kronor, from the programme workbook."),
    ),
    Measure.OUTCOME: Definition(
        Unit.SEK,
        _(
            "Outcome in kronor: the costs booked in the cost exports or, where there are none, "
            "the outcome in the programme workbook."
        ),
    ),
    Measure.GRANT: Definition(
        Unit.SEK,
        _("The funder’s grant in kronor, from the programme workbook."),
    ),
    Measure.SESSIONS: Definition(
        Unit.SESSIONS,
        _("Sessions in the programme workbook."),
    ),
    Measure.COMMENTS: Definition(
        Unit.COMMENTS,
        _("Free-text answers that are not empty."),
    ),
}
"""One definition for each measure; a test keeps it complete."""


@cache
def definition_of(measure: Measure) -> Bilingual:
    """Return what `measure` counts, in both languages."""
    return bilingual(DEFINITIONS[measure].sentence)


def make_figure(
    name: IndicatorName, value: float, base: int | None, sources: tuple[SourceCells, ...]
) -> Indicator:
    """Return the indicator `name` with its value; `base` is None for a plain total."""
    return indicator_of(name, value, base, Status.PUBLISHED, sources)


def make_gap(
    name: IndicatorName, status: Status, sources: tuple[SourceCells, ...] = ()
) -> Indicator:
    """Return the indicator `name` without a value: not asked (no base) or unanswered (base 0)."""
    return indicator_of(name, None, 0 if status is Status.NO_ANSWERS else None, status, sources)


def make_fraction(
    name: IndicatorName, count: float, base: int, sources: tuple[SourceCells, ...]
) -> Indicator:
    """Return `count` as a fraction of `base`; a gap where `base` is 0."""
    if base == 0:
        return make_gap(name, Status.NO_ANSWERS, sources)
    return make_figure(name, count / base, base, sources)


def indicator_of(
    name: IndicatorName,
    value: float | None,
    base: int | None,
    status: Status,
    sources: tuple[SourceCells, ...],
) -> Indicator:
    """Return the indicator `name` with the unit and the definition of its measure."""
    unit = DEFINITIONS[name.measure].unit
    return Indicator(name, value, base, unit, status, definition_of(name.measure), sources)
