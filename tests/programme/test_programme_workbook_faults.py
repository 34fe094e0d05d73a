"""Every fault in the programme workbook is a problem at its own cell."""

import pytest

from flows.programme.decisions import Acknowledgement, Decisions
from flows.programme.exceptions import SubmissionRefusedError, WorkbookUnreadableError
from flows.programme.languages import Language
from flows.programme.problem_catalogue import describe
from flows.programme.sheets import Row, Sheet
from flows.programme.workbook_reader import read_programme
from flows.submit.gate import find_blocking, pass_gate
from flows.validate.acknowledgements import acknowledge
from tests.drawing import draw_sheet
from tests.programme.workbook_drawing import FILE, SHEETS, codes_and_places, read_workbook

PROJECT = SHEETS["Projekt"]
GOAL_RULE = "Jämförelse | Målvärde | Övre målvärde | Delvis uppnått vid"

FAULTS = [
    ("workbook-field-empty", "Projekt", "B5", PROJECT.replace("Regionen", "        ")),
    ("workbook-column-missing", "Projekt", "", PROJECT.replace("| Bidrag (kr) ", "| Summa       ")),
    ("workbook-column-unknown", "Projekt", "A6", PROJECT.replace("Bidrag (kr)", "Bidrga (kr)")),
    ("workbook-column-twice", "Projekt", "A9", PROJECT + "| Finansiär | Vinnova |"),
    ("workbook-not-a-number", "Projekt", "B6", PROJECT.replace("468000", "ungefär en halv miljon")),
    ("workbook-number-unclear", "Projekt", "B6", PROJECT.replace("468000", "'468.000")),
    ("workbook-number-unclear", "Projekt", "B6", PROJECT.replace("468000", "'468,000")),
    ("workbook-not-whole", "Projekt", "B6", PROJECT.replace("468000", "468000.5")),
    ("workbook-negative", "Projekt", "B6", PROJECT.replace("468000", "-468000")),
    ("workbook-error-cell", "Projekt", "B6", PROJECT.replace("468000", "#REF!")),
    ("workbook-not-a-date", "Projekt", "B7", PROJECT.replace("2015-11-01", "i november")),
    ("workbook-date-as-text", "Projekt", "B7", PROJECT.replace("2015-11-01", "'1/11 2015")),
    ("workbook-ends-before-start", "Projekt", "B8", PROJECT.replace("2017-02-28", "2015-10-31")),
    ("workbook-not-in-list", "Projekt", "B9", PROJECT + "| Språk | danska |"),
    ("register-empty", "Deltagare", "", "| Nyckel | E-post | Roll |"),
    (
        "workbook-session-outside-project",
        "Tillfällen",
        "B3",
        """
        | Nummer | Datum      | Tema (svenska) |
        | 1      | 2015-11-01 | Första dagen   |
        | 2      | 2015-10-31 | Dagen före     |
        | 3      | 2017-02-28 | Sista dagen    |
        """,
    ),
    (
        "workbook-session-outside-project",
        "Tillfällen",
        "B2",
        """
        | Nummer | Datum      | Tema (svenska) |
        | 1      | 2017-03-01 | Dagen efter    |
        """,
    ),
    (
        "workbook-repeated",
        "Tillfällen",
        "A3",
        """
        | Nummer | Datum      | Tema (svenska) |
        | 1      | 2016-01-20 | Behov          |
        | 1      | 2016-02-17 | Idéer          |
        """,
    ),
    (
        "workbook-repeated",
        "Deltagare",
        "A3",
        """
        | Nyckel | Namn | E-post | Roll |
        | D01    | Ada  |        | chef |
        | d01    | Bo   |        | chef |
        """,
    ),
    (
        "workbook-repeated",
        "Deltagare",
        "C3",
        """
        | Nyckel | Namn | E-post     | Roll |
        | D01    | Ada  | ada@a.test | chef |
        | D02    | Bo   | Ada@A.test | chef |
        """,
    ),
    (
        "workbook-email-malformed",
        "Deltagare",
        "B2",
        """
        | Nyckel | E-post   | Roll |
        | D01    | ada@test | chef |
        """,
    ),
    (
        "workbook-cell-empty",
        "Deltagare",
        "B2",
        """
        | Nyckel | Roll |
        | D01    |      |
        """,
    ),
    (
        "workbook-header-missing",
        "Deltagare",
        "",
        """
        | D01 | Ada | Roll |
        | D02 | Bo  | chef |
        """,
    ),
    (
        "workbook-column-missing",
        "Deltagare",
        "2:2",
        """
        | Deltagare |      |
        | Nyckel    | Namn |
        | D01       | Ada  |
        """,
    ),
    (
        "workbook-column-twice",
        "Deltagare",
        "C1",
        """
        | Nyckel | Roll | Role    |
        | D01    | chef | manager |
        """,
    ),
    (
        "workbook-example-altered",
        "Deltagare",
        "2:2",
        """
        | Nyckel       | Namn      | Roll |
        | Exempel: D01 | Bo Bergh  | chef |
        """,
    ),
    (
        "workbook-not-in-list",
        "Frågor",
        "C2",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Skala     |
        | nytta    | Jag har nytta av det  | smiley   | utvärdering | instämmer |
        """,
    ),
    (
        "workbook-not-in-list",
        "Frågor",
        "E2",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Kirkpatricknivå |
        | lärdom   | Vad tar du med dig?   | fritext  | utvärdering | 5               |
        """,
    ),
    (
        "workbook-cell-empty",
        "Frågor",
        "B2",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    |
        | lärdom   |                       | fritext  | utvärdering |
        """,
    ),
    (
        "workbook-repeated",
        "Frågor",
        "A3",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    |
        | lärdom   | Vad tar du med dig?   | fritext  | utvärdering |
        | lärdom   | Vad lärde du dig?     | fritext  | utvärdering |
        """,
    ),
    (
        "workbook-wording-twice",
        "Frågor",
        "E3",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Andra formuleringar   |
        | lärdom   | Vad lärde du?         | fritext  | utvärdering |                       |
        | med      | Vad tar du med dig?   | fritext  | utvärdering | Hem?\\nVAD  LÄRDE DU? |
        """,
    ),
    (
        "workbook-scale-unknown",
        "Frågor",
        "E2",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Skala    |
        | nytta    | Jag har nytta av det  | skala    | utvärdering | instämer |
        """,
    ),
    (
        "workbook-scale-unknown",
        "Frågor",
        "E2",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Skala |
        | nytta    | Jag har nytta av det  | ett val  | utvärdering |       |
        """,
    ),
    (
        "workbook-scale-unknown",
        "Frågor",
        "E2",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Skala    |
        | lärdom   | Vad lärde du dig?     | fritext  | utvärdering | instämer |
        """,
    ),
    (
        "workbook-repeated",
        "Skalor",
        "B3",
        """
        | Skala     | Svarsalternativ (svenska) | Värde |
        | instämmer | Helt                      | 1     |
        | instämmer | helt                      | 2     |
        """,
    ),
    (
        "workbook-repeated",
        "Skalor",
        "C3",
        """
        | Skala     | Svarsalternativ (svenska) | Värde |
        | instämmer | Delvis                    | 2     |
        | instämmer | Helt                      | 2.0   |
        """,
    ),
    (
        "workbook-value-and-missing",
        "Skalor",
        "C3",
        """
        | Skala     | Svarsalternativ (svenska) | Värde | Bortfall |
        | instämmer | Helt                      | 1     |          |
        | instämmer | Vet ej                    | 0     | vet ej   |
        """,
    ),
    (
        "workbook-session-unknown",
        "Exporter",
        "B3",
        """
        | Fil     | Tillfälle |
        | a*.xlsx | 2         |
        | b*.xlsx | 3         |
        """,
    ),
    (
        "workbook-indicator-unknown",
        "Mål",
        "C2",
        """
        | Mål-id | Mål (svenska) | Indikator | Målvärde |
        | M1     | Alla är med   | närvaro   | 0.8      |
        """,
    ),
    (
        "workbook-not-a-share",
        "Mål",
        "D2",
        """
        | Mål-id | Mål (svenska) | Indikator                 | Målvärde |
        | M1     | Chefer är med | attendance_rate role=chef | 80       |
        """,
    ),
    *(
        (
            "workbook-target-impossible",
            "Mål",
            "D2",
            f"""
            | Mål-id | Mål (svenska) | Indikator   | Målvärde |
            | M1     | Chefer är med | {indicator} | {target} |
            """,
        )
        for indicator, target in (
            ("enrolled", "'30 %"),  # 0.3 people: every programme has that many
            ("rose item=nytta", "15.5"),
            ("enrolled", "-1"),
            ("median item=nytta", "0"),
            ("mean item=nytta", "2.1"),  # on a scale from 1 to 2
            ("shift item=nytta", "-1.5"),
            ("sign_test_p item=nytta", "5"),
            ("alpha item=förmåga", "7"),
            ("rank_biserial item=nytta", "-2"),
        )
    ),
    (
        "workbook-repeated",
        "Mål",
        "A3",
        """
        | Mål-id | Mål (svenska)  | Indikator | Målvärde |
        | M1     | Alla är med    | enrolled  | 30       |
        | M1     | Alla blir kvar | enrolled  | 30       |
        """,
    ),
    (
        "workbook-indicator-missing",
        "Mål",
        "C2",
        """
        | Mål-id | Mål (svenska)    | Indikator | Målvärde |
        | M1     | Alla trivs       |           |          |
        """,
    ),
    (
        "workbook-target-missing",
        "Mål",
        "D2",
        """
        | Mål-id | Mål (svenska) | Indikator | Målvärde |
        | M1     | Alla är med   | enrolled  |          |
        """,
    ),
    (
        "workbook-not-in-list",
        "Mål",
        "D2",
        """
        | Mål-id | Mål (svenska) | Indikator | Jämförelse | Målvärde |
        | M1     | Alla är med   | enrolled  | omkring    | 30       |
        """,
    ),
    *(
        (
            code,
            "Mål",
            cell,
            f"""
            | Mål-id | Mål (svenska) | Indikator       | {GOAL_RULE} |
            | M1     | Alla är med   | attendance_rate | {rule} |
            """,
        )
        for code, cell, rule in (
            ("workbook-upper-target-missing", "F2", "mellan | 0.7 |     |     "),
            ("workbook-upper-target-low", "F2", "    mellan | 0.7 | 0.7 |     "),
            ("workbook-upper-target-low", "F2", "    mellan | 0.7 | 0.6 |     "),
            ("workbook-upper-target-unused", "F2", " minst  | 0.7 | 0.9 |     "),
            ("workbook-upper-target-unused", "F2", " exakt  | 0.7 | 0.9 |     "),
            ("workbook-not-a-share", "F2", "         mellan | 0.7 | 90  |     "),
            ("workbook-partly-target-reaches", "G2", "minst | 0.7 |     | 0.7 "),
            ("workbook-partly-target-reaches", "G2", "minst | 0.7 |     | 0.8 "),
            ("workbook-partly-target-reaches", "G2", "högst | 0.7 |     | 0.7 "),
            ("workbook-partly-target-reaches", "G2", "högst | 0.7 |     | 0.6 "),
            ("workbook-partly-target-reaches", "G2", "exakt | 0.7 |     | 0.7 "),
            ("workbook-partly-target-reaches", "G2", "mellan | 0.7 | 0.9 | 0.8 "),
            ("workbook-partly-target-reaches", "G2", "mellan | 0.7 | 0.9 | 0.9 "),
            ("workbook-not-a-share", "G2", "         minst  | 0.7 |     | 60  "),
        )
    ),
    (
        "workbook-repeated",
        "Ekonomi",
        "B4",
        """
        | Kostnadsslag | Part     | Budget (kr) |
        | Personal     | Regionen | 400000      |
        | Personal     | Kommunen | 60000       |
        | personal     | REGIONEN | 8000        |
        """,
    ),
    (
        "workbook-index-too-small",
        "Frågor",
        "F3",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Skala     | Index   |
        | nytta    | Jag har nytta av det  | skala    | utvärdering | instämmer | förmåga |
        | mod      | Jag vågar prova       | skala    | utvärdering | instämmer | förmåga |
        """,
    ),
    (
        "workbook-index-mixed",
        "Frågor",
        "F4",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär       | Skala     | Index   |
        | nytta    | Jag har nytta av det  | skala    | utvärdering    | instämmer | förmåga |
        | mod      | Jag vågar prova       | skala    | utvärdering    | instämmer | förmåga |
        | stöd     | Jag har stöd          | skala    | självskattning | instämmer | förmåga |
        """,
    ),
    (
        "workbook-index-mixed",
        "Frågor",
        "F4",
        """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Skala     | Index   |
        | nytta    | Jag har nytta av det  | skala    | utvärdering | instämmer | förmåga |
        | mod      | Jag vågar prova       | skala    | utvärdering | instämmer | förmåga |
        | stöd     | Jag har stöd          | skala    | utvärdering | betyg     | förmåga |
        """,
    ),
    (
        "workbook-negative",
        "Ekonomi",
        "D2",
        """
        | Kostnadsslag | Part     | Budget (kr) | Utfall (kr) |
        | Personal     | Regionen | 400000      | -1          |
        """,
    ),
    (
        "workbook-not-a-share",
        "Profil",
        "B2",
        """
        | Fält                              | Värde |
        | Största avvikelse utan förklaring | 10    |
        """,
    ),
    (
        "workbook-not-whole",
        "Profil",
        "B2",
        """
        | Fält                    | Värde |
        | Minsta redovisade grupp | 4.5   |
        """,
    ),
]


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "drawing"), FAULTS, ids=[f"{f[0]}-{f[1]}-{f[2]}" for f in FAULTS]
)
def test_fault_is_a_problem_at_its_cell(code, sheet, cell, drawing):
    """The drawn sheet's only fault is found once, in the cell where it is corrected."""
    _programme, problems = read_workbook({sheet: drawing})

    about = [found for found in codes_and_places(problems) if found[0] == code]
    assert about == [(code, sheet, cell)]


def test_scale_item_needs_a_value_for_each_answer():
    """An answer with neither value nor missing kind is reported at the item that needs it."""
    scales = """
        | Skala     | Svarsalternativ (svenska) | Värde | Bortfall |
        | instämmer | Inte alls                 | 1     |          |
        | instämmer | Helt                      |       |          |
        | instämmer | Vet ej                    |       | vet ej   |
        """

    _programme, problems = read_workbook({"Skalor": scales})

    assert codes_and_places(problems) == [("workbook-scale-without-values", "Frågor", "E2")]


@pytest.mark.parametrize(
    ("indicator", "target"),
    [
        ("enrolled", "0"),
        ("enrolled", "30"),
        ("mean item=nytta", "1"),
        ("mean item=nytta", "1.5"),
        ("median item=nytta", "2"),
        ("shift item=nytta", "-1"),
        ("sign_test_p_holm item=nytta", "0.05"),
        ("alpha item=förmåga", "0.7"),
        ("deviation_share", "-0.1"),
        ("deviation", "-468000.5"),
        ("attendance_rate", "0.85"),
    ],
)
def test_a_target_that_its_figure_can_have_is_none(indicator, target):
    """The ends of a scale are values of it, and a deviation may be below nothing."""
    goals = f"""
        | Mål-id | Mål (svenska) | Indikator   | Målvärde |
        | M1     | Chefer är med | {indicator} | {target} |
        """

    assert read_workbook({"Mål": goals})[1] == ()


def test_an_item_of_an_index_may_be_worded_the_other_way_round():
    """Its scale has the same values in the other order, so that much means much in all of them."""
    drawings = {
        "Frågor": """
        | Fråge-id | Formulering (svenska) | Svarstyp | Formulär    | Skala     | Index   |
        | nytta    | Jag har nytta av det  | skala    | utvärdering | instämmer | förmåga |
        | mod      | Jag vågar prova       | skala    | utvärdering | instämmer | förmåga |
        | tvekan   | Jag tvekar att prova  | skala    | utvärdering | omvänd    | förmåga |
        """,
        "Skalor": """
        | Skala     | Svarsalternativ (svenska) | Värde |
        | instämmer | Inte alls                 | 1     |
        | instämmer | Helt                      | 2     |
        | omvänd    | Helt                      | 1     |
        | omvänd    | Inte alls                 | 2     |
        """,
    }

    assert read_workbook(drawings)[1] == ()


@pytest.mark.parametrize(("value", "missing"), [("", "vet inte"), ("högt", "")])
def test_a_label_that_is_not_understood_is_told_of_once(value, missing):
    """The cell itself is the problem; that its scale then lacks a value is no other one."""
    scales = f"""
        | Skala     | Svarsalternativ (svenska) | Värde   | Bortfall  |
        | instämmer | Inte alls                 | 1       |           |
        | instämmer | Vet ej                    | {value} | {missing} |
        """

    _programme, problems = read_workbook({"Skalor": scales})

    assert [found.place.sheet for found in problems] == ["Skalor"]


def test_workbook_without_fault_has_no_problem():
    """The workbook that the faults are drawn into has none of its own."""
    programme, problems = read_workbook()

    assert problems == ()
    assert programme is not None


def test_every_fault_speaks_both_languages():
    """Each problem's words are filled in completely, in Swedish and in English."""
    for code, sheet, _cell, drawing in FAULTS:
        for found in read_workbook({sheet: drawing})[1]:
            for language in Language:
                text = describe(found, language)
                assert "{" not in text.found + text.expected + text.remedy, code


def test_missing_sheet_is_named_and_optional_sheets_are_not_missed():
    """A sheet that is needed is missed by name; Exporter and Profil may be left out."""
    _programme, problems = read_workbook(without=("Mål",))

    assert codes_and_places(problems) == [("workbook-sheet-missing", "", "")]
    assert dict(problems[0].parameters) == {"sheet": "Mål"}


def test_english_workbook_misses_its_sheets_in_english():
    """Sheets are named as they would stand in the workbook that is open."""
    english = """
        | Field | Value |
        """

    _programme, problems = read_programme("kurs", (draw_sheet(english, file=FILE, name="Project"),))

    missing = [dict(p.parameters)["sheet"] for p in problems if p.code == "workbook-sheet-missing"]
    assert missing == ["Economy", "Goals", "Items", "Participants", "Scales", "Sessions"]


def test_misspelt_sheet_is_missing_and_its_likely_name_is_told():
    """A sheet under a wrong name is read by nobody, and the nearest name is proposed."""
    _programme, problems = read_workbook({"Deltagar": SHEETS["Deltagare"]}, without=("Deltagare",))

    assert codes_and_places(problems) == [
        ("workbook-sheet-missing", "", ""),
        ("workbook-sheet-unknown", "Deltagar", ""),
    ]
    assert dict(problems[1].parameters) == {"nearest": "Deltagare"}


def test_a_sheet_of_ones_own_is_taken_for_no_other():
    """Where no sheet is missing, an extra one can only be the owner's notes."""
    _programme, problems = read_workbook(
        {
            "Anteckningar": "| Att göra |",
            "Mål": "| Mål-id | Mål (svenska) |",
            "Ekonomi": "| Kostnadsslag | Part | Budget (kr) |",
            "Exporter": "| Fil | Blad |",
            "Profil": "| Fält | Värde |",
            "Ord": "| Ord (svenska) | Ord (engelska) |",
        }
    )

    assert ("workbook-sheet-extra", "Anteckningar", "") in codes_and_places(problems)


def test_two_sheets_of_one_subject_are_not_mixed():
    """The first of Deltagare and Participants is read, and the second is a problem."""
    english = """
        | Key | Role    |
        | E01 | manager |
        """

    programme, problems = read_workbook({"Participants": english})

    assert codes_and_places(problems) == [("workbook-sheet-twice", "Participants", "")]
    assert [person.key for person in programme.participants] == ["D01", "D02"]


def test_empty_sheet_of_the_owners_own_is_no_problem():
    """Excel's own empty Blad1 says nothing and is not spoken of."""
    assert read_workbook({"Blad1": ""})[1] == ()


def test_formula_without_value_is_told_from_an_empty_cell():
    """A formula that was never calculated is not called empty: the remedy is another."""
    drawn = draw_sheet(SHEETS["Deltagare"].replace("chef", "    ", 1), file=FILE, name="Deltagare")
    uncalculated = Sheet(FILE, "Deltagare", drawn.rows, uncalculated=("C2",))
    others = (
        draw_sheet(drawing, file=FILE, name=name)
        for name, drawing in SHEETS.items()
        if name != "Deltagare"
    )

    _programme, problems = read_programme("kurs", (uncalculated, *others))

    assert codes_and_places(problems) == [("workbook-uncalculated", "Deltagare", "C2")]


def test_too_little_to_make_a_programme_of():
    """Without any session there is no programme, and the faults say why."""
    drawing = """
        | Nummer | Datum | Tema (svenska) |
        | 1      |       | Behov          |
        """

    programme, problems = read_workbook({"Tillfällen": drawing})

    assert programme is None
    assert codes_and_places(problems) == [("workbook-cell-empty", "Tillfällen", "B2")]


def test_foreign_workbook_is_no_programme_workbook():
    """A workbook none of whose sheets is known stops the run with one sentence."""
    foreign = Sheet("programme.xlsx", "Budget 2016", (Row(1, ("Konto", "Belopp")),))

    with pytest.raises(WorkbookUnreadableError) as stopped:
        read_programme("kurs", (foreign,))

    assert stopped.value.in_language(Language.SV) == (
        "programme.xlsx går inte att läsa som programmets arbetsbok: inget av bladen känns igen."
    )


def test_problems_speak_the_language_of_the_sheet():
    """In an English sheet columns and allowed words are named in English."""
    english = """
        | Item id | Wording (English) | Answer type | Form       |
        | lesson  | What did you learn? | words     | evaluation |
        """

    _programme, problems = read_workbook({"Items": english}, without=("Frågor",))

    assert dict(problems[0].parameters) == {
        "column": "Answer type",
        "allowed": "scale, one choice, several choices, number, free text, key, wave, not used",
    }


def test_no_problem_quotes_names_or_addresses():
    """Names and addresses of the register never stand in a problem's parameters."""
    drawing = """
        | Nyckel | Namn         | E-post          | Roll |
        | D01    | Ada Hemlig   | ada.hemlig@test | chef |
        | D01    | Ada Hemlig   | ada.hemlig@test |      |
        """

    _programme, problems = read_workbook({"Deltagare": drawing})

    assert len(problems) >= 4
    assert "hemlig" not in repr(problems).casefold()


def test_an_anonymous_course_is_reported_once_somebody_says_that_it_is_one():
    """An empty register blocks, because it is mostly forgotten; its acknowledgement opens."""
    programme, problems = read_workbook({"Deltagare": "| Nyckel | E-post | Roll |"})
    decisions = Decisions(
        acknowledgements=(Acknowledgement("register-empty", reason="Anonym kurs"),)
    )

    assert programme is not None
    with pytest.raises(SubmissionRefusedError):
        pass_gate(problems)
    pass_gate(acknowledge(problems, decisions)[0])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("|                 |     |", "workbook-indicator-missing"),
        ("| attendance_rate |     |", "workbook-target-missing"),
    ],
)
def test_a_goal_that_cannot_be_judged_blocks_until_somebody_acknowledges_it(row, code):
    """A goal without an outcome is no goal that was missed: a person says that it may stand."""
    drawing = f"| Mål-id | Mål (svenska) | Indikator | Målvärde |\n| M1 | Alla trivs {row}"
    _programme, problems = read_workbook({"Mål": drawing})
    decisions = Decisions(acknowledgements=(Acknowledgement(code, reason="Frågades aldrig"),))

    assert [found.code for found in find_blocking(problems)] == [code]
    with pytest.raises(SubmissionRefusedError):
        pass_gate(problems)
    pass_gate(acknowledge(problems, decisions)[0])
