"""Verification: whether a run folder still holds what its manifest says. Needs no network."""

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from flows.programme.exceptions import ManifestMissingError
from flows.submit.manifest import MANIFEST, digest, hash_files


class Difference(StrEnum):
    """How a file differs from what the manifest says."""

    MISSING = "missing"
    CHANGED = "changed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file of a run folder that is not as it was written."""

    file: str
    difference: Difference


def compare_with_manifest(folder: Path) -> tuple[ChangedFile, ...]:
    """Return the files of `folder` that differ from its manifest, by name; none is all well.

    The manifest itself counts as changed where the run's id does not follow from it.
    Raises ManifestMissingError where there is no manifest to compare with.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        written = {row["file"]: row["sha256"] for row in manifest["outputs"]}
        is_own_id = manifest["run"] == digest(manifest["made_from"])[:12]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ManifestMissingError(folder=folder.as_posix()) from error
    found = {file.file: file.sha256 for file in hash_files(folder, "**/*")}
    del found[MANIFEST]
    changes = {name: how_different(name, written, found) for name in {*written, *found}}
    if not is_own_id:
        changes[MANIFEST] = Difference.CHANGED
    return tuple(
        ChangedFile(file, difference) for file, difference in sorted(changes.items()) if difference
    )


def how_different(file: str, written: dict[str, str], found: dict[str, str]) -> Difference | None:
    """Return how `file` differs between two sets of hashes, or None where it does not."""
    if file not in found:
        return Difference.MISSING
    if file not in written:
        return Difference.ADDED
    return None if written[file] == found[file] else Difference.CHANGED
