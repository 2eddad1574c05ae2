"""Verdicts of elenchus on claims about matrices and neural networks, from Python.

    from elenchus import examine
    verdict = examine("A: m×n; B: n×m |- tr(A B) = tr(B A)")
    verdict.proved            # True
    print(verdict)            # as the command prints it

In a notebook, after `%load_ext elenchus`, a cell that begins with `%%claim` is a claim.

The module runs the command `elenchus`, or what the environment variable ELENCHUS says, as
`ELENCHUS="node path/to/main.js"`. It needs Python 3.9 and nothing else.
"""

from __future__ import annotations

import inspect
import json
import os
import re
import shlex
import subprocess
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

__all__ = [
    "Answer",
    "Counterexample",
    "ElenchusError",
    "Refuted",
    "Verdict",
    "answer",
    "check",
    "claim_for",
    "claim_of",
    "examine",
    "require",
]


class ElenchusError(RuntimeError):
    """The command could not be run, or found a defect of itself."""


class Refuted(AssertionError):
    """A claim that was required is refuted; `verdict` has the counterexample."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(str(verdict))
        self.verdict = verdict


def _exact(value: Any) -> Any:
    """Rationals written as strings, as `Fraction`; everything else as it is."""
    if isinstance(value, str) and re.fullmatch(r"-?\d+(/\d+)?", value):
        return Fraction(value)
    if isinstance(value, list):
        return [_exact(one) for one in value]
    if isinstance(value, dict):
        return {key: _exact(one) for key, one in value.items()}
    return value


def _floats(value: Any) -> Any:
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, list):
        return [_floats(one) for one in value]
    return value


@dataclass(frozen=True)
class Counterexample:
    """An exact point at which the hypotheses hold and the conclusion fails."""

    dims: dict[str, int]
    values: dict[str, Any]
    """Scalars are `Fraction`, vectors lists, matrices lists of rows."""
    left: Any
    right: Any
    fails: str

    def floats(self) -> dict[str, Any]:
        """The values with every number a float, as numpy.array takes them."""
        return {name: _floats(value) for name, value in self.values.items()}


@dataclass(frozen=True)
class Answer:
    """The other side of `… = ?`."""

    asked: str
    text: str | None
    latex: str | None
    code: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    """What became of a claim."""

    verdict: str
    """`proved`, `refuted`, `survived`, `ill-typed` or `gave-up`."""
    claim: str
    hash: str | None
    assumed: tuple[str, ...]
    axioms: tuple[str, ...]
    derivation: tuple[str, ...]
    counterexample: Counterexample | None
    message: str | None
    suggestion: str | None
    seconds: float
    answer: Answer | None
    json: dict[str, Any] = field(repr=False)

    @property
    def proved(self) -> bool:
        return self.verdict == "proved"

    @property
    def refuted(self) -> bool:
        return self.verdict == "refuted"

    def __bool__(self) -> bool:
        raise TypeError("a verdict is not true or false: ask for .proved or .refuted")

    def __str__(self) -> str:
        lines = [f"{self.verdict:9} {self.claim}"]
        if self.answer is not None and self.answer.text is not None:
            lines.insert(0, f"answer    {self.answer.text}")
        lines += [f"assumed   {one}" for one in self.assumed]
        if self.message:
            lines.append(f"because   {self.message}")
        if self.suggestion:
            lines.append(f"write     {self.suggestion}")
        at = self.counterexample
        if at is not None:
            lines += [f"at        {name} = {size}" for name, size in at.dims.items()]
            lines += [f"          {name} = {_text(value)}" for name, value in at.values.items()]
            lines += [f"fails     {at.fails}"]
            lines += [f"left      {_text(at.left)}", f"right     {_text(at.right)}"]
        lines += [f"          {step}" for step in self.derivation]
        return "\n".join(lines)

    def _repr_markdown_(self) -> str:
        """For notebooks."""
        head = f"**{self.verdict}**"
        answer = self.answer
        latex = "" if answer is None or answer.latex is None else f"\n\n$${answer.latex}$$"
        return f"{head}{latex}\n\n```text\n{self}\n```"


def _text(value: Any) -> str:
    if isinstance(value, list):
        if any(isinstance(one, list) for one in value):
            return "[" + "; ".join(_text(one).strip("[]") for one in value) + "]"
        return "[" + ", ".join(_text(one) for one in value) + "]"
    return str(value)


def _verdict(document: dict[str, Any]) -> Verdict:
    at = document.get("counterexample")
    found = document.get("answer")
    return Verdict(
        verdict=document["verdict"],
        claim=document.get("claim") or "",
        hash=document.get("hash"),
        assumed=tuple(document.get("assumed") or ()),
        axioms=tuple(document.get("axioms") or ()),
        derivation=tuple((document.get("proof") or {}).get("derivation") or ()),
        counterexample=None
        if at is None
        else Counterexample(
            dims=dict(at["dims"]),
            values={name: _exact(value) for name, value in at["values"].items()},
            left=_exact(at["left"]),
            right=_exact(at["right"]),
            fails=at["fails"],
        ),
        message=document.get("message"),
        suggestion=document.get("suggestion"),
        seconds=document.get("seconds") or 0.0,
        answer=None
        if found is None
        else Answer(
            asked=found["asked"],
            text=found["text"],
            latex=found["latex"],
            code=dict(found.get("code") or {}),
        ),
        json=document,
    )


def _command() -> list[str]:
    said = os.environ.get("ELENCHUS", "").strip() or "elenchus"
    try:
        return shlex.split(said)
    except ValueError as error:
        raise ElenchusError(f"ELENCHUS cannot be read as a command: {error}: {said}") from None


def _run(arguments: list[str], text: str | None = None) -> dict[str, Any]:
    command = _command()
    try:
        done = subprocess.run(
            [*command, *arguments],
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        raise ElenchusError(
            f"there is no command {command[0]!r}: install elenchus with npm, or set ELENCHUS, "
            'as ELENCHUS="node path/to/main.js"'
        ) from None
    except OSError as error:
        raise ElenchusError(f"{command[0]} cannot be run: {error.strerror}; see ELENCHUS") from None
    if done.returncode in (4, 5) or not done.stdout:
        raise ElenchusError(done.stderr.strip() or f"elenchus ended with {done.returncode}")
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        raise ElenchusError(
            f"{shlex.join(command)} does not answer as elenchus does: {done.stdout[:200].strip()}"
        ) from None


def _time(time: float | str) -> str:
    """Seconds, or a text as the command takes it."""
    text = str(time).strip()
    if not re.fullmatch(r"\d+(\.\d+)?(ms|s|m)?", text):
        raise ValueError(f"{time!r} is not a valid time: give seconds, or '500ms', '2s', '1m'")
    return text


def examine(claim: Any, *, time: float | str | None = None, seed: int = 1) -> Verdict:
    """The verdict on a claim: a text, or a relation of SymPy's matrix expressions."""
    text = claim if isinstance(claim, str) else claim_of(claim)
    arguments = ["try", "-", "--json", "--seed", str(int(seed))]
    if time is not None:
        arguments += ["--time", _time(time)]
    return _verdict(_run(arguments, text))


def require(claim: Any, **options: Any) -> Verdict:
    """The verdict, which must be `proved`; raises `Refuted` or `AssertionError`, for use in tests."""
    verdict = examine(claim, **options)
    if verdict.refuted:
        raise Refuted(verdict)
    if not verdict.proved:
        raise AssertionError(str(verdict))
    return verdict


def answer(question: str, **options: Any) -> Answer:
    """The other side of `… = ?`. Raises `ValueError` where none was found."""
    verdict = examine(question, **options)
    if verdict.answer is None or verdict.answer.text is None:
        raise ValueError(str(verdict))
    return verdict.answer


def check(*paths: str) -> dict[str, Verdict]:
    """Every claim of the files, by id. Raises `ElenchusError` where a file cannot be read."""
    document = _run(["check", "--json", "--", *map(str, paths)])
    problems = document.get("problems") or []
    if problems or "claims" not in document:
        texts = [f"{one['file']}:{one['line']}: {one['message']}" for one in problems]
        raise ElenchusError("\n".join(texts) or str(document.get("message")))
    return {one["id"]: _verdict(one) for one in document["claims"]}


# SymPy's matrix expressions as claims; SymPy is only asked for what it made.

_FUNCTIONS = {"Determinant": "det", "Trace": "tr"}


def claim_of(relation: Any, *hypotheses: str, **attributes: str) -> str:
    """A relation of SymPy's matrix expressions as a claim.

    claim_of(Eq((A * B).T, B.T * A.T)) is "A: m×n; B: n×k |- (A B)' = B' A'". Attributes are given by
    name, as claim_of(Eq(A.T, A), A="symmetric"); hypotheses are texts of the claim language.
    """
    kind = type(relation).__name__
    signs = {
        "Equality": "=",
        "Unequality": "!=",
        "LessThan": "<=",
        "GreaterThan": ">=",
        "StrictLessThan": "<",
        "StrictGreaterThan": ">",
    }
    if kind not in signs:
        raise TypeError(f"a claim needs a relation, as sympy.Eq(left, right, evaluate=False), not {kind}")
    declared: dict[str, str] = {}
    sizes: set[str] = set()
    sides = [_print(side, declared, sizes) for side in (relation.lhs, relation.rhs)]
    unknown = set(attributes) - set(declared)
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))} is not a name of the relation")
    items = [
        f"{name}: {type_}" + (f" {attributes[name]}" if name in attributes else "")
        for name, type_ in declared.items()
        if name not in sizes
    ]
    return f"{'; '.join([*items, *hypotheses])} |- {sides[0]} {signs[kind]} {sides[1]}".strip()


def _size(size: Any, sizes: set[str]) -> str:
    for symbol in size.free_symbols:
        sizes.add(symbol.name)
    text = str(size)
    if not re.fullmatch(r"\w+", text):
        raise ValueError(f"the size {text} is not a name or a number")
    return text


def _type(matrix: Any, sizes: set[str]) -> str:
    rows, columns = (_size(size, sizes) for size in matrix.shape)
    if columns == "1":
        return "scalar" if rows == "1" else rows
    return f"{rows}×{columns}"


def _print(e: Any, declared: dict[str, str], sizes: set[str]) -> str:
    """An expression in the claim language; an expression without a form there raises `ValueError`."""

    def part(one: Any) -> str:
        text = _print(one, declared, sizes)
        return text if re.fullmatch(r"[\w.]+'*|\w+\([^()]*\)", text) else f"({text})"

    kind = type(e).__name__
    if kind == "MatrixSymbol":
        declared.setdefault(e.name, _type(e, sizes))
        return e.name
    if kind in ("Symbol", "Dummy"):
        signs = [("positive", e.is_positive), ("nonnegative", e.is_nonnegative), ("nonzero", e.is_nonzero)]
        known = next((f" {word}" for word, holds in signs if holds), "")
        declared.setdefault(e.name, f"scalar{known}")
        return e.name
    if kind in ("Identity", "GenericIdentity"):
        return "I"
    if kind in ("ZeroMatrix", "GenericZeroMatrix"):
        return "0"
    if kind == "OneMatrix" and str(e.shape[1]) == "1":
        return "ones"
    if e.is_Number and e.is_Rational:
        return str(e)
    if kind in ("MatAdd", "Add"):
        return " + ".join(part(one) for one in e.args)
    if kind in ("MatMul", "Mul"):
        first, *rest = e.args
        if first == -1 and rest:
            return "-" + " ".join(part(one) for one in rest)
        return " ".join(part(one) for one in e.args)
    if kind == "Transpose":
        return f"{part(e.arg)}'"
    if kind == "Inverse":
        return f"inv({_print(e.arg, declared, sizes)})"
    if kind in ("MatPow", "Pow"):
        base, exponent = e.args
        return f"{part(base)}^{exponent if exponent.is_Integer and exponent >= 0 else part(exponent)}"
    if kind in _FUNCTIONS:
        return f"{_FUNCTIONS[kind]}({_print(e.arg, declared, sizes)})"
    if kind == "HadamardProduct":
        return " .* ".join(part(one) for one in e.args)
    if kind == "KroneckerProduct":
        return _kron(e.args, declared, sizes)
    if kind == "Abs":
        return f"abs({_print(e.args[0], declared, sizes)})"
    if kind == "MatrixElement":
        return f"{part(e.parent)}[{', '.join(_entry(one) for one in e.indices)}]"
    if kind == "BlockMatrix":
        return _rows(e.blocks.tolist(), declared, sizes)
    if kind in ("ImmutableDenseMatrix", "MutableDenseMatrix"):
        return _rows(e.tolist(), declared, sizes)
    if kind in ("exp", "log", "sqrt", "sin", "cos"):
        return f"{kind}({_print(e.args[0], declared, sizes)})"
    raise ValueError(f"the claim language has no form for {kind}: {e}")


def _entry(index: Any) -> str:
    """SymPy counts from 0, the claim language from 1."""
    if not index.is_Integer or index < 0:
        raise ValueError(f"the index {index} is not a number")
    return str(index + 1)


def _rows(rows: list[list[Any]], declared: dict[str, str], sizes: set[str]) -> str:
    if not all(rows):
        raise ValueError("a matrix without entries has no form in the claim language")
    return f"[{'; '.join(', '.join(_print(one, declared, sizes) for one in row) for row in rows)}]"


def _kron(parts: Any, declared: dict[str, str], sizes: set[str]) -> str:
    first, *rest = (_print(one, declared, sizes) for one in parts)
    for one in rest:
        first = f"kron({first}, {one})"
    return first


# Signatures of functions and parameters of modules as declarations; PyTorch and JAX are only asked for what they made.


def claim_for(function: Any, conclusion: str, *hypotheses: str, **attributes: str) -> str:
    """A claim about the arguments of a function, or the parameters of a torch.nn.Module.

        def loss(X: Float[Array, "n d"], w: Float[Array, "d"], y: Float[Array, "n"]): ...

        claim_for(loss, "grad[w](|X w - y|^2) = 2 X' (X w - y)")

    is "X: n×d; w: d; y: n |- grad[w](|X w - y|^2) = 2 X' (X w - y)". Shapes are those of jaxtyping,
    or of `Annotated[Tensor, "n d"]`; a float is a scalar, an integer the name of a dimension. What
    the function computes is not read: state it in the conclusion.
    """
    declared = _declarations(function)
    unknown = set(attributes) - set(declared)
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))} is not an argument of {_called(function)}")
    items = [
        f"{name}: {type_}" + (f" {attributes[name]}" if name in attributes else "")
        for name, type_ in declared.items()
    ]
    return f"{'; '.join([*items, *hypotheses])} |- {conclusion}".strip()


def _name(path: str) -> str:
    """The path of a parameter as a name of the claim language; `0.weight` is `p0_weight`."""
    plain = path.replace(".", "_")
    return f"p{plain}" if plain[0].isdigit() else plain


def _called(function: Any) -> str:
    return getattr(function, "__name__", type(function).__name__)


def _declarations(function: Any) -> dict[str, str]:
    if hasattr(function, "named_parameters"):
        return {
            _name(name): _shape_type(name, [str(size) for size in one.shape])
            for name, one in function.named_parameters()
        }
    parameters = inspect.signature(function).parameters.values()
    found = {one.name: _annotated(one.name, one.annotation) for one in parameters}
    return {name: type_ for name, type_ in found.items() if type_ is not None}


def _annotated(name: str, annotation: Any) -> str | None:
    """The type that an annotation declares; None for a dimension, which needs no declaration."""
    if annotation in (int, "int"):
        return None
    if annotation in (float, "float"):
        return "scalar"
    text = getattr(annotation, "dim_str", None)
    if text is None:
        text = next((one for one in getattr(annotation, "__metadata__", ()) if isinstance(one, str)), None)
    if text is None and isinstance(annotation, str):
        quoted = re.search(r"""\[.*,\s*(["'])(.*)\1\s*\]$""", annotation)
        text = quoted[2] if quoted else None
    if text is None:
        raise ValueError(f'{name} has no shape: annotate it as Float[Array, "m n"] or Annotated[Tensor, "m n"]')
    return _shape_type(name, text.split())


def _shape_type(name: str, sizes: list[str]) -> str:
    # jaxtyping writes m=3 for a size with its name, and #m for one that may be broadcast
    plain = [size.split("=")[-1].lstrip("#") for size in sizes]
    for size in plain:
        if not re.fullmatch(r"\w+", size) or size == "_":
            raise ValueError(f"the size {size} of {name} is not a name or a number")
    return "×".join(plain) if plain else "scalar"


def load_ipython_extension(ipython: Any) -> None:
    """`%load_ext elenchus` defines the cell magic `%%claim`; its line may hold a time, as `%%claim 500ms`."""

    def claim(line: str, cell: str) -> Verdict:
        return examine(cell, time=line.strip() or None)

    ipython.register_magic_function(claim, "cell", "claim")
