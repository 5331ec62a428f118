"""The pages' settings as tests run them: a database of their own, and files as they lie."""

import os
import tempfile
from pathlib import Path

BUILD = Path(os.environ.setdefault("HOLDFAST_BUILD", tempfile.mkdtemp(prefix="holdfast-test-")))
RUNNER = os.environ.get("PYTEST_XDIST_WORKER")
if RUNNER and BUILD.name != RUNNER:
    # Two runners share nothing: a file that one has proposed must not lie on the other's shelf.
    BUILD = BUILD / RUNNER
    BUILD.mkdir(parents=True, exist_ok=True)
    os.environ["HOLDFAST_BUILD"] = str(BUILD)
os.environ["HOLDFAST_SAY_SO_AFTER"] = "0"  # A test asks for the page itself; that it is said meanwhile has its own.
os.environ["HOLDFAST_SECRET_KEY"] = "of the tests, and of nothing else"

# A browser that the tests drive keeps a loop of its own running in the same thread; no page here is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from holdfast.web.settings import *  # noqa: E402, F403
from holdfast.web.settings import DATABASES, STORAGES  # noqa: E402

AUDIT_WITHIN = 30.0  # A machine that is busy with other tests is no slow audit; what is late has tests of its own.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

if os.environ.get("HOLDFAST_TEST_DATABASE") == "postgresql":
    from tests.postgres import database

    DATABASES = {"default": database()}
else:
    # No test pulls the plug: what the disk is asked to do for a save has a test of its own, and would slow all others.
    ON_DISK = DATABASES["default"]["OPTIONS"]["init_command"]
    DATABASES["default"]["OPTIONS"]["init_command"] = f"{ON_DISK} PRAGMA synchronous=OFF;"
    DATABASES["default"]["TEST"] = {"NAME": str(BUILD / f"test-{os.getpid()}.sqlite3")}
