"""What the report model holds: every word and number as printed."""

from dataclasses import fields, is_dataclass, replace

import pytest

from flows.programme.goals import Comparison, Goal
from flows.programme.indicator_names import Measure, parse_indicator_name
from flows.programme.items import Instrument, Wave
from flows.programme.languages import Bilingual, Language
from flows.programme.programme import ExportKind
from flows.programme.texts import Section
from flows.render.exhibits import OwnWords
from flows.render.figure_names import MEASURES
from flows.validate.dataset import FileAccount, Link, TableLinks
from tests.aggregate.dataset_drawing import draw_dataset
from tests.render.report_drawing import (
    EMPTY,
    YEAR,
    draw_report,
    row_of,
    with_quotes,
    with_threshold,
)


def draw_goal(indicator: str, target: float, comparison=Comparison.AT_LEAST, **bounds) -> Goal:
    """Return a goal that is measured by `indicator`; `bounds` are further targets."""
    name = parse_indicator_name(indicator) if indicator else None
    statement = Bilingual(f"Mål om {indicator}")
    return Goal(f"M-{indicator}", statement, name, comparison, target, **bounds)


def test_every_measure_has_a_name():
    """No figure reaches a table without words for it."""
    assert set(MEASURES) == set(Measure)


def test_the_summary_has_key_figures_with_their_base():
    """Each large number says what it is a part of."""
    summary = draw_report().summary

    assert [(str(figure.number), str(figure.base)) for figure in summary.key_figures] == [
        ("4", "ledare\u00a02, chef\u00a02"),
        ("75\u00a0%", "av 8 möjliga, alla tillfällen tillsammans"),
        ("50\u00a0%", "positiva, av 4 svar"),
        ("1", "skattar sig högre efteråt, av 3 som svarat både före och efter"),
        ("2", "med användare delaktiga i 1"),
    ]


def test_a_goal_chooses_the_item_of_the_summary():
    """What the project promised stands in front, not the first question of the form."""
    goals = (draw_goal("share_favourable item=clarity", 0.5), draw_goal("rose item=skill", 1))
    dataset = replace(
        YEAR,
        answers=tuple(
            answer._replace(item_id="clarity") if answer.item_id == "benefit" else answer
            for answer in YEAR.answers
        ),
        asked_items=tuple(
            replace(asked, item_id="clarity") if asked.item_id == "benefit" else asked
            for asked in YEAR.asked_items
        ),
    )

    labels = [figure.label for figure in draw_report(dataset, goals=goals).summary.key_figures]

    assert labels[2:4] == ["”clarity”", "”skill”"]


def test_the_question_asked_most_often_speaks_for_the_sessions():
    """Where no goal names one, it is not whichever stands first in the workbook."""
    dataset = draw_dataset(
        register="| key |\n| A |",
        answers="""
            | who | session | benefit | rating |
            | A   | 1       | 5       | 8      |
            | A   | 2       | -       | 6      |
        """,
    )
    figures = draw_report(dataset).summary.key_figures

    assert [(str(one.number), one.label, str(one.base)) for one in figures[1:]] == [
        ("7,0", "”rating”", "medelvärdet av 2 svar"),
    ]


def test_responses_are_told_on_both_bases():
    """Of those present and of those enrolled stand side by side."""
    table = draw_report().responses.evaluations

    assert row_of(table, "Alla tillfällen") == (
        *("6", "5", "5", "83\u00a0%", "83\u00a0%", "63\u00a0%", "63\u00a0%"),
    )
    assert row_of(table, "1")[3:] == ("75\u00a0%",) * 4
    assert row_of(table, "2")[3:] == ("100\u00a0%", "100\u00a0%", "50\u00a0%", "50\u00a0%")


def test_an_item_table_tells_answers_and_missing_ones_apart():
    """Don't know never counts as an answer, and the sum of both is everybody asked."""
    table = next(t for t in draw_report().appendix.items if t.title == "benefit")

    assert [column.heading for column in table.columns] == [
        *("Tillfälle", "Svar", "1", "2", "3", "4", "5", "Median", "Medelvärde", "Vet ej", "Celler"),
    ]
    assert [row_of(table, heading)[:-1] for heading in ("Alla", "2")] == [
        ("4", "0", "1", "1", "1", "1", "3,5", "3,50", "1"),
        ("1", "0", "0", "1", "0", "0", "3,0", "3,00", "1"),
    ]


def test_each_row_of_evidence_names_its_cells():
    """Their table is a number in the register of sources; ranges are folded."""
    report = draw_report()
    table = next(t for t in report.appendix.items if t.title == "benefit")
    numbers = {row.anchor: row.words[0] for row in report.appendix.sources.rows}

    assert row_of(table, "2")[-1] == "T4\N{NO-BREAK SPACE}D5:D6"
    assert row_of(report.appendix.pairs, "skill")[-1] == "T4\N{NO-BREAK SPACE}I7:I12"
    assert numbers["T4"] == "exports/svar.xlsx › Svar"


def test_pairs_are_told_in_whole_people():
    """Rose, stayed and fell add up to the pairs."""
    table = draw_report().appendix.pairs

    assert row_of(table, "skill")[:-1] == ("3", "1", "1", "1", "3,0", "3,0")


def test_a_suppressed_figure_is_a_sign_that_is_explained():
    """Nobody has to guess what two dots mean, and no base slips out beside them."""
    report = draw_report(with_threshold(YEAR, 5))
    table = next(t for t in report.appendix.items if t.title == "benefit")

    assert set(row_of(table, "1")) == {"..", "för få personer; visas inte"}
    assert ".." in " ".join(map(str, table.notes))


def test_no_suppressed_number_is_anywhere_in_the_model():
    """With everybody too few, no chart, alternative text or table holds an answer's number."""
    evaluations = draw_report(with_threshold(YEAR, 50)).evaluations

    assert "för få personer" in " ".join(
        picture
        for level in evaluations.levels
        for chart in level.charts
        for picture in chart.pictures
    )
    assert not any(
        sign in text
        for text in list_texts(evaluations)
        if "<svg" not in text
        for sign in ("%", "3,5", "8,0")
    )


def test_money_is_held_against_the_grant():
    """The deviation has a sign, and the table ends with what remains."""
    economy = draw_report().economy

    assert row_of(economy.categories, "Personal") == (
        "300\u202f000",
        "320\u202f000",
        "+20\u202f000",
        "+7\u00a0%",
    )
    assert row_of(economy.categories, "Totalt")[2] == "−28\u202f000"
    assert economy.grant.rows[-1].words == ("Återstår", "28\u202f000")


@pytest.mark.parametrize(
    ("goal", "cells"),
    [
        (draw_goal("attendance_rate", 0.7), ("minst\u00a070\u00a0%", "75\u00a0%", "Uppnått")),
        (draw_goal("attendance_rate", 0.8), ("minst\u00a080\u00a0%", "75\u00a0%", "Inte uppnått")),
        (draw_goal("rose item=skill", 1), ("minst\u00a01", "1 av 3", "Uppnått")),
        (
            draw_goal("outcome", 450_000, Comparison.AT_MOST),
            ("högst\u00a0450\u202f000\u00a0kronor", "440\u202f000\u00a0kronor", "Uppnått"),
        ),
        (draw_goal("", 1), ("minst\u00a01", "", "Kan inte bedömas: ingen siffra mäter det")),
        (
            draw_goal("attendance_rate", 0.8, partly_target=0.7),
            (
                "minst\u00a080\u00a0%; delvis\u00a0från\u00a070\u00a0%",
                "75\u00a0%",
                "Delvis uppnått",
            ),
        ),
        (
            draw_goal("attendance_rate", 0.6, Comparison.AT_MOST, partly_target=0.7),
            (
                "högst\u00a060\u00a0%; delvis\u00a0upp\u00a0till\u00a070\u00a0%",
                "75\u00a0%",
                "Inte uppnått",
            ),
        ),
        (
            draw_goal("attendance_rate", 0.6, Comparison.BETWEEN, upper_target=0.75),
            ("60\u00a0%\u00a0till\u00a075\u00a0%", "75\u00a0%", "Uppnått"),
        ),
        (draw_goal("enrolled", 4, Comparison.EXACTLY), ("exakt\u00a04", "4", "Uppnått")),
    ],
)
def test_a_goal_is_printed_with_target_outcome_and_verdict(goal, cells):
    """Target and outcome stand in the same unit; a rule breaks between its bounds only."""
    table = draw_report(goals=(goal,)).goals.table

    assert table.rows[0].words[2:] == cells


@pytest.mark.parametrize(
    ("marks_of_d", "rows", "evidence"),
    [
        ("x | x", [("1–2", "4", "4")], [2]),
        ("x | -", [("1", "4", "4"), ("2", "3", "4")], [1, 1]),
    ],
)
def test_sessions_at_which_as_many_still_took_part_share_a_row(marks_of_d, rows, evidence):
    """Rows that say the same would hide the one that does not; each session keeps its evidence."""
    register = "\n".join(["| key |", *(f"| {key} |" for key in "ABCD")])
    present = ["| who | 1 | 2 |", *(f"| {key} | x | x |" for key in "ABC"), f"| D | {marks_of_d} |"]
    dataset = draw_dataset(register=register, attendance="\n".join(present))
    printed = draw_report(dataset).responses.retention.rows

    assert [row.words for row in printed] == rows
    assert [len(one.numbers) for row in printed for one in row.evidence] == evidence


def test_only_approved_words_of_participants_are_printed():
    """Comments, project titles and descriptions stay out until a person approved them."""
    project = replace(YEAR.change_projects[0], title="Hemligt projekt", description="Hemlig text")
    dataset = replace(YEAR, change_projects=(project,))

    printed = " ".join(list_texts(draw_report(dataset)))

    assert "Hemligt" not in printed
    assert "Bra!" not in printed


def test_an_approved_quote_stands_under_its_question():
    """The reader sees what the words answer, and how many were chosen of how many."""
    voices = draw_report(with_quotes(YEAR, "Bra!")).voices

    assert [(group.question, group.quotes) for group in voices.groups] == [("voice", ("”Bra!”",))]
    assert (str(voices.quotes), str(voices.comments)) == ("1", "1")


def test_an_approved_project_is_named_and_the_others_are_counted():
    """A title that was approved names its project; it is no quote among the voices."""
    projects = (replace(YEAR.change_projects[0], title="Trygg hemgång"), YEAR.change_projects[1])
    dataset = with_quotes(replace(YEAR, change_projects=projects), "Trygg hemgång")

    report = draw_report(dataset)

    assert [row.words[0] for row in report.change_projects.named.rows] == ["Trygg hemgång"]
    assert report.change_projects.named.notes[0].words.endswith(": 1.")
    assert report.voices.groups == ()


def test_rows_read_are_rows_used_and_excluded():
    """The method chapter adds up: per kind, in all, and over the reasons."""
    accounts = (
        FileAccount(
            "a.xlsx",
            "",
            "0" * 64,
            "table",
            ExportKind.SURVEY,
            1,
            10,
            7,
            (("row-duplicate", 2), ("respondent-unknown", 1)),
        ),
        FileAccount("b.xlsx", "", "0" * 64, "table", ExportKind.COSTS, None, 5, 5, ()),
    )

    method = draw_report(replace(YEAR, accounts=accounts)).method

    assert row_of(method.rows, "Enkäter") == ("1", "10", "7", "3")
    assert row_of(method.rows, "Totalt") == ("2", "15", "12", "3")
    assert row_of(method.exclusions, "Totalt") == ("3",)


def test_other_wordings_are_told_but_grids_are_not():
    """A question in other words is listed with its sessions; a grid's title is no new wording."""
    reworded = tuple(
        replace(asked, wording="Nyttan var stor" if asked.session == 2 else "Vad? [benefit]")
        for asked in YEAR.asked_items
        if asked.item_id == "benefit"
    )

    method = draw_report(replace(YEAR, asked_items=reworded)).method

    assert [row.words for row in method.wordings.rows] == [("benefit", "Nyttan var stor", "2")]


def asked_anew(wording_of):
    """Return the year in which `wording_of` words each question, by session and wave."""
    asked = tuple(replace(one, wording=wording_of(one)) for one in YEAR.asked_items)
    return replace(YEAR, asked_items=asked)


@pytest.mark.parametrize(
    ("wording_of", "is_marked"),
    [
        (lambda asked: asked.item_id, False),
        (lambda asked: f"Vad? [{asked.item_id}]", False),
        (lambda asked: f"Ny {asked.item_id}", True),
        (lambda asked: f"{asked.item_id}{' nu' if asked.session == 2 else ''}", True),
    ],
)
def test_a_question_put_in_other_words_is_marked(wording_of, is_marked):
    """Where a chart or table names it, a sign and a note point to the chapter on method."""
    report = draw_report(asked_anew(wording_of))
    charts = [chart for level in report.evaluations.levels for chart in level.charts]
    (chart,) = [one for one in charts if one.anchor == "chart-benefit"]

    assert ("‡" in chart.title) == is_marked
    assert any(note.startswith("‡") for note in chart.notes) == is_marked
    assert bool(report.method.wordings) == is_marked


def test_a_wave_in_other_words_is_told():
    """A self-assessment that was worded anew afterwards is named with its wave."""
    dataset = asked_anew(lambda one: f"{one.item_id}{' nu' if one.wave is Wave.AFTER else ''}")
    rows = {row.words[0]: row.words[1:] for row in draw_report(dataset).method.wordings.rows}

    assert rows["skill"] == ("skill nu", "Efter")


def test_an_item_without_its_scale_has_no_chart():
    """A scale that the workbook lacks is a problem there; the draft is made all the same."""
    programme = replace(YEAR.programme, scales=())
    report = draw_report(replace(YEAR, programme=programme))
    charts = [chart for level in report.evaluations.levels for chart in level.charts]

    assert "chart-benefit" not in {chart.anchor for chart in charts}


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("Time enough for the methods", Language.EN),
        ("Tiden räckte för metoderna", Language.SV),
        ("12345", Language.SV),
    ],
)
def test_a_wording_is_in_the_language_of_the_one_it_is_most_like(asked, language):
    """A screen reader must know; where nothing tells, it is the programme's own language."""
    wording = Bilingual("Det fanns tid nog för att prova metoderna", "There was time enough")
    items = tuple(replace(item, wording=wording) for item in YEAR.programme.items)
    dataset = replace(
        asked_anew(lambda _one: asked), programme=replace(YEAR.programme, items=items)
    )
    (first, *_rest) = draw_report(dataset).method.wordings.rows

    assert first.cells[1] == OwnWords(asked, language)


def test_links_to_people_add_up_by_kind_of_export():
    """A column counts the rows of one kind of export, by what linked them."""
    links = (
        TableLinks("a", "", ExportKind.SURVEY, Instrument.EVALUATION, ((Link.EMAIL, 20),)),
        TableLinks(
            "b",
            "",
            ExportKind.SURVEY,
            Instrument.EVALUATION,
            ((Link.EMAIL, 3), (Link.REPEATED, 1), (Link.UNKNOWN, 2)),
        ),
        TableLinks("c", "", ExportKind.ATTENDANCE, None, ((Link.NAME, 30), (Link.UNKNOWN, 1))),
    )
    unpaired = ((Wave.BEFORE, 2), (Wave.AFTER, 1))
    table = draw_report(replace(YEAR, links=links, unpaired_codes=unpaired)).method.links

    assert [str(note) for note in table.notes] == [
        "Egna koder utan par: 2 skrevs bara före, 1 bara efter."
    ]
    assert [column.heading for column in table.columns[1:]] == ["Utvärderingar", "Närvaro"]
    assert row_of(table, "med e-postadress") == ("23", "0")
    assert row_of(table, "inte använd: ingen i deltagarregistret") == ("2", "1")
    assert row_of(table, "inte använd: samma person har en annan rad") == ("1", "0")
    assert row_of(table, "Totalt") == ("26", "31")


def test_a_report_without_any_data_says_so():
    """Every chapter is there; none shows an empty chart."""
    report = draw_report(EMPTY)

    assert len(report.contents) == 14
    assert report.evaluations.levels == ()
    assert report.evaluations.is_empty
    assert report.before_and_after.charts == ()
    assert report.participation.attendance is None
    assert (report.goals.table, report.economy.categories, report.method.rows) == (None, None, None)
    assert "hur många som deltog är inte känt" in " ".join(map(str, report.method.limits))


def test_the_order_of_rows_changes_nothing():
    """The same data in another order make the same report."""
    backwards = replace(
        YEAR,
        answers=YEAR.answers[::-1],
        responses=YEAR.responses[::-1],
        attendances=YEAR.attendances[::-1],
        asked_items=YEAR.asked_items[::-1],
    )

    assert draw_report(backwards) == draw_report(YEAR)


def test_a_text_introduces_its_chapter():
    """Prose stands in the chapter of its section, with its figures bound."""
    report = draw_report(texts={Section.PARTICIPATION: "Närvaron var {{ attendance_rate }}."})

    assert report.participation.prose == (
        '<p>Närvaron var 75\u00a0%<a href="#E2" class="evidence-number">E2</a>.</p>'
    )


def test_each_language_has_its_own_words():
    """English comes through the same code."""
    report = draw_report(language=Language.EN)

    assert report.contents[0].title == "Summary"
    assert str(report.cover.facts[3].text) == "468,000\u00a0kronor"


def list_texts(value: object) -> list[str]:
    """Return every string in a report, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in list_texts(part)]
    if is_dataclass(value):
        parts = (getattr(value, field.name) for field in fields(value))
        return [text for part in parts for text in list_texts(part)]
    return []


def test_change_projects_and_goals_are_the_last_levels():
    """What is done at work is Kirkpatrick's third level, what came of the promises the fourth."""
    report = draw_report(goals=(draw_goal("attendance_rate", 0.7),))

    assert report.change_projects.level.startswith("Nivå 3, beteende")
    assert report.goals.level.startswith("Nivå 4, resultat")
