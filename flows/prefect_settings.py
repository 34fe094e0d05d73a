"""How Prefect behaves in this program: silent, local, and with nothing to tell anybody.

Nothing here imports Prefect, which reads its settings from the environment when it is
imported. Whoever has set one of these has the last word.
"""

import os

QUIET = {
    "DO_NOT_TRACK": "1",  # the SDK's events
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",  # the server's heartbeat, also a temporary one's
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",  # no server is needed, whatever the profile says
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # 20 is too few on a busy machine
}
NO_LOG = {"PREFECT_LOGGING_LEVEL": "CRITICAL"}  # what went wrong is said once, by the command


def quieten_prefect(*, is_logging: bool = False) -> None:
    """Set what is not set yet. To be called before anything imports Prefect."""
    for name, value in (QUIET if is_logging else QUIET | NO_LOG).items():
        os.environ.setdefault(name, value)
