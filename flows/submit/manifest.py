"""The manifest: what a run was made from and what it made, and the run's id."""

import json
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from flows.programme.exceptions import InputsChangedError
from flows.programme.folder import ProgrammeFolder
from flows.programme.languages import Language
from flows.programme.locations import ROOT, TEMPLATES
from flows.submit.documents import Document, json_document

SCHEMA = 1
MANIFEST = "manifest.json"
LIBRARIES = (
    "babel",
    "fonttools",
    "jinja2",
    "markdown-it-py",
    "openpyxl",
    "pikepdf",
    "pydyf",
    "pyphen",
    "python-calamine",
    "rapidfuzz",
    "scipy",
    "svg.py",
    "weasyprint",
)
"""The libraries whose version decides what a report looks like, or a figure in it."""


@dataclass(frozen=True, slots=True)
class HashedFile:
    """A file, relative to its folder with forward slashes, and the hash of its bytes."""

    file: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Ingredients:
    """Everything that decides the bytes of a run; nothing else does, and no clock.

    `language` and `report_date` are what was asked for, empty where the programme decides.
    `earlier_submissions` are runs with the hash of their indicators: what they have told
    decides what is suppressed.
    """

    programme: str
    is_draft: bool
    language: str
    report_date: str
    inputs: tuple[HashedFile, ...]
    templates: tuple[HashedFile, ...]
    code_sha256: str
    versions: tuple[tuple[str, str], ...]
    earlier_submissions: tuple[tuple[str, str], ...] = ()


def collect_ingredients(
    folder: ProgrammeFolder,
    language: Language | None,
    report_date: date | None,
    *,
    is_draft: bool,
    earlier_submissions: tuple[tuple[str, str], ...] = (),
) -> Ingredients:
    """Return what a run of the programme in `folder` is made from."""
    return Ingredients(
        programme=folder.name,
        is_draft=is_draft,
        language=language or "",
        report_date=report_date.isoformat() if report_date else "",
        inputs=hash_inputs(folder),
        templates=hash_files(TEMPLATES, "**/*"),
        code_sha256=hash_code(),
        versions=(
            ("slutrapport", version("slutrapport")),
            ("python", platform.python_version()),
            *((library, version(library)) for library in LIBRARIES),
        ),
        earlier_submissions=earlier_submissions,
    )


def hash_code() -> str:
    """Return the hash of everything in flows/, which changes with every change of the program."""
    return digest([as_row(file) for file in hash_files(ROOT / "flows", "**/*.py")])


def hash_inputs(folder: ProgrammeFolder) -> tuple[HashedFile, ...]:
    """Return the hash of every file that a report of the programme is made from, by name.

    Raises InputsChangedError where one of them is gone.
    """
    try:
        return tuple(hash_file(folder.root, file) for file in sorted(folder.files))
    except FileNotFoundError as error:
        raise InputsChangedError(folder=folder.root.as_posix()) from error


def run_id(ingredients: Ingredients) -> str:
    """Return the run's id: the same ingredients give the same twelve hex digits."""
    return digest(describe_ingredients(ingredients))[:12]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: the languages and date of its report, and its problems counted.

    The first language is the one in which people are told of the run. `faults` are open problems
    to put right, `notes` open ones to know of.
    """

    languages: tuple[Language, ...]
    report_date: date
    faults: int
    notes: int
    acknowledged: int

    @property
    def language(self) -> Language:
        """The language in which people are told of the run."""
        return self.languages[0]


def make_manifest(
    ingredients: Ingredients, outcome: Outcome, documents: Iterable[Document]
) -> Document:
    """Return the manifest of a run that came to `outcome` and made `documents`."""
    outputs = sorted(documents, key=lambda document: document.name)
    return json_document(
        MANIFEST,
        {
            "schema": SCHEMA,
            "run": run_id(ingredients),
            "languages": outcome.languages,
            "report_date": outcome.report_date.isoformat(),
            "problems": {
                "faults": outcome.faults,
                "notes": outcome.notes,
                "acknowledged": outcome.acknowledged,
            },
            "made_from": describe_ingredients(ingredients),
            "outputs": [
                as_row(HashedFile(document.name, document.sha256, len(document.content)))
                for document in outputs
            ],
        },
    )


def read_outcome(folder: Path) -> Outcome:
    """Return what the run in `folder` came to, from its manifest."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return Outcome(
        tuple(map(Language, manifest["languages"])),
        date.fromisoformat(manifest["report_date"]),
        **manifest["problems"],
    )


def describe_ingredients(ingredients: Ingredients) -> dict[str, object]:
    """Return `ingredients` as they stand in the manifest and are hashed."""
    return {
        "programme": ingredients.programme,
        "kind": "draft" if ingredients.is_draft else "submission",
        "asked_language": ingredients.language,
        "asked_report_date": ingredients.report_date,
        "versions": dict(ingredients.versions),
        "code_sha256": ingredients.code_sha256,
        "inputs": describe_inputs(ingredients.inputs),
        "templates": [as_row(file) for file in ingredients.templates],
        "earlier_submissions": describe_earlier(ingredients.earlier_submissions),
    }


def describe_earlier(submissions: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Return earlier submissions, runs with the hash of their indicators, as in the manifest."""
    return [{"run": run, "indicators_sha256": sha256} for run, sha256 in submissions]


def describe_inputs(inputs: Iterable[HashedFile]) -> list[dict[str, str | int]]:
    """Return the files of the programme as they stand in the manifest."""
    return [as_row(file) for file in inputs]


def as_row(file: HashedFile) -> dict[str, str | int]:
    """Return one file as it stands in the manifest."""
    return {"file": file.file, "sha256": file.sha256, "bytes": file.size_bytes}


def digest(value: object) -> str:
    """Return the sha256 of `value` written as JSON in one fixed way, in hex."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def hash_files(root: Path, pattern: str) -> tuple[HashedFile, ...]:
    """Return every file under `root` that `pattern` matches, sorted by name."""
    files = (path.relative_to(root).as_posix() for path in root.glob(pattern) if path.is_file())
    return tuple(hash_file(root, file) for file in sorted(files))


def hash_file(root: Path, file: str) -> HashedFile:
    """Return the hash of one file under `root`."""
    content = (root / file).read_bytes()
    return HashedFile(file, sha256(content).hexdigest(), len(content))
