"""What is wrong with a configuration, in Chinese for the person (配置错误说明); English goes to the log."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from hall.announcements import WrongAnnouncement

# pydantic's error types -> Chinese; names in braces are the error's own bounds.
WORDS: Mapping[str, str] = {
    "extra_forbidden": "未知的配置项，请核对拼写",
    "unexpected_keyword_argument": "未知的配置项，请核对拼写",
    "missing": "缺少此配置项",
    "missing_argument": "缺少此配置项",
    "greater_than_equal": "不能小于 {ge}",
    "greater_than": "必须大于 {gt}",
    "less_than_equal": "不能大于 {le}",
    "less_than": "必须小于 {lt}",
    "string_too_short": "不能为空，至少 {min_length} 个字符",
    "string_too_long": "过长，最多 {max_length} 个字符",
    "string_pattern_mismatch": "含有不允许的字符",
    "too_short": "项数过少，至少 {min_length} 项",
    "too_long": "项数过多，最多 {max_length} 项",
}
# For these the value itself is of the wrong kind: the beginning of the type -> what it should be.
KINDS: Mapping[str, str] = {
    "string": "文字（用引号括起）",
    "int": "整数",
    "float": "数字",
    "finite_number": "数字",
    "bool": "true 或 false",
    "time": "时间（如 09:00:00）",
    "date": "日期（如 2025-03-03）",
    "path": "文件路径（用引号括起）",
    "list": "列表（用方括号括起）",
    "tuple": "列表（用方括号括起）",
    "set": "列表（用方括号括起）",
    "frozen_set": "列表（用方括号括起）",
    "dict": "一组配置（[段落]）",
    "model": "一组配置（[段落]）",
    "dataclass": "一组配置（[段落]）",
}
OTHER = "取值不符合要求"
CHOICES = ("literal_error", "enum")


def problems(error: ValidationError) -> tuple[list[str], list[str]]:
    """Each problem with the path of its key: for the person in Chinese, for the log in English.

    A value that stands at a secret key is never repeated.
    """
    found = error.errors(include_url=False, include_input=False)
    chinese = [f"{path(problem['loc'])}：{words(problem['type'], problem.get('ctx', {}))}" for problem in found]
    english = [f"{path(problem['loc'])}: {problem['msg']}" for problem in found]
    return chinese, english


def path(location: Sequence[int | str]) -> str:
    """``("hours", "sessions", 0, "opens")`` → ``hours.sessions[1].opens``: people count from one."""
    text = ""
    for part in location:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.lstrip(".") or "（整个文件）"


def words(kind: str, bounds: Mapping[str, Any]) -> str:
    """What an error type means."""
    if kind == "value_error":
        error = bounds.get("error")
        return str(error) if isinstance(error, WrongAnnouncement) else OTHER
    if kind in CHOICES:
        expected = re.findall(r"'([^']*)'", str(bounds.get("expected", "")))
        return f"只能是 {'、'.join(expected)} 之一" if expected else "不是允许的取值"
    if kind in WORDS:
        return WORDS[kind].format(**{name: value for name, value in bounds.items() if name != "error"})
    stem = re.sub(r"_(type|parsing|from_float|parsing_size|exact|inexact|attributes_type)$", "", kind)
    if stem in KINDS:
        return f"类型不对，应为{KINDS[stem]}"
    return OTHER


def toml_problem(error: tomllib.TOMLDecodeError | UnicodeDecodeError) -> str:
    """Where a file is no TOML."""
    if isinstance(error, UnicodeDecodeError):
        return "不是 UTF-8 编码的文本文件"
    text = str(error)
    place = re.search(r"line (\d+), column (\d+)", text)
    where = f"第 {place[1]} 行第 {place[2]} 列附近" if place else "文件末尾"
    if "overwrite" in text or "twice" in text:
        return f"{where}重复定义了同一个配置项"
    return f"{where}不符合 TOML 格式"
