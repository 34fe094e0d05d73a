"""What a page says and in what order, read from its HTML as a browser reads it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

SILENT = {"style", "svg", "title"}
SCREEN_ONLY = {"skip", "in-words"}
"""Classes of paragraphs that print leaves out."""


@dataclass
class CellOfPage:
    """One cell of a table: what it is, how far it spans and what stands in it."""

    tag: str
    is_head: bool
    columns: int
    rows: int
    text: str = ""


@dataclass
class Spoken:
    """The words of a page in order, without those of table heads; its tables; its links."""

    words: list[str] = field(default_factory=list)
    tables: list[list[list[CellOfPage]]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


class PageReader(HTMLParser):
    """Reads a page from its first word to its last."""

    def __init__(self) -> None:
        super().__init__()
        self.spoken = Spoken()
        self.silent = 0
        self.screen_only = False
        self.is_head = False
        self.cell: CellOfPage | None = None
        self.link: list[str] | None = None

    def handle_starttag(self, tag, attrs):
        """Enter an element."""
        attributes = dict(attrs)
        if attributes.get("class") in SCREEN_ONLY:
            self.screen_only = True
        self.silent += tag in SILENT
        if tag == "thead":
            self.is_head = True
        elif tag == "table":
            self.spoken.tables.append([])
        elif tag == "tr":
            self.spoken.tables[-1].append([])
        elif tag in ("td", "th"):
            spans = (int(attributes.get(name, 1)) for name in ("colspan", "rowspan"))
            self.cell = CellOfPage(tag, self.is_head, *spans)
            self.spoken.tables[-1][-1].append(self.cell)
        elif tag == "a" and "href" in attributes:
            self.link = [attributes["href"], ""]

    def handle_endtag(self, tag):
        """Leave an element."""
        self.silent -= tag in SILENT
        if tag == "p":
            self.screen_only = False
        if tag == "thead":
            self.is_head = False
        elif tag in ("td", "th"):
            self.cell = None
        elif tag == "a" and self.link:
            self.spoken.links.append((self.link[0], self.link[1]))
            self.link = None

    def handle_data(self, data):
        """Hear words."""
        if self.silent or self.screen_only:
            return
        if not self.is_head:
            self.spoken.words.append(data)
        if self.cell:
            self.cell.text += data
        if self.link:
            self.link[1] += data


def read_page(html: str) -> Spoken:
    """Return what the body of the page `html` says."""
    reader = PageReader()
    reader.feed(html[html.index("<body") :])
    return reader.spoken


def headers_of_cells(table: list[list[CellOfPage]]) -> list[tuple[str, set[str]]]:
    """Return each data cell's text with the texts of its headers, as HTML defines them.

    Source: HTML Living Standard, 4.9.12.2, for tables whose head holds the column headers.
    """
    grid: dict[tuple[int, int], CellOfPage] = {}
    places: list[tuple[CellOfPage, int, int]] = []
    for row, cells in enumerate(table):
        column = 0
        for cell in cells:
            while (row, column) in grid:
                column += 1
            places.append((cell, row, column))
            for r in range(row, row + cell.rows):
                for c in range(column, column + cell.columns):
                    grid[r, c] = cell
    found = []
    for cell, row, column in places:
        if cell.tag == "td":
            headers = {
                header.text
                for (r, c), header in grid.items()
                if header.tag == "th"
                and (
                    (header.is_head and column <= c < column + cell.columns)
                    or (not header.is_head and row <= r < row + cell.rows)
                )
            }
            found.append((cell.text, headers))
    return found
