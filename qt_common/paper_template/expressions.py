"""The expressions of a paper template (模板表达式): Jinja2, cut down to plain values.

A template comes from a file that somebody edits, so nothing in it reaches further than the fields it is given: what
is not on the list below is refused when the file is read; and should a form slip through, the sandbox refuses
attributes and calls once more when it is rendered. A field that does not exist is an error, never an empty place on
the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment

from hall.errors import BadInput

Facts = Mapping[str, str | int | bool]
T = TypeVar("T")
LONGEST = 400  # characters of one expression
_FILTERS = frozenset({"length", "upper", "lower", "first", "last", "string", "int", "trim"})  # without arguments
_ALLOWED: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.Name, nodes.Const, nodes.Filter),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.CondExpr, nodes.Concat),
    *(nodes.Add, nodes.Sub, nodes.List, nodes.Tuple),
)
# What people try most, in their words.
_REFUSED: Mapping[type[nodes.Node], str] = {
    nodes.Getattr: "不能用“.”取属性",
    nodes.Getitem: "不能用方括号取值",
    nodes.Call: "不能调用函数",
    nodes.For: "不能用循环",
    nodes.Mul: "不能用乘法",
    nodes.Pow: "不能用乘方",
}


class ExpressionError(BadInput):
    """An expression can't be used (表达式有误)."""


class _Sandbox(SandboxedEnvironment):
    """No attribute and no call is safe."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        return False


class Expressions:
    """Compiles the expressions of one template.

    Args:
        fields: names that may stand in them.
    """

    def __init__(self, fields: frozenset[str]) -> None:
        self._fields = fields
        self._environment = _Sandbox(undefined=StrictUndefined, autoescape=False, cache_size=0)
        self._environment.globals.clear()

    def line(self, source: str) -> Callable[[Facts], str]:
        """A line of text with ``{{ expressions }}`` in it.

        Raises:
            ExpressionError: its form, a field or a filter is not on the list.
        """
        self._check(source)
        template = self._environment.from_string(source)
        return lambda facts: _rendered(lambda: template.render(facts))

    def condition(self, source: str) -> Callable[[Facts], bool]:
        """An expression that is true or false; an empty one is always true.

        Raises:
            ExpressionError: as `line`.
        """
        if not source.strip():
            return lambda _: True
        self._check(f"{{{{ {source} }}}}")
        compiled = self._environment.compile_expression(source, undefined_to_none=False)
        return lambda facts: _rendered(lambda: bool(compiled(**facts)))

    def _check(self, source: str) -> None:
        if len(source) > LONGEST:
            raise ExpressionError("too long", message=f"表达式超过 {LONGEST} 个字符")
        try:
            tree = self._environment.parse(source)
        except TemplateSyntaxError as error:
            raise ExpressionError(str(error), message="表达式的写法有误，请核对花括号和引号") from error
        for node in _all(tree):
            self._check_node(node)

    def _check_node(self, node: nodes.Node) -> None:
        if not isinstance(node, _ALLOWED):
            kind = type(node).__name__
            raise ExpressionError(f"{kind} is not allowed", message=_REFUSED.get(type(node), "用了不允许的写法"))
        if isinstance(node, nodes.Name) and node.name not in self._fields:
            raise ExpressionError(f"no field {node.name}", message=f"未知的字段 {node.name}")
        if isinstance(node, nodes.Filter):
            wrong = bool(node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
            if node.name not in _FILTERS or wrong:
                known = "、".join(sorted(_FILTERS))
                raise ExpressionError(
                    f"filter {node.name}", message=f"过滤器 {node.name} 不能这样用，可用的有 {known}"
                )


def _all(tree: nodes.Template) -> list[nodes.Node]:
    return [tree, *tree.find_all(nodes.Node)]


def _rendered(work: Callable[[], T]) -> T:
    try:
        return work()
    except (JinjaError, TypeError, ValueError) as error:
        raise ExpressionError(f"{type(error).__name__}: {error}", message="表达式算不出结果") from error
