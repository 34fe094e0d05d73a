"""What holds for any names, codes and decisions: nobody is joined by a guess, and counts add up."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.ingest.responses import keep_responses
from flows.programme.decisions import Decisions, MatchDecision
from flows.programme.items import Wave
from flows.validate.dataset import Link
from flows.validate.validation import validate
from tests.validate.export_drawing import PROGRAMME, draw_export

REGISTER = {
    frozenset(participant.name.casefold().split()): participant.key
    for participant in PROGRAMME.participants
}
NAMES = [" ".join(words) for words in REGISTER] + ["anonymous", "", "Dahl, Bo", "Cia Ek (EXT)"]
SLIPS = st.sampled_from(["", "x", "é", "-", " "])
WRITTEN = st.builds(
    lambda name, at, slip, cut: (
        name[: at % (len(name) + 1)] + slip + name[at % (len(name) + 1) + cut :]
    ),
    st.sampled_from(NAMES),
    st.integers(0, 9),
    SLIPS,
    st.integers(0, 2),
)
CODES = st.sampled_from(["räv7", "räv8", "ärtan12", "ärtan21", "artan12", "", "x"])
ANSWERS = st.sampled_from([None, 4, 6])
ROWS = st.lists(st.tuples(WRITTEN, CODES, ANSWERS), max_size=7)
DECISIONS = st.lists(
    st.builds(
        MatchDecision,
        st.one_of(WRITTEN.filter(str.strip), CODES.filter(bool)),
        st.sampled_from(["D01", "D02", "D09", "räv7", "ärtan12"]),
        is_same=st.sampled_from([True, False, None]),
    ),
    max_size=5,
).map(tuple)


TO_PEOPLE = (Link.KEY, Link.EMAIL, Link.NAME, Link.DECISION, Link.CODE)


def fill(rows, wave):
    """Return the self-assessment of `wave` with `rows` of name, code and answer."""
    empty = draw_export("| Namn | kod | leda |\n| x |", file=f"exports/{wave}.xlsx", wave=wave)
    response = empty.responses[0]
    return replace(
        empty,
        responses=keep_responses(
            response._replace(row=number, values=tuple(cell or None for cell in row))
            for number, row in enumerate(rows, 2)
        ),
    )


def surveys(before, after):
    """Return the two self-assessments."""
    return fill(before, Wave.BEFORE), fill(after, Wave.AFTER)


@settings(deadline=None, max_examples=150)
@given(ROWS, ROWS, DECISIONS)
def test_every_row_is_linked_in_one_way(before, after, matches):
    """Links of a table add up to its rows but for the blank ones, whatever was decided."""
    exports = surveys(before, after)
    dataset, _ = validate(PROGRAMME, Decisions(matches=matches), exports)
    linked = {table.file: sum(count for _, count in table.rows) for table in dataset.links}

    for account in dataset.accounts:
        blank = dict(account.excluded).get("row-blank", 0)
        assert linked.get(account.file, 0) == account.rows_read - blank


def words_of(name):
    """Return the words of a name, by a rule written apart from the one that is tested."""
    bare = name.split("(")[0].replace("-", " ").replace(",", " ")
    return frozenset(bare.casefold().split())


@settings(deadline=None, max_examples=150)
@given(ROWS, ROWS, DECISIONS)
def test_nobody_is_joined_without_a_decision(before, after, matches):
    """Who is linked to the register bears that very name, or somebody said yes to it."""
    exports = surveys(before, after)
    dataset, _ = validate(PROGRAMME, Decisions(matches=matches), exports)
    said_yes = {
        (written, decision.meant)
        for decision in matches
        if decision.is_same
        for written in (words_of(decision.written), decision.written.casefold().strip())
    }
    rows = {
        (export.source.file, response.row): response.values
        for export in exports
        for response in export.responses
    }
    for response in dataset.responses:
        key = response.respondent.participant_key
        name, code, _ = rows[response.place.file, response.place.row]
        if key:
            assert (
                REGISTER.get(words_of(name or "")) == key
                or (words_of(name or ""), key) in said_yes
                or ((code or "").casefold(), key) in said_yes
            )


@settings(deadline=None, max_examples=100)
@given(ROWS, ROWS, DECISIONS)
def test_only_yes_has_an_effect(before, after, matches):
    """No and open decisions leave the data as without them; only what is asked is another."""
    exports = surveys(before, after)
    unanswered = tuple(one for one in matches if not one.is_same)
    plain, _ = validate(PROGRAMME, Decisions(), exports)
    decided, _ = validate(PROGRAMME, Decisions(matches=unanswered), exports)

    assert replace(decided, proposals=plain.proposals) == plain
    assert set(decided.proposals.matches) <= set(plain.proposals.matches)


def without_places(dataset):
    """Return links and proposals, without where they stand.

    Of somebody's two rows the later one counts, so their order tells by what that is linked.
    """
    links = {(table.file, alike_if_repeated(dict(table.rows))) for table in dataset.links}
    proposed = {
        (words_of(one.written), one.meant, one.differences)
        for one in dataset.proposals.matches
        if one.name
    }
    return links, proposed


def alike_if_repeated(rows):
    """Return the number of rows by link; where somebody has two, links to people are one kind."""
    if Link.REPEATED not in rows:
        return frozenset(rows.items())
    to_people = sum(rows.pop(link, 0) for link in TO_PEOPLE)
    return frozenset({**rows, "to people": to_people}.items())


@settings(deadline=None, max_examples=100)
@given(ROWS, ROWS, DECISIONS, st.randoms(use_true_random=False))
def test_order_of_files_rows_and_decisions_changes_nothing(before, after, matches, chance):
    """The same people are linked and proposed in any order."""
    first, _ = validate(PROGRAMME, Decisions(matches=matches), surveys(before, after))
    chance.shuffle(before)
    chance.shuffle(after)
    shuffled = list(matches)
    chance.shuffle(shuffled)
    again, _ = validate(PROGRAMME, Decisions(matches=tuple(shuffled)), surveys(before, after)[::-1])

    assert without_places(first) == without_places(again)
