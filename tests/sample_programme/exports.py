"""Which file holds what: the exports session by session, then those that span sessions."""

from dataclasses import replace

from flows.programme.items import Item, Wave
from flows.programme.languages import Bilingual
from tests.sample_programme.evaluations import EVALUATIONS
from tests.sample_programme.faults import plant_faults
from tests.sample_programme.layouts.google_forms import (
    FORMS_CSV,
    american_time,
    lay_out_google_forms,
    swedish_time,
    true_time,
)
from tests.sample_programme.layouts.hand_kept import (
    lay_out_attendance,
    lay_out_change_projects,
    lay_out_costs,
)
from tests.sample_programme.layouts.microsoft_forms import ENGLISH, lay_out_microsoft_forms
from tests.sample_programme.layouts.spreadsheet import Spreadsheet
from tests.sample_programme.layouts.typed_in import lay_out_typed_table
from tests.sample_programme.questions import ABILITIES, CODE, EVALUATION, REFLECTIONS
from tests.sample_programme.self_assessments import assess_abilities, write_reflections

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def paste_from_word(item: Item) -> Item:
    """Return `item` with what comes along from a Word document: a line break, fixed spaces."""
    wording = item.wording.sv.replace("Jag ", f"Jag{NO_BREAK_SPACE}") + "\n"
    return replace(item, wording=Bilingual(wording))


PASTED = tuple(map(paste_from_word, EVALUATION))


def make_exports() -> tuple[Spreadsheet, ...]:
    """Return every export of the year, with the faults that people made."""
    return tuple(map(plant_faults, (*lay_out_sessions(), *lay_out_year())))


def lay_out_sessions() -> tuple[Spreadsheet, ...]:
    """Return the evaluations of the ten sessions."""
    return (
        lay_out_microsoft_forms("sessions/01", "Utvärdering träff 1", EVALUATION, EVALUATIONS[1]),
        lay_out_microsoft_forms(
            "sessions/02", "Utvärdering träff 2", PASTED, EVALUATIONS[2], is_anonymous=True
        ),
        lay_out_google_forms(
            "sessions/03/Utvärdering träff 3.csv",
            EVALUATION,
            EVALUATIONS[3],
            write_time=american_time,
            csv_style=FORMS_CSV,
            has_addresses=True,
        ),
        lay_out_google_forms(
            "sessions/04/Utvärdering träff 4 (svar).xlsx",
            EVALUATION,
            EVALUATIONS[4],
            write_time=true_time,
            has_addresses=True,
        ),
        lay_out_google_forms(
            "sessions/05/Utvärdering träff 5 (svar) - Formulärsvar 1.csv",
            EVALUATION,
            EVALUATIONS[5],
            write_time=swedish_time,
        ),
        lay_out_microsoft_forms(
            "sessions/06",
            "Utvärdering träff 6",
            EVALUATION,
            EVALUATIONS[6],
            headers=ENGLISH,
            is_anonymous=True,
        ),
        lay_out_typed_table(
            "sessions/07/Pappersenkät träff 7 inskriven.csv",
            EVALUATION,
            EVALUATIONS[7],
            has_labels=False,
        ),
        lay_out_microsoft_forms("sessions/08", "Utvärdering träff 8", EVALUATION, EVALUATIONS[8]),
        lay_out_typed_table(
            "sessions/09/Utvärdering träff 9.ods",
            EVALUATION,
            EVALUATIONS[9],
            has_labels=True,
            sheet="Svar",
        ),
        lay_out_microsoft_forms("sessions/10", "Utvärdering träff 10", EVALUATION, EVALUATIONS[10]),
    )


def lay_out_year() -> tuple[Spreadsheet, ...]:
    """Return the exports that span sessions."""
    return (
        lay_out_attendance(),
        *(
            lay_out_microsoft_forms(
                "exports",
                f"Självskattning {word} utbildningen",
                (CODE, *ABILITIES),
                assess_abilities(wave),
                is_anonymous=True,
            )
            for word, wave in (
                ("före", Wave.BEFORE),
                ("efter", Wave.AFTER),
                ("i efterhand om före", Wave.RETROSPECTIVE),
            )
        ),
        lay_out_google_forms(
            "exports/Reflektioner halvvägs (svar) - Formulärsvar 1.csv",
            REFLECTIONS,
            write_reflections(),
            write_time=swedish_time,
        ),
        lay_out_change_projects(),
        lay_out_costs(),
    )
