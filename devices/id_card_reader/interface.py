"""What an ID card reader gives (身份证读卡器): one card, read and checked.

`IdCard` is personal data: its ``repr`` hides everything, nothing of it belongs in a log, a journal or a file
name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from devices.core.driver import Driver
from devices.core.errors import HardwareFault, NoCard, UserAction


class CardKind(StrEnum):
    """Which document lies on the reader (证件类型); the value is its official name."""

    DOMESTIC = "居民身份证"
    HONG_KONG_MACAO_TAIWAN = "港澳台居民居住证"
    FOREIGNER_2017 = "外国人永久居留身份证（2017版）"
    FOREIGNER_2023 = "外国人永久居留身份证（2023版）"


class Sex(StrEnum):
    """Sex as coded by GB/T 2261.1 (性别)."""

    MALE = "男"
    FEMALE = "女"
    NOT_STATED = "未说明"


class CardUnreadable(UserAction):
    """The card was found but not read, mostly because it was moved (读卡失败)."""

    default_message = "读卡失败，请将证件拿起后重新平放，读取时不要移动。"


class CardNotSupported(UserAction):
    """Not a card that this reader reads (非身份证件)."""

    default_message = "无法识别该证件，请放置居民身份证、居住证或外国人永久居留身份证。"


class ReaderNotAuthorised(HardwareFault):
    """The security module refuses to work: not authorised or its self-test failed (模块未授权)."""

    default_message = "读卡器安全模块异常，请联系工作人员。"


@dataclass(frozen=True, slots=True, repr=False)
class IdCard:
    """A card that was read, its number checked.

    Attributes:
        kind: which document.
        name: Chinese name; foreigners may have none, then it is empty.
        id_number: 18 characters, or 15 on the foreigner's card of 2017; the check digit holds.
        sex, nation: as written out (汉, 回 …); ``nation`` is empty where the card has none.
        birth: date of birth.
        address: address on the card's face.
        issuer: issuing authority (签发机关); a code of four digits on the foreigner's card of 2017.
        valid_from: first day of validity.
        valid_to: last day of validity, None for 长期.
        english_name, country: of foreigners; ``country`` by ISO 3166, three letters.
        pass_number: 通行证号码 of residents from Hong Kong, Macao and Taiwan.
        issue_count: how many times it was issued (签发次数), 0 where not stated.
        photo: WLT image as the module gives it; only the vendor's library unpacks it.
        extra_address: address written to the card later (追加住址), empty when none.
    """

    kind: CardKind
    name: str
    id_number: str
    sex: Sex
    nation: str
    birth: date
    address: str
    issuer: str
    valid_from: date
    valid_to: date | None
    english_name: str = ""
    pass_number: str = ""
    country: str = ""
    issue_count: int = 0
    photo: bytes = b""
    extra_address: str = ""

    def __repr__(self) -> str:
        return f"IdCard({self.kind.name}, personal data hidden)"

    @property
    def current_address(self) -> str:
        """The address that holds now: the one added later, else the one on the face."""
        return self.extra_address or self.address

    def is_valid_on(self, day: date) -> bool:
        """Whether the card is in its term on ``day`` (有效期内)."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class IdCardReader(Driver, Protocol):
    """An ID card reader."""

    def read_card(self) -> IdCard:
        """Read the card that lies on the reader.

        Raises:
            NoCard: none lies there, or the one that was read has not been lifted since.
            CardUnreadable, CardNotSupported: ask the person to lay it on again, or another one.
            ReaderNotAuthorised: the module needs service.
            ProtocolError: the answer makes no sense, the id number's check digit included.
            DeviceError: any other, see its class.
        """

    def module_number(self) -> str:
        """Number of the security module (模块序列号), such as ``05.01-20131002-0001234567-0123456789``.

        Raises:
            DeviceError: the reader did not tell.
        """


__all__ = [
    "CardKind",
    "CardNotSupported",
    "CardUnreadable",
    "IdCard",
    "IdCardReader",
    "NoCard",
    "ReaderNotAuthorised",
    "Sex",
]
