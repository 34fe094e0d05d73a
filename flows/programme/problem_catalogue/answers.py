"""Problems in rows, cells and columns of exports, and between files."""

from flows.programme.problem_catalogue.entry import Entry

ANSWERS: dict[str, Entry] = {}
