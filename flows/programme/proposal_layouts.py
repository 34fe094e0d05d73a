"""The two workbooks of decisions that come filled in: a person only answers yes or no.

A row of a workbook without the column for the answer was typed by hand and means yes.
"""

from flows.programme.languages import Bilingual, Language
from flows.programme.translations import _
from flows.programme.vocabularies import YES_NO, YesNo, word_for
from flows.programme.workbook_layout import CellForm, Column, SheetLayout
from flows.programme.workbook_rows import WorkbookRow

ANSWER = "is_same"

WORDINGS = SheetLayout(
    "wording",
    Bilingual("Formuleringar", "Wordings"),
    _("Questions that may have been asked in other words. Answer yes or no in each row."),
    (
        Column(
            "wording",
            Bilingual("Formulering i exporten", "Wording in the export"),
            _("The column's header as it stands in the file."),
            is_required=True,
            width=56,
        ),
        Column(
            "known_wording",
            Bilingual("Frågan i arbetsboken", "The question in the workbook"),
            _("What the question says in the sheet Items; only for you to compare."),
            width=56,
        ),
        Column(
            ANSWER,
            Bilingual("Samma fråga?", "Same question?"),
            _("yes: the answers are counted as answers to the question. no: they are not used."),
            vocabulary=YES_NO,
        ),
        Column(
            "item_id",
            Bilingual("Fråge-id", "Item id"),
            _("The item's id in the programme workbook."),
            _("benefit"),
            is_required=True,
        ),
        Column(
            "similarity",
            Bilingual("Likhet", "Similarity"),
            _("How much of the two texts is the same."),
            form=CellForm.SHARE,
            width=12,
        ),
        Column(
            "differing_words",
            Bilingual("Ord som skiljer", "Words that differ"),
            _("Words that only one of the two has. A single not turns the meaning."),
            width=32,
        ),
        Column(
            "reason",
            Bilingual("Varför den föreslås", "Why it is proposed"),
            _("What speaks for its being the same question."),
            width=40,
        ),
        Column(
            "places",
            Bilingual("Var den står", "Where it stands"),
            _("The file and the header's cell."),
            width=60,
        ),
    ),
)
PEOPLE = SheetLayout(
    "people",
    Bilingual("Personer", "People"),
    _("Spellings that may mean somebody. Personal data: keep it here. Answer yes or no."),
    (
        Column(
            "written",
            Bilingual("Skrivet i exporten", "Written in the export"),
            _("The name, address, key or code as it stands in the file."),
            is_required=True,
            form=CellForm.WORDS,
            width=40,
        ),
        Column(
            "name",
            Bilingual("Deltagarens namn", "The participant's name"),
            _("From the sheet Participants; empty for a code. Only for you to compare."),
            width=32,
        ),
        Column(
            ANSWER,
            Bilingual("Samma person?", "Same person?"),
            _("yes: the rows are counted as the participant's. no: they are not joined."),
            vocabulary=YES_NO,
        ),
        Column(
            "meant",
            Bilingual("Nyckel eller kod", "Key or code"),
            _("The participant's key, or the code that the same person wrote elsewhere."),
            is_required=True,
            form=CellForm.WORDS,
        ),
        Column(
            "differences",
            Bilingual("Tecken som skiljer", "Characters that differ"),
            _("How many signs are added, missing or other ones."),
            form=CellForm.WHOLE,
            width=14,
        ),
        Column(
            "places",
            Bilingual("Var det står", "Where it stands"),
            _("The file and the cell."),
            width=70,
        ),
    ),
)


def read_answer(row: WorkbookRow) -> bool | None:
    """Return the answer in `row`: None where nobody gave one, yes where there is no column."""
    if ANSWER not in row.cells:
        return True
    answer = row.member(ANSWER, YesNo)
    return None if answer is None else answer is YesNo.YES


def write_answer(is_same: bool | None, language: Language) -> str | None:
    """Return an answer as it is chosen from the list, None where nobody gave one."""
    if is_same is None:
        return None
    return word_for(YES_NO, YesNo.YES if is_same else YesNo.NO, language)
