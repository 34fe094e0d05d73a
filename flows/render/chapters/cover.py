"""The cover: what the project is, in facts and in one picture of its attendance."""

from dataclasses import dataclass

from flows.programme.indicator_names import Group, Measure
from flows.programme.translations import _
from flows.render.alternatives.sentences import Value
from flows.render.alternatives.sessions import describe_presence
from flows.render.charts.attendance_dots import draw_attendance_dots
from flows.render.charts.canvas import draw_svg
from flows.render.figures import Citation, Figure
from flows.render.material import Material

MOST_DOTS_HIGH = 60
MOST_DOTS_WIDE = 24


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with its label."""

    label: str
    text: str | Figure

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The evidence of the figure in it."""
        return self.text.citations if isinstance(self.text, Figure) else ()


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. `picture` is empty where attendance is not known or too large to draw."""

    kind: str
    title: str
    facts: tuple[Fact, ...]
    acknowledgement: str
    data_note: str
    colophon: str
    picture: str
    picture_caption: str


def make_cover(material: Material) -> Cover:
    """Return the cover."""
    project, notation = material.programme.project, material.notation
    picture = draw_picture(material)
    return Cover(
        kind=notation.say(_("Final report")),
        title=notation.choose(project.title),
        facts=(
            Fact(notation.say(_("Funder")), project.funder),
            Fact(notation.say(_("Registration number")), project.registration_number),
            Fact(notation.say(_("Coordinator")), project.coordinator),
            Fact(notation.say(_("Grant")), material.amount(Measure.GRANT)),
            Fact(
                notation.say(_("Project period")),
                notation.period(project.starts_on, project.ends_on),
            ),
            Fact(notation.say(_("Report date")), notation.day(material.facts.report_date)),
        ),
        acknowledgement=notation.choose(material.programme.profile.acknowledgement),
        data_note=notation.choose(project.data_note),
        colophon=notation.say(
            _("Made by slutrapport {version}, run {run}, with the data up to {day}."),
            version=material.facts.software_version,
            run=material.facts.run_id,
            day=notation.day(material.facts.report_date),
        ),
        picture=picture,
        picture_caption=notation.say(
            _("Each column is a session, each dot a participant; a filled dot was present.")
        )
        if picture
        else "",
    )


def draw_picture(material: Material) -> str:
    """Return the attendance of every session as columns of dots, or ""."""
    sessions = material.programme.session_numbers
    enrolled = len(material.programme.participants)
    present = [
        material.value(Measure.PRESENT, group=Group(session=session)) for session in sessions
    ]
    is_drawable = enrolled <= MOST_DOTS_HIGH and 1 < len(sessions) <= MOST_DOTS_WIDE
    if not is_drawable or any(count is None for count in present):
        return ""
    counts = tuple(int(count) for count in present if count is not None)
    notation = material.notation
    alternative = describe_presence(
        [
            Value(str(session), count, notation.number(count))
            for session, count in zip(sessions, counts, strict=True)
        ],
        notation.number(enrolled),
        notation,
    )
    return draw_svg(draw_attendance_dots(counts, enrolled, alternative))
