"""Lists of people and sessions that are likely to be attendance and do not say who was there.

They are asked last, when no tool knows the sheet, so that it is told what is missing.
"""

from flows.ingest.column_roles import PERSON_HEADERS, PERSON_ROLES, role_of
from flows.ingest.header_rows import candidate_headers, header_texts, rows_below
from flows.ingest.recognised import Refusal, Surroundings
from flows.ingest.session_headers import SESSION_NAME, session_of
from flows.programme.headers import normalise
from flows.programme.sheet_rows import Rows
from flows.programme.sheets import Sheet, text_of

PRECEDENCE = 95

FEWEST_SESSIONS = 2
FEWEST_PEOPLE = 2
MOST_ROWS = 200
"""How many rows are looked at for people and sessions: those of a programme are fewer."""
FEWEST_SESSIONS_SHARE = 0.5


def recognise(sheet: Sheet, surroundings: Surroundings) -> Refusal | None:
    """Return why the sheet is not read, if a row heads people and the sessions stand beside them.

    Numbers alone in the header may be those of questions, and say nothing.
    """
    for header in candidate_headers(sheet, surroundings):
        texts = header_texts(header)
        if PERSON_ROLES.isdisjoint(role_of(text, PERSON_HEADERS) for text in texts):
            continue
        named = [text for text in texts if not text.isdecimal() and session_of(text, surroundings)]
        if len(named) >= FEWEST_SESSIONS:
            return Refusal("attendance-without-marks")
        rows = rows_below(sheet, header.number)
        if any(
            SESSION_NAME.fullmatch(normalise(text)) and names_sessions(rows, index, surroundings)
            for index, text in enumerate(texts, 1)
        ):
            return Refusal("attendance-without-presence")
    people, sessions = count_people_and_sessions(sheet, surroundings)
    is_likely = people >= FEWEST_PEOPLE and sessions >= FEWEST_SESSIONS
    return Refusal("attendance-layout-unknown") if is_likely else None


def count_people_and_sessions(sheet: Sheet, surroundings: Surroundings) -> tuple[int, int]:
    """Return how many participants cells name, and how many sessions are named by a word or day.

    Names may stand several in a cell: "Ada Berg, Bo Dahl".
    """
    cells = [value for row in sheet.rows[:MOST_ROWS] for value in row.values if value is not None]
    texts = [text for cell in cells for text in (text_of(cell), *text_of(cell).split(","))]
    people = {surroundings.participant_named(text) for text in set(texts)} - {""}
    named = [cell for cell in cells if not text_of(cell).isdecimal()]
    sessions = {session for cell in named if (session := session_of(cell, surroundings))}
    return len(people), len(sessions)


def names_sessions(rows: Rows, index: int, surroundings: Surroundings) -> bool:
    """Tell whether most of the rows name a session in the column."""
    named = sum(session_of(one, surroundings) is not None for one in rows.column(index))
    return named > 0 and named >= FEWEST_SESSIONS_SHARE * len(rows)
