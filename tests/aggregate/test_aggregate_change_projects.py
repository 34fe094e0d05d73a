"""Change projects by stage, method and organisation type."""

from flows.aggregate.indicators import Status
from tests.aggregate.figure_lookup import count

REGISTER = """
    | key | organisation_type |
    | ada | kommun            |
    | bo  | landsting         |
"""


def test_projects_are_counted_by_normalised_stage_and_method():
    """Case and spaces do not tell stages apart; a project with two methods counts in both."""
    figures = count(
        register=REGISTER,
        projects="""
            | type      | stage   | methods            | users |
            | kommun    | Test    | skuggning; enkät   | ja    |
            | kommun    | test    | Skuggning          | nej   |
            | landsting | Införd  |                    |       |
        """,
    )

    assert figures("change_projects") == (3, 3)
    assert figures("change_projects organisation_type=kommun") == (2, 3)
    assert figures("change_projects item=stage answer=test") == (2, 3)
    assert figures("change_projects item=method answer=skuggning") == (2, 2)
    assert figures("change_projects item=method answer=enkät") == (1, 2)
    assert figures("users_involved") == (1, 2)


def test_a_stage_told_as_a_story_is_counted_and_never_named():
    """60 characters are a label, 61 are free text, which no indicator may carry."""
    label, story = "x" * 60, "y" * 61
    figures = count(projects=f"| stage |\n| {label} |\n| {story} |")

    assert figures(f"change_projects item=stage answer={label}") == (1, 2)
    assert f"change_projects item=stage answer={story}" not in figures


def test_unanswered_question_about_users_is_a_gap():
    """Nobody answered whether users were involved: that is not zero."""
    figures = count(projects="| stage |\n| test |")

    assert figures["users_involved"].status is Status.NO_ANSWERS
