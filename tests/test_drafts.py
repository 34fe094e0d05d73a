"""A draft that is there already is taken as it is, if it is whole."""

import pytest

from flows.chain.runs import draft_report, find_draft
from flows.chain.stages import Request
from tests.small_programme import NAME, write_small_programme


@pytest.fixture(name="request_for_draft")
def make_request(tmp_path):
    """Return the request for a draft of the small programme."""
    write_small_programme(tmp_path / "inputs")
    return Request(NAME, tmp_path / "inputs", tmp_path / "outputs")


@pytest.mark.parametrize("damage", ["manifest.json", "report.sv.pdf"])
def test_a_draft_is_found_until_a_file_of_it_is_gone(request_for_draft, damage):
    """A damaged folder is no draft, so that the night makes it anew."""
    before = find_draft(request_for_draft)
    run = draft_report(request_for_draft)
    found = find_draft(request_for_draft)
    (run.folder / damage).unlink()

    assert before is None
    assert found == run
    assert find_draft(request_for_draft) is None
