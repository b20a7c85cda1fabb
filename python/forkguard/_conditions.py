"""Whether a call's arguments meet what a row of the rules asks."""

from . import _hooks

_ABSENT = object()
# id of an object -> (weak reference, the keywords it was made with), where a rule asks for them.
made = {}


def _value(clause, spec, args, kwargs):
    """The argument that a condition is about; for methods, what the object was made with counts as well."""
    name = clause[0][1]
    if kwargs is not None and name in kwargs:
        return kwargs[name]
    if name in clause[1]:
        position = clause[1].index(name) + spec.offset
        if position < len(args):
            return args[position]
    if spec.offset and args and spec.row.kind == "method":
        known = made.get(id(args[0]))
        if known is not None and known[0]() is args[0]:
            return known[1].get(name, _ABSENT)
        try:
            return getattr(args[0], name, _ABSENT)
        except Exception:
            return _ABSENT
    return _ABSENT


def _count(spec, args, kwargs):
    """How many arguments there are, those of a list one by one."""
    positional = args[spec.offset :]
    lists = [value for value in positional if isinstance(value, (list, tuple))]
    return len(positional) - len(lists) + sum(map(len, lists)) + len(kwargs or ())


def _holds(clause, spec, args, kwargs):
    when, _, _, by_thread, _ = clause
    if by_thread and _hooks.on_main_thread():
        return False
    if when is None:
        return True
    kind, name, literal = when
    if name == "arguments" and kind == ">":
        return _count(spec, args, kwargs) > literal
    value = _value(clause, spec, args, kwargs)
    is_given = value is not _ABSENT and value is not None
    if kind == "present":
        return is_given
    if kind == "absent":
        return not is_given
    if kind == "holds":
        # An iterator is left alone: looking at it would take its first element away.
        first = value[0] if isinstance(value, (list, tuple)) and value else None
        return type(first).__name__ == literal
    try:
        if kind == "!=":
            return value is _ABSENT or bool(value != literal)
        if value is _ABSENT:
            return False
        if kind == "begins":
            return str(value).startswith(literal)
        if kind == ">":
            return bool(value > literal)
        return bool(value == literal) or (isinstance(literal, str) and str(value) == literal)
    except Exception:
        return False


def any_holds(clauses, spec, args, kwargs):
    return any(_holds(clause, spec, args, kwargs) for clause in clauses)
