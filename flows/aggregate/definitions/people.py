"""Measures of people: who was enrolled, came, stayed and responded."""

from flows.aggregate.definitions.definition import Definition
from flows.aggregate.indicators import Unit
from flows.programme.indicator_names import Measure
from flows.programme.translations import _

PEOPLE = {
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
    Measure.COMPLETE_RESPONSES: Definition(
        Unit.RESPONSES,
        _(
            "Responses in which more than four fifths of the closed questions are answered, and "
            "which the survey tool does not call unfinished; “don’t know” is an answer. "
            "Base: responses with closed questions."
        ),
    ),
    Measure.PARTIAL_RESPONSES: Definition(
        Unit.RESPONSES,
        _(
            "Responses in which at most four fifths of the closed questions are answered, or "
            "which the survey tool calls unfinished. Base: responses with closed questions."
        ),
    ),
    Measure.COMPLETE_RATE: Definition(
        Unit.FRACTION,
        _(
            "Complete responses as a share of those present, at most 1 (AAPOR’s RR1). "
            "Base: participants present, once for each session."
        ),
    ),
    Measure.COMPLETE_RATE_ENROLLED: Definition(
        Unit.FRACTION,
        _(
            "Complete responses as a share of all participants enrolled, at most 1 (AAPOR’s RR1). "
            "Base: participants enrolled, once for each session or wave."
        ),
    ),
    Measure.RETAINED: Definition(
        Unit.PERSONS,
        _(
            "By session: participants who came to it or to a later one; base: participants whose "
            "attendance is known at any session. By wave: those who answered before and again "
            "after; base: those who answered before."
        ),
    ),
    Measure.SESSIONS: Definition(
        Unit.SESSIONS,
        _("Sessions in the programme workbook."),
    ),
}
