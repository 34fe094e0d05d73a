"""Method and data quality: what was read, what was left out and why, and what this cannot tell."""

from collections.abc import Iterator
from dataclasses import dataclass

from flows.programme.indicator_names import Measure
from flows.programme.problem_catalogue import CATALOGUE, severity_of
from flows.programme.programme import ExportKind
from flows.programme.texts import Section
from flows.programme.translations import _
from flows.render.account_names import CHANGES, KINDS, SUPPRESSIONS
from flows.render.chapters.coding_method import list_coding, tabulate_agreement
from flows.render.chapters.person_links import tabulate_links
from flows.render.exhibits import Column, OwnWords, Row, Table, make_table
from flows.render.figure_names import WAVES
from flows.render.figures import Figure
from flows.render.headings import Heading
from flows.render.material import Material
from flows.render.problem_groups import REACHES
from flows.render.rewordings import list_rewordings


@dataclass(frozen=True, slots=True)
class Method:
    """The chapter on method; tables are None where they would be empty."""

    heading: Heading
    prose: str
    data_note: str
    rows: Table | None
    exclusions: Table | None
    links: Table | None
    corrections: Table | None
    suppressed: Table | None
    problems: Table | None
    wordings: Table | None
    limits: tuple[Figure, ...]
    coding: tuple[Figure, ...]
    agreement: Table | None


def make_method(material: Material, heading: Heading) -> Method:
    """Return the account of what was read, the problems by cause, and the limits."""
    return Method(
        heading,
        material.prose(Section.METHOD),
        material.notation.choose(material.programme.project.data_note),
        tabulate_rows(material),
        tabulate_exclusions(material),
        tabulate_links(material),
        tabulate_corrections(material),
        tabulate_suppressed(material),
        tabulate_problems(material),
        tabulate_wordings(material),
        tuple(list_limits(material)),
        tuple(list_coding(material)),
        tabulate_agreement(material),
    )


def tabulate_rows(material: Material) -> Table | None:
    """Return rows read, used and excluded for each kind of export and in all."""
    notation, accounts = material.notation, material.dataset.accounts
    if not accounts:
        return None
    columns = [
        Column(notation.say(_("Kind of export")), is_number=False),
        Column(notation.say(_("Tables"))),
        Column(notation.say(_("Rows read"))),
        Column(notation.say(_("Used"))),
        Column(notation.say(_("Excluded"))),
    ]
    kinds = [kind for kind in ExportKind if material.find(Measure.TABLES, kind)]
    rows = [
        *(count_tables(material, notation.say(KINDS[kind]), kind) for kind in kinds),
        count_tables(material, notation.say(_("In all")), ""),
    ]
    title = notation.say(_("Rows read are rows used and rows excluded"))
    return make_table("table-rows", title, columns, rows, notation)


def count_tables(material: Material, name: str, kind: str) -> Row:
    """Return the sums of one kind of export, or of all where `kind` is empty."""
    measures = (Measure.TABLES, Measure.ROWS_READ, Measure.ROWS_USED, Measure.ROWS_EXCLUDED)
    counts = (material.words(measure, kind) for measure in measures)
    return Row((name, *counts), is_total=not kind)


def tabulate_exclusions(material: Material) -> Table | None:
    """Return how many rows were excluded for each reason, and in all."""
    notation = material.notation
    reasons = {
        name.answer: figure.value or 0
        for name, figure in material.indicators.by_name.items()
        if name.measure is Measure.ROWS_EXCLUDED and name.answer
    }
    if not reasons:
        return None
    columns = [
        Column(notation.say(_("Why rows were excluded")), is_number=False),
        Column(notation.say(_("Rows"))),
    ]
    rows = [
        Row((title_of(material, code), material.words(Measure.ROWS_EXCLUDED, answer=code)))
        for code, _count in sorted(reasons.items(), key=lambda reason: (-reason[1], reason[0]))
    ]
    total = material.words(Measure.ROWS_EXCLUDED)
    rows.append(Row((notation.say(_("In all")), total), is_total=True))
    return make_table(
        "table-exclusions", notation.say(_("Rows excluded, by reason")), columns, rows, notation
    )


def tabulate_suppressed(material: Material) -> Table | None:
    """Return how many figures are not shown for each reason, and in all; never their values.

    Few and alike are one reason, and a breakdown has one for all its parts: told apart, the
    reasons would give away which part is small.
    """
    notation = material.notation
    if not material.value(Measure.SUPPRESSED):
        return None
    columns = [
        Column(notation.say(_("Why figures are not shown")), is_number=False),
        Column(notation.say(_("Figures"))),
    ]
    rows = [
        Row((notation.say(title), material.words(Measure.SUPPRESSED, answer=reason)))
        for reason, title in SUPPRESSIONS.items()
        if material.value(Measure.SUPPRESSED, answer=reason)
    ]
    total = material.words(Measure.SUPPRESSED)
    rows.append(Row((notation.say(_("In all")), total), is_total=True))
    title = notation.say(_("Figures not shown, by reason"))
    return make_table("table-suppressed", title, columns, rows, notation)


def title_of(material: Material, code: str) -> str:
    """Return the cause of a problem in words."""
    return material.notation.say(CATALOGUE[code].title) if code in CATALOGUE else code


def tabulate_corrections(material: Material) -> Table | None:
    """Return how much was changed in each corrected file, without a word of what was written."""
    notation = material.notation
    corrections = material.dataset.corrections
    if not corrections:
        return None
    columns = [
        Column(notation.say(_("Corrected file")), is_number=False),
        *(Column(notation.say(heading)) for heading in CHANGES.values()),
    ]
    rows = [
        Row(
            (
                correction.file,
                *(material.words(Measure.CORRECTED, correction.file, kind) for kind in CHANGES),
            )
        )
        for _file, correction in corrections
    ]
    title = notation.say(_("What was corrected after the export"))
    return make_table("table-corrections", title, columns, rows, notation)


def tabulate_problems(material: Material) -> Table | None:
    """Return the number of problems by cause, the gravest first."""
    notation = material.notation
    found = {(severity_of(problem), problem.code) for problem in material.problems}
    if not found:
        return None
    gravest_first = list(REACHES)
    columns = [
        Column(notation.say(_("Problem found in the files")), is_number=False),
        Column(notation.say(_("Consequence")), is_number=False),
        Column(notation.say(_("Places"))),
    ]
    rows = [
        Row(
            (
                title_of(material, code),
                notation.say(REACHES[severity]),
                material.words(Measure.PROBLEMS, answer=code),
            )
        )
        for severity, code in sorted(
            found, key=lambda entry: (gravest_first.index(entry[0]), entry[1])
        )
    ]
    title = notation.say(_("Problems found, by cause"))
    return make_table("table-problems", title, columns, rows, notation)


def tabulate_wordings(material: Material) -> Table | None:
    """Return the wordings of each reworded question beside the workbook's own, and when."""
    notation = material.notation
    rows = [
        Row(
            (
                notation.choose(item.wording),
                OwnWords(asked.wording, asked.language),
                notation.enumerate(
                    (
                        *map(str, asked.sessions),
                        *(notation.say(WAVES[wave]) for wave in asked.waves),
                    )
                ),
            )
        )
        for item in material.programme.items
        for asked in list_rewordings(material.dataset, item)
    ]
    if not rows:
        return None
    columns = [
        Column(notation.say(_("Question")), is_number=False),
        Column(notation.say(_("Put in other words")), is_number=False),
        Column(notation.say(_("Session or wave")), is_number=False),
    ]
    title = notation.say(_("Questions put in other words, counted as the same question"))
    return make_table("table-wordings", title, columns, rows, notation)


def list_limits(material: Material) -> Iterator[Figure]:
    """Return in sentences what the figures can and cannot tell."""
    notation = material.notation
    if material.value(Measure.ENROLLED) is None:
        yield notation.compose(
            _(
                "The figures describe those who answered; how many took part is not known, and "
                "they are no sample of a larger group. An interval or a p-value therefore says "
                "how much chance may have had a hand in what these people answered; it says "
                "nothing of other people or of other programmes."
            )
        )
    else:
        yield notation.compose(
            _(
                "The figures describe those who took part ({count} enrolled) and are no sample "
                "of a larger group. An interval or a p-value therefore says how much chance may "
                "have had a hand in what these people answered; it says nothing of other people "
                "or of other programmes."
            ),
            count=material.words(Measure.ENROLLED),
        )
    yield notation.compose(
        _(
            "So few people cannot show what caused a change. There is no group to compare with, "
            "and small differences between questions, sessions or roles are within what a few "
            "answers more or less would change."
        )
    )
    yield notation.compose(
        _(
            "The results stand in the order of Kirkpatrick’s four levels: what the participants "
            "thought of it, what they say they learned, what they do at work, what it leads to. "
            "Much of it is their own assessment."
        )
    )
    yield notation.compose(
        _(
            "Answers on a scale have an order but no exact distances. The spread of the answers "
            "and the median therefore come first; the mean is a complement."
        )
    )
    yield notation.compose(
        _(
            "Answers such as “don’t know”, “not applicable” and “I did not attend” are counted as "
            "missing, each kind by itself. They are never part of a share, a median or a mean."
        )
    )
    yield notation.compose(
        _(
            "Figures that rest on fewer than {threshold} people are not shown, nor those of fewer "
            "than twice as many who all answered alike, nor figures from which either could be "
            "worked out. Roles and organisation types are shown all together or not at all."
        ),
        threshold=material.words(Measure.SMALLEST_GROUP),
    )
    if material.programme.profile.hides_telling_totals:
        yield notation.compose(
            _(
                "Nor does anything that is shown leave a hidden number of people fewer than "
                "{values} possible values, unless its group is too small to have as many: a total "
                "that would is hidden as well."
            ),
            values=material.words(Measure.FEWEST_VALUES),
        )
    else:
        yield notation.compose(
            _(
                "A total over everybody is not hidden to protect a part of them, even where it "
                "leaves a hidden number fewer possible values than that. The programme’s profile "
                "says so."
            )
        )
