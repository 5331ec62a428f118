"""The pages' settings as tests run them: a database of their own, and files as they lie."""

import os
import tempfile
from pathlib import Path

BUILD = Path(os.environ.setdefault("HOLDFAST_BUILD", tempfile.mkdtemp(prefix="holdfast-test-")))
os.environ["HOLDFAST_SECRET_KEY"] = "of the tests, and of nothing else"

from holdfast.web.settings import *  # noqa: E402, F403
from holdfast.web.settings import DATABASES, STORAGES  # noqa: E402

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

if os.environ.get("HOLDFAST_TEST_DATABASE") == "postgresql":
    from tests.postgres import database

    DATABASES = {"default": database()}
else:
    DATABASES["default"]["TEST"] = {"NAME": str(BUILD / f"test-{os.getpid()}.sqlite3")}
