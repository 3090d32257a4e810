"""How a visitor sees and reaches the kiosk (显示方式); each mode goes with every other and with each language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Modes:
    """What a visitor chose; forgotten when the visit ends.

    Attributes:
        elder: 长辈版: large text, at most four choices a page, spoken prompts.
        contrast: 高对比: white and yellow on black for weak eyes, spoken prompts.
        low: 低位操作: all that is touched stands low, for a person in a wheelchair.
    """

    elder: bool = False
    contrast: bool = False
    low: bool = False

    @property
    def spoken(self) -> bool:
        """Whether each page is also said."""
        return self.elder or self.contrast


STANDARD = Modes()
