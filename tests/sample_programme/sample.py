"""The sample programme as a folder."""

from pathlib import Path
from shutil import copyfile, rmtree

from flows.programme.decision_files import write_decision_files
from flows.programme.languages import Language
from flows.programme.workbook_writer import write_programme_workbook
from tests.sample_programme.coding import write_coding
from tests.sample_programme.decisions import DECISIONS
from tests.sample_programme.exports import make_exports
from tests.sample_programme.layouts.files import write_spreadsheet
from tests.sample_programme.programme import PROGRAMME

PROSE = Path(__file__).with_name("prose")


def write_sample(inputs: Path) -> Path:
    """Return the sample's folder under `inputs`, made anew; what was there is removed."""
    folder = inputs / PROGRAMME.name
    rmtree(folder, ignore_errors=True)
    (folder / "texts").mkdir(parents=True)
    write_programme_workbook(PROGRAMME, folder / "programme.xlsx", Language.SV)
    for spreadsheet in make_exports():
        write_spreadsheet(folder, spreadsheet)
    for prose in sorted(PROSE.glob("*.md")):
        copyfile(prose, folder / "texts" / prose.name)
    write_decision_files(folder / "decisions", DECISIONS, Language.SV)
    write_coding(folder)
    return folder
