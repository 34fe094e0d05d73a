"""What the commands cost on the sample programme, as whole processes: python -m tests.bench.

A print-out and no test: seconds depend on the machine, ratios less so. Each command runs a
few times and the quickest run counts, because everything else a machine does only adds.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench_typesetting import measure_typesetting
from tests.sample_programme.project import NAME

ROOT = Path(__file__).resolve().parents[1]
RUNS = 3
LONGEST_START_SECONDS = 120
UNTIL_WATCHING_SECONDS = 1.0


def time_command(*arguments: str, environment: dict[str, str]) -> float:
    """Return the seconds of the whole process of one command, from its start to its end."""
    started = perf_counter()
    run = subprocess.run(
        [sys.executable, "-m", "flows", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode())
    return perf_counter() - started


def quickest(*arguments: str, environment: dict[str, str]) -> float:
    """Return the seconds of the quickest of some runs."""
    return min(time_command(*arguments, environment=environment) for _ in range(RUNS))


@contextmanager
def running_server(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """Have a Prefect server for the block; yield the environment of commands that use it."""
    port = str(free_port())
    command = [sys.executable, "-m", "prefect", "server", "start", "--port", port]
    address = f"http://127.0.0.1:{port}/api"
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(f"{address}/health")
            yield {**environment, "PREFECT_API_URL": address}
        finally:
            server.terminate()


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def wait_for(address: str) -> None:
    """Return once `address` answers."""
    deadline = monotonic() + LONGEST_START_SECONDS
    while monotonic() < deadline:
        try:
            with urlopen(address):  # noqa: S310  # our own server, on this machine
                return
        except URLError:
            sleep(0.2)
    sys.exit("Prefect's server did not start.")


def time_next_preview(*outputs: str, environment: dict[str, str]) -> float:
    """Return the seconds from one word more in a text to the next draft."""
    with TemporaryDirectory() as folder:
        inputs = Path(folder, "inputs")
        copytree(ROOT / "inputs" / NAME, inputs / NAME)
        text = inputs / NAME / "texts" / "syfte-och-mal.sv.md"
        command = ["preview", NAME, "--inputs", str(inputs), *outputs]
        with subprocess.Popen(
            [sys.executable, "-m", "flows", *command],
            cwd=ROOT,
            env={**environment, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as preview:
            try:
                wait_for_draft(preview)
                return min(time_change(preview, text) for _ in range(RUNS))
            finally:
                preview.terminate()


def time_change(preview: subprocess.Popen[str], text: Path) -> float:
    """Add a word, and return the seconds until the next draft is told of."""
    sleep(UNTIL_WATCHING_SECONDS)
    text.write_text(f"{text.read_text('utf-8').rstrip()} Också.\n", "utf-8")
    started = perf_counter()
    wait_for_draft(preview)
    return perf_counter() - started


def wait_for_draft(preview: subprocess.Popen[str]) -> None:
    """Return once `preview` tells of a draft."""
    while "report.sv.pdf" not in (line := preview.stdout.readline() if preview.stdout else ""):
        if not line:
            sys.exit("The preview ended.")


def tell_typesetting() -> None:
    """Print where the time goes between the report model and the PDF."""
    ours, plain = measure_typesetting()
    whole = sum(ours.values())
    ratio = f"{whole / plain:.2f} × the same pages without charts and tags; aim: 1.3 ×"
    tell("from report model to PDF, in one process", whole, ratio)
    for work, seconds in sorted(ours.items(), key=lambda each: -each[1]):
        tell(f"    {work}", seconds, f"{seconds / whole:.0%}")


def tell(name: str, seconds: float, remark: str = "") -> None:
    """Print one line of the result."""
    sys.stdout.write(f"{name:<52} {seconds:6.2f} s  {remark}\n")
    sys.stdout.flush()


def main() -> None:
    """Print what each command costs, and Prefect's share of a report."""
    with TemporaryDirectory() as folder:
        outputs = ("--outputs", folder)
        environment = {
            **os.environ,
            "PREFECT_HOME": f"{folder}/prefect",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
        }
        tell("check", quickest("check", NAME, environment=environment), "aim: under 2 s")
        plain = quickest("preview", NAME, "--once", *outputs, environment=environment)
        tell("the report without Prefect (preview --once)", plain, "aim: under 4 s")
        changed = time_next_preview(*outputs, environment=environment)
        tell("preview, after a word more in a text", changed, "aim: under 2 s")
        tell_typesetting()
        first = time_command("report", NAME, *outputs, environment=environment)
        tell("report, first in an empty home", first, f"{first / plain:.1f} × without Prefect")
        alone = quickest("report", NAME, *outputs, environment=environment)
        tell("report, no server running", alone, f"{alone / plain:.1f} × without Prefect")
        with running_server(environment) as served:
            beside = quickest("report", NAME, *outputs, environment=served)
        tell("report, with a server running", beside, f"{beside / plain:.1f} × without Prefect")


if __name__ == "__main__":
    main()
