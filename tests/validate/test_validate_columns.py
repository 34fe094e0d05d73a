"""Columns are matched with items by wording, and never by guess."""

from dataclasses import replace

from flows.programme.decisions import Decisions, WordingDecision
from flows.programme.items import Instrument, ItemKind, Wave
from flows.programme.languages import Bilingual
from flows.programme.problems import problem
from flows.programme.programme import ExportKind
from flows.validate.validation import validate
from tests.validate.export_drawing import PROGRAMME, check, draw_export, draw_item


def asked(dataset):
    """Return the item of each column that was matched, with the cell of its header."""
    return {found.place.cell: found.item_id for found in dataset.asked_items}


def test_any_known_wording_asks_its_item():
    """Swedish, English and a listed other wording ask one item; case and spaces do not matter."""
    for header in ("jag har  NYTTA av innehållet", "The content is useful"):
        dataset, problems = check(draw_export(f"| {header} |\n| 4 |"))

        assert (asked(dataset), problems) == ({"A1": "nytta"}, ())


def test_other_wording_is_used_and_told_of():
    """A wording that the workbook lists besides the first ones is used, with a note."""
    dataset, problems = check(draw_export("| Innehållet är nyttigt |\n| 4 |"))

    assert asked(dataset) == {"A1": "nytta"}
    assert problems == ("wording-changed A1",)


def test_confirmed_wording_is_used_and_told_of():
    """A changed wording is used once a person has confirmed it in decisions/."""
    export = draw_export("| Tiden räckte till |\n| 4 |")
    confirmed = Decisions(wordings=(WordingDecision("tiden räckte TILL", "tid"),))

    assert asked(check(export)[0]) == {}
    dataset, problems = check(export, decisions=confirmed)
    assert asked(dataset) == {"A1": "tid"}
    assert problems == ("wording-changed A1",)


def test_unknown_question_names_the_nearest_item_and_is_not_used():
    """A question that nobody confirmed is a problem with the nearest item, never a guess."""
    export = draw_export("| Tiden räckte | Jag har nytta av innehållen |\n| 4 | 5 |")
    dataset, problems = validate(PROGRAMME, Decisions(), (export,))

    assert asked(dataset) == {"A1": "tid"}
    expected = problem("column-unknown", export.place(1, 2), item="nytta", similarity_pct=96)
    assert expected in problems


def test_grid_row_asks_its_item_alone_or_with_its_title():
    """Of a grid the whole header or the row in square brackets may be the item's wording."""
    dataset, problems = check(draw_export("| Vad tycker du? [Tiden räckte] |\n| 4 |"))

    assert (asked(dataset), problems) == ({"A1": "tid"}, ())


def test_second_column_for_an_item_is_not_used():
    """Two columns for one item are a problem at the second; the first one counts."""
    dataset, problems = check(draw_export("| Tiden räckte | Åter [Tiden räckte] |\n| 4 | 1 |"))

    assert [answer.value for answer in dataset.answers] == [4]
    assert problems == ("item-asked-twice B1",)


def test_wording_of_two_forms_goes_with_the_form():
    """Where two forms ask in the same words, the export's other questions tell which form it is."""
    twin = draw_item(
        "tid efteråt",
        ItemKind.SCALE,
        "agreement",
        wording=Bilingual("Tiden räckte"),
        instrument=Instrument.SELF_ASSESSMENT,
    )
    programme = replace(PROGRAMME, items=(*PROGRAMME.items, twin))
    assessment = draw_export(
        "| Tiden räckte | leda |\n| 4 | 4 |", file="exports/före.xlsx", wave=Wave.BEFORE
    )
    evaluation = draw_export("| Tiden räckte | betyg |\n| 4 | 8 |")

    assert asked(check(assessment, programme=programme)[0]) == {"A1": "tid efteråt", "B1": "leda"}
    assert asked(check(evaluation, programme=programme)[0]) == {"A1": "tid", "B1": "betyg"}


def test_ignored_column_is_known_and_unused():
    """A column that the workbook says is not used is no problem and gives no answers."""
    dataset, problems = check(draw_export("| Tiden räckte | lunch |\n| 4 | Bra |"))

    assert (asked(dataset), problems) == ({"A1": "tid"}, ())


def test_item_that_no_export_asks_is_told_at_its_row():
    """An unused mapping is a problem at the item's row in the workbook; keys ask nothing."""
    _, problems = validate(PROGRAMME, Decisions(), (draw_export("| Tiden räckte |\n| 4 |"),))
    never_asked = {dict(p.parameters)["item"] for p in problems if p.code == "item-never-asked"}

    assert never_asked == {"nytta", "betyg", "timmar", "råd", "val", "fritt", "leda", "tanke"}


def test_a_column_of_a_list_that_nobody_knows_is_told():
    """What a list holds besides is a note to acknowledge; an empty column is nothing."""
    attendance = draw_export(
        "| Namn | T1 | Kommentar | Övrigt |\n| Ada Berg | x | sen | |",
        file="exports/när.xlsx",
        kind=ExportKind.ATTENDANCE,
    )

    assert check(attendance)[1] == ("column-unused C1",)


def test_idle_wording_decisions_are_told():
    """A confirmed wording must name an item, and some export must have it."""
    decisions = Decisions(
        wordings=(WordingDecision("Tiden räckte?", "tiid"), WordingDecision("Aldrig", "tid"))
    )
    _, problems = validate(PROGRAMME, decisions, (draw_export("| Tiden räckte |\n| 4 |"),))
    codes = [found.code for found in problems]

    assert codes.count("wording-item-unknown") == 1
    assert codes.count("wording-unused") == 1


def test_survey_without_any_item_is_rejected_whole():
    """A survey none of whose columns is known has no row that can be used."""
    dataset, problems = check(draw_export("| Väder |\n| Sol |\n| Regn |"))

    assert problems == ("survey-without-items", "column-unknown A1")
    assert dataset.accounts[0].excluded == (("survey-without-items", 2),)
