"""Who a card says its holder is (证件持有人): name and number go on, photo and address stay with the device."""

from __future__ import annotations

from collections.abc import Mapping

from devices.id_card_reader.interface import CardKind, IdCard
from hall.identity import Holder, HolderKind

KINDS: Mapping[CardKind, HolderKind] = {
    CardKind.DOMESTIC: HolderKind.ID_CARD,
    CardKind.HONG_KONG_MACAO_TAIWAN: HolderKind.RESIDENCE_PERMIT,
    CardKind.FOREIGNER_2017: HolderKind.FOREIGNER_PERMIT,
    CardKind.FOREIGNER_2023: HolderKind.FOREIGNER_PERMIT,
}


def holder_of(card: IdCard) -> Holder:
    """Foreigners without a Chinese name go by the English one."""
    return Holder(KINDS[card.kind], name=card.name or card.english_name, id_number=card.id_number)
