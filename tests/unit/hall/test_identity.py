"""Masking, roles, and that people do not leak through ``repr``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.errors import NotAllowed
from hall.identity import Holder, HolderKind, Role, citizen_at, mask_name, mask_number, mask_phone


@pytest.mark.parametrize(
    ("name", "masked"),
    [("王建国", "王*国"), ("李梅", "李*"), ("欧阳建国", "欧**国"), ("𠮷䶮", "𠮷*"), ("", ""), ("王", "王")],
)
def test_names_are_masked(name: str, masked: str) -> None:
    assert mask_name(name) == masked


def test_numbers_are_masked() -> None:
    assert mask_number("410211198001011234") == "4102**********1234"
    assert mask_phone("13812345678") == "138****5678"


@given(st.text("0123456789X", min_size=10, max_size=20))
def test_a_masked_number_hides_all_but_eight(number: str) -> None:
    masked = mask_number(number)
    assert len(masked) == len(number)
    assert masked.count("*") == len(number) - 8


def test_a_holder_does_not_show_in_repr() -> None:
    holder = Holder(HolderKind.ID_CARD, "王建国", "410211198001011236", "13812345678")
    assert "王建国" not in repr(holder) and "4102" not in repr(holder) and "138" not in repr(holder)


def test_the_same_person_by_id_in_either_case() -> None:
    upper = Holder(HolderKind.ID_CARD, "王建国", "41021119800101123X")
    lower = Holder(HolderKind.QR, "王建国", "41021119800101123x")
    assert upper.key_source == lower.key_source
    assert Holder(HolderKind.NONE).key_source == ""


def test_a_role_is_demanded() -> None:
    with pytest.raises(NotAllowed):
        citizen_at("kiosk-1").must_be(Role.CLERK, Role.GUIDE)
