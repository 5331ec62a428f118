"""How the pages are served. Everything that differs between machines comes from the environment.

DATABASE_URL names the database (SQLite in ``build/`` without it). HOLDFAST_SECRET_KEY signs cookies; without it a
key is made and kept beside the database, readable by its owner alone.
"""

import math
import os
import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = Path(os.environ.get("HOLDFAST_BUILD", ROOT / "build"))
QUARANTINE = Path(os.environ.get("HOLDFAST_QUARANTINE", BUILD / "quarantine"))
"""Where refused originals lie: the server's own account alone may enter."""


def _secret() -> str:
    given = os.environ.get("HOLDFAST_SECRET_KEY")
    if given:
        return given
    kept = BUILD / "secret-key"
    if not kept.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return kept.read_text(encoding="ascii")


def _seconds(name: str, usual: float, *, least: float) -> float:
    """A number of seconds out of the environment; what cannot be one stops here, in words, and not in the midst."""
    said = os.environ.get(name, "").strip()
    try:
        found = float(said or usual)
    except ValueError:
        found = math.nan
    if not math.isfinite(found) or found < least:
        raise ImproperlyConfigured(
            f"{name} is {said!r}, which is no number of seconds from {least} on, so nothing is started: without that "
            f"limit people would wait for ever, or be refused at once. Write a number such as {usual}, or leave it out."
        )
    return found


SECRET_KEY = _secret()
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ROOT_URLCONF = "holdfast.web.urls"
WSGI_APPLICATION = "holdfast.web.wsgi.application"

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "holdfast.store",
    "holdfast.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "holdfast.web.invented_only.InventedOnly",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "holdfast.web.looked.Looked",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "holdfast.web.working_out.WorkingOut",
    "holdfast.web.access.AccessRegister",
]

SAY_SO_AFTER = _seconds("HOLDFAST_SAY_SO_AFTER", 2, least=0) or None
"""Seconds after which whoever waits for a page is told that it is being worked out; nought: they wait for it."""

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

AUDIT_WITHIN = _seconds("HOLDFAST_AUDIT_WITHIN", 2, least=0.01)
"""Seconds within which the line of an act or a look is written, once its turn has come; else nothing is shown or done.

It takes some thousandths of a second. What takes two seconds is not well, and a person should be told, and not wait."""

TURN_WITHIN = 20
"""Seconds for which somebody who writes waits for those who write before; then nothing is shown or done.

Longer than a line may take: a queue of many people is slow and not broken."""

# A link is tried before it is used again: the database may have been begun anew, and nobody should meet its end.
_SQLITE = f"sqlite:///{BUILD / 'holdfast.sqlite3'}"
DATABASES = {"default": dj_database_url.config(default=_SQLITE, conn_max_age=60, conn_health_checks=True)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for a writer, and a writer waits its turn instead of failing. What was acknowledged is on the
    # disk itself (FULL): in this journal anything less may lose the last saves when the power goes.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": TURN_WITHIN,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
else:
    # PostgreSQL would wait for ever. What the address itself asks of the server stays.
    _ASKED = DATABASES["default"].setdefault("OPTIONS", {})
    _ASKED["options"] = f"{_ASKED.get('options', '')} -c lock_timeout={TURN_WITHIN}s".strip()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = BUILD / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "holdfast.web.no_such.stale_form"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without addresses": {"()": "holdfast.web.log.WithoutAddresses"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without addresses"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
