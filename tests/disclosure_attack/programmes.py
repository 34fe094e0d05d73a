"""Random small programmes, drawn twice: as an earlier submission saw them, and now."""

from dataclasses import dataclass
from random import Random

from flows.programme.programme import Profile
from flows.validate.dataset import Dataset
from tests.aggregate.dataset_drawing import draw_dataset

ROLES = ("chef", "ledare", "stöd")
ORGANISATION_TYPES = ("kommun", "region")
LARGEST_GROUP = 12
LARGEST_NUMBER_OF_SESSIONS = 3


@dataclass(frozen=True, slots=True)
class RandomProgramme:
    """One programme at an earlier submission and now, when some have answered since."""

    earlier: Dataset
    now: Dataset
    threshold: int


def draw_programme(seed: int) -> RandomProgramme:
    """Return the programme number `seed`: groups of 1 to 12, of whom some answer and some alike."""
    chance = Random(seed)  # noqa: S311  # reproducible, no secret
    threshold = chance.choice((3, 5, 5, 5))
    roles = [
        role
        for role in chance.sample((*ROLES, ""), chance.randint(1, len(ROLES)))
        for _ in range(chance.randint(1, LARGEST_GROUP))
    ]
    register = "\n".join(
        [
            "| key | role | organisation_type |",
            *(
                f"| p{n} | {role} | {chance.choice((*ORGANISATION_TYPES, 'kommun'))} |"
                for n, role in enumerate(roles)
            ),
        ]
    )
    sessions = chance.randint(1, LARGEST_NUMBER_OF_SESSIONS)
    rows = [*draw_evaluations(chance, len(roles), sessions), *draw_waves(chance, len(roles))]
    is_late = chance.choice((0.0, 0.02, 0.1, 0.4))
    early_rows = [row for row in rows if chance.random() >= is_late]
    earlier, now = (
        draw_dataset(
            register=register,
            attendance=draw_attendance(Random(seed), len(roles), sessions),  # noqa: S311
            answers="\n".join(["| who | wave | session | benefit | skill |", *found]),
            sessions=sessions,
            profile=Profile(suppression_threshold=threshold),
        )
        for found in (early_rows, rows)
    )
    return RandomProgramme(earlier, now, threshold)


def draw_replies(chance: Random, people: int) -> list[str]:
    """Return a reply for each of `people`: often alike, on the scale or missing."""
    pool = chance.choice(("5", "45", "345", "12345", "55554", "11234"))
    missing = chance.choice((0.0, 0.1, 0.5))
    return [
        chance.choice(("vet ej", "")) if chance.random() < missing else chance.choice(pool)
        for _ in range(people)
    ]


def draw_evaluations(chance: Random, people: int, sessions: int) -> list[str]:
    """Return the rows of those who answered after each session, some sessions anonymously."""
    rows = []
    for session in range(1, sessions + 1):
        response_rate = chance.choice((0.2, 0.6, 0.9, 1.0))
        is_anonymous = chance.random() < 0.2
        for n, reply in enumerate(draw_replies(chance, people)):
            if chance.random() < response_rate:
                who = "" if is_anonymous else f"p{n}"
                rows.append(f"| {who} | | {session} | {reply} | - |")
    return rows


def draw_waves(chance: Random, people: int) -> list[str]:
    """Return the rows of those who assessed themselves before and after."""
    rows = []
    for wave in ("before", "after"):
        response_rate = chance.choice((0.3, 0.9, 1.0))
        for n, reply in enumerate(draw_replies(chance, people)):
            if chance.random() < response_rate:
                rows.append(f"| p{n} | {wave} | | - | {reply} |")
    return rows


def draw_attendance(chance: Random, people: int, sessions: int) -> str:
    """Return the attendance list: most were there, some marks cannot be read."""
    header = " | ".join(map(str, range(1, sessions + 1)))
    marks = (
        f"| p{n} | {' | '.join(chance.choice('xxxxxx--?') for _ in range(sessions))} |"
        for n in range(people)
    )
    return "\n".join([f"| who | {header} |", *marks])
