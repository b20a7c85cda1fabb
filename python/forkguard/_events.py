"""JSON lines for other programs: what `forkguard run`, CI and the pytest plugin read.

Written without the json module, which costs more than all else that the guard loads. Every line is one write to a file
opened for appending, so that processes do not mix theirs.
"""

import os
import sys

_path = None
_report = None
_is_broken = False

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _text(value):
    if value.isascii() and value.isprintable() and '"' not in value and "\\" not in value:
        return '"' + value + '"'
    parts = []
    for character in value:
        code = ord(character)
        if character in _ESCAPES:
            parts.append(_ESCAPES[character])
        elif code < 32 or code > 0xFFFF or 0xD800 <= code < 0xE000 or code == 127:
            if code > 0xFFFF:
                code -= 0x10000
                parts.append("\\u%04x\\u%04x" % (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF)))
            else:
                parts.append("\\u%04x" % code)
        else:
            parts.append(character)
    return '"' + "".join(parts) + '"'


def dumps(value):
    """JSON text of plain values."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return float.__repr__(value) if value == value and abs(value) != float("inf") else "null"
    if isinstance(value, dict):
        return "{" + ", ".join(_text(str(key)) + ": " + dumps(item) for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(dumps, value)) + "]"
    return _text(str(value))


def configure(path, report):
    """`path`: every event; `report`: those of the policy "report" too ("-" or None: standard error)."""
    global _path, _report, _is_broken
    _path, _report, _is_broken = path, report, False


def is_wanted():
    return _path is not None


def emit(event, fields, reported=False):
    """Appends one event; to the report, too, where it belongs there."""
    import time

    line = None
    for path in (_path, _report if reported else None):
        if path is None:
            continue
        if line is None:
            fields = dict({"event": event, "pid": os.getpid(), "time": time.time()}, **fields)
            line = (dumps(fields) + "\n").encode("utf-8", "surrogatepass")
        _append(path, line)


def _append(path, line):
    global _is_broken
    try:
        if path == "-":
            os.write(2, line)
            return
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)
    except OSError as error:
        if not _is_broken and sys.stderr is not None:
            _is_broken = True
            sys.stderr.write("forkguard: events cannot be written to %s: %s\n" % (path, error.strerror))
