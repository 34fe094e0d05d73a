"""Response rates, on both bases: of those present and of those enrolled."""

from dataclasses import dataclass

from flows.aggregate.indicators import Status
from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Wave
from flows.programme.translations import _
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figure_names import WAVES
from flows.render.headings import Heading
from flows.render.material import Material


@dataclass(frozen=True, slots=True)
class Responses:
    """The chapter on response rates; a table is None where nothing of its kind was asked."""

    heading: Heading
    evaluations: Table | None
    waves: Table | None


def make_responses(material: Material, heading: Heading) -> Responses:
    """Return the response rates of the evaluations and of the self-assessments."""
    return Responses(heading, tabulate_evaluations(material), tabulate_waves(material))


def tabulate_evaluations(material: Material) -> Table | None:
    """Return present, responses and both rates for each session, and for all together."""
    notation = material.notation
    everything = material.find(Measure.RESPONSES)
    if everything is None or everything.status is Status.NOT_ASKED:
        return None
    sessions = material.programme.session_numbers
    groups = [
        (notation.say(_("All sessions")), EVERYBODY),
        *((str(session), Group(session=session)) for session in sessions),
    ]
    columns = [
        Column(notation.say(_("Session")), is_number=False),
        Column(notation.say(_("Present"))),
        Column(notation.say(_("Responses"))),
        Column(notation.say(_("Of those present"))),
        Column(notation.say(_("Of those enrolled"))),
    ]
    rows = [
        Row(
            (
                name,
                material.words(Measure.PRESENT, group=group),
                material.words(Measure.RESPONSES, group=group),
                material.words(Measure.RESPONSE_RATE, group=group),
                material.words(Measure.RESPONSE_RATE_ENROLLED, group=group),
            ),
            is_total=group == EVERYBODY,
        )
        for name, group in groups
    ]
    title = notation.say(_("Responses to the evaluations of the sessions"))
    return make_table("table-responses", title, columns, rows, notation)


def tabulate_waves(material: Material) -> Table | None:
    """Return responses and response rate of each wave of the self-assessment."""
    notation = material.notation
    asked = [wave for wave in Wave if material.find(Measure.RESPONSES, group=Group(wave=wave))]
    if not asked:
        return None
    columns = [
        Column(notation.say(_("Self-assessment")), is_number=False),
        Column(notation.say(_("Enrolled"))),
        Column(notation.say(_("Responses"))),
        Column(notation.say(_("Of those enrolled"))),
    ]
    rows = [
        Row(
            (
                notation.say(WAVES[wave]),
                material.words(Measure.ENROLLED),
                material.words(Measure.RESPONSES, group=Group(wave=wave)),
                material.words(Measure.RESPONSE_RATE_ENROLLED, group=Group(wave=wave)),
            )
        )
        for wave in asked
    ]
    title = notation.say(_("Responses to the self-assessments"))
    return make_table("table-waves", title, columns, rows, notation)
