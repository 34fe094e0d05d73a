"""The flows, run on a real Prefect server with the small programme."""

import os
import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from prefect.client.orchestration import get_client
from prefect.schedules import Cron
from typer.testing import CliRunner

from flows import final_report as flow_module
from flows.__main__ import app
from flows.artifacts import describe_programme
from flows.chain.confidentiality import UnforeseenError
from flows.final_report import final_report
from flows.nightly import nightly, pass_night
from flows.private_tasks import private_task
from flows.programme.exceptions import WorkbookMissingError, WorkbookUnreadableError
from tests.planted_programme import MARKER, write_planted_programme
from tests.small_programme import NAME, write_small_programme

SECRET = "Hemliga Hedda"  # noqa: S105  # a name such as an exception may quote
PERSONAL = [SECRET, "p1@ort.example", "Person 1"]


@pytest.fixture
def inputs(tmp_path):
    """Return a folder of programmes that holds the small one."""
    write_small_programme(tmp_path / "inputs")
    return tmp_path / "inputs"


def contents(folder):
    """Return the files in `folder` with their bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def kept_by_prefect(home):
    """Return every byte that Prefect has written, in its database and elsewhere."""
    return b"".join(
        Path(folder, name).read_bytes()
        for folder, _, names in os.walk(home, followlinks=True)
        for name in names
    )


def read_summary():
    """Return what Prefect's page says of the small programme.

    Asked without the client's own method, whose empty filters the server of 3.8.8 refuses.
    """
    wanted = {"artifacts": {"key": {"any_": ["summary-liten"]}}, "limit": 1}
    with get_client(sync_client=True) as client:
        (artifact,) = client.request("POST", "/artifacts/filter", json=wanted).json()
    return artifact["data"]


def test_the_same_inputs_make_the_same_bytes(prefect_home, inputs, tmp_path):
    """Two runs, in two places, write the same files, and Prefect keeps nothing of the people."""
    one = final_report(NAME, inputs, tmp_path / "one")
    two = final_report(NAME, inputs, tmp_path / "two")

    assert one.folder.name == two.folder.name
    assert contents(one.folder) == contents(two.folder)
    assert sorted(contents(one.folder)) == [
        "evidence.sv.xlsx",
        "indicators.json",
        "manifest.json",
        "portal.sv.txt",
        "problems.json",
        "problems.sv.html",
        "report.sv.html",
        "report.sv.pdf",
    ]
    assert "20 rader lästa" in read_summary()
    kept = kept_by_prefect(prefect_home)
    assert NAME.encode() in kept
    assert [text for text in PERSONAL if text.encode() in kept] == []


@pytest.mark.usefixtures("prefect_home")
def test_what_stops_a_run_passes_through_the_flow(inputs, tmp_path):
    """The command is told which exception it was, and nothing half-made is left."""
    (inputs / NAME / "programme.xlsx").unlink()

    with pytest.raises(WorkbookMissingError):
        final_report(NAME, inputs, tmp_path / "outputs")
    assert not (tmp_path / "outputs").exists()


def test_no_planted_text_reaches_prefect(prefect_home, tmp_path, caplog, capfd):
    """Every column of every export has one; no log, artifact, result or database has any.

    The night's page tells of each programme what was done and how many problems it has: no
    figure of anybody's answers is there to subtract another from.
    """
    write_planted_programme(tmp_path / "inputs")
    with caplog.at_level("DEBUG"):
        final_report(NAME, tmp_path / "inputs", tmp_path / "outputs")
        (night,) = pass_night(tmp_path / "inputs", tmp_path / "outputs", None)
    messages = [record.getMessage() for record in caplog.records]
    texts = [*messages, *capfd.readouterr(), kept_by_prefect(prefect_home).decode("latin-1")]

    assert [text for text in texts if MARKER in text.casefold()] == []
    assert describe_programme(night) == {
        "programme": NAME,
        "outcome": "unchanged",
        "faults": night.run.outcome.faults,
        "notes": night.run.outcome.notes,
        "acknowledged": night.run.outcome.acknowledged,
    }


def test_a_bug_tells_prefect_nothing_of_the_contents(prefect_home, inputs, tmp_path, monkeypatch):
    """An exception that quotes a cell reaches neither Prefect's database nor its storage."""

    def stumble(_examination, _request):
        raise ValueError(SECRET)

    monkeypatch.setattr(flow_module, "count_figures", private_task(stumble))

    with pytest.raises(UnforeseenError, match="ValueError") as caught:
        final_report(NAME, inputs, tmp_path / "outputs")
    assert any(frame.name == "stumble" for frame in caught.traceback)
    assert SECRET.encode() not in kept_by_prefect(prefect_home)


@pytest.mark.usefixtures("prefect_home")
def test_one_broken_programme_stops_no_other(inputs, tmp_path):
    """The night goes on, tells what failed, and makes nothing again that did not change."""
    broken = shutil.copytree(inputs / NAME, inputs / "brusten")
    (broken / "programme.xlsx").write_bytes(b"ingen arbetsbok")
    outputs = tmp_path / "outputs"

    first = {night.programme: night for night in pass_night(inputs, outputs, None)}
    second = {night.programme: night for night in pass_night(inputs, outputs, None)}

    assert isinstance(first["brusten"].failure, WorkbookUnreadableError)
    assert first[NAME].is_new
    assert not second[NAME].is_new
    assert second[NAME].run == first[NAME].run
    assert (outputs / NAME / "latest" / "report.sv.pdf").is_file()


@pytest.mark.usefixtures("prefect_home")
def test_the_schedule_brings_nights(tmp_path):
    """Prefect plans the coming runs of what `serve` registers, at three by our own clock.

    With SQLAlchemy 2.1 the scheduler of Prefect 3.8.8 fails here, and `serve` waits for ever.
    """
    night = nightly.to_deployment(
        "every-programme",
        schedule=Cron("0 3 * * *", timezone="Europe/Stockholm"),
        parameters={"inputs": str(tmp_path), "outputs": str(tmp_path)},
    )
    deployment = night.apply()
    with get_client(sync_client=True) as client:
        client.request("POST", f"/deployments/{deployment}/schedule", json={"min_runs": 2})
        wanted = {"deployments": {"id": {"any_": [str(deployment)]}}}
        planned = client.request("POST", "/flow_runs/filter", json=wanted).json()

    starts = {datetime.fromisoformat(run["expected_start_time"]) for run in planned}
    assert len(starts) >= 2
    assert {start.astimezone(ZoneInfo("Europe/Stockholm")).hour for start in starts} == {3}


@pytest.mark.parametrize("option", [["--cron", "varje natt"], ["--timezone", "Europa/Stockholm"]])
def test_a_schedule_that_is_not_understood_is_a_usage_error(option):
    """No server is started for a night that would never come."""
    assert CliRunner().invoke(app, ["serve", *option]).exit_code == 2
