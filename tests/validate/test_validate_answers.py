"""Cells become values, codes or kinds of missing; what cannot be read is told at its cell."""

from dataclasses import replace

import pytest

from flows.programme.decisions import Decisions
from flows.programme.languages import Language
from flows.programme.problem_catalogue import describe
from flows.programme.scales import MissingKind
from flows.validate.validation import validate
from tests.validate.export_drawing import PROGRAMME, check, draw_export


def answer_to(header: str, cell: str):
    """Return the one answer that `cell` gives under `header`, and the problems."""
    dataset, problems = check(draw_export(f"| fritt | {header} |\n| hej | {cell} |"))
    (answer,) = dataset.answers
    return answer, problems


@pytest.mark.parametrize(
    "cell",
    [
        "4",
        "'4",
        "'4,0",
        "4.0",
        "Instämmer",
        "instämmer ",
        "\ufeffAgree",
        "4 – Instämmer",
        "4. Agree",
    ],
)
def test_label_and_value_are_the_same_answer(cell):
    """A label in either language, its value, and both together mean one answer."""
    answer, problems = answer_to("Tiden räckte", cell)

    assert (answer.value, answer.codes, answer.missing, problems) == (4, ("4",), None, ())


@pytest.mark.parametrize(
    ("cell", "missing"),
    [
        ("", MissingKind.NOT_ANSWERED),
        ("Vet ej", MissingKind.DONT_KNOW),
        ("Did not attend", MissingKind.DID_NOT_ATTEND),
    ],
)
def test_kinds_of_missing_are_no_values(cell, missing):
    """A blank cell and each missing label are their own kind of missing, without a problem."""
    answer, problems = answer_to("Tiden räckte", cell)

    assert (answer.value, answer.codes, answer.missing, problems) == (None, (), missing, ())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("0", "answer-off-scale B2"),
        ("1", None),
        ("5", None),
        ("6", "answer-off-scale B2"),
        ("4.5", "answer-off-scale B2"),
        ("Ja", "answer-off-scale B2"),
        ("Mja, tveksamt", "answer-not-a-label B2"),
        ("4 – Instämmer helt", "answer-not-a-label B2"),
        ("#N/A", "cell-error B2"),
    ],
)
def test_answers_off_the_scale(cell, code):
    """On a scale from 1 to 5, 1 and 5 are answers; 0, 6, 4.5, other labels and texts are not."""
    answer, problems = answer_to("Tiden räckte", cell)

    assert problems == (() if code is None else (code,))
    assert answer.missing is (None if code is None else MissingKind.NOT_ANSWERED)


def test_free_text_is_never_quoted():
    """A number or a label of some scale is quoted in the problem; anybody's own words never."""
    words = "Fråga Ada Berg om detta"
    export = draw_export(f"| Tiden räckte | råd |\n| {words} | 7 |\n| 4 | Ja |\n| 4 | Ja |")
    _, problems = validate(PROGRAMME, Decisions(), (export,))
    told = [
        part
        for found in problems
        for language in Language
        for part in (str(found.parameters), str(describe(found, language)))
    ]

    assert any("7" in text for text in told)
    assert not any("Ada" in text or "Fråga" in text for text in told)


@pytest.mark.parametrize(
    ("header", "cell", "read"),
    [
        ("Tiden räckte", "1", (1, ("1",), None)),
        ("Tiden räckte", "5", (5, ("5",), None)),
        ("Tiden räckte", "6", (None, (), MissingKind.DONT_KNOW)),
        ("Tiden räckte", "Instämmer", (4, ("4",), None)),
        ("råd", "2", (None, ("nej",), None)),
        ("betyg", "2", (2, (), None)),
    ],
)
def test_a_number_may_be_the_place_of_its_label(header, cell, read):
    """Where the workbook says so; words stay words, and the answer to a number is that number."""
    export = replace(draw_export(f"| {header} |\n| {cell} |"), are_positions=True)
    dataset, problems = check(export)
    (answer,) = dataset.answers

    assert ((answer.value, answer.codes, answer.missing), problems) == (read, ())


@pytest.mark.parametrize("cell", ["0", "8"])
def test_a_place_that_the_scale_has_not_is_told(cell):
    """The places go from 1 to the last label, kinds of missing among them: here 7."""
    _, problems = check(replace(draw_export(f"| Tiden räckte |\n| {cell} |"), are_positions=True))

    assert problems == ("answer-off-scale A2",)


def test_single_choice_gives_the_label_as_code():
    """A choice has a code and no value; its code is the normalised label."""
    answer, problems = answer_to("råd", "JA")

    assert (answer.value, answer.codes, problems) == (None, ("ja",), ())


@pytest.mark.parametrize(
    "cell",
    ["Skuggning;Prototyp, enkel;", "Skuggning, Prototyp, enkel", '["Skuggning","Prototyp, enkel"]'],
)
def test_multiple_choice_is_split_against_its_options(cell):
    """Each tool's way to join choices gives the same codes, also of an option with a comma."""
    answer, problems = answer_to("val", cell)

    assert (answer.codes, problems) == (("skuggning", "prototyp, enkel"), ())


def test_unknown_choice_is_left_out_and_told():
    """A choice that is no option is a problem; the others in the cell count."""
    answer, problems = answer_to("val", "Test;Annat: fika;")

    assert (answer.codes, problems) == (("test",), ("choice-unknown B2",))


@pytest.mark.parametrize(("cell", "value"), [("8", 8), ("'8,5", 8.5), ("7.5", 7.5)])
def test_number_with_decimal_comma(cell, value):
    """A number is read typed or as text, with comma or point."""
    answer, problems = answer_to("betyg", cell)

    assert (answer.value, problems) == (value, ())


def test_number_that_is_none_counts_as_not_answered():
    """A text where a number is asked for is a problem and no answer."""
    answer, problems = answer_to("betyg", "åtta")

    assert (answer.missing, problems) == (MissingKind.NOT_ANSWERED, ("answer-not-a-number B2",))


def test_number_may_have_missing_labels():
    """A number's scale only names its kinds of missing; its values stay numbers."""
    answer, _ = answer_to("timmar", "Vet ej")
    number, _ = answer_to("timmar", "4")

    assert answer.missing is MissingKind.DONT_KNOW
    assert (number.value, number.codes) == (4, ())


def test_dash_alone_is_no_comment():
    """Free text is kept as written without outer spaces; blanks and lone dashes are none."""
    dataset, _ = check(
        draw_export("| fritt | betyg |\n| ' Bra dag! | 8 |\n| - | 7 |\n| nej | 6 |\n|  | 5 |")
    )

    assert [comment.text for comment in dataset.comments] == ["Bra dag!", "nej"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["6", "4"], "1, 2, 3, 4, 5"),
        (["helt klart", "4"], "Instämmer inte alls, Instämmer inte, Varken eller"),
        (["helt klart", "visst", "4"], "Instämmer inte alls, Instämmer inte, Varken eller"),
    ],
)
def test_what_was_expected_is_told_as_the_answers_were_written(cells, expected):
    """Who wrote a number is told the numbers, who wrote words the words."""
    rows = "".join(f"\n| {cell} |" for cell in cells)
    _, problems = validate(PROGRAMME, Decisions(), (draw_export(f"| Tiden räckte |{rows}"),))

    told = [dict(each.parameters).get("expected", "") for each in problems]
    assert [text for text in told if text.startswith(expected)]


def test_answers_without_a_scale_are_told_of_in_the_workbook_alone():
    """The question there has no scale; that no answer is on it is the same fault once more."""
    without = replace(PROGRAMME, scales=())
    _dataset, found = validate(
        without, Decisions(), (draw_export("| Tiden räckte |\n| 4 |\n| 5 |"),)
    )

    assert "column-off-scale" not in [each.code for each in found]


@pytest.mark.parametrize(
    ("wrong", "right", "problems"),
    [
        (1, 0, ["answer-off-scale A2"]),
        (2, 0, ["column-off-scale A1"]),
        (2, 2, ["answer-off-scale A2", "answer-off-scale A3"]),
        (3, 2, ["column-off-scale A1"]),
    ],
)
def test_column_that_is_mostly_off_scale_blocks_once(wrong, right, problems):
    """Up to half of the answers off the scale are noted one by one; more mean a wrong scale."""
    rows = "\n".join(["| 9 | 1 |"] * wrong + ["| 4 | 1 |"] * right)
    _, found = check(draw_export(f"| Tiden räckte | betyg |\n{rows}"))

    assert sorted(code for code in found if "off-scale" in code) == problems
