"""Coded comments drawn as text tables: | who | session | voice | first | second |.

Who stands in the register is somebody; anybody else is anonymous. `first` and `second` are the
themes of the two coders, "tid; chef"; an empty cell is a comment that the coder has not read.
"""

from dataclasses import replace

from flows.programme.decisions import Theme
from flows.programme.languages import Bilingual
from flows.programme.places import Place
from flows.programme.programme import Profile
from flows.validate.dataset import CodedComment, CoderThemes, Coding, Dataset
from tests.aggregate.dataset_drawing import ITEMS, WISH, draw_dataset, rows_of
from tests.drawing import draw_sheet

THEMES = (
    Theme("tid", Bilingual("Tid", "Time")),
    Theme("chef", Bilingual("Chefen", "The manager")),
    Theme("mod", Bilingual("Mod", "Courage")),
)
CODING_FILE = "decisions/themes.xlsx"


def draw_coded(drawing: str, *, k: int = 1, sessions: int = 3) -> Dataset:
    """Return the dataset of the comments that are drawn, with everybody called P... enrolled."""
    rows = dict(rows_of(draw_sheet(drawing)))
    people = sorted({row["who"] for row in rows.values() if row["who"].startswith("P")})
    dataset = draw_dataset(
        register="\n".join(["| key |", *(f"| {key} |" for key in people)]),
        answers=drawing,
        sessions=sessions,
        profile=Profile(k, hides_telling_totals=False),
        items=(*ITEMS, WISH),
    )
    coded = tuple(
        CodedComment(
            comment,
            draw_themes(row["first"], comment.place.row, 5),
            draw_themes(row["second"], comment.place.row, 8) if row.get("second") else None,
        )
        for comment in dataset.comments
        if (row := rows[comment.place.row]).get("first")
    )
    places = tuple(Place(CODING_FILE, "Kommentarer", each.comment.place.row) for each in coded)
    return replace(dataset, coding=Coding(THEMES, coded, places))


def draw_themes(words: str, row: int, column: int) -> CoderThemes:
    """Return the themes of one coder, who has three cells of `row` for them."""
    keys = tuple(word.strip() for word in words.split(";"))
    cells = (Place(CODING_FILE, "Kommentarer", row, n) for n in range(column, column + 3))
    return CoderThemes(keys, tuple(cells))


def draw_people(*themes: str, second: tuple[str, ...] = ()) -> str:
    """Return a drawing in which as many people as there are `themes` wrote one comment each."""
    read_again = (*second, *[""] * (len(themes) - len(second)))
    rows = [
        f"| P{n} | 1 | Svar {n} | {first} | {other} |"
        for n, (first, other) in enumerate(zip(themes, read_again, strict=True))
    ]
    return "\n".join(["| who | session | voice | first | second |", *rows])
