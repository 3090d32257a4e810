"""What the home page needs to stand (首屏信息), kept on the kiosk's disk from its last run.

With it the home page is there before the configuration is checked and the database is asked. It holds for the very
files it was made from only: a configuration that was changed is checked before anything is shown. Nothing personal
is in it, and it is checked like any input when it is read; a damaged one is as good as none.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hall.catalogue.department import Department
from qt_common.digest import sha256_hex
from qt_common.whole_file import write_whole

if TYPE_CHECKING:
    from qt_common.machine_config import MachineConfig

log = logging.getLogger(__name__)

FORM = 1  # raised when the file's form changes; another form is not read
MOST_BYTES = 1_000_000
MOST_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class FrontFacts:
    """What the home page is built of.

    Attributes:
        has_map: the station names a map of its floor.
        idle_seconds, warn_seconds, done_seconds: as in the configuration.
        departments: of the catalogue as it was known last.
    """

    hall_name: str
    zone_name: str
    language: str
    notices: tuple[str, ...]
    has_map: bool
    fullscreen: bool
    orientation: str
    idle_seconds: int
    warn_seconds: int
    done_seconds: int
    departments: tuple[Department, ...] = ()


def facts_of(config: MachineConfig) -> FrontFacts:
    """Of a configuration that was checked.

    Raises:
        ConfigError: its hall profile does not fit.
    """
    hall, kiosk = config.hall, config.kiosk
    return FrontFacts(
        hall.hall_name,
        hall.zone_name,
        config.station.language,
        hall.notices,
        config.station.floor_map is not None,
        kiosk.fullscreen,
        kiosk.orientation,
        kiosk.idle_seconds,
        kiosk.warn_seconds,
        kiosk.done_seconds,
    )


class FrontFile:
    """Keeps them.

    Args:
        folder: what this machine keeps across a restart; it is made.
        config: the station's configuration, which may be one of several on this machine.
    """

    def __init__(self, folder: Path, config: Path) -> None:
        self._path = folder / f"front-{sha256_hex(str(config.resolve()).encode())[:12]}.json"

    def keep(self, facts: FrontFacts, made_from: tuple[Path, ...]) -> None:
        """Write them with what they were made from; without them the next start is slower."""
        try:
            sources = {str(path): _digest(path) for path in made_from}
            document = {"form": FORM, "sources": sources, "facts": asdict(facts)}
            write_whole(self._path, json.dumps(document, ensure_ascii=False).encode())
        except OSError as error:
            log.warning("the home page is not kept: %s", error.strerror)

    def load(self) -> FrontFacts | None:
        """What was kept; None when there is nothing, nothing that can be used, or a source has changed since."""
        try:
            with self._path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            if len(content) > MOST_BYTES:
                raise ValueError("too large")
            document = json.loads(content)
            if _value(document, "form", int) != FORM:
                return None
            sources = _value(document, "sources", dict)
            if not sources or any(_digest(Path(path)) != digest for path, digest in sources.items()):
                return None
            return _read(_value(document, "facts", dict))
        except OSError:
            return None
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            log.warning("the kept home page can't be used: %s", type(error).__name__)
            return None


def _read(raw: Mapping[str, Any]) -> FrontFacts:
    """Raises KeyError, TypeError or ValueError when it does not fit."""
    idle, warn, done = (_value(raw, name, int) for name in ("idle_seconds", "warn_seconds", "done_seconds"))
    language, orientation = _value(raw, "language", str), _value(raw, "orientation", str)
    if not all(0 < number <= MOST_SECONDS for number in (idle, warn, done)):
        raise ValueError("seconds")
    if language not in ("zh", "en") or orientation not in ("portrait", "landscape"):
        raise ValueError("language or orientation")
    departments = tuple(
        Department(_value(each, "code", str), _value(each, "name", str), _value(each, "english", str))
        for each in _value(raw, "departments", list)
    )
    notices = _value(raw, "notices", list)
    if not all(isinstance(line, str) for line in notices):
        raise TypeError("notices")
    return FrontFacts(
        _value(raw, "hall_name", str),
        _value(raw, "zone_name", str),
        language,
        tuple(notices),
        _value(raw, "has_map", bool),
        _value(raw, "fullscreen", bool),
        orientation,
        idle,
        warn,
        done,
        departments,
    )


def _value(raw: Any, name: str, kind: type[Any]) -> Any:
    value = raw[name]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError(name)
    return value


def _digest(path: Path) -> str:
    return sha256_hex(path.read_bytes())
