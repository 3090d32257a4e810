"""What a layout's file says (版面文件)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from display_app.layouts.grid import Span, spans
from display_app.layouts.options import AnyPanel

Weight = Annotated[float, Field(gt=0, le=1000)]
PanelName = Annotated[str, StringConstraints(min_length=1, max_length=30, pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]


class Layout(BaseModel):
    """A layout: a grid of areas, and the panels that stand in them.

    Attributes:
        title: for people who choose among layouts.
        theme: colours of `qt_common.theme`; ``high_contrast`` are those of the 长辈版.
        columns, rows: weights of the grid's tracks.
        areas: one line for each row, one word for each column; equal words are one area, ``.`` is empty.
        panels: by name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    theme: Literal["standard", "high_contrast"] = "standard"
    columns: tuple[Weight, ...] = Field(min_length=1, max_length=12)
    rows: tuple[Weight, ...] = Field(min_length=1, max_length=24)
    areas: tuple[str, ...] = Field(min_length=1, max_length=24)
    panels: dict[PanelName, AnyPanel] = Field(min_length=1, max_length=40)

    @property
    def spans(self) -> dict[str, Span]:
        """The areas; they are rectangles, the reader has checked it."""
        return spans([line.split() for line in self.areas])

    def area_of(self, panel: str) -> str:
        """The area that a panel stands in."""
        return self.panels[panel].area or panel

    def panels_in(self, area: str) -> tuple[str, ...]:
        """The panels that take turns in an area, in the order of the file."""
        return tuple(name for name in self.panels if self.area_of(name) == area)
