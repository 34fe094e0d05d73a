"""Random small programmes, drawn twice: as an earlier submission saw them, and now."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from flows.programme.programme import Profile
from flows.validate.dataset import Dataset
from tests.aggregate.dataset_drawing import ABILITIES, ITEMS, WISH, draw_dataset
from tests.disclosure_attack.codings import TEXT_ITEMS, code_comments, draw_comments
from tests.disclosure_attack.unknowns import CODES, PATTERNED, PATTERNS, TYPED, Shape

ROLES = ("chef", "ledare", "stöd")
ORGANISATION_TYPES = ("kommun", "region")
LARGEST_GROUP = 12
LARGEST_NUMBER_OF_SESSIONS = 3
THRESHOLDS = (3, 5, 5, 5, 10)
POOLS = ("5", "45", "345", "12345", "55554", "11234")
"""What people answer, each as likely: often alike, or on one side of the scale."""
INDEX = tuple(item.item_id for item in ABILITIES)


@dataclass(frozen=True, slots=True)
class RandomProgramme:
    """One programme at an earlier submission and now, when some have answered since."""

    earlier: Dataset
    now: Dataset
    threshold: int
    shape: Shape


def draw_programme(seed: int, *, hides_telling_totals: bool = False) -> RandomProgramme:
    """Return the programme number `seed`: groups of 1 to 12, of whom some answer and some alike.

    Its evaluations ask one to three of a scale, a number and several choices; its waves ask one
    item, or the three of an index. Two questions are answered in free text, and coded.
    """
    chance = Random(seed)  # noqa: S311  # reproducible, no secret
    threshold = chance.choice(THRESHOLDS)
    roles = [
        role
        for role in chance.sample((*ROLES, ""), chance.randint(1, len(ROLES)))
        for _ in range(chance.randint(1, LARGEST_GROUP))
    ]
    kinds = [chance.choice((*ORGANISATION_TYPES, "kommun")) for _ in roles]
    sessions = chance.randint(1, LARGEST_NUMBER_OF_SESSIONS)
    items = ("benefit", *chance.sample((TYPED, PATTERNED), chance.choice((0, 1, 1, 2))))
    wave_items = chance.choice((("skill",), ("skill",), INDEX))
    comments = draw_comments(Random(f"comments {seed}"), len(roles), sessions)  # noqa: S311
    rows = [
        *draw_evaluations(chance, len(roles), comments, items, wave_items),
        *draw_waves(chance, len(roles), items, wave_items),
    ]
    is_late = chance.choice((0.0, 0.02, 0.1, 0.4))
    early_rows = [row for row in rows if chance.random() >= is_late]
    register = [f"| p{n} | {role} | {kinds[n]} |" for n, role in enumerate(roles)]
    asked = {*TEXT_ITEMS, *items, *wave_items}
    header = f"| who | wave | session | {' | '.join((*TEXT_ITEMS, *items, *wave_items))} |"
    earlier, now = (
        draw_dataset(
            register="\n".join(["| key | role | organisation_type |", *register]),
            attendance=draw_attendance(Random(seed), len(roles), sessions),  # noqa: S311
            answers="\n".join([header, *found]),
            sessions=sessions,
            profile=Profile(threshold, hides_telling_totals),
            items=tuple(item for item in (*ITEMS, WISH, *ABILITIES) if item.item_id in asked),
        )
        for found in (early_rows, rows)
    )
    shape = Shape(
        now.programme.session_numbers,
        tuple(sorted({*roles} - {""})),
        tuple(sorted(set(kinds))),
        items,
        wave_items,
        wave_items if wave_items == INDEX else (),
    )
    earlier, now = code_comments(Random(f"codings {seed}"), earlier, now)  # noqa: S311
    return RandomProgramme(earlier, now, threshold, shape)


def draw_replies(chance: Random, people: int, item: str) -> list[str]:
    """Return a reply to `item` for each of `people`: often alike, valid or missing."""
    pool = chance.choice(POOLS)
    missing = chance.choice((0.0, 0.1, 0.5))
    return [
        chance.choice(("vet ej", ""))
        if chance.random() < missing
        else write_reply(chance.choice(pool), item)
        for _ in range(people)
    ]


def write_reply(code: str, item: str) -> str:
    """Return what somebody who is drawn as `code` answers to `item`."""
    return PATTERNS[-1 - CODES.index(code)] if item == PATTERNED else code


def draw_evaluations(
    chance: Random,
    people: int,
    comments: Sequence[Sequence[tuple[str, ...]]],
    items: tuple[str, ...],
    wave_items: tuple[str, ...],
) -> list[str]:
    """Return the rows of those who answered after each session, some sessions anonymously.

    `comments` holds for each session what everybody would write.
    """
    rows = []
    for session, of_session in enumerate(comments, 1):
        response_rate = chance.choice((0.2, 0.6, 0.9, 1.0))
        is_anonymous = chance.random() < 0.2
        replies = zip(*(draw_replies(chance, people, item) for item in items), strict=True)
        for n, reply in enumerate(replies):
            if chance.random() < response_rate:
                who = "" if is_anonymous else f"p{n}"
                said = (*of_session[n], *reply, *("-" for _ in wave_items))
                rows.append(write_row(who, "", str(session), said))
    return rows


def draw_waves(
    chance: Random, people: int, items: tuple[str, ...], wave_items: tuple[str, ...]
) -> list[str]:
    """Return the rows of those who assessed themselves before and after."""
    rows = []
    for wave in ("before", "after"):
        response_rate = chance.choice((0.3, 0.9, 1.0))
        replies = zip(*(draw_replies(chance, people, item) for item in wave_items), strict=True)
        for n, reply in enumerate(replies):
            if chance.random() < response_rate:
                rows.append(
                    write_row(f"p{n}", wave, "", (*("-" for _ in (*TEXT_ITEMS, *items)), *reply))
                )
    return rows


def write_row(who: str, wave: str, session: str, replies: tuple[str, ...]) -> str:
    """Return one response as it is drawn."""
    return f"| {' | '.join((who, wave, session, *replies))} |"


def draw_attendance(chance: Random, people: int, sessions: int) -> str:
    """Return the attendance list: most were there, some marks cannot be read."""
    header = " | ".join(map(str, range(1, sessions + 1)))
    marks = (
        f"| p{n} | {' | '.join(chance.choice('xxxxxx--?') for _ in range(sessions))} |"
        for n in range(people)
    )
    return "\n".join([f"| who | {header} |", *marks])
