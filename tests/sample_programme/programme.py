"""Everything that stands in the sample's programme workbook."""

from flows.programme.items import Wave
from flows.programme.programme import ExportDeclaration, ExportKind, Programme
from tests.sample_programme.economy import BUDGET
from tests.sample_programme.goals import GOALS
from tests.sample_programme.people import PARTICIPANTS
from tests.sample_programme.project import NAME, PROFILE, PROJECT, SESSIONS
from tests.sample_programme.questions import ITEMS, SCALES
from tests.sample_programme.words import WORDS

DECLARATIONS = (
    ExportDeclaration("exports/Självskattning före*", kind=ExportKind.SURVEY, wave=Wave.BEFORE),
    ExportDeclaration("exports/Självskattning efter*", kind=ExportKind.SURVEY, wave=Wave.AFTER),
    ExportDeclaration(
        "exports/Självskattning i efterhand*", kind=ExportKind.SURVEY, wave=Wave.RETROSPECTIVE
    ),
)

PROGRAMME = Programme(
    name=NAME,
    project=PROJECT,
    sessions=SESSIONS,
    participants=PARTICIPANTS,
    items=ITEMS,
    scales=SCALES,
    declarations=DECLARATIONS,
    goals=GOALS,
    budget=BUDGET,
    profile=PROFILE,
    words=WORDS,
)
