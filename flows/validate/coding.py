"""The coding of comments: the themes that two people read out of them, held against the exports.

Coding holds for the very words that were coded. Where a comment is coded by two, the first
coder's themes are counted, because the same eyes have then read every comment; the second
coder's only tell how well the two agree. Source: O'Connor and Joffe, Intercoder Reliability in
Qualitative Research: Debates and Practical Guidelines (2020),
https://doi.org/10.1177/1609406919899220, where a second coder reads a part of the material.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.programme.comment_ids import identify_comment
from flows.programme.decisions import CodedRow, Theme
from flows.programme.places import Place, name_spot
from flows.programme.problems import Problem, problem
from flows.validate.dataset import CodedComment, CoderThemes, Coding, Comment, Dataset
from flows.validate.proposals import CodingProposal, Proposals
from flows.validate.theme_list import ThemeList, make_theme_list

Comments = Mapping[str, Sequence[Comment]]
"""All comments by their id; more than one where the same words answer the same item."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row whose words stand in the exports, with the themes of both coders that are known."""

    comment_id: str
    place: Place
    first: CoderThemes
    second: CoderThemes

    @property
    def is_coded(self) -> bool:
        """Whether any coder has read it."""
        return bool(self.first.keys or self.second.keys)


def settle_coding(
    listed: Iterable[Theme], rows: Sequence[CodedRow], comments: Collection[Comment]
) -> tuple[Coding, tuple[Problem, ...]]:
    """Return the coding that counts, and what is wrong in the coding workbooks.

    Two rows may say the same of a comment, or each hold one coder's themes. Where they say
    different things of it, neither counts.
    """
    themes, problems = make_theme_list(listed)
    if not rows:
        return Coding(themes.themes), problems
    by_id = index_comments(comments)
    spots = frozenset((one.item_id, name_spot(one.place)) for one in comments)
    lapses = {row: find_lapse(row, by_id, spots) for row in rows}
    standing = [read_row(row, themes) for row in rows if lapses[row] is None]
    contradicted = find_contradicted(standing)
    kept = [row for row in standing if row.comment_id not in contradicted]
    coding = Coding(
        themes.themes,
        tuple(sorted(merge_rows(kept, by_id), key=lambda coded: coded.comment.place)),
        coded=tuple(row.place for row in kept if row.is_coded),
        uncoded=tuple(row.place for row in kept if not row.is_coded),
        lapsed=(
            *(row.place for row in rows if lapses[row] is not None),
            *(row.place for row in standing if row.comment_id in contradicted),
        ),
        known_ids=frozenset(row.comment_id for row in rows),
    )
    return coding, (
        *problems,
        *find_unknown_themes(rows, themes),
        *(problem(code, row.place) for row, code in lapses.items() if code and is_marked(row)),
        *(
            problem("coding-contradictory", row.place)
            for row in standing
            if row.comment_id in contradicted
        ),
        *count_second_alone(kept),
        *count_uncoded(coding, by_id),
    )


def index_comments(comments: Iterable[Comment]) -> Comments:
    """Return `comments` by their ids."""
    by_id: dict[str, list[Comment]] = defaultdict(list)
    for comment in comments:
        by_id[identify_comment(comment.item_id, comment.text)].append(comment)
    return by_id


def is_marked(row: CodedRow) -> bool:
    """Tell whether a coder has chosen any theme in `row`."""
    return bool(row.first or row.second)


def find_lapse(row: CodedRow, comments: Comments, spots: frozenset[tuple[str, str]]) -> str | None:
    """Return why the coding in `row` does not hold, as a problem's code, or None where it does.

    It is "" where the row is not complete, of which its empty cells tell. `spots` are the cells
    with a comment, each with its item.
    """
    if not (row.comment_id and row.item_id and row.text):
        return ""
    if row.comment_id != identify_comment(row.item_id, row.text):
        return "coding-row-mixed"
    if row.comment_id in comments:
        return None
    is_there = any((row.item_id, spot) in spots for spot in row.spots)
    return "coding-text-changed" if is_there else "coding-text-gone"


def read_row(row: CodedRow, themes: ThemeList) -> ReadRow:
    """Return `row` with the themes that its words stand for."""
    first = themes.find(row.first, row.first_cells)
    second = themes.find(row.second, row.second_cells)
    return ReadRow(row.comment_id, row.place, first, second)


def find_contradicted(rows: Iterable[ReadRow]) -> frozenset[str]:
    """Return the comments to which two rows give different themes of the same coder."""
    said: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for row in rows:
        for coder, found in (("first", row.first), ("second", row.second)):
            if found.keys:
                said[row.comment_id, coder].add(found.keys)
    return frozenset(comment_id for (comment_id, _), themes in said.items() if len(themes) > 1)


def merge_rows(rows: Sequence[ReadRow], comments: Comments) -> Iterator[CodedComment]:
    """Yield each comment that the first coder has read, with what both made of it."""
    rows_by_id: dict[str, list[ReadRow]] = defaultdict(list)
    for row in rows:
        rows_by_id[row.comment_id].append(row)
    for comment_id, same in rows_by_id.items():
        first = next((row.first for row in same if row.first.keys), None)
        second = next((row.second for row in same if row.second.keys), None)
        if first:
            for comment in comments[comment_id]:
                yield CodedComment(comment, first, second)


def find_unknown_themes(rows: Iterable[CodedRow], themes: ThemeList) -> Iterator[Problem]:
    """Yield a problem for each cell with a theme that the list does not have."""
    for row in rows:
        for mark in (*row.first, *row.second):
            if not themes.knows(mark):
                yield problem("theme-unknown", mark.place)


def count_second_alone(rows: Sequence[ReadRow]) -> Iterator[Problem]:
    """Yield one problem where the second coder has read what the first has not."""
    read_first = {row.comment_id for row in rows if row.first.keys}
    alone = [row for row in rows if row.second.keys and row.comment_id not in read_first]
    if alone:
        first = min(row.place for row in alone)
        count = len({row.comment_id for row in alone})
        yield problem("coding-second-alone", Place(first.file, first.sheet), count=count)


def count_uncoded(coding: Coding, comments: Comments) -> Iterator[Problem]:
    """Yield one problem where coding was begun and comments are left."""
    written = sum(map(len, comments.values()))
    left = written - len(coding.comments)
    if coding.comments and left:
        first = min(coding.coded)
        yield problem("coding-incomplete", Place(first.file, first.sheet), count=left)


def propose_coding(dataset: Dataset) -> Proposals:
    """Return all that waits for somebody: the proposals, and the comments that are in no workbook.

    They come item by item. Nobody need code them, so they are looked for only when asked for.
    """
    items = dataset.programme.items
    positions = {item.item_id: position for position, item in enumerate(items)}
    codings = [
        CodingProposal(
            comment_id,
            same[0].item_id,
            items[positions[same[0].item_id]].wording,
            tuple(sorted({comment.session for comment in same if comment.session})),
            same[0].text,
            tuple(comment.place for comment in same),
        )
        for comment_id, same in index_comments(dataset.comments).items()
        if comment_id not in dataset.coding.known_ids
    ]
    codings.sort(key=lambda one: (positions[one.item_id], one.places))
    return replace(dataset.proposals, codings=tuple(codings), themes=dataset.coding.themes)
