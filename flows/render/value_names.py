"""What a figure's value counts, and whether it is there, in words."""

from flows.aggregate.indicators import Status, Unit
from flows.programme.translations import _

UNIT_NAMES = {
    Unit.PERSONS: _("people"),
    Unit.SESSIONS: _("sessions"),
    Unit.RESPONSES: _("responses"),
    Unit.ANSWERS: _("answers"),
    Unit.PAIRS: _("pairs"),
    Unit.PROJECTS: _("change projects"),
    Unit.COMMENTS: _("comments"),
    Unit.GOALS: _("goals"),
    Unit.TABLES: _("tables"),
    Unit.ROWS: _("rows"),
    Unit.FIGURES: _("figures"),
    Unit.VALUES: _("values"),
    Unit.PROBLEMS: _("problems"),
    Unit.FRACTION: _("share, from 0 to 1"),
    Unit.RATIO: _("ratio"),
    Unit.POINTS: _("scale points"),
    Unit.PROBABILITY: _("probability, from 0 to 1"),
    Unit.COEFFICIENT: _("coefficient, at most 1"),
    Unit.SEK: _("kronor"),
}
STATUS_NAMES = {
    Status.PUBLISHED: _("published"),
    Status.SUPPRESSED: _("suppressed"),
    Status.NOT_ASKED: _("not asked"),
    Status.NO_ANSWERS: _("no answers"),
    Status.NO_VARIATION: _("no variation"),
    Status.TOO_FEW_PAIRS: _("too few changed pairs"),
}
