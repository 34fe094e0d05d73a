"""Measures of people: who was enrolled, came, stayed and responded."""

from flows.aggregate.definitions.definition import Definition
from flows.aggregate.indicators import Unit
from flows.programme.indicator_names import Measure
from flows.programme.translations import _

PEOPLE = {
    Measure.ENROLLED: Definition(
        Unit.PERSONS,
        _("Participants in the register of the programme workbook. Invited groups are not in it."),
        _("count(participants in the register)"),
    ),
    Measure.PRESENT: Definition(
        Unit.PERSONS,
        _(
            "Participants marked as present; a person counts once for each session. "
            "Base: participants whose attendance is known, once for each session."
        ),
        _("count(marks = present)"),
    ),
    Measure.ATTENDANCE_RATE: Definition(
        Unit.FRACTION,
        _(
            "The share of participants who were present; several sessions are taken together. "
            "Base: participants whose attendance is known, once for each session."
        ),
        _("count(marks = present) / count(known marks)"),
    ),
    Measure.INVITED_PRESENT: Definition(
        Unit.PERSONS,
        _(
            "People of an invited group who were present. "
            "They are not participants and stand in no other figure."
        ),
        _("sum(people of the invited group who were present)"),
    ),
    Measure.RESPONSES: Definition(
        Unit.RESPONSES,
        _(
            "Responses that are used, without duplicates and excluded rows. "
            "Base: participants enrolled, once for each session or wave."
        ),
        _("count(responses used)"),
    ),
    Measure.RESPONSE_RATE: Definition(
        Unit.FRACTION,
        _(
            "Responses to the evaluation as a share of those present, at most 1; several "
            "sessions are taken together where both are known. "
            "Base: participants present, once for each session."
        ),
        _("min(1, count(responses used) / count(marks = present))"),
    ),
    Measure.RESPONSE_RATE_ENROLLED: Definition(
        Unit.FRACTION,
        _(
            "Responses as a share of all participants enrolled, at most 1. "
            "Base: participants enrolled, once for each session or wave."
        ),
        _("min(1, count(responses used) / (count(participants) × count(sessions or waves)))"),
    ),
    Measure.COMPLETE_RESPONSES: Definition(
        Unit.RESPONSES,
        _(
            "Responses in which more than four fifths of the closed questions are answered, and "
            "which the survey tool does not call unfinished; “don’t know” is an answer. "
            "Base: responses with closed questions."
        ),
        _("count(responses: answered / closed questions > 4/5 and not unfinished)"),
    ),
    Measure.PARTIAL_RESPONSES: Definition(
        Unit.RESPONSES,
        _(
            "Responses in which at most four fifths of the closed questions are answered, or "
            "which the survey tool calls unfinished. Base: responses with closed questions."
        ),
        _("count(responses with closed questions) − count(complete responses)"),
    ),
    Measure.COMPLETE_RATE: Definition(
        Unit.FRACTION,
        _(
            "Complete responses as a share of those present, at most 1 (AAPOR’s RR1). "
            "Base: participants present, once for each session."
        ),
        _("min(1, count(complete responses) / count(marks = present))"),
    ),
    Measure.COMPLETE_RATE_ENROLLED: Definition(
        Unit.FRACTION,
        _(
            "Complete responses as a share of all participants enrolled, at most 1 (AAPOR’s RR1). "
            "Base: participants enrolled, once for each session or wave."
        ),
        _("min(1, count(complete responses) / (count(participants) × count(sessions or waves)))"),
    ),
    Measure.RETAINED: Definition(
        Unit.PERSONS,
        _(
            "By session: participants who came to it or to a later one; base: participants whose "
            "attendance is known at any session. By wave: those who answered before and again "
            "after; base: those who answered before."
        ),
        _(
            "by session: count(people: last session present ≥ session); "
            "by wave: count(people in before ∩ after)"
        ),
    ),
    Measure.SESSIONS: Definition(
        Unit.SESSIONS,
        _("Sessions in the programme workbook."),
        _("count(sessions in the programme workbook)"),
    ),
}
