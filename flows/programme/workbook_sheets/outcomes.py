"""The sheets about what came of it: goals, economy and the funder's rules."""

from flows.programme import vocabularies as words
from flows.programme.languages import Bilingual
from flows.programme.translations import _
from flows.programme.workbook_layout import (
    CellForm,
    Column,
    SheetLayout,
    columns_in_both_languages,
)

GOALS = SheetLayout(
    "goals",
    Bilingual("Mål", "Goals"),
    _("One row for each goal of the application, with the figure that shows whether it was met."),
    (
        Column(
            "goal_id",
            Bilingual("Mål-id", "Goal id"),
            _("A short code of your own."),
            _("G1"),
            is_required=True,
            form=CellForm.WORDS,
            width=16,
        ),
        *columns_in_both_languages(
            "statement",
            Bilingual("Mål", "Goal"),
            _("The goal as in the application."),
            _("The participants attend at least 80% of the sessions"),
            is_required=True,
            width=52,
        ),
        Column(
            "indicator",
            Bilingual("Indikator", "Indicator"),
            _(
                "The name of a figure, such as attendance_rate or rose item=benefit. "
                "Empty if none fits; the report then says so, and you acknowledge it."
            ),
            "attendance_rate",
            width=34,
        ),
        Column(
            "comparison",
            Bilingual("Jämförelse", "Comparison"),
            _("How the outcome is held against the target. Empty means at least."),
            _("at least"),
            vocabulary=words.COMPARISONS,
            width=14,
        ),
        Column(
            "target",
            Bilingual("Målvärde", "Target"),
            _("A number, or a percentage such as 80%. With between, the lowest that is enough."),
            "80 %",
            width=14,
        ),
        Column(
            "upper_target",
            Bilingual("Övre målvärde", "Upper target"),
            _("With between only: the highest outcome that reaches the goal."),
            width=18,
        ),
        Column(
            "partly_target",
            Bilingual("Delvis uppnått vid", "Partly reached at"),
            _(
                "The outcome farthest from the target that still counts as partly reached, such "
                "as 70%. Empty means that the goal is reached or not."
            ),
            "70 %",
            width=20,
        ),
        Column(
            "period",
            Bilingual("Period", "Period"),
            _("When the goal should be met."),
            "2016–2017",
            form=CellForm.WORDS,
            width=16,
        ),
    ),
)

ECONOMY = SheetLayout(
    "economy",
    Bilingual("Ekonomi", "Economy"),
    _("One row for each cost category and party, in whole kronor."),
    (
        Column(
            "category",
            Bilingual("Kostnadsslag", "Cost category"),
            _("As in the funder's decision."),
            _("Personnel costs"),
            is_required=True,
            width=38,
        ),
        Column(
            "party",
            Bilingual("Part", "Party"),
            _("Who carries the cost."),
            _("Example Region"),
            is_required=True,
            width=32,
        ),
        Column(
            "budget_sek",
            Bilingual("Budget (kr)", "Budget (SEK)"),
            _("As in the funder's decision."),
            "250000",
            is_required=True,
            form=CellForm.KRONOR,
        ),
        Column(
            "outcome_sek",
            Bilingual("Utfall (kr)", "Outcome (SEK)"),
            _("What it cost; empty where the ledger's export is in the folder exports/."),
            form=CellForm.KRONOR,
            width=24,
        ),
    ),
)

PROFILE = SheetLayout(
    "profile",
    Bilingual("Profil", "Profile"),
    _("The funder's rules. An empty value means the one in the column Example."),
    (
        Column(
            "suppression_threshold",
            Bilingual("Minsta redovisade grupp", "Smallest group shown"),
            _("Figures about fewer respondents are not shown."),
            "5",
            form=CellForm.WHOLE,
        ),
        Column(
            "hides_telling_totals",
            Bilingual("Dölj totaler som röjer delar", "Hide totals that tell of parts"),
            _(
                "Yes: a total, or the answers of a wave, is not shown where it leaves a hidden "
                "count fewer possible values than the smallest group shown. No: it is shown, "
                "and of a small part it may tell what nobody answered."
            ),
            _("yes"),
            vocabulary=words.YES_NO,
        ),
        Column(
            "summary_limit_characters",
            Bilingual("Längsta avsnitt i sammanfattningen", "Longest section of the summary"),
            _("Characters in each of the three sections of the funder's form."),
            "560",
            form=CellForm.WHOLE,
        ),
        Column(
            "budget_deviation_limit_share",
            Bilingual("Största avvikelse utan förklaring", "Largest unexplained deviation"),
            _("Share of a cost category's budget."),
            "10 %",
            form=CellForm.SHARE,
        ),
        Column(
            "indirect_cost_limit_share",
            Bilingual("Högsta andel indirekta kostnader", "Largest share of indirect costs"),
            _("Share of the personnel costs."),
            "30 %",
            form=CellForm.SHARE,
        ),
        *columns_in_both_languages(
            "acknowledgement",
            Bilingual("Finansieringstext", "Acknowledgement"),
            _("The sentence that the funder wants to see; empty means none."),
            _("The project was carried out with support from Vinnova."),
        ),
        Column(
            "valid_from",
            Bilingual("Reglerna gäller från", "Rules valid from"),
            _("The day of the funder's decision: the rules of that day apply. May be empty."),
            "2015-11-01",
            form=CellForm.DAY,
        ),
    ),
    is_settings=True,
    is_optional=True,
)
