"""The sheets about what is asked: items, scales and the files the answers are in."""

from flows.programme import vocabularies as words
from flows.programme.languages import Bilingual
from flows.programme.translations import _
from flows.programme.workbook_layout import Column, SheetLayout, same

ITEMS = SheetLayout(
    "items",
    Bilingual("Frågor", "Items"),
    _("One row for each question, worded exactly as respondents saw it."),
    (
        Column(
            "item_id",
            Bilingual("Fråge-id", "Item id"),
            _("A short word of your own, used in texts and goals."),
            same("nytta"),
            is_required=True,
            width=18,
        ),
        Column(
            "wording_sv",
            Bilingual("Formulering (svenska)", "Wording (Swedish)"),
            _("The question as in the form; at least one of the two wordings is needed."),
            same("Jag har nytta av innehållet i mitt arbete"),
            width=52,
        ),
        Column(
            "wording_en",
            Bilingual("Formulering (engelska)", "Wording (English)"),
            _("The question in English."),
            same("I can use the content in my work"),
            width=52,
        ),
        Column(
            "kind",
            Bilingual("Svarstyp", "Answer type"),
            _("What an answer is."),
            Bilingual("skala", "scale"),
            is_required=True,
            vocabulary=words.ITEM_KINDS,
        ),
        Column(
            "instrument",
            Bilingual("Formulär", "Form"),
            _("Where the question is asked."),
            Bilingual("utvärdering", "evaluation"),
            is_required=True,
            vocabulary=words.INSTRUMENTS,
        ),
        Column(
            "scale_id",
            Bilingual("Skala", "Scale"),
            _("The scale's id on the sheet of scales; needed for scale and choices."),
            same("instämmer"),
        ),
        Column(
            "level",
            Bilingual("Kirkpatricknivå", "Kirkpatrick level"),
            _("1 reaction, 2 learning, 3 behaviour, 4 results."),
            same("1"),
            width=16,
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
            same("instämmer"),
            is_required=True,
        ),
        Column(
            "label_sv",
            Bilingual("Svarsalternativ (svenska)", "Label (Swedish)"),
            _("The answer as in the form; at least one of the two labels is needed."),
            same("Instämmer helt"),
            width=36,
        ),
        Column(
            "label_en",
            Bilingual("Svarsalternativ (engelska)", "Label (English)"),
            _("The answer in English."),
            same("Agree completely"),
            width=36,
        ),
        Column(
            "value",
            Bilingual("Värde", "Value"),
            _("The answer's value in points; empty for choices and missing answers."),
            same("5"),
            width=10,
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
            Bilingual("ja", "yes"),
            vocabulary=words.YES_NO,
            width=14,
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
            _("The file's name; * stands for any characters."),
            same("sjalvskattning-fore*.xlsx"),
            is_required=True,
            width=40,
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
            Bilingual("enkät", "survey"),
            vocabulary=words.EXPORT_KINDS,
        ),
        Column(
            "session",
            Bilingual("Tillfälle", "Session"),
            _("The session's number."),
            width=12,
        ),
        Column(
            "wave",
            Bilingual("Mättillfälle", "Wave"),
            _("For self-assessments: before or after the programme."),
            Bilingual("före", "before"),
            vocabulary=words.WAVES,
        ),
        Column(
            "header_row",
            Bilingual("Rubrikrad", "Header row"),
            _("The row of the headers, where there are titles above them."),
            width=12,
        ),
        Column(
            "date_order",
            Bilingual("Datumordning", "Date order"),
            _("How 4/5/2016 is meant, where the column does not tell."),
            Bilingual("dag/månad", "day/month"),
            vocabulary=words.DATE_ORDERS,
        ),
    ),
    is_optional=True,
)
