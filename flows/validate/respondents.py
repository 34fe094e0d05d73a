"""Who answered a survey: a participant, a self-made code, or nobody in particular."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from flows.ingest.exports import ColumnRole
from flows.ingest.responses import Response
from flows.programme.headers import normalise
from flows.programme.items import ItemKind
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme
from flows.programme.sheets import text_of
from flows.validate.cells import position_of
from flows.validate.dataset import Link, Respondent
from flows.validate.identification import (
    Claim,
    ClaimColumn,
    RowLink,
    are_codes_self_made,
    collect_claims,
    find_claim_columns,
    identify,
    names_anybody,
)
from flows.validate.register import Register
from flows.validate.surveys import Survey


class RespondentFinding(NamedTuple):
    """The respondent of one row, or why there is none; `notes` say what else was seen.

    `link` is None where the row tells of nobody, and the respondent then has no identity but
    the row. `code` is the cell with a self-made code, None where the row has none.
    """

    link: RowLink | None
    respondent: Respondent | None
    reason: Problem | None = None
    notes: tuple[Problem, ...] = ()
    code: Claim | None = None


@dataclass(frozen=True, slots=True)
class RespondentReader:
    """How the rows of one survey tell who answered.

    `roles` maps what may stand in the role column (normalised) to the role as the register
    has it; `invited_groups` are normalised too.
    """

    survey: Survey
    register: Register
    claim_columns: tuple[ClaimColumn, ...]
    has_own_codes: bool
    role_position: int | None
    roles: Mapping[str, str]
    invited_groups: frozenset[str]

    @property
    def tells_nothing(self) -> bool:
        """Tell whether nothing tells anything of any respondent: all are read alike."""
        return not self.claim_columns and self.role_position is None

    def read(self, response: Response, row: Place) -> RespondentFinding:
        """Return who answered `response`, whose first cell is `row`.

        What the register says of a participant's role counts more than the role column.
        """
        if not self.claim_columns:
            return self.read_unlinked(response, row, None)
        claims = tuple(collect_claims(self.survey.export, response, self.claim_columns))
        if not claims:
            return self.read_unlinked(response, row, None)
        codes = tuple(claim for claim in claims if self.is_own_code(claim))
        found = identify(tuple(claim for claim in claims if claim not in codes), self.register)
        link = RowLink(row, found.link, claims, found.near)
        if found.reason:
            return RespondentFinding(link, None, reason=found.reason)
        if found.participant is None:
            return self.read_unlinked(response, row, codes[0] if codes else None)
        respondent = Respondent(
            identity=found.participant.key,
            participant_key=found.participant.key,
            role=found.participant.role,
            organisation_type=found.participant.organisation_type,
        )
        return RespondentFinding(link, respondent)

    def is_own_code(self, claim: Claim) -> bool:
        """Tell whether `claim` is a self-made code that nobody linked to the register."""
        is_key = claim.role is ColumnRole.KEY and self.has_own_codes
        return is_key and not self.register.find_decided(claim.role, claim.text)

    def read_unlinked(
        self, response: Response, row: Place, code: Claim | None
    ) -> RespondentFinding:
        """Return a respondent who is not in the register: known by `code`, else by the row.

        Somebody of an invited group is no participant, and the row is not used.
        """
        link = RowLink(row, Link.CODE, (code,)) if code else None
        identity = ""
        if code:
            meant = self.register.meaning_of(code.role, code.text)
            identity = f"code {meant or normalise(code.text)}"
        if self.role_position is None:
            respondent = Respondent(identity)
            return RespondentFinding(link, respondent, code=code)
        column = self.survey.export.columns[self.role_position]
        cell = self.survey.export.place(response.row, column.index)
        written = normalise(text_of(response.values[self.role_position]))
        if written in self.invited_groups:
            reason = problem("respondent-invited", cell)
            return RespondentFinding(RowLink(row, Link.GROUP), None, reason=reason)
        role = self.roles.get(written, "")
        is_unknown = written and not role and not self.register.is_empty
        return RespondentFinding(
            link,
            Respondent(identity, role=role),
            notes=(problem("role-unknown", cell),) if is_unknown else (),
            code=code,
        )


def make_respondent_reader(
    survey: Survey, register: Register, programme: Programme
) -> RespondentReader:
    """Return how the rows of `survey` tell who answered.

    Codes of which none is in the register were made up by the respondents themselves. A column
    that names nobody in any row is not looked at again. Where the register is empty nobody can
    be found in it, and names and addresses say no more than in an anonymous survey.
    """
    columns = tuple(
        column
        for column in find_claim_columns(survey.export, survey.keys)
        if names_anybody(survey.export, column)
        and (column.role is ColumnRole.KEY or not register.is_empty)
    )
    return RespondentReader(
        survey=survey,
        register=register,
        claim_columns=columns,
        has_own_codes=are_codes_self_made(survey.export, columns, register),
        role_position=find_role_position(survey, programme),
        roles={normalise(role): role for role in programme.roles},
        invited_groups=frozenset(map(normalise, programme.invited_groups)),
    )


def find_role_position(survey: Survey, programme: Programme) -> int | None:
    """Return the position of the column that tells the role: recognised, or a choice of roles."""
    position = position_of(survey.export, ColumnRole.ROLE)
    if position is not None:
        return position
    roles = {normalise(role) for role in (*programme.roles, *programme.invited_groups)}
    for question in survey.questions:
        scale = programme.scale_of(question.item)
        if question.item.kind is ItemKind.CHOICE and scale and scale.valid_labels:
            labels = {normalise(label.label.sv or label.label.en) for label in scale.valid_labels}
            if labels <= roles:
                return question.position
    return None
