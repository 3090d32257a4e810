"""What is wrong with a configuration is said in Chinese with the key's path; English stays in the log."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qt_common.machine_config import ConfigError, load
from tests.unit.qt_common.test_machine_config import GOOD, write

# What a person types into the file stands in the message as it is: keys and values, never pydantic's sentences.
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD + "[kisok]\nidle = 1", "kisok：未知的配置项"),
        (GOOD + "[kiosk]\nidle_second = 45", "kiosk.idle_second：未知的配置项"),
        (GOOD + "[kiosk]\nidle_seconds = 1", "kiosk.idle_seconds：不能小于 5"),
        (GOOD + "[counter]\nwindow = 1000", "counter.window：不能大于 999"),
        (GOOD + "[counter]\nwindow = -1", "counter.window：不能小于 0"),
        (GOOD + '[counter]\nwindow = "三号"', "counter.window：类型不对，应为整数"),
        (GOOD + "[counter]\nwindow = 3.5", "counter.window：类型不对，应为整数"),
        (GOOD + '[counter]\ncall_bar = "也许"', "counter.call_bar：类型不对，应为true 或 false"),
        (GOOD + '[kiosk]\norientation = "upright"', "kiosk.orientation：只能是 portrait、landscape 之一"),
        (GOOD + "[display]\nzones = 3", "display.zones：类型不对，应为列表"),
        (GOOD + '[display]\nzones = ["A", 3]', "display.zones[2]：类型不对，应为文字"),
        (GOOD.replace('"kiosk-1"', '"自助机"'), "station.name：含有不允许的字符"),
        (GOOD.replace('"kiosk-1"', '""'), "station.name：不能为空，至少 1 个字符"),
        (GOOD.replace('"kiosk-1"', f'"{"k" * 41}"'), "station.name：过长，最多 40 个字符"),
        (GOOD.replace('"kiosk-1"', "7"), "station.name：类型不对，应为文字"),
        (GOOD.replace('url = "sqlite:///hall.db"', ""), "database.url：缺少此配置项"),
        (GOOD.replace('keys = "keys.json"', "keys = 5"), "database.keys：类型不对，应为文件路径"),
        ("station = 3\n" + GOOD.replace("[station]\nname", "name", 1), "station：类型不对，应为一组配置"),
    ],
)
def test_every_kind_of_mistake_is_said_in_chinese_with_its_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as refused:
        load(write(tmp_path, text))
    message = refused.value.message
    assert said in message
    assert not SENTENCE.search(message), message
    assert said.split("：")[0].split("[")[0].split(".")[-1] in refused.value.detail


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ("calls_before_mised = 2", "tickets.calls_before_mised：未知的配置项"),
        ('confirm_seconds_ = "x"', "tickets.confirm_seconds_：未知的配置项"),
        ("calls_before_missed = true\nrequeue = 'front'", "tickets.requeue：只能是 tail、plus_three、void 之一"),
        ('[profile_overrides.hours]\nsessions = [{ opens = 09:00:00, closes = "noon" }]',
         "hours.sessions[1].closes：类型不对，应为时间"),
        ("[profile_overrides.hours]\nsessions = [{ opens = 09:00:00 }]", "hours.sessions[1].closes：缺少此配置项"),
    ],
)  # fmt: skip
def test_an_override_that_does_not_fit_is_named_too(tmp_path: Path, overrides: str, said: str) -> None:
    config = load(write(tmp_path, GOOD + overrides))
    with pytest.raises(ConfigError) as refused:
        _ = config.hall
    assert said in refused.value.message
    assert not SENTENCE.search(refused.value.message)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "不是 UTF-8 编码的文本文件"),
        (b'[station]\nname "x"\n', "第 2 行第 6 列附近不符合 TOML 格式"),
        (b"[station", "不符合 TOML 格式"),
        (b'[station]\nname = "a"\nname = "b"\n', "重复定义了同一个配置项"),
    ],
)
def test_a_file_that_is_no_toml_says_where(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "machine.toml"
    file.write_bytes(content)
    with pytest.raises(ConfigError) as refused:
        load(file)
    assert said in refused.value.message
    assert not SENTENCE.search(refused.value.message)


def test_two_mistakes_are_both_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        load(write(tmp_path, GOOD + "[kiosk]\nidle_seconds = 1\n[counter]\nwindwo = 3"))
    assert "kiosk.idle_seconds" in refused.value.message and "counter.windwo" in refused.value.message
    assert "greater than or equal to 5" in refused.value.detail
