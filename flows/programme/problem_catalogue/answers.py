"""Problems in exports and between them, by what a person corrects: tables, rows, cells, files."""

from flows.programme.problem_catalogue.agreement import AGREEMENT
from flows.programme.problem_catalogue.cells import CELLS
from flows.programme.problem_catalogue.entry import Entry
from flows.programme.problem_catalogue.people import PEOPLE
from flows.programme.problem_catalogue.proposals import PROPOSALS
from flows.programme.problem_catalogue.tables import TABLES

ANSWERS: dict[str, Entry] = {**TABLES, **PEOPLE, **PROPOSALS, **CELLS, **AGREEMENT}
