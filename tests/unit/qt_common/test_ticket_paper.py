"""The ticket's paper by its template: what is on it, what is told of a wrong one, and that one always comes."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from devices.sim.preview import picture_of
from devices.ticket_printer.interface import Align, Picture, PrintJob, QrCode, Text
from devices.ticket_printer.profile import Profile
from devices.ticket_printer.wrapping import columns_of, wrap
from hall.profile import HallProfile
from qt_common.paper_template.blocks import TemplateError
from qt_common.paper_template.template import read_template
from qt_common.ticket_facts import SAMPLE, sample_tickets, ticket_facts
from qt_common.ticket_paper import COLUMNS, load_layout, shipped_template, ticket_job

PROFILE = HallProfile("test", "祥符区政务服务大厅")
HEAD = "format = 1\n"
NUMBER = '[[mm{}]]\nkind = "text"\nline = "{{{{ label }}}}"\n'
BOTH = NUMBER.format(80) + NUMBER.format(58)


def said(job: PrintJob) -> str:
    return "\n".join(item.text for item in job.items if isinstance(item, Text))


def problem(folder: Path, text: str) -> str:
    """What a hall is told of its template, which is not used."""
    path = folder / "hall.toml"
    path.write_text(text, encoding="utf-8")
    layout = load_layout(path)
    if layout.problem:
        assert layout.template is shipped_template()
    return layout.problem


@pytest.mark.req("Q-01")
@pytest.mark.parametrize("columns", COLUMNS)
def test_the_shipped_ticket_has_all_that_the_regulation_asks_and_fits_the_paper(columns: int) -> None:
    for name, issued in sample_tickets().items():
        job = ticket_job(issued, PROFILE, columns=columns, english=True, reprint=True, way="直走到底")
        text = said(job)
        assert issued.ticket.label in text and issued.department in text and issued.ticket.item_name in text, name
        assert "请到A区等候" in text and "2025-03-03 09:41:12" in text and "业务编号：250303" in text
        assert f"前面等候：{issued.people_ahead} 人" in text and "怎么走：直走到底" in text
        assert [item.payload for item in job.items if isinstance(item, QrCode)] == [issued.code]
        for item in job.items:
            if isinstance(item, Text):
                for line in wrap(item.text, columns // item.width):
                    assert sum(map(columns_of, line)) * item.width <= columns
    anonymous = said(ticket_job(sample_tickets()["anonymous"], PROFILE, columns=columns))
    assert "办事人" not in anonymous and "证件" not in anonymous and "补打" not in anonymous
    assert "your number" not in anonymous.lower()
    for english, shown in ((True, True), (False, False)):
        name = "Food business licence"
        job = ticket_job(sample_tickets()["ordinary"], PROFILE, columns=columns, english=english, item_english=name)
        assert (name in said(job)) is shown and "食品经营许可" in said(job)
    named = said(ticket_job(SAMPLE, PROFILE, columns=columns))
    assert "办事人：王*国" in named and "证件：4102**********1234" in named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("format = 2", "format = 1"),
        ("format = 1\nx = [", "TOML"),
        (HEAD + BOTH + "[[mm90]]\nkind = 'rule'", "未知的配置项 mm90"),
        (HEAD + NUMBER.format(80), "[[mm58]] 应有"),
        (HEAD + BOTH + "[[mm80]]\nkind = 'rul'", "第 9 行：未知的内容块 kind = 'rul'"),
        (HEAD + BOTH + "[[mm80]]\nkind = 'text'\nline = 'x'\nwidth = 5", "第 11 行：width：不能大于 4"),
        (HEAD + BOTH + "[[mm80]]\nkind = 'text'\nlien = 'x'", "lien：未知的配置项"),
        (HEAD + BOTH + "[[mm58]]\nkind = 'text'\n\nline = '{{ lable }}'", "第 11 行：未知的字段 lable"),
        (HEAD + BOTH + "[[mm58]]\nkind = 'rule'\nwhen = 'holdre'", "第 10 行：未知的字段 holdre"),
        (HEAD + BOTH + "[[mm58]]\nkind = 'text'\nline = '{{ label }'", "第 10 行：表达式的写法有误"),
        (HEAD + BOTH + "[[mm58]]\nkind = 'text'\nline = '{{ label.x }}'", "不能用“.”取属性"),
        (HEAD + BOTH + "[[mm58]]\nkind = 'text'\nline = '{{ ahead + item }}'", "第 8 行：表达式算不出结果"),
        (HEAD + BOTH.replace("label", "item"), "80 mm 号票上没有号码"),
        (HEAD + BOTH.replace("label", "business_number"), "80 mm 号票上没有号码"),
        (HEAD + BOTH + "[[mm58]]\nkind = 'picture'\nfile = 'gone.png'", "第 10 行：无法读取图片 gone.png"),
        (HEAD + BOTH + "[[mm58]]\nkind = 'picture'\nfile = '../x.png'", "同一个文件夹"),
        (HEAD + BOTH + "[[mm58]]\nkind = 'picture'\nfile = 'hall.toml'", "不是可用的 PNG"),
        (HEAD + BOTH.replace('}}"\n', "}} ― " + "长" * 20 + '"\nwidth = 4\n'), "太宽"),
    ],
)
def test_what_is_wrong_with_a_template_is_told_with_its_line_and_the_shipped_one_prints(
    tmp_path: Path, text: str, told: str
) -> None:
    assert told in problem(tmp_path, text)


@pytest.mark.parametrize(
    "line",
    [
        "{{ label.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ label|attr('__class__') }}",
        "{{ label['__class__'] }}",
        "{{ label.format(1) }}",
        "{{ label|format }}",
        "{{ self }}",
        "{{ lipsum() }}",
        "{{ range(9) }}",
        "{{ 'a' * 10 }}",
        "{{ 9 ** 9 }}",
        "{% for x in label %}{{ x }}{% endfor %}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro x() %}{% endmacro %}",
        "{{ label|replace('A', 'B') }}",
        "{{ label if label.x }}",
    ],
)
def test_a_template_reaches_nothing_but_its_fields(line: str) -> None:
    text = HEAD + BOTH + f'[[mm80]]\nkind = "text"\nline = """{line}"""\n'
    with pytest.raises(TemplateError):
        read_template("t", text.encode(), samples=[ticket_facts(SAMPLE, PROFILE)])


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_file_is_a_template_or_is_refused_in_chinese(content: bytes) -> None:
    samples = [ticket_facts(SAMPLE, PROFILE)]
    for whole in (content, (HEAD + BOTH + '[[mm80]]\nkind = "text"\nline = ').encode() + content):
        try:
            read_template("t", whole, samples=samples)
        except TemplateError as error:
            assert error.message.startswith("模板 t 有误：")


def test_a_hall_prints_its_own_with_its_sign_on_top(tmp_path: Path) -> None:
    sign = Image.new("RGBA", (700, 70), (0, 0, 0, 0))
    sign.paste((0, 0, 0, 255), (0, 0, 350, 70))
    sign.save(tmp_path / "sign.png")
    (tmp_path / "hall.toml").write_text(
        HEAD
        + "".join(f"[[mm{mm}]]\nkind = 'picture'\nfile = 'sign.png'\nalign = 'left'\n" for mm in (80, 58))
        + BOTH
        + "[[mm80]]\nkind = 'text'\nline = '{% if ahead > 10 %}人多，请耐心等候{% endif %}'\n",
        encoding="utf-8",
    )
    layout = load_layout(tmp_path / "hall.toml")
    assert layout.problem == ""
    job = ticket_job(SAMPLE, PROFILE, template=layout.template)
    assert isinstance(job.items[0], Picture) and job.items[0].align is Align.LEFT
    assert said(job) == "A023\n人多，请耐心等候"
    assert said(ticket_job(replace(SAMPLE, people_ahead=3), PROFILE, template=layout.template)) == "A023"
    for profile in (Profile(), Profile(width_dots=384)):
        with Image.open(io.BytesIO(picture_of(job, profile))) as paper:
            row = paper.convert("L").resize((paper.width, paper.height)).crop((0, 64, paper.width, 84))
            dark = sum(row.histogram()[:80]) / (row.width * row.height)
            assert 0.35 < dark < 0.55, "half of the sign is black, shrunk to the paper"


def test_a_ticket_its_template_has_no_words_for_comes_as_shipped() -> None:
    strict = read_template(
        "t",
        (HEAD + BOTH.replace("label", "label|first")).encode(),
        samples=[ticket_facts(SAMPLE, PROFILE)],
    )
    assert "食品经营许可" in said(ticket_job(SAMPLE, PROFILE, template=strict))
