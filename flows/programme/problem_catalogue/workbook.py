"""Problems in the programme workbook, the decisions and the texts as files."""

from flows.programme.problem_catalogue.entry import Entry

WORKBOOK: dict[str, Entry] = {}
