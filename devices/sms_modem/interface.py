"""What an SMS modem does (短信猫): it sends one message and tells whether the network took it."""

from __future__ import annotations

from typing import Protocol

from devices.core.driver import Driver
from devices.core.errors import DeviceError, HardwareFault


class SimCardMissing(HardwareFault):
    """No SIM card, or it is locked (无SIM卡或已锁)."""

    default_message = "短信猫未插SIM卡或卡已锁定，请联系工作人员。"


class NetworkUnavailable(DeviceError):
    """No network, or it did not take the message for now (网络不可用)."""

    retryable = True
    default_message = "手机网络暂不可用，短信未发出，稍后重试。"


class MessageRefused(DeviceError):
    """The network or the modem refuses this message or number for good (拒绝发送)."""

    default_message = "短信被拒绝发送，请核对手机号码。"


class SmsModem(Driver, Protocol):
    """An SMS modem."""

    def send(self, number: str, text: str) -> int:
        """Send ``text`` to ``number`` and wait until the network took it.

        Never sends anything twice by itself: when it is not known whether the network took the message, the error
        has ``outcome_known=False``, and somebody decides.

        Args:
            number: three to twenty digits, with ``+`` when international.
            text: up to ten linked messages of 67 characters.

        Returns:
            How many messages it took (计费条数).

        Raises:
            ValueError: not a phone number, no text, or too long.
            SimCardMissing, NetworkUnavailable, MessageRefused, Busy: nothing was sent, unless ``outcome_known``
                is False because earlier parts were.
            DeviceError: see its class.
        """
