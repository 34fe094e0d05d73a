"""The coding workbook: a list of themes, and a row for each comment that is to be coded."""

from flows.programme.decisions import CodedRow, Theme, ThemeMark
from flows.programme.languages import Bilingual
from flows.programme.translations import _
from flows.programme.workbook_layout import CellForm, Column, SheetLayout, columns_in_both_languages
from flows.programme.workbook_rows import WorkbookRow

CODING_FILE = "themes"
"""How the names of coding workbooks begin."""

MOST_THEMES = 3
"""How many themes one coder may give one comment."""

FIRST_MARKS = tuple(f"theme_{number}" for number in range(1, MOST_THEMES + 1))
SECOND_MARKS = tuple(f"second_theme_{number}" for number in range(1, MOST_THEMES + 1))

THEMES = SheetLayout(
    "themes",
    Bilingual("Teman", "Themes"),
    _("What the comments are about. Write the list first, then code the sheet Comments by it."),
    (
        Column(
            "key",
            Bilingual("Tema-id", "Theme id"),
            _("A short word of your own, which never changes."),
            _("time"),
            is_required=True,
            form=CellForm.WORDS,
            width=22,
        ),
        *columns_in_both_languages(
            "name",
            Bilingual("Tema", "Theme"),
            _("The name as the report prints it."),
            _("Time to practise"),
            is_required=True,
            width=30,
        ),
        Column(
            "description",
            Bilingual("När det används", "When it is used"),
            _("What belongs to the theme, and what does not. Both coders go by it."),
            _("Time for it at work or in the sessions; not the length of the programme."),
            width=70,
        ),
        Column(
            "example",
            Bilingual("Exempel på svar", "Example of an answer"),
            _("An answer that is clearly about the theme."),
            _("It has to be in the schedule."),
            width=60,
        ),
    ),
)


def mark_columns() -> tuple[Column, ...]:
    """Return the columns in which the coders choose themes."""
    first_help = _("From the list of the sheet Themes; one in each column, as many as fit.")
    second_help = _(
        "Only if a second person codes, without looking at the first one's themes; it tells how "
        "well they agree."
    )
    return (
        *(
            Column(name, Bilingual(f"Tema {number}", f"Theme {number}"), first_help, width=22)
            for number, name in enumerate(FIRST_MARKS, 1)
        ),
        *(
            Column(
                name,
                Bilingual(f"Andra kodaren: tema {number}", f"Second coder: theme {number}"),
                second_help,
                width=26,
            )
            for number, name in enumerate(SECOND_MARKS, 1)
        ),
    )


COMMENTS = SheetLayout(
    "comments",
    Bilingual("Kommentarer", "Comments"),
    _(
        "Each comment once. Personal data: keep it here. Choose themes; leave a row empty until "
        "somebody has read it."
    ),
    (
        Column(
            "comment_id",
            Bilingual("Kommentarens id", "Comment id"),
            _("Made of the question and the words: leave it as it is."),
            is_required=True,
            form=CellForm.WORDS,
            width=22,
        ),
        Column(
            "text",
            Bilingual("Kommentar", "Comment"),
            _("What was written, word by word. The coding holds for these very words."),
            is_required=True,
            form=CellForm.WORDS,
            width=60,
        ),
        Column(
            "question",
            Bilingual("Fråga", "Question"),
            _("The question that it answers."),
            width=30,
        ),
        Column(
            "sessions",
            Bilingual("Tillfälle", "Session"),
            _("Where it was asked at a session."),
            form=CellForm.WORDS,
            width=11,
        ),
        *mark_columns(),
        Column(
            "spots",
            Bilingual("Var den står", "Where it stands"),
            _("The file and the cell."),
            width=50,
        ),
        Column(
            "item_id",
            Bilingual("Fråge-id", "Item id"),
            _("The item's id in the programme workbook."),
            is_required=True,
            form=CellForm.WORDS,
            width=14,
        ),
    ),
)
CODING_LAYOUTS = (THEMES, COMMENTS)


def read_theme(row: WorkbookRow) -> list[Theme]:
    """Return the theme, if it has a key and a name."""
    key, name = row.text("key"), row.bilingual_text("name")
    if not key or not (name.sv or name.en):
        return []
    return [Theme(key, name, row.text("description"), row.text("example"), row.place)]


def read_coded_row(row: WorkbookRow) -> CodedRow:
    """Return the row with every theme in it; what is missing is empty."""
    return CodedRow(
        comment_id=row.text("comment_id"),
        item_id=row.text("item_id"),
        text=row.text("text"),
        spots=row.lines("spots"),
        first=read_marks(row, FIRST_MARKS),
        second=read_marks(row, SECOND_MARKS),
        place=row.place,
        first_cells=tuple(map(row.place_of, FIRST_MARKS)),
        second_cells=tuple(map(row.place_of, SECOND_MARKS)),
    )


def read_marks(row: WorkbookRow, names: tuple[str, ...]) -> tuple[ThemeMark, ...]:
    """Return the themes that one coder chose in `row`, in the order of their columns."""
    words = ((row.text(name), row.place_of(name)) for name in names)
    return tuple(ThemeMark(word, place) for word, place in words if word)
