"""The sheets about what is asked: items, scales and the files the answers are in."""

from dataclasses import replace

from flows.programme import vocabularies as words
from flows.programme.languages import Bilingual
from flows.programme.translations import _
from flows.programme.workbook_layout import (
    CellForm,
    Column,
    SheetLayout,
    columns_in_both_languages,
)

WORDING_SV, WORDING_EN = columns_in_both_languages(
    "wording",
    Bilingual("Formulering", "Wording"),
    _("The question as in the form; at least one of the two wordings is needed."),
    _("I can use the content in my work"),
    width=52,
)
LABEL_SV, LABEL_EN = columns_in_both_languages(
    "label",
    Bilingual("Svarsalternativ", "Label"),
    _("The answer as in the form; at least one of the two labels is needed."),
    _("Agree completely"),
    width=36,
)

ITEMS = SheetLayout(
    "items",
    Bilingual("Frågor", "Items"),
    _("One row for each question, worded exactly as respondents saw it."),
    (
        Column(
            "item_id",
            Bilingual("Fråge-id", "Item id"),
            _("A short word of your own, used in texts and goals."),
            _("benefit"),
            is_required=True,
            form=CellForm.WORDS,
            width=20,
        ),
        WORDING_SV,
        replace(WORDING_EN, help=_("The question in English, as in an English form.")),
        Column(
            "kind",
            Bilingual("Svarstyp", "Answer type"),
            _("What an answer is."),
            _("scale"),
            is_required=True,
            vocabulary=words.ITEM_KINDS,
        ),
        Column(
            "instrument",
            Bilingual("Formulär", "Form"),
            _("Where the question is asked."),
            _("evaluation"),
            is_required=True,
            vocabulary=words.INSTRUMENTS,
        ),
        Column(
            "scale_id",
            Bilingual("Skala", "Scale"),
            _("The scale's id on the sheet of scales; needed for scale and choices."),
            _("agreement"),
            form=CellForm.WORDS,
        ),
        Column(
            "level",
            Bilingual("Kirkpatricknivå", "Kirkpatrick level"),
            _("1 reaction, 2 learning, 3 behaviour, 4 results."),
            "1",
            form=CellForm.WHOLE,
            width=18,
        ),
        Column(
            "index_id",
            Bilingual("Index", "Index"),
            _("The same word for three or more questions that together measure one thing."),
            form=CellForm.WORDS,
            width=18,
        ),
        Column(
            "other_wordings",
            Bilingual("Andra formuleringar", "Other wordings"),
            _("Earlier or later wordings of the same question, one on each line of the cell."),
            width=40,
        ),
    ),
)

SCALES = SheetLayout(
    "scales",
    Bilingual("Skalor", "Scales"),
    _("One row for each answer of a scale, the lowest first."),
    (
        Column(
            "scale_id",
            Bilingual("Skala", "Scale"),
            _("The scale's id, the same on each of its rows."),
            _("agreement"),
            is_required=True,
            form=CellForm.WORDS,
            width=24,
        ),
        LABEL_SV,
        replace(LABEL_EN, help=_("The answer in English, as in an English form.")),
        Column(
            "value",
            Bilingual("Värde", "Value"),
            _("The answer's value in points; empty for choices and missing answers."),
            "5",
            width=14,
        ),
        Column(
            "missing",
            Bilingual("Bortfall", "Missing"),
            _("Why there is no value, for answers such as don't know."),
            vocabulary=words.MISSING_KINDS,
        ),
        Column(
            "is_favourable",
            Bilingual("Positivt svar", "Favourable"),
            _("Yes for the answers that count as agreeing."),
            _("yes"),
            vocabulary=words.YES_NO,
            width=16,
        ),
    ),
)

EXPORTS = SheetLayout(
    "exports",
    Bilingual("Exporter", "Exports"),
    _("Only for files that slutrapport check does not recognise by itself."),
    (
        Column(
            "file",
            Bilingual("Fil", "File"),
            _("The file's name, or its path in the folder; * stands for any characters."),
            _("exports/self-assessment-before*.xlsx"),
            is_required=True,
            form=CellForm.WORDS,
            width=46,
        ),
        Column(
            "sheet",
            Bilingual("Blad", "Sheet"),
            _("Empty means every sheet of the file."),
        ),
        Column(
            "kind",
            Bilingual("Innehåll", "Content"),
            _("What the file is about."),
            _("survey"),
            vocabulary=words.EXPORT_KINDS,
        ),
        Column(
            "session",
            Bilingual("Tillfälle", "Session"),
            _("The session's number."),
            form=CellForm.WHOLE,
            width=14,
        ),
        Column(
            "wave",
            Bilingual("Mättillfälle", "Wave"),
            _("For self-assessments: before, after, or in hindsight about before."),
            _("before"),
            vocabulary=words.WAVES,
        ),
        Column(
            "header_row",
            Bilingual("Rubrikrad", "Header row"),
            _("The row of the headers, where there are titles above them."),
            form=CellForm.WHOLE,
            width=14,
        ),
        Column(
            "date_order",
            Bilingual("Datumordning", "Date order"),
            _("How 4/5/2016 is meant, where the column does not tell."),
            _("day/month"),
            vocabulary=words.DATE_ORDERS,
        ),
        Column(
            "number_meaning",
            Bilingual("Siffror är", "Numbers are"),
            _(
                "What a number in place of a label is: the label's value, which is usual, or its "
                "place on the scale, counted from 1, as Enalyzer numbers labels."
            ),
            _("values"),
            vocabulary=words.NUMBER_MEANINGS,
        ),
    ),
    is_optional=True,
)
