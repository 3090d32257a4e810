"""A way in words (路线说明): “向前走约8米，左转走约4米，3号窗口在您右手边”, or in another language's phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hall.floor_map.route import Route, Side, Turn


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases, with ``{metres}`` and ``{goal}``.

    Attributes:
        here: for a goal that is where one stands.
    """

    turns: Mapping[Turn, str] = field(
        default_factory=lambda: {
            Turn.AHEAD: "向前走约{metres}米",
            Turn.RIGHT: "右转走约{metres}米",
            Turn.LEFT: "左转走约{metres}米",
            Turn.BACK: "向后转走约{metres}米",
        }
    )
    sides: Mapping[Side, str] = field(
        default_factory=lambda: {
            Side.AHEAD: "{goal}就在前面",
            Side.RIGHT: "{goal}在您右手边",
            Side.LEFT: "{goal}在您左手边",
        }
    )
    comma: str = "，"


CHINESE = Phrases()


def words_of(route: Route, goal: str, phrases: Phrases = CHINESE) -> tuple[str, ...]:
    """The way in short sentences, one a step; the last names the goal."""
    steps = [phrases.turns[step.turn].format(metres=step.metres) for step in route.steps]
    return (*steps, phrases.sides[route.side].format(goal=goal))


def sentence_of(route: Route, goal: str, phrases: Phrases = CHINESE) -> str:
    """The same as one sentence, as on the paper."""
    return phrases.comma.join(words_of(route, goal, phrases))
