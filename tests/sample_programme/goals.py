"""What the project promised, each promise with the figure that tells whether it was kept."""

from flows.programme.goals import Comparison, Goal
from flows.programme.indicator_names import parse_indicator_name
from flows.programme.languages import Bilingual


def goal(
    goal_id: str, indicator: str, target: float, sv: str, en: str, *, partly: float | None = None
) -> Goal:
    """Return a goal that is reached at `target` or above, and partly at `partly` or above."""
    return Goal(
        goal_id,
        Bilingual(sv, en),
        parse_indicator_name(indicator),
        Comparison.AT_LEAST,
        target,
        partly_target=partly,
        period="2016–2017",
    )


GOALS = (
    goal(
        "M1",
        "enrolled",
        30,
        "Trettio innovationsledare och chefer deltar i utbildningen.",
        "Thirty innovation leaders and managers take part in the training.",
    ),
    goal(
        "M2",
        "attendance_rate",
        0.85,
        "Deltagarna är på plats vid minst 85 procent av tillfällena.",
        "The participants attend at least 85 per cent of the sessions.",
    ),
    goal(
        "M3",
        "share_favourable item=nytta",
        0.80,
        "Minst 80 procent av svaren säger att innehållet är till nytta i arbetet.",
        "At least 80 per cent of the answers say that the content is useful at work.",
    ),
    goal(
        "M4",
        "rose item=leda",
        15,
        "Minst 15 deltagare skattar sin förmåga att leda en innovationsprocess högre efteråt.",
        "At least 15 participants rate their ability to lead an innovation process higher after.",
    ),
    goal(
        "M5",
        "change_projects",
        19,
        "Varje innovationsledare driver ett förändringsprojekt på hemmaplan.",
        "Every innovation leader runs a change project at home.",
    ),
    goal(
        "M6",
        "users_involved",
        19,
        "Användare är delaktiga i alla förändringsprojekt.",
        "Users are involved in every change project.",
        partly=10,
    ),
)
