"""Canonical text of a file's tree as this interpreter's `ast` sees it.

The text is the one that `syntaxdump` makes (Sources/syntaxdump/TreeWriter.swift). Runs under every interpreter
that is compared, so it keeps to the language of Python 3.8.

    ast_text.py [--dump] < list-of-paths
    ast_text.py --snippets < file of Python literals, one a line
"""

import ast
import struct
import sys
import threading
import warnings
import zlib

MINOR = sys.version_info[1]

# Fields that the newest `ast` has and this one may lack.
ADDED = {
    "FunctionDef": [("type_params", "[ ]")],
    "AsyncFunctionDef": [("type_params", "[ ]")],
    "ClassDef": [("type_params", "[ ]")],
    "TypeVar": [("default_value", "-")],
    "ParamSpec": [("default_value", "-")],
    "TypeVarTuple": [("default_value", "-")],
}


def text_of(value):
    data = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
    return b'"' + data.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n") + b'"'


def real(value):
    return b"d%x" % struct.unpack(">Q", struct.pack(">d", value))[0]


def constant(node, parts):
    put = parts.append
    value = node.value
    if value is None or value is True or value is False:
        put(str(value).encode())
    elif value is ...:
        put(b"Ellipsis")
    elif isinstance(value, str):
        put(b"u" if node.kind == "u" else b"s")
        put(text_of(value))
    elif isinstance(value, bytes):
        put(b"b")
        put(text_of(value))
    elif isinstance(value, int):
        put(b"%#x" % value)
    elif isinstance(value, float):
        put(real(value))
    else:
        put(b"j")
        put(real(value.imag))


def close(parts):
    parts[-1] += b")"


def is_old_slices(node):
    return MINOR < 9 and isinstance(node, ast.Tuple) and any(isinstance(e, ast.Slice) for e in node.elts)


def write(node, parts, positions):
    put = parts.append
    kind = type(node).__name__
    if MINOR < 9:
        if kind == "Index":
            return write(node.value, parts, positions)
        if kind == "ExtSlice":
            elements = [e.value if type(e).__name__ == "Index" else e for e in node.dims]
            return write(ast.Tuple(elts=elements, ctx=ast.Load()), parts, positions)
    put(b"(" + kind.encode())
    if positions and "lineno" in node._attributes and not is_old_slices(node):
        if kind != "Slice" or MINOR >= 9:
            put(b"%d" % node.lineno)
            put(b"%d" % node.end_lineno)
    if kind == "Constant":
        constant(node, parts)
        close(parts)
        return
    inner = positions and not (kind == "JoinedStr" and MINOR < 12)
    context = None
    for field in node._fields:
        value = getattr(node, field, None)
        if field == "ctx":
            context = type(value).__name__.encode()
        elif field == "value" and kind == "MatchSingleton":
            singleton(node, value, parts, positions)
        elif field == "kwd_attrs" or field == "names" and kind in ("Global", "Nonlocal"):
            put(b"[")
            for name in value:
                put(name.encode())
            put(b"]")
        elif isinstance(value, list):
            put(b"[")
            if MINOR == 12 and kind == "JoinedStr":
                # The first releases of 3.12 put an empty constant behind a field at the end of a specifier.
                value = [part for part in value if getattr(part, "value", None) != ""]
            for element in value:
                if element is None:
                    put(b"-")
                else:
                    item(element, parts, inner)
            put(b"]")
        elif value is None:
            put(b"0" if field == "level" else b"-")
        elif isinstance(value, str):
            if kind == "Interpolation":
                put(text_of(value))
            else:
                put(value.encode("utf-8", "surrogatepass"))
        elif isinstance(value, int):
            put(b"%d" % value)
        else:
            item(value, parts, inner)
    for field, default in ADDED.get(kind, ()):
        if field not in node._fields:
            for part in default.split():
                put(part.encode())
    if context:
        put(context)
    close(parts)


def item(node, parts, positions):
    if isinstance(node, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)):
        parts.append(type(node).__name__.encode())
    else:
        write(node, parts, positions)


def singleton(node, value, parts, positions):
    put = parts.append
    """The Swift tree has a `Constant` node here."""
    put(b"(Constant")
    if positions:
        put(b"%d" % node.lineno)
        put(b"%d" % node.end_lineno)
    put(str(value).encode())
    close(parts)


def canonical(source, separator):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(source)
    parts = []
    write(tree, parts, True)
    return separator + separator.join(parts)


def record(path, source, dump):
    try:
        text = canonical(source, b"\n" if dump else b" ")
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        line = getattr(error, "lineno", 0) or 0
        message = getattr(error, "msg", None) or str(error)
        return "%s\tERR\t%s\t%s: %s" % (path, line, type(error).__name__, " ".join(str(message).split()))
    if dump:
        return text.decode("utf-8", "replace")
    return "%s\tOK\t%d\t%d" % (path, len(text), zlib.crc32(text))


def main():
    sys.setrecursionlimit(12000)
    dump = "--dump" in sys.argv
    out = open(1, "w", encoding="utf-8", errors="surrogateescape", newline="\n", closefd=False)
    paths = open(0, encoding="utf-8", errors="surrogateescape", newline="\n", closefd=False).read().split("\n")
    for path in paths:
        if path:
            with open(path, "rb") as file:
                source = file.read()
            out.write(record(path, source, dump) + "\n")
    out.flush()


if __name__ == "__main__":
    threading.stack_size(512 << 20)
    worker = threading.Thread(target=main)
    worker.start()
    worker.join()
