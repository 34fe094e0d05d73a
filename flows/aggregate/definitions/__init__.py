"""What each measure counts and in which unit: a module for each subject."""

from flows.aggregate.definitions.answers import ANSWERS
from flows.aggregate.definitions.changes import CHANGES
from flows.aggregate.definitions.definition import Definition
from flows.aggregate.definitions.people import PEOPLE
from flows.aggregate.definitions.projects import PROJECTS
from flows.aggregate.definitions.report import REPORT
from flows.aggregate.definitions.themes import THEMES
from flows.programme.indicator_names import Measure

DEFINITIONS: dict[Measure, Definition] = {
    **PEOPLE,
    **ANSWERS,
    **CHANGES,
    **THEMES,
    **PROJECTS,
    **REPORT,
}
"""One definition for each measure; a test keeps it complete."""
