"""The sheet of the programme's own words, for a report in another language."""

from flows.programme.languages import Bilingual
from flows.programme.translations import _
from flows.programme.workbook_layout import SheetLayout, columns_in_both_languages

WORDS = SheetLayout(
    "words",
    Bilingual("Ord", "Words"),
    _(
        "One row for each word of your own that a report in two languages prints: roles, "
        "organisation types, invited groups, cost categories, stages, methods and indices."
    ),
    tuple(
        columns_in_both_languages(
            "word",
            Bilingual("Ord", "Word"),
            _("The word as it stands on the other sheets and in the exports."),
            _("manager"),
            width=42,
        )
    ),
    is_optional=True,
)
