"""What a backup says of itself: what made it, when, how many rows of each table, and where both chains ended."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from holdfast.store.keeping.sealed import BackupRefused, check_format


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The end of a chain: the number of its newest link, 0 where there is none, and that link's hash."""

    position: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """How many rows a table has, and a digest of them in their order."""

    count: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What stands at the end of every backup. ``migrations`` are those that had made the tables."""

    format: int
    holdfast: str
    vendor: str
    migrations: tuple[str, ...]
    made_at: datetime
    tables: Mapping[str, Rows]
    entries: Head
    looks: Head

    def text(self) -> str:
        """The manifest as it is written."""
        return json.dumps(asdict(self) | {"made_at": self.made_at.isoformat()}, sort_keys=True)


def manifest_of(text: bytes) -> Manifest:
    """The manifest that was written; BackupRefused where it is of another format or is none."""
    try:
        said = json.loads(text)
        check_format(said["format"])
        return Manifest(
            format=said["format"], holdfast=said["holdfast"], vendor=said["vendor"],
            migrations=tuple(said["migrations"]), made_at=datetime.fromisoformat(said["made_at"]),
            tables={name: Rows(**rows) for name, rows in said["tables"].items()},
            entries=Head(**said["entries"]), looks=Head(**said["looks"]),
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BackupRefused("The backup's last line does not say what is in it, as it must.") from None
