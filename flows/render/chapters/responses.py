"""Response rates, on both bases: of those present and of those enrolled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.aggregate.indicators import Status
from flows.programme.indicator_names import EVERYBODY, Group, Measure
from flows.programme.items import Wave
from flows.programme.translations import _
from flows.render.exhibits import Column, Row, Table, make_table
from flows.render.figure_names import WAVES
from flows.render.figures import Figure, bundle
from flows.render.headings import Heading
from flows.render.material import Material
from flows.render.notation import EN_DASH

RESPONSE_MEASURES = (
    Measure.RESPONSES,
    Measure.COMPLETE_RESPONSES,
    Measure.RESPONSE_RATE,
    Measure.COMPLETE_RATE,
    Measure.RESPONSE_RATE_ENROLLED,
    Measure.COMPLETE_RATE_ENROLLED,
)
RATES_OF_PRESENT = (Measure.RESPONSE_RATE, Measure.COMPLETE_RATE)
"""Nobody was present at a wave."""


@dataclass(frozen=True, slots=True)
class Responses:
    """The chapter on response rates; a table is None where nothing of its kind was asked."""

    heading: Heading
    evaluations: Table | None
    waves: Table | None
    retention: Table | None


def make_responses(material: Material, heading: Heading) -> Responses:
    """Return the response rates of the evaluations and of the self-assessments."""
    return Responses(
        heading,
        tabulate_evaluations(material),
        tabulate_waves(material),
        tabulate_retention(material),
    )


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
        Column(notation.say(_("of which complete"))),
        Column(notation.say(_("Of those present"))),
        Column(notation.say(_("complete"))),
        Column(notation.say(_("Of those enrolled"))),
        Column(notation.say(_("complete"))),
    ]
    rows = [
        Row(
            (
                name,
                material.words(Measure.PRESENT, group=group),
                *(material.words(measure, group=group) for measure in RESPONSE_MEASURES),
            ),
            is_total=group == EVERYBODY,
        )
        for name, group in groups
    ]
    title = notation.say(_("Responses to the evaluations of the sessions"))
    note = notation.say(
        _(
            "Of all responses: AAPOR’s response rate 2. Of complete ones, in which more than four "
            "fifths of the closed questions are answered: response rate 1."
        )
    )
    return make_table("table-responses", title, columns, rows, notation, notes=(note,))


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
        Column(notation.say(_("of which complete"))),
        Column(notation.say(_("Of those enrolled"))),
        Column(notation.say(_("complete"))),
    ]
    rows = [
        Row(
            (
                notation.say(WAVES[wave]),
                material.words(Measure.ENROLLED),
                *(
                    material.words(measure, group=Group(wave=wave))
                    for measure in RESPONSE_MEASURES
                    if measure not in RATES_OF_PRESENT
                ),
            )
        )
        for wave in asked
    ]
    title = notation.say(_("Responses to the self-assessments"))
    return make_table(
        "table-waves", title, columns, rows, notation, notes=tuple(tell_returned(material))
    )


def tell_returned(material: Material) -> Iterator[Figure]:
    """Yield how many of those who answered before answered after as well, where it is known."""
    after = Group(wave=Wave.AFTER)
    if material.value(Measure.RETAINED, group=after) is not None:
        yield material.notation.compose(
            _("Of {before} who answered before, {count} answered after as well."),
            before=material.base(Measure.RETAINED, group=after),
            count=material.words(Measure.RETAINED, group=after),
        )


def tabulate_retention(material: Material) -> Table | None:
    """Return how many were still taking part at each session; None without attendance lists."""
    notation = material.notation
    listed = [
        Group(session=session)
        for session in material.programme.session_numbers
        if material.find(Measure.RETAINED, group=Group(session=session))
    ]
    if not listed:
        return None
    columns = [
        Column(notation.say(_("Session")), is_number=False),
        Column(notation.say(_("Still taking part"))),
        Column(notation.say(_("Of participants"))),
    ]
    rows = [
        Row((name_sessions(groups), *bundle_alike(material, groups)))
        for groups in group_alike(material, listed)
    ]
    title = notation.say(_("Who stayed: participants who came to the session or to a later one"))
    note = notation.say(
        _("Whoever missed only the last session counts as gone there, since nothing comes after.")
    )
    return make_table("table-retention", title, columns, rows, notation, notes=(note,))


def group_alike(material: Material, groups: Iterable[Group]) -> list[list[Group]]:
    """Return sessions that follow each other together where as many of as many still took part."""
    alike = groupby(groups, key=lambda group: tuple(map(str, tell_retained(material, group))))
    return [list(together) for _figures, together in alike]


def bundle_alike(material: Material, groups: Sequence[Group]) -> Iterator[Figure]:
    """Yield the figures that `groups` have in common, with the evidence of each of them."""
    for alike in zip(*(tell_retained(material, group) for group in groups), strict=True):
        yield bundle(str(alike[0]), alike)


def tell_retained(material: Material, group: Group) -> tuple[Figure, Figure]:
    """Return how many still took part at a session, and of how many."""
    return (
        material.words(Measure.RETAINED, group=group),
        material.base(Measure.RETAINED, group=group),
    )


def name_sessions(groups: Sequence[Group]) -> str:
    """Return the number of a session, or the first and the last of several: "3–8"."""
    first, last = groups[0].session, groups[-1].session
    return str(first) if len(groups) == 1 else f"{first}{EN_DASH}{last}"
