"""Proposals as workbooks for decisions/, filled in but for the answers. For the coordinator alone.

What is proposed stands in files of their own beside the decisions there are, so that putting
them into decisions/ overwrites nothing.
"""

from flows.programme.coding_layouts import CODING_FILE, FIRST_MARKS, SECOND_MARKS
from flows.programme.decision_files import make_decision_workbook, next_file
from flows.programme.folder import DECISIONS
from flows.programme.languages import Language
from flows.programme.places import name_spot
from flows.programme.proposal_layouts import PEOPLE, WORDINGS
from flows.programme.sheets import CellValue
from flows.programme.translations import _, translate
from flows.submit.documents import Document
from flows.validate.proposals import (
    CodingProposal,
    Likeness,
    MatchProposal,
    Proposals,
    WordingProposal,
)

REASONS = {
    Likeness.WORDING: _("The wordings are alike."),
    Likeness.POSITION: _(
        "It stands where the question stands in other exports, and its answers are on the scale."
    ),
}
PER_CENT = 100


def make_proposal_workbooks(
    proposals: Proposals, files: tuple[str, ...], language: Language
) -> tuple[Document, ...]:
    """Return a workbook for each kind of proposal that there is, none for the others.

    `files` are those of decisions/, whose names are taken. A later coding workbook has the list
    of themes as it is, and the comments that came since.
    """
    rows_by_layout = (
        (WORDINGS, tuple(list_wording(one, language) for one in proposals.wordings)),
        (PEOPLE, tuple(list_match(one) for one in proposals.matches)),
    )
    decided = (
        Document(
            f"{DECISIONS}/{next_file(layout.name, files)}",
            make_decision_workbook(layout, rows, language),
        )
        for layout, rows in rows_by_layout
        if rows
    )
    return (*decided, *make_coding_workbooks(proposals, files, language))


def make_coding_workbooks(
    proposals: Proposals, files: tuple[str, ...], language: Language
) -> tuple[Document, ...]:
    """Return the next coding workbook where comments wait for one, else none."""
    from flows.programme.decision_drawings import (  # noqa: PLC0415  # `check` seldom writes
        make_coding_workbook,
    )

    if not proposals.codings:
        return ()
    rows = tuple(list_coding(one, language) for one in proposals.codings)
    content = make_coding_workbook(proposals.themes, rows, language)
    return (Document(f"{DECISIONS}/{next_file(CODING_FILE, files)}", content),)


def list_coding(proposal: CodingProposal, language: Language) -> tuple[CellValue, ...]:
    """Return the cells of a comment to be coded; the themes are left open."""
    return (
        proposal.comment_id,
        proposal.text,
        proposal.question.in_language(language),
        ", ".join(map(str, proposal.sessions)) or None,
        *[None] * len((*FIRST_MARKS, *SECOND_MARKS)),
        list_places(proposal),
        proposal.item_id,
    )


def list_wording(proposal: WordingProposal, language: Language) -> tuple[CellValue, ...]:
    """Return the cells of a proposed wording; the answer is left open."""
    return (
        proposal.wording,
        proposal.known_wording,
        None,
        proposal.item_id,
        proposal.similarity_pct / PER_CENT,
        ", ".join(proposal.differing_words) or None,
        translate(REASONS[proposal.likeness], language),
        list_places(proposal),
    )


def list_match(proposal: MatchProposal) -> tuple[CellValue, ...]:
    """Return the cells of a proposed match; the answer is left open."""
    return (
        proposal.written,
        proposal.name or None,
        None,
        proposal.meant,
        proposal.differences,
        list_places(proposal),
    )


def list_places(proposal: WordingProposal | MatchProposal | CodingProposal) -> str:
    """Return where the proposal's text stands, a line each."""
    return "\n".join(map(name_spot, proposal.places))
