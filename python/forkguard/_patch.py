"""Wraps the callables that the rules name, right after their module was imported.

The loader's `exec_module` is wrapped, by the same C wrapper that leaves no frame in tracebacks. Nothing is imported here
that the program does not import.

Functions are replaced where they are defined and wherever a module of the library has passed them on; methods are
replaced in their class, which stays the class it is.
"""

import gc
import sys
import types

from . import _hooks, _library
from ._hooks import GuardedFunction, GuardedMethod

# As in guarded.h.
TOUCH, USE, HANDLE, RESULT, RELEASE, NEEDS_ARGUMENT, DERIVES = 1, 2, 4, 8, 16, 32, 64

_ABSENT = object()
_builtin_modules = frozenset(sys.builtin_module_names)


class Spec:
    """What the guard has to know of one wrapped callable."""

    __slots__ = ("library", "row", "flags", "offset", "handle", "is_import")

    def __init__(self, library, row, flags, offset=0, handle=None):
        self.library = library
        self.row = row
        self.flags = flags
        self.offset = offset  # 1 where the first argument is the object
        self.handle = handle  # (position, name) of the parameter that holds the handle
        self.is_import = False


class ImportSpec:
    """Stands in for a loader's `exec_module`."""

    is_import = True
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name


# MARK: After an import


def follow(spec, name):
    """Has the module that a spec is for looked at once it has run."""
    loader = spec.loader
    # The loaders of built-in and frozen modules are classes that all of those modules share.
    if loader is None or isinstance(loader, type) or not hasattr(loader, "exec_module"):
        return
    try:
        loader.exec_module = GuardedFunction(loader.exec_module, ImportSpec(name), RELEASE, -1, None, -1, None)
    except AttributeError:
        pass


def executed(spec, module):
    """After a module of a library has run."""
    loader = getattr(getattr(module, "__spec__", None), "loader", None)
    if "exec_module" in getattr(loader, "__dict__", ()):
        del loader.exec_module
    imported(spec.name)


def imported(name):
    for library in _library.of_module(name):
        if library.outcome in _library.HARMLESS and not _library.is_observing:
            continue
        try:
            _patch_library(library, name)
        except Exception as error:
            library.unguarded.append((name, repr(error)))


def _is_initializing(name):
    return bool(getattr(getattr(sys.modules.get(name), "__spec__", None), "_initializing", False))


def _compiles(library):
    """Whether the library knows its own functions by identity, because it compiles Python code that calls them.

    To torch.jit a wrapper around torch.zeros is another function, and code that worked is refused. Of such libraries
    methods are guarded, functions are not.
    """
    for name in library.imports:
        names = getattr(sys.modules.get(name.partition(".")[0]), "__dict__", ())
        if "jit" in names or "autograph" in names:
            return True
    return False


def adopt(names):
    """Looks at modules that were imported before the guard, and at who has taken names from them."""
    for name in sorted(names, key=lambda name: -name.count(".")):
        if not _is_initializing(name):
            imported(name)
    for library in _library.loaded():
        if library.replaced:
            _spread(library, list(sys.modules))


# MARK: Finding what a name means


def _patch_library(library, name):
    # Functions wait until the whole library is there: only then can it be asked what it does with them.
    is_whole = name in library.imports
    names = [each for each in list(sys.modules) if library.owns(each)] if is_whole else [name]
    roots = [root for root in library.imports if name == root or name.startswith(root + ".")]
    is_ready = is_whole or not any(map(_is_initializing, roots))
    library.takes_functions = is_ready and not _compiles(library)
    for each in names:
        module = sys.modules.get(each)
        if not isinstance(module, types.ModuleType):
            continue
        for row in library.load_rows():
            if row.touches or row.uses or row.releases or row.derives:
                for spelling in row.spellings:
                    if spelling.startswith(each + "."):
                        _patch_path(library, row, module, spelling[len(each) + 1 :].split("."))
    for owner, attribute, row in list(library.classes):
        _patch_overrides(library, row, owner, attribute)
    if is_whole and library.replaced:
        _spread(library, names)


def _patch_path(library, row, owner, path):
    """Follows a path from a module without waking anything lazy."""
    for at, segment in enumerate(path[:-1]):
        if segment == "*":
            # Any run of segments: the classes that the module offers.
            for value in list(vars(owner).values()):
                if isinstance(value, type) and at == len(path) - 2 and path[-1] in vars(value):
                    _patch_member(library, row, value, path[-1])
            return
        owner = _member(owner, segment)
        if not isinstance(owner, (type, types.ModuleType)):
            return
    value = _member(owner, path[-1])
    if value is _ABSENT:
        return
    if isinstance(value, type):
        if row.kind != "method":
            _patch_constructor(library, row, value)
    elif isinstance(owner, type):
        _patch_member(library, row, owner, path[-1])
    else:
        _patch_function(library, row, owner, path[-1], value)


def _member(owner, name):
    if isinstance(owner, type):
        for base in owner.__mro__:
            if name in vars(base):
                return vars(base)[name]
        return _ABSENT
    return vars(owner).get(name, _ABSENT)


# MARK: Wrapping


def _flags(library, row, is_method, is_constructor=False):
    flags = (TOUCH if row.touches else 0) | (USE if row.uses else 0) | (RELEASE if row.releases else 0)
    handle = None
    if library.scope == "handle":
        flags |= HANDLE
        clauses = row.touches + row.uses
        named = [clause for clause in clauses if clause[2]]
        if named:
            _, parameters, name, _, _ = named[0]
            position = parameters.index(name) + (1 if is_method else 0) if name in parameters else -1
            handle = (position, name)
        elif is_method:
            handle = (0, None)
        elif flags & RELEASE:
            handle = (0, None)
        else:
            flags |= RESULT
        if row.derives and is_method and not is_constructor:
            flags |= DERIVES
    return flags, handle


def _decisive_argument(row, is_method):
    """(position, name) of the argument without which no clause of the row can hold, or None."""
    found = None
    for when, parameters, _, _, _ in row.touches + row.uses:
        if when is None or when[0] not in ("present", "is", "==", ">"):
            return None
        # What an object was made with counts for its methods, unless the rule places the parameter here.
        if is_method and when[1] not in parameters:
            return None
        position = parameters.index(when[1]) + is_method if when[1] in parameters else -1
        if found not in (None, (position, when[1])):
            return None
        found = (position, when[1])
    return found


def _wrap(library, row, value, is_method, is_constructor=False):
    flags, handle = _flags(library, row, is_method, is_constructor)
    decisive = _decisive_argument(row, is_method)
    if decisive is not None:
        flags |= NEEDS_ARGUMENT
    spec = Spec(library, row, flags, 1 if is_method else 0, handle)
    binds = hasattr(type(value), "__get__")
    position, name = handle or (-1, None)
    at, argument = decisive or (-1, None)
    kind = GuardedMethod if binds else GuardedFunction
    return kind(value, spec, flags, position, name, at, argument)


def is_guarded(value):
    return type(value) is GuardedMethod or type(value) is GuardedFunction


def _patch_function(library, row, module, name, value):
    if is_guarded(value) or not callable(value) or not library.takes_functions:
        return
    key = (row.name, id(value))
    known = library.replaced.get(id(value))
    wrapper = known[1] if known is not None else _wrap(library, row, value, False)
    if key not in library.done:
        library.done.add(key)
        library.replaced[id(value)] = (value, wrapper)
    setattr(module, name, wrapper)


def _spread(library, names):
    """Replaces what modules have taken from the library by `from library import f`."""
    replaced = library.replaced
    for name in names:
        namespace = getattr(sys.modules.get(name), "__dict__", None)
        if not isinstance(namespace, dict):
            continue
        for attribute, value in list(namespace.items()):
            known = replaced.get(id(value))
            if known is not None and known[0] is value:
                namespace[attribute] = known[1]


def _patch_member(library, row, owner, name):
    """A method, class method or static method of a class, there and where its subclasses override it."""
    _patch_own_member(library, row, owner, name)
    if (owner, name, row) not in library.classes:
        library.classes.append((owner, name, row))
    _patch_overrides(library, row, owner, name)


def _patch_overrides(library, row, owner, name):
    for child in type.__subclasses__(owner):
        if library.owns(child.__module__ or ""):
            if name in vars(child):
                _patch_own_member(library, row, child, name)
            _patch_overrides(library, row, child, name)


def _patch_own_member(library, row, owner, name):
    key = (row.name, owner, name)
    if key in library.done:
        return
    library.done.add(key)
    value = _member(owner, name)
    if isinstance(value, staticmethod):
        inner = value.__func__
        new = staticmethod(_wrap(library, row, inner, False))
    elif isinstance(value, classmethod):
        new = classmethod(_wrap_bound_to_class(library, row, value.__func__))
    elif isinstance(value, types.ClassMethodDescriptorType):
        new = classmethod(_wrap_bound_to_class(library, row, value))
    elif isinstance(value, (types.FunctionType, types.MethodDescriptorType, types.WrapperDescriptorType)):
        new = _wrap(library, row, value, True)
    elif is_guarded(value) or type(value).__name__ == "cython_function_or_method":
        new = _wrap(library, row, value, True)
    else:
        library.unguarded.append((row.name, "a " + type(value).__name__))
        return
    _set(library, row, owner, name, new)


def _wrap_bound_to_class(library, row, function):
    """The first argument is the class: no handle, but a place that positions must skip."""
    wrapper = _wrap(library, row, function, False)
    flags, _ = _flags(library, row, False)
    spec = Spec(library, row, flags, 1)
    return GuardedMethod(wrapper.__wrapped__, spec, flags, -1, None, -1, None)


def _patch_constructor(library, row, owner):
    """The class stays; its `__init__` is what is wrapped, or its `__new__` where that is Python's."""
    key = (row.name, owner, "__init__")
    if key in library.done:
        return
    library.done.add(key)
    value = _member(owner, "__init__")
    if value is not object.__init__:
        _set(library, row, owner, "__init__", _wrap(library, row, value, True, True))
        return
    made = _member(owner, "__new__")
    if isinstance(made, staticmethod) and isinstance(made.__func__, types.FunctionType) and library.scope == "process":
        _set(library, row, owner, "__new__", staticmethod(_wrap(library, row, made.__func__, False, True)))
        return
    # A native `__new__` cannot be replaced soundly: the touch is seen when it is done.
    _set(library, row, owner, "__init__", _wrap(library, row, _accept if made is not object.__new__ else value, True, True))


def _accept(self, *args, **kwargs):
    """An `__init__` for classes whose `__new__` has taken the arguments."""


def _set(library, row, owner, name, value):
    try:
        type.__setattr__(owner, name, value)
        return
    except (AttributeError, TypeError):
        pass
    # A type that its extension module closed. Adding what fills no slot is sound as long as the interpreter is told;
    # its own built-in types are left alone.
    module = owner.__module__
    if name.startswith("__") or module in _builtin_modules or module.partition(".")[0] in ("builtins", "_thread"):
        library.unguarded.append((row.name, "a closed type"))
        return
    behind = [each for each in gc.get_referents(vars(owner)) if type(each) is dict]
    if len(behind) != 1 or behind[0].get(name, _ABSENT) is not vars(owner).get(name, _ABSENT):
        library.unguarded.append((row.name, "a closed type"))
        return
    behind[0][name] = value
    _hooks.type_modified(owner)


def guard_type(library, kind):
    """Guards the methods of a class that turned up as a factory's result only."""
    for owner, name, row in list(library.classes):
        if owner in kind.__mro__:
            for base in kind.__mro__:
                if base is not owner and name in vars(base) and library.owns(base.__module__ or ""):
                    _patch_own_member(library, row, base, name)
