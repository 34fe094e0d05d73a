"""How the rows of every table are linked to people: counted, and the near misses proposed.

Source of the method: linking records with a clerk's review of the near ones, as in
https://en.wikipedia.org/wiki/Record_linkage; here nothing is joined without the review.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from flows.ingest.exports import ColumnRole, Export
from flows.ingest.identifiers import IDENTIFYING, identifier
from flows.programme.decisions import MatchDecision
from flows.programme.headers import display, normalise
from flows.programme.items import Instrument
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.validate.code_pairs import NearCode
from flows.validate.dataset import Link, TableLinks
from flows.validate.identification import NearClaim, RowLink
from flows.validate.proposals import MatchProposal

Table = tuple[str, str]
"""A table by its file and its sheet."""

REPEATING = {
    "row-duplicate",
    "answered-twice",
    "participant-listed-twice",
    "project-listed-twice",
}
"""Why a row is not used although it is known whom it is about: another of theirs counts."""


def count_links(
    exports: Iterable[Export],
    links: Iterable[RowLink],
    nameless: Mapping[Table, int],
    excluded: Iterable[Problem],
    instruments: Mapping[Place, Instrument],
) -> tuple[TableLinks, ...]:
    """Return how many rows of each table are linked in each way, in the order of `exports`.

    Every row of `links` is counted once, and so are the `nameless` rows of a table, which tell
    of nobody. `excluded` holds a problem for each row not used.
    """
    repeated = {row_of(found.place) for found in excluded if found.code in REPEATING}
    counts: dict[Table, Counter[Link]] = defaultdict(Counter)
    for table, count in nameless.items():
        counts[table][Link.NOBODY] += count
    for row in links:
        is_repeated = row_of(row.place) in repeated
        counts[row.place[:2]][Link.REPEATED if is_repeated else row.link] += 1
        repeated.discard(row_of(row.place))
    for file, sheet, _row in repeated:
        counts[file, sheet] += Counter({Link.REPEATED: 1, Link.NOBODY: -1})
    return tuple(
        TableLinks(
            file=export.source.file,
            sheet=export.sheet,
            kind=export.kind,
            instrument=instruments.get(export.place()),
            rows=tuple((link, counted[link]) for link in Link if counted[link]),
        )
        for export in exports
        if (counted := counts.get((export.source.file, export.sheet)))
    )


def row_of(place: Place) -> tuple[str, str, int]:
    """Return the row in which `place` stands."""
    return place.file, place.sheet, place.row


def find_near_rows(
    links: Iterable[RowLink], near_codes: Iterable[NearCode], decisions: Iterable[MatchDecision]
) -> Iterator[Problem]:
    """Yield a note for each near miss to which nobody has said no."""
    refused = {
        meaning
        for decision in decisions
        if decision.is_same is False
        for meaning in meanings_of(decision)
    }
    for row in links:
        for one in row.near:
            if meaning_of(one) not in refused:
                yield problem(
                    "respondent-misspelt",
                    one.claim.place,
                    row=one.near.participant.place.row,
                    differences=one.near.differences,
                )
    for pair in near_codes:
        if code_meaning(pair) not in refused:
            yield problem(
                "code-misspelt",
                pair.after.place,
                cell=pair.before.place.cell,
                file=pair.before.place.file,
                differences=pair.differences,
            )


def propose_matches(
    links: Iterable[RowLink], near_codes: Iterable[NearCode], decisions: Iterable[MatchDecision]
) -> tuple[MatchProposal, ...]:
    """Return the near misses that stand in no decision yet, each spelling once for a person.

    They come in order of the first place where the spelling stands, the nearest first.
    """
    decided = {meaning for decision in decisions for meaning in meanings_of(decision)}
    near_by_meaning: dict[tuple[ColumnRole, str, str], list[NearClaim]] = defaultdict(list)
    for row in sorted((row for row in links if row.near), key=lambda row: row.place):
        for one in row.near:
            if meaning_of(one) not in decided:
                near_by_meaning[meaning_of(one)].append(one)
    proposals = [propose_participant(same) for same in near_by_meaning.values()]
    proposals += [propose_code(pair) for pair in near_codes if code_meaning(pair) not in decided]
    return tuple(sorted(proposals, key=lambda one: (one.places, one.differences, one.meant)))


def propose_participant(same: list[NearClaim]) -> MatchProposal:
    """Return the proposal of one spelling, which may stand in several rows."""
    claim, near = same[0].claim, same[0].near
    return MatchProposal(
        written=display(claim.text),
        meant=near.participant.key,
        name=near.participant.name,
        differences=near.differences,
        places=tuple(sorted({one.claim.place for one in same})),
    )


def propose_code(pair: NearCode) -> MatchProposal:
    """Return the proposal that the code after is the code before."""
    places = (pair.after.place,)
    return MatchProposal(pair.after.code, pair.before.code, "", pair.differences, places)


def meaning_of(one: NearClaim) -> tuple[ColumnRole, str, str]:
    """Return what tells near misses apart: the spelling as it is compared, and who is meant."""
    written = identifier(one.claim.role, one.claim.text)
    return one.claim.role, written, normalise(one.near.participant.key)


def code_meaning(pair: NearCode) -> tuple[ColumnRole, str, str]:
    """Return the same of two self-made codes."""
    return ColumnRole.KEY, normalise(pair.after.code), normalise(pair.before.code)


def meanings_of(decision: MatchDecision) -> Iterator[tuple[ColumnRole, str, str]]:
    """Yield the near misses that `decision` is about: whichever column holds the spelling."""
    for role in IDENTIFYING:
        yield role, identifier(role, decision.written), normalise(decision.meant)
