"""Coding workbooks and comments drawn as text tables.

Themes:     | id | name | english |
Comments:   | who | session | item | comment |      each in the row of the drawing
Coding:     | item | comment | first | second | spot | id |

Themes are drawn as "tid; chef"; spot and id only where they are not the right ones.
"""

from dataclasses import replace

from flows.programme.comment_ids import identify_comment
from flows.programme.decisions import CodedRow, Decisions, Theme, ThemeMark
from flows.programme.items import Instrument, ItemKind
from flows.programme.languages import Bilingual
from flows.programme.places import name_spot
from flows.programme.sheets import text_of
from flows.validate.coding import settle_coding
from flows.validate.dataset import Comment, Respondent
from flows.validate.validation import validate
from tests.drawing import draw_sheet
from tests.validate.export_drawing import PROGRAMME, draw_item

THEMES = """
    | id    | name      | english |
    | tid   | Tid       | Time    |
    | chef  | Chefen    | Manager |
    | annat | Annat     | Other   |
"""
FIRST_COLUMN, SECOND_COLUMN = 5, 8


def rows_of(drawing, file, name):
    """Yield place and cells, by their headers, of each row of a drawing."""
    sheet = draw_sheet(drawing, file=file, name=name)
    header, *rows = sheet.rows
    names = [text_of(value) for value in header.values]
    for row in rows:
        texts = map(text_of, row.values)
        yield sheet.place(row.number), dict(zip(names, texts, strict=False))


def draw_themes(drawing=THEMES, file="decisions/themes.xlsx"):
    """Return the list of themes that is drawn."""
    return tuple(
        Theme(row["id"], Bilingual(row["name"], row.get("english", "")), place=place)
        for place, row in rows_of(drawing, file, "Teman")
    )


def draw_comments(drawing, file="sessions/01/svar.csv"):
    """Return the comments that are drawn, each in the first cell of its row."""
    return tuple(
        Comment(
            row["item"],
            Respondent(row["who"], row["who"]),
            int(row["session"]) if row.get("session") else None,
            row["comment"],
            place._replace(sheet="", column=1),
        )
        for place, row in rows_of(drawing, file, "")
    )


def draw_coding(drawing, comments, file="decisions/themes.xlsx"):
    """Return the rows of a coding workbook; ids and spots are right unless they are drawn."""
    spots = {(each.item_id, each.text): name_spot(each.place) for each in comments}
    return tuple(
        CodedRow(
            comment_id=row.get("id") or identify_comment(row["item"], row["comment"]),
            item_id=row["item"],
            text=row["comment"],
            spots=(row.get("spot") or spots.get((row["item"], row["comment"]), "elsewhere"),),
            first=draw_marks(row.get("first", ""), place, FIRST_COLUMN),
            second=draw_marks(row.get("second", ""), place, SECOND_COLUMN),
            place=place,
        )
        for place, row in rows_of(drawing, file, "Kommentarer")
    )


def draw_marks(words, row, column):
    """Return the themes in a drawn cell as if each stood in a column of its own."""
    marks = filter(None, (word.strip() for word in words.split(";")))
    return tuple(
        ThemeMark(word, row._replace(column=number)) for number, word in enumerate(marks, column)
    )


def settle(comments, coding, themes=THEMES):
    """Return the coding that counts, and the problems as code and cell or row."""
    written = draw_comments(comments)
    settled, problems = settle_coding(draw_themes(themes), draw_coding(coding, written), written)
    return settled, [(found.code, found.place.cell) for found in problems]


def dataset_of(comments, rows=(), themes=()):
    """Return the dataset of `comments`, in answer to three questions, coded in `rows`."""
    items = tuple(
        draw_item(item_id, ItemKind.TEXT, instrument=Instrument.REFLECTION)
        for item_id in ("mer", "bra", "fritt")
    )
    dataset, _ = validate(replace(PROGRAMME, items=items), Decisions(), ())
    coding, _ = settle_coding(themes, rows, comments)
    return replace(dataset, comments=comments, coding=coding)


def themes_of(coding):
    """Return each coded comment with the first coder's themes and the second one's."""
    return [
        (one.comment.text, one.first.keys, one.second.keys if one.second else None)
        for one in coding.comments
    ]


def rows_in(coding):
    """Return the numbers of the rows that are coded, uncoded and lapsed."""
    return tuple(
        [place.row for place in places] for places in (coding.coded, coding.uncoded, coding.lapsed)
    )
