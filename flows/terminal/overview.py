"""The words of `check` on a terminal: a few lines for each file, the sessions, the problems."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from flows.chain.overview import Overview
from flows.programme.languages import Language
from flows.programme.translations import _, translate
from flows.render.check_page import CauseLine, FileCard, SessionLine, TableCard
from flows.terminal.check_words import put_into_words
from flows.terminal.problems import STYLES, print_problems


def print_overview(console: Console, overview: Overview) -> None:
    """Print what was recognised, what there is of each session, and what is wrong."""
    language = overview.language
    page = put_into_words(overview, language)
    console.print(Text(page.programme, style="bold"))
    console.print()
    for card in page.files:
        print_file(console, card)
    if page.sessions:
        print_sessions(console, page.sessions, language)
    print_problems(console, overview.open_problems, language)
    for sentence in filter(None, (*page.next_steps, page.summary)):
        console.print(Text(sentence))


def print_file(console: Console, card: FileCard) -> None:
    """Print one file: its name, and below it what it was recognised as, table by table."""
    mark = ("✓ ", "green") if card.is_clean else ("✗ ", "red")
    console.print(Text.assemble(mark, (card.file, "bold"), f" · {card.verdict}"))
    for table in card.tables:
        for line in describe_table(table):
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
    for cause in card.causes:
        console.print(Padding(describe_cause(cause), (0, 0, 0, 2), expand=False))
    console.print()


def describe_table(table: TableCard) -> Iterator[Text]:
    """Yield the lines of one table."""
    what = " · ".join(filter(None, (table.sheet, table.tool, table.header)))
    yield Text.assemble(what, (f": {table.reason}", "dim"))
    yield Text(f"{table.rows} · {table.matched}")
    for column in table.columns:
        if column.is_unknown:
            yield Text(f"{column.cell}: {column.use} “{column.header}”")
    for cause in table.causes:
        yield describe_cause(cause)


def describe_cause(cause: CauseLine) -> Text:
    """Return one cause as a line: "14 cells: A formula failed (F7, F9)"."""
    cells = f" ({cause.cells})" if cause.cells else ""
    return Text.assemble(f"{cause.spots}: ", (cause.title, STYLES[cause.severity]), cells)


def print_sessions(console: Console, sessions: tuple[SessionLine, ...], language: Language) -> None:
    """Print a line for each session, with what is missing."""
    titles = (_("Session"), _("Date"), _("Theme"), _("Evaluations"), _("Participants present"))
    grid = make_grid(titles, 3, language)
    for session in sessions:
        grid.add_row(
            str(session.number),
            session.held_on,
            Text(session.theme),
            session.evaluations,
            session.present,
        )
    console.print(grid)
    console.print()


def make_grid(titles: tuple[str, ...], first_number: int, language: Language) -> Table:
    """Return an empty table with `titles`; numbers, from `first_number` on, stand to the right."""
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for number, title in enumerate(titles):
        is_number = number >= first_number
        grid.add_column(
            translate(title, language),
            justify="right" if is_number else "left",
            overflow="fold",
            no_wrap=is_number,
        )
    return grid
