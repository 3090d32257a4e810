"""What a code scanner gives (扫码器): one scanned code at a time.

Addresses: ``nls+serial:///dev/ttyACM0`` is a Newland scanner, ``serial://…`` any scanner that sends a code and a
suffix, and ``wedge://`` one that types (keyboard wedge; `qt_common.wedge_scanner`, for it needs the app's windows).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from devices.core.driver import Driver

# Of the control characters these stand in codes: TAB, CR and LF in text, GS, RS and EOT in GS1 and ISO 15434.
_ALLOWED = "\t\r\n\x1d\x1e\x04"


@dataclass(frozen=True, slots=True, repr=False)
class ScannedCode:
    """A scanned code; the repr hides it, for it may be a person's.

    Attributes:
        raw: the bytes as scanned, without suffix.
    """

    raw: bytes

    @property
    def text(self) -> str | None:
        """As text: UTF-8, else GB18030 (codes printed by older programs), else None (binary)."""
        for encoding in ("utf-8", "gb18030"):
            try:
                text = self.raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            if not any((c < " " and c not in _ALLOWED) or "\x7f" <= c <= "\x9f" for c in text):
                return text
        return None

    def __repr__(self) -> str:
        return f"ScannedCode({len(self.raw)} bytes)"


class CodeScanner(Driver, Protocol):
    """A code scanner."""

    def wait_code(self, timeout_s: float, cancelled: Callable[[], bool]) -> ScannedCode | None:
        """Wait for a code, or take one that came since the last call.

        Args:
            timeout_s: seconds to wait.
            cancelled: asked several times a second; True ends the waiting.

        Returns:
            The code, or None when none came.

        Raises:
            ProtocolError: something was scanned that is no text (unless the address says ``content=binary``).
            DeviceError: see its class.
        """

    def forget(self) -> None:
        """Drop codes that came already: before a new person is asked, so that nobody's code serves another."""
