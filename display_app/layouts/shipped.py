"""The layouts that come with the suite (自带版面), and which one a display shows at its size (选择版面)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from display_app.layouts.reader import LayoutError, Problem, load_layout, parse_layout
from display_app.layouts.schema import Layout

SUFFIX = ".toml"
# kind of display -> layouts with the least ratio of width to height that each is for, widest first
FAMILIES: Mapping[str, tuple[tuple[str, float], ...]] = MappingProxyType(
    {
        "main": (("wall", 2.3), ("main", 1.2), ("portrait", 0.0)),
        "window": (("window", 1.0), ("window_portrait", 0.0)),
    }
)


@dataclass(frozen=True, slots=True)
class Layouts:
    """Layouts for different ratios of the screen; one alone is for every ratio.

    Attributes:
        variants: with the least ratio each is for, widest first.
        folder: where relative paths in them begin; None for shipped ones.
    """

    variants: tuple[tuple[float, Layout], ...]
    folder: Path | None = None

    def at(self, width: int, height: int) -> Layout:
        """The layout for a screen of this size, in pixels."""
        ratio = width / max(height, 1)
        fitting = (layout for least, layout in self.variants if ratio >= least)
        return next(fitting, self.variants[-1][1])


def shipped_names() -> list[str]:
    """The names of all shipped layouts."""
    files = (resources.files("display_app.layouts") / "shipped").iterdir()
    return sorted(file.name.removesuffix(SUFFIX) for file in files if file.name.endswith(SUFFIX))


def shipped_text(name: str) -> str:
    """The file of a shipped layout.

    Raises:
        LayoutError: there is none of this name.
    """
    if name not in shipped_names():
        known = "、".join(shipped_names())
        raise LayoutError(name, [Problem(0, f"没有这个自带版面，可用：{known}")], "no such shipped layout")
    return (resources.files("display_app.layouts") / "shipped" / f"{name}{SUFFIX}").read_text(encoding="utf-8")


def shipped(name: str) -> Layout:
    """A shipped layout.

    Raises:
        LayoutError: there is none of this name.
    """
    return parse_layout(shipped_text(name), f"{name}{SUFFIX}")


def layouts_for(kind: str, chosen: str = "", folder: Path | None = None) -> Layouts:
    """The layouts of a display.

    Args:
        kind: ``main`` or ``window``.
        chosen: the name of a shipped layout, or the path of the hall's own file; empty for those of the kind.
        folder: where a relative path begins.

    Raises:
        LayoutError: the file can't be used, or no shipped layout has this name.
    """
    if not chosen:
        return Layouts(tuple((least, shipped(name)) for name, least in FAMILIES[kind]))
    if chosen.endswith(SUFFIX):
        file = Path(chosen) if folder is None else folder / chosen
        return Layouts(((0.0, load_layout(file)),), file.parent)
    return Layouts(((0.0, shipped(chosen)),))
