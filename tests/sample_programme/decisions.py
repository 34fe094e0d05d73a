"""What the coordinator decided when the faults were found."""

from flows.programme.decisions import (
    Acknowledgement,
    ApprovedQuote,
    Decisions,
    WordingDecision,
)
from tests.sample_programme.change_projects import HOME_PROJECTS
from tests.sample_programme.comments import APPROVED_QUOTES
from tests.sample_programme.questions import REWORDED_TIME

PROJECT_TEXTS = tuple(
    text for project in HOME_PROJECTS for text in (project.title, project.description)
)
"""The owners show their projects openly, and the coordinator read every description first."""

DECISIONS = Decisions(
    wordings=(WordingDecision(REWORDED_TIME, "tid"),),
    acknowledgements=(
        Acknowledgement(
            code="column-unknown",
            file="sessions/08/Utvärdering träff 8(1-16).xlsx",
            reason="Lunchfrågan ställdes en enda gång och hör inte till utvärderingen.",
        ),
    ),
    quotes=tuple(map(ApprovedQuote, (*APPROVED_QUOTES, *PROJECT_TEXTS))),
)
