"""The page of items in English: found by English words, offered in English, the Chinese way still open."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kiosk_app.journey_state import Page
from kiosk_app.screens.items.view_model import ItemsState
from kiosk_app.studio import Studio


def typed(language: str, keys: str) -> ItemsState:
    studio = Studio(language)
    studio.models.items.fit(9, 9)
    studio.go(Page.ITEMS, department="")
    for key in keys:
        studio.models.items.type_key(key)
    state = studio.models.items.state
    studio.window.deleteLater()
    return state


def test_english_letters_are_english_words_first_and_pinyin_after(qtbot: QtBot) -> None:
    found = [card.item.code for card in typed("en", "FOOD").cards.shown]
    assert found == ["SX002", "SX003"]
    assert "SX015" in [card.item.code for card in typed("en", "JH").cards.shown], "whoever knows the pinyin"
    assert typed("zh", "FOOD").cards.shown == ()


def test_no_chinese_word_is_offered_in_english(qtbot: QtBot) -> None:
    assert all(word.isascii() for keys in ("", "R", "SP") for word in typed("en", keys).words)
    assert "Registration" in typed("en", "R").words
    assert any(not word.isascii() for word in typed("zh", "SP").words)
