"""A station's configuration file ``machine.toml`` (工作站配置).

Unknown keys are rejected with their path, so a typing error never silently switches something off.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

import hall.profile
from hall.errors import BadInput
from hall.floor_map.plan import FloorPlan, MapError
from hall.floor_map.reading import read_plan
from hall.profile import HallProfile
from qt_common.config_words import problems, toml_problem


class ConfigError(BadInput):
    """The configuration can't be used (配置有误); names each key with its path and reason."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StationSection(_Section):
    """Which station this is, in which hall."""

    name: str = Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_-]+$")
    profile: str = Field(default="xiangfu", pattern=r"^[a-z0-9_]+$")
    branch: str = Field(
        default="", max_length=20
    )  # 分大厅 it stands in, as its windows name it; empty: the main hall
    language: Literal["zh", "en"] = "zh"
    log_file: str = ""
    floor_map: Path | None = None  # TOML of the hall's floor (大厅地图); left out: no map is shown


class DatabaseSection(_Section):
    """The shared database, the keys outside it, the document store."""

    url: str = Field(min_length=1)
    keys: Path
    documents: str = ""


class DevicesSection(_Section):
    """Addresses of the station's devices; what is not there is left out."""

    ticket_printer: str | None = None
    a4_printer: str | None = None
    id_card_reader: str | None = None
    rating_pad: str | None = None
    code_scanner: str | None = None
    document_camera: str | None = None
    window_led: str | None = None
    voice: str | None = None
    sms_modem: str | None = None


class KioskSection(_Section):
    """The kiosk's own settings."""

    idle_seconds: int = Field(default=45, ge=5, le=600)
    warn_seconds: int = Field(default=15, ge=3, le=120)
    done_seconds: int = Field(default=12, ge=3, le=120)
    staff_pin_hash: str = ""
    spoken_prompts: bool = True
    prompt_rate: int = Field(default=90, ge=50, le=200)  # percent of the voice's own speed
    fullscreen: bool = True
    orientation: Literal["portrait", "landscape"] = "portrait"


class PaperSection(_Section):
    """The hall's own layouts of paper; what is left out is as shipped."""

    ticket: Path | None = None


class CounterSection(_Section):
    """The counter's own settings; window 0 is a desk without a window (管理席)."""

    window: int = Field(default=1, ge=0, le=999)
    call_bar: bool = True
    citizen_screen: bool = True


class DisplaySection(_Section):
    """What a display shows.

    Attributes:
        layout: name of a shipped layout or path of the hall's own file (``….toml``); empty for those of the kind,
            chosen by the screen's ratio.
        screen: name of the output it fills, such as ``HDMI-2``; empty for the first.
        speak: it announces the calls of its zones, by ``devices.voice``.
        voices: zone → address of its own loudspeaker; the other zones have ``devices.voice``.
    """

    kind: Literal["main", "window"] = "main"
    layout: str = Field(default="", max_length=400)
    window: int | None = Field(default=None, ge=1, le=999)
    zones: tuple[str, ...] = ()
    speak: bool = False
    voices: dict[str, str] = Field(default_factory=dict)
    screen: str = Field(default="", max_length=100)
    fullscreen: bool = True
    width: int = Field(default=1920, ge=320, le=7680)
    height: int = Field(default=1080, ge=240, le=4320)


class DemoSection(_Section):
    """For the demo only: the remote hand's loopback port; None keeps it off."""

    control_port: int | None = Field(default=None, ge=0, le=65535)


class MachineConfig(_Section):
    """A whole ``machine.toml``."""

    station: StationSection
    database: DatabaseSection
    devices: DevicesSection = DevicesSection()
    kiosk: KioskSection = KioskSection()
    counter: CounterSection = CounterSection()
    display: DisplaySection = DisplaySection()
    paper: PaperSection = PaperSection()
    demo: DemoSection = DemoSection()
    profile_overrides: dict[str, Any] = Field(default_factory=dict)

    @property
    def hall(self) -> HallProfile:
        """The hall profile with this station's overrides.

        Raises:
            ConfigError: no such profile, or an override does not fit.
        """
        return load_profile(self.station.profile, self.profile_overrides)

    @property
    def floor_plan(self) -> FloorPlan | None:
        """The hall's floor map; None when the station names none.

        Raises:
            ConfigError: it can't be read, or is wrong.
        """
        path = self.station.floor_map
        if path is None:
            return None
        try:
            return read_plan(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path.name}: {error}", message=f"无法读取大厅地图 {path.name}。") from error
        except MapError as error:
            raise ConfigError(f"{path.name}: {error}", message=f"{path.name}：{error.message}") from error


def load(path: Path) -> MachineConfig:
    """Read a station's configuration; relative paths in it are taken from its own folder.

    Raises:
        ConfigError: not there, not TOML, or a key is unknown or wrong; every problem is named.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path.name}: {error.strerror}", message=f"无法读取配置文件 {path.name}。") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(
            f"{path.name}: {error}", message=f"配置文件 {path.name} 有误：{toml_problem(error)}。"
        ) from error
    try:
        config = MachineConfig.model_validate(table)
    except ValidationError as error:
        raise _explain(path.name, error) from error
    here, station, paper, display = path.parent.resolve(), config.station, config.paper, config.display
    if station.floor_map is not None:
        station = station.model_copy(update={"floor_map": here / station.floor_map})
    if paper.ticket is not None:
        paper = paper.model_copy(update={"ticket": here / paper.ticket})
    if display.layout.endswith(".toml"):
        display = display.model_copy(update={"layout": str(here / display.layout)})
    database = config.database.model_copy(update={"keys": here / config.database.keys})
    changed = {"database": database, "station": station, "paper": paper, "display": display}
    return config.model_copy(update=changed)


def sources_of(file: Path, config: MachineConfig) -> tuple[Path, ...]:
    """What decides whether a configuration holds and what it says: its files, and the program that checks them."""
    profile = Path(str(resources.files("hall") / "profiles" / f"{config.station.profile}.toml"))
    plan = (config.station.floor_map,) if config.station.floor_map is not None else ()
    return (file.resolve(), profile, *plan, Path(__file__), Path(str(hall.profile.__file__)))


def load_profile(name: str, overrides: dict[str, Any] | None = None) -> HallProfile:
    """Read a profile of ``hall/profiles`` and lay overrides over it.

    Raises:
        ConfigError: no such profile, an unknown key, or a wrong value.
    """
    file = resources.files("hall") / "profiles" / f"{name}.toml"
    if not file.is_file():
        raise ConfigError(f"no profile {name!r}", message=f"没有名为“{name}”的大厅配置。")
    table = _merge(tomllib.loads(file.read_text(encoding="utf-8")), overrides or {})
    try:
        return _profiles().validate_python(table)
    except ValidationError as error:
        raise _explain(f"{name}.toml", error) from error


@functools.cache
def _profiles() -> TypeAdapter[HallProfile]:
    return TypeAdapter(HallProfile)  # takes a tenth of a second to make


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        known = merged.get(key)
        merged[key] = _merge(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return merged


def _explain(name: str, error: ValidationError) -> ConfigError:
    chinese, english = problems(error)
    return ConfigError(f"{name}: {'; '.join(english)}", message=f"配置 {name} 有误：{'；'.join(chinese)}。")
