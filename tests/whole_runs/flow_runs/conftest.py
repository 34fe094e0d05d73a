"""The one Prefect server that all flow tests share; no other folder starts one."""

import pytest

from flows.prefect_settings import quieten_prefect

quieten_prefect()  # before a test module imports Prefect


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory):
    """Return the folder of Prefect's database and results, with a server that runs on it."""
    from prefect.settings import (  # noqa: PLC0415  # Prefect takes a second
        PREFECT_LOCAL_STORAGE_PATH,
        PREFECT_SERVER_DATABASE_CONNECTION_URL,
        temporary_settings,
    )
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415  # as above

    home = tmp_path_factory.mktemp("prefect")
    kept = {PREFECT_LOCAL_STORAGE_PATH: home / "storage"}
    with temporary_settings(kept), prefect_test_harness(server_startup_timeout=None):
        database = PREFECT_SERVER_DATABASE_CONNECTION_URL.value().removeprefix(
            "sqlite+aiosqlite:///"
        )
        (home / "database").symlink_to(database.rpartition("/")[0])
        yield home
