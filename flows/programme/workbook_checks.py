"""What must agree between the rows and sheets of a programme workbook."""

from collections.abc import Iterable, Iterator

from flows.programme.headers import normalise
from flows.programme.items import Item, ItemKind
from flows.programme.places import Place
from flows.programme.problems import Problem, problem
from flows.programme.programme import Programme

KINDS_WITH_SCALE = (ItemKind.SCALE, ItemKind.CHOICE, ItemKind.CHOICES)


def check_programme(programme: Programme) -> list[Problem]:
    """Return every contradiction in the programme, each at the later of the rows concerned."""
    return [
        *repeated("session", ((str(row.number), row.place) for row in programme.sessions)),
        *repeated("key", ((row.key, row.place) for row in programme.participants)),
        *repeated("e-mail", ((row.email, row.place) for row in programme.participants)),
        *repeated("item id", ((row.item_id, row.place) for row in programme.items)),
        *repeated("goal id", ((row.goal_id, row.place) for row in programme.goals)),
        *repeated(
            "category and party",
            ((f"{line.category} – {line.party}", line.place) for line in programme.budget),
        ),
        *repeated_labels(programme),
        *repeated_wordings(programme.items),
        *unknown_scales(programme),
        *unknown_sessions(programme),
        *dates_outside_project(programme),
    ]


def repeated(what: str, keys: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield a problem for each key that stands in an earlier row as well."""
    first: dict[str, Place] = {}
    for key, place in keys:
        earlier = first.setdefault(normalise(key), place) if key else place
        if earlier is not place:
            yield problem("workbook-repeated", place, what=what, row=earlier.row)


def repeated_labels(programme: Programme) -> Iterator[Problem]:
    """Yield a problem for each label or value that a scale has twice."""
    for scale in programme.scales:
        for language in ("sv", "en"):
            yield from repeated(
                "label", ((getattr(row.label, language), row.place) for row in scale.labels)
            )
        values = ((f"{row.value:g}", row.place) for row in scale.labels if row.value is not None)
        yield from repeated("value", values)


def repeated_wordings(items: tuple[Item, ...]) -> Iterator[Problem]:
    """Yield a problem for each wording that two items of one form share."""
    first: dict[tuple[str, str], Item] = {}
    for item in items:
        for wording in item.wordings:
            earlier = first.setdefault((item.instrument, normalise(wording)), item)
            if earlier is not item:
                yield problem("workbook-wording-twice", item.place, row=earlier.place.row)
                break


def unknown_scales(programme: Programme) -> Iterator[Problem]:
    """Yield a problem for each item whose scale is missing or has no rows."""
    for item in programme.items:
        if item.kind not in KINDS_WITH_SCALE:
            continue
        scale = programme.scale_of(item)
        if scale is None:
            known = ", ".join(scale.scale_id for scale in programme.scales)
            yield problem("workbook-scale-unknown", item.place, known=known or "–")
        elif item.kind is ItemKind.SCALE and any(row.value is None for row in scale.valid_labels):
            yield problem("workbook-scale-without-values", item.place, scale=scale.scale_id)


def unknown_sessions(programme: Programme) -> Iterator[Problem]:
    """Yield a problem for each declared file that names a session which does not exist."""
    numbers = {session.number for session in programme.sessions}
    for row in programme.declarations:
        if row.session is not None and row.session not in numbers:
            yield problem("workbook-session-unknown", row.place, session=row.session)


def dates_outside_project(programme: Programme) -> Iterator[Problem]:
    """Yield a problem for each session before the project's start or after its end."""
    project = programme.project
    for session in programme.sessions:
        if not project.starts_on <= session.held_on <= project.ends_on:
            yield problem(
                "workbook-session-outside-project",
                session.place,
                found=session.held_on.isoformat(),
                starts=project.starts_on.isoformat(),
                ends=project.ends_on.isoformat(),
            )
