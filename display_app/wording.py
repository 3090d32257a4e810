"""How a call or a notice is worded and spoken (播报用语)."""

from __future__ import annotations

from devices.voice.interface import Language, Phrase, Utterance
from hall.announcements import Announcements, SpokenNotice
from hall.queueing.board import CallLine


def utterance_of(
    what: CallLine | SpokenNotice, rules: Announcements, *, chime: bool, brief: bool = False
) -> Utterance:
    """What the voice is given.

    Args:
        chime: a 叮咚 goes before it.
        brief: a call is spoken once, briefly and in Chinese only; notices have no repeats anyway.
    """
    if isinstance(what, CallLine):
        chinese = rules.chinese_for(what.label, what.window, brief=brief)
        english = "" if brief else rules.english_for(what.label, what.window)
        repeat = 1 if brief else rules.repeat
    else:
        chinese, english, repeat = what.text, what.english if rules.english else "", 1
    return Utterance(
        chinese,
        chime=chime,
        repeat=repeat,
        volume=rules.volume,
        rate=rules.rate,
        one="幺" if rules.yao else "一",
        also=(Phrase(english, Language.ENGLISH, rules.rate),) if english else (),
    )
