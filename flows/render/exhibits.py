"""Exhibits: the tables and charts of a report, with every word and number as printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.programme.languages import Language
from flows.programme.translations import _
from flows.render.charts.canvas import draw_svg
from flows.render.charts.marks import Drawing, Label
from flows.render.column_widths import (
    DENSE_TEXT_WIDTH_EM,
    Widths,
    share_width,
    weigh_citations,
    weigh_column,
)
from flows.render.figures import Citation, Figure, cite
from flows.render.notation import (
    EN_DASH,
    NO_ANSWERS_SIGN,
    NO_VARIATION_SIGN,
    NOT_ASKED_SIGN,
    REWORDED_SIGN,
    SUPPRESSED_SIGN,
    TOO_FEW_PAIRS_SIGN,
    Notation,
)

MOST_ROWS_TOGETHER = 24


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; numbers stand to the right."""

    heading: str
    is_number: bool = True


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What somebody wrote, in the language in which it was written."""

    words: str
    language: Language

    def __str__(self) -> str:
        """The words, as they are printed."""
        return self.words


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; its first cell is its heading.

    `anchor` is where links to the row lead, "" for none.
    """

    cells: tuple[str | Figure | OwnWords, ...]
    is_total: bool = False
    anchor: str = ""

    @property
    def evidence(self) -> tuple[Citation, ...]:
        """The evidence of the figures in the row."""
        return cite(cell for cell in self.cells if isinstance(cell, Figure))

    @property
    def words(self) -> tuple[str, ...]:
        """The cells as they are printed."""
        return tuple(map(str, self.cells))


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each row has a cell for each column. `notes` explain its signs.

    `numbering` heads the column of the rows' own numbers, which are their anchors; such rows
    are evidence themselves, stand in the appendix in small type and cite none. `citing` heads
    the column of the evidence cited.
    """

    anchor: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Figure, ...] = ()
    numbering: str = ""
    citing: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it may be split over pages; a short one stays together."""
        return len(self.rows) > MOST_ROWS_TOGETHER

    @property
    def cites(self) -> bool:
        """Whether a row cites evidence, in a column of its own."""
        return not self.numbering and any(row.evidence for row in self.rows)

    @property
    def widths(self) -> Widths:
        """How wide its columns are, and it as a whole.

        That of the rows' own numbers is the first, that of the evidence cited is the last. In
        small type headings of several words are broken, so that the cells' names need not be.
        """
        needs = [
            weigh_column(
                column.heading,
                (row.words[number] for row in self.rows),
                is_whole=column.is_number and number > 0,
            )
            for number, column in enumerate(self.columns)
        ]
        if self.cites:
            cited = (" ".join(each.text for each in row.evidence) for row in self.rows)
            needs.append(weigh_citations((self.citing, *cited)))
        if not self.numbering:
            return share_width(needs)
        numbers = weigh_column(self.numbering, (row.anchor for row in self.rows), is_whole=True)
        needs = [
            need.at_least if column.is_number else need
            for column, need in zip(self.columns, needs, strict=True)
        ]
        return share_width((numbers.at_least, *needs), DENSE_TEXT_WIDTH_EM)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a colour stands for."""

    label: str
    colour: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its title says what it shows, `base` on what it rests.

    It is in several pictures where one would not fit on a page. `evidence` leads to the rows of
    the tables behind it; `notes` explain its signs. `in_words` is its alternative text, which
    small screens show below it.
    """

    anchor: str
    title: str
    base: str
    pictures: tuple[str, ...]
    legend: tuple[LegendEntry, ...] = ()
    evidence: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    in_words: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it may be split over pages, between its pictures."""
        return len(self.pictures) > 1


def headline(subject: str, finding: str) -> str:
    """Return a title that says what is shown and, where there is one, what was found."""
    return f"{subject}\N{NO-BREAK SPACE}{EN_DASH} {finding}" if finding else subject


def make_table(
    anchor: str,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    notation: Notation,
    *,
    notes: tuple[str | Figure, ...] = (),
    numbering: str = "",
) -> Table:
    """Return the table with a note for every sign that stands in it."""
    signs = {str(cell) for row in rows for cell in row.cells[1:]}
    names = [title, *(str(cell) for row in rows for cell in row.cells[:1])]
    signed = map(Figure, (*explain_signs(signs, notation), *explain_rewording(names, notation)))
    explained = (*(note if isinstance(note, Figure) else Figure(note) for note in notes), *signed)
    citing = notation.say(_("Evidence"))
    return Table(anchor, title, tuple(columns), tuple(rows), explained, numbering, citing)


def explain_signs(signs: set[str], notation: Notation) -> Iterator[str]:
    """Yield a sentence for each sign for a missing value that is among `signs`."""
    sentences = {
        SUPPRESSED_SIGN: _("too few people; not shown, so that nobody can be recognised"),
        NO_ANSWERS_SIGN: _("no answers, or not known"),
        NOT_ASKED_SIGN: _("not asked"),
        NO_VARIATION_SIGN: _("everybody answered alike, so nothing can be said to go together"),
        TOO_FEW_PAIRS_SIGN: _(
            "fewer than six people changed; even if all of them had risen it could be chance"
        ),
    }
    for sign, sentence in sentences.items():
        if sign in signs:
            yield f"{sign}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{notation.say(sentence)}"


def explain_rewording(texts: Iterable[str], notation: Notation) -> Iterator[str]:
    """Yield a sentence where one of `texts` holds a question with the sign of a changed wording."""
    if any(REWORDED_SIGN in text for text in texts):
        sentence = notation.say(
            _("the question was put in other words at some time; the chapter on method tells them")
        )
        yield f"{REWORDED_SIGN}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{sentence}"


def make_chart(
    anchor: str,
    title: str,
    base: str,
    drawings: Sequence[Drawing],
    notation: Notation,
    *,
    legend: tuple[LegendEntry, ...] = (),
    figures: Iterable[Figure] = (),
) -> Chart:
    """Return the chart with its drawings as SVG, and a note for every sign that stands in it.

    `figures` are those that it shows, also as the length of a bar or the place of a dot.
    """
    pictures = tuple(draw_svg(drawing) for drawing in drawings)
    printed = {
        mark.text for drawing in drawings for mark in drawing.marks if isinstance(mark, Label)
    }
    notes = (
        *explain_signs(printed, notation),
        *explain_rewording((title, *sorted(printed)), notation),
    )
    in_words = " ".join(dict.fromkeys(drawing.alternative for drawing in drawings))
    return Chart(anchor, title, base, pictures, legend, cite(figures), notes, in_words)
