"""The run's id follows from everything that decides the report, and from nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from flows.programme.folder import find_programme
from flows.programme.languages import Language
from flows.submit.documents import Document
from flows.submit.manifest import (
    HashedFile,
    Outcome,
    collect_ingredients,
    make_manifest,
    read_outcome,
    run_id,
)
from flows.submit.run_folder import write_run
from flows.submit.verification import ChangedFile, Difference, compare_with_manifest
from tests.small_programme import NAME, write_small_programme

OUTCOME = Outcome((Language.SV,), date(2016, 3, 1), faults=1, notes=2, acknowledged=3)


@pytest.fixture
def ingredients(tmp_path):
    """Return what the draft of the small programme is made from."""
    write_small_programme(tmp_path)
    return collect_ingredients(find_programme(NAME, tmp_path), None, None, is_draft=True)


def test_the_id_is_twelve_hex_digits_and_knows_no_place(ingredients, tmp_path):
    """The same files in another folder, on another day, make the same run."""
    write_small_programme(tmp_path / "elsewhere")
    folder = find_programme(NAME, tmp_path / "elsewhere")
    again = collect_ingredients(folder, None, None, is_draft=True)

    assert run_id(ingredients) == run_id(again)
    assert len(run_id(ingredients)) == 12
    assert int(run_id(ingredients), 16)


@pytest.mark.parametrize(
    "change",
    [
        {"is_draft": False},
        {"language": "en"},
        {"report_date": "2016-12-31"},
        {"inputs": ()},
        {"templates": (HashedFile("report/report.html", "0" * 64, 1),)},
        {"code_sha256": "0" * 64},
        {"versions": (("weasyprint", "0"),)},
        {"earlier_submissions": (("0" * 12, "0" * 64),)},
    ],
)
def test_each_ingredient_changes_the_id(ingredients, change):
    """What can change a byte of the report makes another run."""
    assert run_id(replace(ingredients, **change)) != run_id(ingredients)


def test_the_manifest_names_every_input_and_output(ingredients, tmp_path):
    """What the run came to is read back from it, and an untouched folder agrees with it."""
    documents = [Document("report.sv.pdf", b"%PDF"), Document("portal.sv.txt", b"")]
    manifest = make_manifest(ingredients, OUTCOME, documents)
    folder = write_run(tmp_path / "outputs" / "run", [*documents, manifest])

    assert read_outcome(folder) == OUTCOME
    assert b'"sessions/01/svar.csv"' in manifest.content
    assert compare_with_manifest(folder) == ()


def test_every_difference_from_the_manifest_is_named(ingredients, tmp_path):
    """A file that is gone, one that changed and one that came are three kinds of difference."""
    documents = [Document("a", b"1"), Document("b", b"2"), Document("c", b"3")]
    manifest = make_manifest(ingredients, OUTCOME, documents)
    folder = write_run(tmp_path / "outputs" / "run", [*documents, manifest])
    (folder / "a").unlink()
    (folder / "b").write_bytes(b"!")
    (folder / "d").write_bytes(b"4")

    assert compare_with_manifest(folder) == (
        ChangedFile("a", Difference.MISSING),
        ChangedFile("b", Difference.CHANGED),
        ChangedFile("d", Difference.ADDED),
    )


def test_a_manifest_that_was_touched_is_noticed(ingredients, tmp_path):
    """The id is the hash of what the run was made from: another input would be another run."""
    manifest = make_manifest(ingredients, OUTCOME, [])
    touched = manifest.content.replace(b"sessions/01/svar.csv", b"sessions/01/annat.csv")
    folder = write_run(tmp_path / "outputs" / "run", [Document(manifest.name, touched)])

    assert compare_with_manifest(folder) == (ChangedFile("manifest.json", Difference.CHANGED),)
