"""Run folders: what one run produced, written whole or not at all."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from flows.programme.exceptions import (
    ManifestMissingError,
    OutputNotWritableError,
    WorkInRunFolderError,
)
from flows.programme.folder import is_owners
from flows.programme.translations import _
from flows.submit.documents import Document
from flows.submit.verification import Difference, compare_with_manifest

try:
    from fcntl import LOCK_EX, flock
except ImportError:  # Windows has no fcntl; there two runs of one programme take no turns
    flock = None  # type: ignore[assignment]  # mypy knows only the function

UNFINISHED = ".unfinished-"
LATEST = "latest"
READ_ONLY = 0o444

REASONS = {
    errno.EACCES: _("writing there is not allowed."),
    errno.EPERM: _("writing there is not allowed."),
    errno.EROFS: _("writing there is not allowed."),
    errno.ENOSPC: _("the disk is full."),
    errno.ENOTDIR: _("a file stands where the folder should be."),
    errno.EEXIST: _("a file stands where the folder should be."),
}
"""What a person can do something about; any other failure of the system is a bug's matter."""


def write_run(folder: Path, documents: Iterable[Document]) -> Path:
    """Return `folder`, which now holds exactly `documents`; what it held before is gone.

    Until the last moment everything is written beside it, so that a run that is killed
    leaves the folder as it was. What killed runs left beside it is cleared away.
    Raises WorkInRunFolderError where somebody worked in a folder of it, which would be lost.
    """
    with own_turn(folder.parent):
        keep_work(folder)
        clear_unfinished(folder.parent)
        unfinished = write_beside(folder, documents)
        if folder.exists():
            folder.rename(mkdtemp(prefix=UNFINISHED, dir=folder.parent))
        unfinished.rename(folder)
        flush_folder(folder.parent)
        clear_unfinished(folder.parent)
    return folder


def keep_work(folder: Path) -> None:
    """Do nothing where nobody worked in the folders of the run in `folder`.

    Correction workbooks and proposals lie there, and whoever opens one may well save it there.
    Raises WorkInRunFolderError where one was changed or added.
    """
    try:
        changes = compare_with_manifest(folder)
    except ManifestMissingError:
        return
    for change in changes:
        path = Path(change.file)
        is_work = len(path.parts) > 1 and change.difference is not Difference.MISSING
        if is_work and is_owners(path):
            raise WorkInRunFolderError(file=change.file, folder=folder.as_posix())


def freeze_run(folder: Path, documents: Iterable[Document]) -> Path:
    """Return `folder`, which now holds exactly `documents`, read-only.

    Raises FileExistsError where it is there already: what is frozen is never written again.
    """
    with own_turn(folder.parent):
        if folder.exists():
            raise FileExistsError(folder)
        clear_unfinished(folder.parent)
        unfinished = write_beside(folder, documents)
        for path in unfinished.iterdir():
            path.chmod(READ_ONLY)
        unfinished.rename(folder)
        flush_folder(folder.parent)
    return folder


def write_document(folder: Path, document: Document) -> Path:
    """Return where `document` stands in `folder`, which now has it whole; nothing else changes."""
    with own_turn(folder):
        beside = folder / f"{UNFINISHED}{document.name}"
        beside.write_bytes(document.content)
        return beside.replace(folder / document.name)


def point_to_latest(folder: Path) -> Path:
    """Return `latest` beside `folder`, which now points to it.

    It is a relative link; `latest.txt` with the folder's name where links are not allowed.
    """
    latest = folder.with_name(LATEST)
    beside = folder.with_name(f"{UNFINISHED}{LATEST}")
    with own_turn(folder.parent):
        beside.unlink(missing_ok=True)
        try:
            beside.symlink_to(folder.name, target_is_directory=True)
        except OSError:  # Windows lets only some users make links
            latest = folder.with_name(f"{LATEST}.txt")
            beside.write_text(f"{folder.name}\n", encoding="utf-8")
        beside.replace(latest)
    return latest


def find_latest(outputs: Path) -> Path:
    """Return the folder of the newest run under `outputs`; it may not be there."""
    latest = outputs / LATEST
    named = outputs / f"{LATEST}.txt"
    is_named = named.is_file() and not latest.is_dir()
    return outputs / named.read_text(encoding="utf-8").strip() if is_named else latest


def write_beside(folder: Path, documents: Iterable[Document]) -> Path:
    """Return a new folder beside `folder` that holds `documents`, safe on the disk.

    Where one cannot be written, none is left: a full disk is not to be kept full.
    """
    unfinished = Path(mkdtemp(prefix=UNFINISHED, dir=folder.parent))
    try:
        unfinished.chmod(0o755)  # mkdtemp makes folders that only their owner may open
        for document in documents:
            path = unfinished / document.name
            path.parent.mkdir(exist_ok=True)
            with path.open("wb") as file:
                file.write(document.content)
                file.flush()
                os.fsync(file.fileno())
        flush_folder(unfinished)
    except OSError:
        rmtree(unfinished, ignore_errors=True)
        raise
    return unfinished


def clear_unfinished(parent: Path) -> None:
    """Remove what killed runs left in `parent`."""
    for path in parent.glob(f"{UNFINISHED}*"):
        if path.is_dir() and not path.is_symlink():
            rmtree(path)
        else:
            path.unlink()


def flush_folder(folder: Path) -> None:
    """Have the names in `folder` on the disk; Windows does that by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def own_turn(parent: Path) -> Iterator[None]:
    """Make `parent` and hold it: runs of the same programme write one after the other.

    Raises OutputNotWritableError where there is no permission or no room.
    """
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with lock(parent):
            yield
    except OSError as error:
        if error.errno not in REASONS:
            raise
        reason = REASONS[error.errno]
        raise OutputNotWritableError(folder=parent.as_posix(), reason=reason) from error


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold `folder` alone; the system lets go of it even where the run is killed."""
    if flock is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        flock(descriptor, LOCK_EX)
        yield
    finally:
        os.close(descriptor)
