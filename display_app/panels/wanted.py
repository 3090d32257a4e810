"""What a layout's panels need to know (面板所需数据)."""

from __future__ import annotations

from display_app.figures import Period, Wanted
from display_app.layouts.options import SatisfactionOptions, TickerOptions
from display_app.layouts.schema import Layout
from display_app.layouts.shipped import Layouts
from display_app.panels.catalogue import KINDS
from display_app.panels.kind import Needs
from hall.rating.publication import Subject


def wanted_by(layouts: Layouts) -> Wanted:
    """Which figures the panels of these layouts show."""
    panels = [options for _, layout in layouts.variants for options in layout.panels.values()]
    kinds = {options.panel for options in panels}
    tickers = {content for options in panels if isinstance(options, TickerOptions) for content in options.contents}
    tables = {
        (Subject(options.by), Period(options.period))
        for options in panels
        if isinstance(options, SatisfactionOptions)
    }
    if "satisfaction" in tickers:
        tables.add((Subject.HALL, Period.MONTH))
    return Wanted(
        cases="public_cases" in kinds or "cases" in tickers,
        on_duty="duty" in kinds,
        guides="guides" in kinds,
        satisfaction=frozenset(tables),
        opening="window_call" in kinds,
    )


def needs_of(layout: Layout) -> frozenset[Needs]:
    """Whose snapshots a layout's panels show."""
    return frozenset(KINDS[options.panel].needs for options in layout.panels.values()) - {Needs.NOTHING}
