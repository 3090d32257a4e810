"""From the text of a card to a checked `IdCard` that keeps its secrets."""

from __future__ import annotations

import logging
from dataclasses import fields, replace
from datetime import date

import pytest

from devices.codec.sam_v_card import CardText, Layout
from devices.id_card_reader.card import to_id_card
from devices.id_card_reader.interface import CardKind, IdCard, Sex
from devices.id_card_reader.nations import NATIONS

TEXT = CardText(
    layout=Layout.DOMESTIC,
    name="张三丰",
    id_number="11010519491231002X",
    sex="1",
    birth="19491231",
    valid_from="20100101",
    valid_to="20300101",
    nation="03",
    address="北京市朝阳区示例路1号",
    issuer="示例市公安局",
)


def test_fields_get_their_types() -> None:
    card = to_id_card(TEXT, photo=b"WLf", extra_address="新地址")
    assert card.kind is CardKind.DOMESTIC
    assert (card.sex, card.nation, card.birth) == (Sex.MALE, "回", date(1949, 12, 31))
    assert (card.valid_from, card.valid_to) == (date(2010, 1, 1), date(2030, 1, 1))
    assert card.current_address == "新地址"
    assert replace(card, extra_address="").current_address == "北京市朝阳区示例路1号"


def test_long_term_has_no_last_day() -> None:
    card = to_id_card(replace(TEXT, valid_to="长期"))
    assert card.valid_to is None
    assert card.is_valid_on(date(2099, 1, 1))
    assert not card.is_valid_on(date(2009, 12, 31))


def test_a_card_is_valid_through_its_last_day() -> None:
    card = to_id_card(TEXT)
    assert card.is_valid_on(date(2030, 1, 1))
    assert not card.is_valid_on(date(2030, 1, 2))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id_number": "110105194912310021"}, "fails its check"),
        ({"birth": "19491230"}, "contradicts the date of birth"),
        ({"birth": "19491331"}, "birth is not a date"),
        ({"valid_from": ""}, "valid_from is not a date"),
        ({"valid_to": "２０３００１０１"}, "valid_to is not a date"),
        ({"layout": Layout.FOREIGNER_2023}, "fails its check"),
    ],
)
def test_what_cannot_be_true_is_refused_without_telling_the_data(change: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told) as caught:
        to_id_card(replace(TEXT, **change))
    for secret in (TEXT.name, TEXT.id_number, TEXT.address, TEXT.birth):
        assert secret not in str(caught.value)


def test_the_repr_hides_every_field_of_the_person(caplog: pytest.LogCaptureFixture) -> None:
    card = to_id_card(TEXT, photo=b"PHOTO", extra_address="新地址2号")
    with caplog.at_level(logging.INFO):
        logging.getLogger("test").info("card %s %r", card, [card])
    for field in fields(IdCard):
        value = str(getattr(card, field.name))
        if field.name == "kind" or not value or len(value) < 2:
            continue
        assert value not in repr(card) and value not in str(card) and value not in caplog.text


def test_the_56_nations_have_the_codes_of_the_standard() -> None:
    assert len(NATIONS) == 58
    known = {"01": "汉", "02": "蒙古", "08": "壮", "15": "土家", "31": "达斡尔", "43": "乌孜别克", "56": "基诺"}
    assert known.items() <= NATIONS.items()
