// The wrapper around a callable that touches or uses a library.
//
// A call that means nothing new is one comparison and the call itself: no frame, no allocation. Everything else is
// decided in Python. The wrapper passes for what it wraps: attributes, hash, equality, `repr`, `isinstance` and pickling
// are those of the wrapped callable.
#include "guarded.h"

#include <stddef.h>
#include <string.h>
#include <structmember.h>

#include "forkhooks.h"

guarded_callbacks guarded_python;
PyObject *guarded_current;
PyObject *guarded_inherited;

// `PyVectorcall` is outside the limited API of 3.8, though its layout has not changed since: the flag, and the
// offset that stands where `tp_print` once was. `guarded_add_types` makes sure before any of it is relied upon.
typedef PyObject *(*vectorcall_function)(PyObject *, PyObject *const *, size_t, PyObject *);
enum { BASICSIZE_IN_TYPE = 32, VECTORCALL_OFFSET_IN_TYPE = 56, FLAGS_IN_TYPE = 168, WEAKLIST_OFFSET_IN_TYPE = 208 };
static const unsigned long HAS_VECTORCALL = 1UL << 11;
static const unsigned long IS_METHOD_DESCRIPTOR = 1UL << 17;
static const size_t ARGUMENTS_OFFSET = (size_t)1 << (8 * sizeof(size_t) - 1);
static int has_vectorcall;
static int visits_type; // as objects of heap types do from 3.9 on

typedef struct guarded {
    PyObject_HEAD
    vectorcall_function vectorcall;
    PyObject *wrapped;
    PyObject *spec;
    PyObject *handle_name; // of the parameter that holds the handle, or NULL
    PyObject *condition_name;
    Py_ssize_t handle_position; // -1: by keyword only
    Py_ssize_t condition_position;
    Py_ssize_t wrapped_offset; // where `wrapped` keeps its vectorcall function; 0: nowhere
    uint32_t settled;          // the generation in which a call means nothing new
    uint32_t flags;
    PyObject *weak_references;
} guarded;

static PyObject *method_type; // of bound methods; fetched when first needed
static uint32_t known_generation;

// One call's arguments, in either form in which a call may come.
typedef struct arguments {
    PyObject *const *items;
    Py_ssize_t count;
    PyObject *names;  // of those that follow the positional ones
    PyObject *tuple;  // or this
    PyObject *mapping;
} arguments;

// MARK: Arguments

// The argument at a position or of a name; borrowed, NULL where it is not given.
static PyObject *argument(const arguments *given, Py_ssize_t position, PyObject *name) {
    if (given->tuple != NULL) {
        if (position >= 0 && position < PyTuple_Size(given->tuple)) return PyTuple_GetItem(given->tuple, position);
        if (name == NULL || given->mapping == NULL) return NULL;
        return PyDict_GetItemWithError(given->mapping, name);
    }
    if (position >= 0 && position < given->count) return given->items[position];
    if (name == NULL || given->names == NULL) return NULL;
    Py_ssize_t count = PyTuple_Size(given->names);
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *key = PyTuple_GetItem(given->names, i);
        if (key == name || PyUnicode_Compare(key, name) == 0) return given->items[given->count + i];
    }
    return NULL;
}

// The arguments as a tuple and a dictionary (or NULL); new references, 0 on success.
static int spell_out(const arguments *given, PyObject **tuple, PyObject **mapping) {
    *mapping = NULL;
    if (given->tuple != NULL) {
        Py_INCREF(given->tuple);
        *tuple = given->tuple;
        Py_XINCREF(given->mapping);
        *mapping = given->mapping;
        return 0;
    }
    *tuple = PyTuple_New(given->count);
    if (*tuple == NULL) return -1;
    for (Py_ssize_t i = 0; i < given->count; i++) {
        Py_INCREF(given->items[i]);
        PyTuple_SetItem(*tuple, i, given->items[i]);
    }
    Py_ssize_t named = given->names != NULL ? PyTuple_Size(given->names) : 0;
    if (named == 0) return 0;
    *mapping = PyDict_New();
    for (Py_ssize_t i = 0; *mapping != NULL && i < named; i++) {
        if (PyDict_SetItem(*mapping, PyTuple_GetItem(given->names, i), given->items[given->count + i]) == 0) continue;
        Py_CLEAR(*mapping);
    }
    if (*mapping != NULL) return 0;
    Py_CLEAR(*tuple);
    return -1;
}

// MARK: Deciding

// Whether the dictionary of handles knows the object: 1, 0, or -1 with an exception.
static int knows(PyObject *handles, PyObject *object) {
    if (PyDict_Size(handles) == 0) return 0;
    PyObject *address = PyLong_FromVoidPtr(object);
    if (address == NULL) return -1;
    int found = PyDict_Contains(handles, address);
    Py_DECREF(address);
    return found;
}

// What an exception out of one of our callbacks comes to: -1 where it is the caller's (a signal handler's, Ctrl-C), and 0
// at the end of the interpreter, when the modules that the callbacks live in have been taken apart.
static int failed(void) {
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyObject *ask = PySys_GetObject("is_finalizing");
    PyObject *answer = ask != NULL ? PyObject_CallObject(ask, NULL) : NULL;
    if (answer == Py_False) {
        Py_DECREF(answer);
        PyErr_Restore(type, value, trace);
        return -1;
    }
    PyErr_Clear();
    Py_XDECREF(answer);
    Py_XDECREF(type);
    Py_XDECREF(value);
    Py_XDECREF(trace);
    return 0;
}

// Has the Python side look at the new process before anything is decided in it.
static int roll(uint32_t generation) {
    known_generation = generation;
    if (guarded_python.rolled == NULL) return 0;
    PyObject *result = PyObject_CallObject(guarded_python.rolled, NULL);
    if (result == NULL) return failed();
    Py_DECREF(result);
    return 0;
}

void guarded_begin(void) { known_generation = forkhooks_generation(); }

int guarded_notice(void) {
    uint32_t generation = forkhooks_generation();
    return generation == known_generation ? 0 : roll(generation);
}

// Whether a call may mean something that Python has to decide: 1, 0, or -1 with an exception.
static int is_open(guarded *self, const arguments *given) {
    if (self->flags & GUARDED_HANDLE) {
        PyObject *handle = argument(given, self->handle_position, self->handle_name);
        if (handle == NULL) return PyErr_Occurred() ? -1 : 0;
        if (self->flags & GUARDED_USE) {
            int inherited = knows(guarded_inherited, handle);
            if (inherited != 0) return inherited;
        }
        if (!(self->flags & GUARDED_TOUCH) || (self->flags & GUARDED_RESULT)) return 0;
        int current = knows(guarded_current, handle);
        if (current != 0) return current < 0 ? -1 : 0;
    }
    if (self->flags & GUARDED_NEEDS_ARGUMENT) {
        PyObject *value = argument(given, self->condition_position, self->condition_name);
        if (value == NULL) return PyErr_Occurred() ? -1 : 0;
    }
    return (self->flags & (GUARDED_TOUCH | GUARDED_USE)) != 0;
}

// 0: go on with the call; -1: an exception is set. `ending` receives a callable that wants to hear of the call's end.
static int decide(guarded *self, const arguments *given, uint32_t generation, PyObject **ending) {
    int open = is_open(self, given);
    if (open <= 0 || guarded_python.decide == NULL) return open < 0 ? -1 : 0;
    PyObject *tuple, *mapping;
    if (spell_out(given, &tuple, &mapping) < 0) return -1;
    PyObject *verdict =
        PyObject_CallFunctionObjArgs(guarded_python.decide, self->spec, tuple, mapping != NULL ? mapping : Py_None, NULL);
    Py_DECREF(tuple);
    Py_XDECREF(mapping);
    if (verdict == NULL) return failed();
    int status = 0;
    if (verdict == Py_True) {
        self->settled = generation;
    } else if (verdict != Py_None && !PyExceptionInstance_Check(verdict)) {
        *ending = verdict;
        return 0;
    } else if (verdict != Py_None) {
        // An exception without a frame of ours in its traceback.
        PyErr_SetObject((PyObject *)Py_TYPE(verdict), verdict);
        status = -1;
    }
    Py_DECREF(verdict);
    return status;
}

static int forget_address(PyObject *address) {
    PyObject *const dictionaries[] = {guarded_current, guarded_inherited};
    for (size_t i = 0; i < 2; i++) {
        int found = PyDict_Contains(dictionaries[i], address);
        if (found < 0 || (found == 1 && PyDict_DelItem(dictionaries[i], address) < 0)) return -1;
    }
    return 0;
}

// The callback of a handle's weak reference: its address is free. `address` is what the function is bound to.
static PyObject *handle_died(PyObject *address, PyObject *reference) {
    (void)reference;
    if (forget_address(address) < 0) return NULL;
    Py_INCREF(Py_None);
    return Py_None;
}

static PyMethodDef handle_died_method = {"handle_died", handle_died, METH_O, NULL};

int guarded_keep(PyObject *handle, PyObject *touch) {
    int status = -1;
    PyObject *callback = NULL, *reference = NULL, *entry = NULL;
    PyObject *address = PyLong_FromVoidPtr(handle);
    if (address == NULL) return -1;
    if (forget_address(address) < 0) goto done;
    callback = PyCFunction_NewEx(&handle_died_method, address, NULL);
    if (callback == NULL) goto done;
    reference = PyWeakref_NewRef(handle, callback);
    if (reference == NULL) {
        // Then address and type have to do; a factory that hands out the address again renews the entry.
        if (!PyErr_ExceptionMatches(PyExc_TypeError)) goto done;
        PyErr_Clear();
        Py_INCREF(Py_None);
        reference = Py_None;
    }
    entry = PyTuple_New(3);
    if (entry == NULL) goto done;
    Py_INCREF(touch);
    PyTuple_SetItem(entry, 0, touch);
    Py_INCREF(reference);
    PyTuple_SetItem(entry, 1, reference);
    Py_INCREF((PyObject *)Py_TYPE(handle));
    PyTuple_SetItem(entry, 2, (PyObject *)Py_TYPE(handle));
    status = PyDict_SetItem(guarded_current, address, entry);
done:
    Py_XDECREF(entry);
    Py_XDECREF(reference);
    Py_XDECREF(callback);
    Py_DECREF(address);
    return status;
}

// What comes from a handle that was touched here is one, too.
static int derive(guarded *self, const arguments *given, PyObject *result) {
    PyObject *handle = argument(given, self->handle_position, self->handle_name);
    if (handle == NULL || handle == result || result == Py_None) return handle == NULL && PyErr_Occurred() ? -1 : 0;
    PyObject *address = PyLong_FromVoidPtr(handle);
    if (address == NULL) return -1;
    PyObject *entry = PyDict_GetItemWithError(guarded_current, address);
    Py_DECREF(address);
    if (entry == NULL) return PyErr_Occurred() ? -1 : 0;
    PyObject *touch = PyTuple_GetItem(entry, 0);
    return touch != NULL ? guarded_keep(result, touch) : -1;
}

// What follows a call: a factory's result is a handle, a release takes one back. Consumes and returns `result`.
static PyObject *conclude(guarded *self, const arguments *given, PyObject *result) {
    if (result == NULL) return NULL;
    int status = 0;
    if ((self->flags & GUARDED_RELEASE) && (self->flags & GUARDED_HANDLE)) {
        PyObject *handle = argument(given, self->handle_position, self->handle_name);
        PyObject *address = handle != NULL ? PyLong_FromVoidPtr(handle) : NULL;
        if (address != NULL) status = forget_address(address);
        Py_XDECREF(address);
        if (address == NULL && PyErr_Occurred()) status = -1;
    } else if (self->flags & GUARDED_DERIVES) {
        status = derive(self, given, result);
    } else if (guarded_python.after != NULL) {
        PyObject *tuple, *mapping;
        status = spell_out(given, &tuple, &mapping);
        if (status == 0) {
            PyObject *done = PyObject_CallFunctionObjArgs(
                guarded_python.after, self->spec, tuple, mapping != NULL ? mapping : Py_None, result, NULL);
            Py_DECREF(tuple);
            Py_XDECREF(mapping);
            if (done == NULL) status = failed();
            Py_XDECREF(done);
        }
    }
    if (status == 0) return result;
    Py_DECREF(result);
    return NULL;
}

// MARK: Calling

static int before_call(guarded *self, const arguments *given, PyObject **ending) {
    uint32_t generation = forkhooks_generation();
    if (generation != known_generation && roll(generation) < 0) return -1;
    return self->settled == generation ? 0 : decide(self, given, generation, ending);
}

// Tells how a call ended: by the type of its exception, or None. Consumes `ending`, returns `result`.
static PyObject *ended(PyObject *ending, PyObject *result) {
    PyObject *type = NULL, *value = NULL, *trace = NULL;
    if (result == NULL) PyErr_Fetch(&type, &value, &trace);
    PyObject *done = PyObject_CallFunctionObjArgs(ending, type != NULL ? type : Py_None, NULL);
    Py_DECREF(ending);
    // What the call came to counts, not what telling did.
    if (done == NULL) PyErr_Clear();
    Py_XDECREF(done);
    if (result == NULL) PyErr_Restore(type, value, trace);
    return result;
}

static PyObject *call_wrapped(guarded *self, PyObject *const *items, size_t nargsf, PyObject *names) {
    if (self->wrapped_offset != 0) {
        vectorcall_function function;
        memcpy(&function, (char *)self->wrapped + self->wrapped_offset, sizeof function);
        if (function != NULL) return function(self->wrapped, items, nargsf, names);
    }
    arguments given = {.items = items, .count = (Py_ssize_t)(nargsf & ~ARGUMENTS_OFFSET), .names = names};
    PyObject *tuple, *mapping;
    if (spell_out(&given, &tuple, &mapping) < 0) return NULL;
    PyObject *result = PyObject_Call(self->wrapped, tuple, mapping);
    Py_DECREF(tuple);
    Py_XDECREF(mapping);
    return result;
}

static PyObject *guarded_vectorcall(PyObject *object, PyObject *const *items, size_t nargsf, PyObject *names) {
    guarded *self = (guarded *)object;
    arguments given = {.items = items, .count = (Py_ssize_t)(nargsf & ~ARGUMENTS_OFFSET), .names = names};
    PyObject *ending = NULL;
    if (before_call(self, &given, &ending) < 0) return NULL;
    PyObject *result = call_wrapped(self, items, nargsf, names);
    if (ending != NULL) result = ended(ending, result);
    // The callee may write to the place before the arguments, never to them.
    return self->flags & GUARDED_GOES_ON ? conclude(self, &given, result) : result;
}

static PyObject *guarded_call(PyObject *object, PyObject *tuple, PyObject *mapping) {
    guarded *self = (guarded *)object;
    arguments given = {.tuple = tuple, .mapping = mapping};
    PyObject *ending = NULL;
    if (before_call(self, &given, &ending) < 0) return NULL;
    PyObject *result = PyObject_Call(self->wrapped, tuple, mapping);
    if (ending != NULL) result = ended(ending, result);
    if (!(self->flags & GUARDED_GOES_ON)) return result;
    return conclude(self, &given, result);
}

static PyObject *guarded_bind(PyObject *self, PyObject *object, PyObject *type) {
    (void)type;
    if (object == NULL || object == Py_None) {
        Py_INCREF(self);
        return self;
    }
    if (method_type == NULL) {
        PyObject *types = PyImport_ImportModule("types");
        if (types == NULL) return NULL;
        method_type = PyObject_GetAttrString(types, "MethodType");
        Py_DECREF(types);
        if (method_type == NULL) return NULL;
    }
    return PyObject_CallFunctionObjArgs(method_type, self, object, NULL);
}

// MARK: Passing for the wrapped callable

// What the wrapper answers itself, however the wrapped callable would.
static int is_own(PyObject *name) {
    static const char *const own[] = {"__call__", "__get__", "__wrapped__", "__reduce__", "__reduce_ex__"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (PyUnicode_CompareWithASCIIString(name, own[i]) == 0) return 1;
    return 0;
}

static PyObject *guarded_getattr(PyObject *self, PyObject *name) {
    return is_own(name) ? PyObject_GenericGetAttr(self, name) : PyObject_GetAttr(((guarded *)self)->wrapped, name);
}

static int guarded_setattr(PyObject *self, PyObject *name, PyObject *value) {
    return PyObject_SetAttr(((guarded *)self)->wrapped, name, value);
}

static PyObject *guarded_repr(PyObject *self) { return PyObject_Repr(((guarded *)self)->wrapped); }

static Py_hash_t guarded_hash(PyObject *self) { return PyObject_Hash(((guarded *)self)->wrapped); }

static PyObject *guarded_compare(PyObject *self, PyObject *other, int operation) {
    if (Py_TYPE(other) == Py_TYPE(self)) other = ((guarded *)other)->wrapped;
    return PyObject_RichCompare(((guarded *)self)->wrapped, other, operation);
}

// Pickled by reference: as the name that a module knows it by.
static PyObject *guarded_reduce(PyObject *self, PyObject *protocol) {
    (void)protocol;
    return PyObject_GetAttrString(((guarded *)self)->wrapped, "__qualname__");
}

static PyObject *guarded_dir(PyObject *self, PyObject *nothing) {
    (void)nothing;
    return PyObject_Dir(((guarded *)self)->wrapped);
}

// MARK: Life

static int guarded_traverse(PyObject *object, visitproc visit, void *arg) {
    guarded *self = (guarded *)object;
    if (visits_type) Py_VISIT(Py_TYPE(object));
    Py_VISIT(self->wrapped);
    Py_VISIT(self->spec);
    return 0;
}

static int guarded_clear(PyObject *object) {
    // Nothing: a wrapper that has lost its callable would crash whoever still calls it. Its cycles go through modules
    // and classes, which let go of it by themselves.
    (void)object;
    return 0;
}

static void guarded_dealloc(PyObject *object) {
    guarded *self = (guarded *)object;
    PyTypeObject *type = Py_TYPE(object);
    PyObject_GC_UnTrack(object);
    if (self->weak_references != NULL) PyObject_ClearWeakRefs(object);
    Py_CLEAR(self->wrapped);
    Py_CLEAR(self->spec);
    Py_CLEAR(self->handle_name);
    Py_CLEAR(self->condition_name);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(object);
    Py_DECREF(type);
}

// Guarded(wrapped, spec, flags, handle_position, handle_name, condition_position, condition_name)
static PyObject *guarded_new(PyTypeObject *type, PyObject *tuple, PyObject *mapping) {
    PyObject *wrapped, *spec, *handle_name, *condition_name;
    unsigned int flags;
    Py_ssize_t handle_position, condition_position;
    if (mapping != NULL && PyDict_Size(mapping) != 0) {
        PyErr_SetString(PyExc_TypeError, "Guarded takes no keyword arguments");
        return NULL;
    }
    if (!PyArg_ParseTuple(tuple, "OOInOnO:Guarded", &wrapped, &spec, &flags, &handle_position, &handle_name,
            &condition_position, &condition_name))
        return NULL;
    guarded *self = (guarded *)PyType_GenericAlloc(type, 0);
    if (self == NULL) return NULL;
    Py_INCREF(wrapped);
    self->wrapped = wrapped;
    Py_INCREF(spec);
    self->spec = spec;
    if (handle_name != Py_None) {
        Py_INCREF(handle_name);
        self->handle_name = handle_name;
    }
    if (condition_name != Py_None) {
        Py_INCREF(condition_name);
        self->condition_name = condition_name;
    }
    self->flags = flags;
    self->handle_position = handle_position;
    self->condition_position = condition_position;
    self->vectorcall = guarded_vectorcall;
    if (has_vectorcall && (PyType_GetFlags(Py_TYPE(wrapped)) & HAS_VECTORCALL))
        memcpy(&self->wrapped_offset, (char *)Py_TYPE(wrapped) + VECTORCALL_OFFSET_IN_TYPE, sizeof self->wrapped_offset);
    return (PyObject *)self;
}

// MARK: Types

static PyMethodDef methods[] = {
    {"__reduce__", guarded_reduce, METH_NOARGS, NULL},
    {"__reduce_ex__", guarded_reduce, METH_O, NULL},
    {"__dir__", guarded_dir, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef members[] = {
    {"__wrapped__", T_OBJECT, offsetof(guarded, wrapped), READONLY, NULL},
    {"__weaklistoffset__", T_PYSSIZET, offsetof(guarded, weak_references), READONLY, NULL},
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(guarded, vectorcall), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

#define COMMON_SLOTS \
    {Py_tp_new, guarded_new}, {Py_tp_dealloc, guarded_dealloc}, {Py_tp_traverse, guarded_traverse}, \
        {Py_tp_clear, guarded_clear}, {Py_tp_call, guarded_call}, {Py_tp_getattro, guarded_getattr}, \
        {Py_tp_setattro, guarded_setattr}, {Py_tp_repr, guarded_repr}, {Py_tp_hash, guarded_hash}, \
        {Py_tp_richcompare, guarded_compare}, {Py_tp_methods, methods}, {Py_tp_members, members}

// Wraps what binds to an object: functions and method descriptors.
static PyType_Slot method_slots[] = {COMMON_SLOTS, {Py_tp_descr_get, guarded_bind}, {0, NULL}};
// Wraps what does not: built-in functions, whatever else can be called.
static PyType_Slot function_slots[] = {COMMON_SLOTS, {0, NULL}};

static Py_ssize_t stored_at(const void *type, size_t place) {
    Py_ssize_t value;
    memcpy(&value, (const char *)type + place, sizeof value);
    return value;
}

// Whether a type stores at a place what its attribute says: 1, 0, or -1 with an exception.
static int agrees(PyTypeObject *type, size_t place, const char *attribute) {
    PyObject *object = PyObject_GetAttrString((PyObject *)type, attribute);
    if (object == NULL) return -1;
    Py_ssize_t value = PyLong_AsSsize_t(object);
    Py_DECREF(object);
    return value == -1 && PyErr_Occurred() ? -1 : value == stored_at(type, place);
}

// Whether types look as this file believes, judged by some whose answers can be had otherwise.
static int layout_is_known(void) {
    static PyTypeObject *const samples[] = {&PyUnicode_Type, &PyCFunction_Type, &PySet_Type};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        int same = agrees(samples[i], BASICSIZE_IN_TYPE, "__basicsize__");
        if (same == 1) same = agrees(samples[i], WEAKLIST_OFFSET_IN_TYPE, "__weakrefoffset__");
        if (same != 1) return same;
        if ((unsigned long)stored_at(samples[i], FLAGS_IN_TYPE) != PyType_GetFlags(samples[i])) return 0;
    }
    Py_ssize_t offset = stored_at(&PyCFunction_Type, VECTORCALL_OFFSET_IN_TYPE);
    return (PyType_GetFlags(&PyCFunction_Type) & HAS_VECTORCALL) != 0 && offset > 0
        && offset + (Py_ssize_t)sizeof(void *) <= stored_at(&PyCFunction_Type, BASICSIZE_IN_TYPE);
}

static void store_if_missing(PyObject *type, size_t place, Py_ssize_t value) {
    if (stored_at(type, place) == 0) memcpy((char *)type + place, &value, sizeof value);
}

static PyObject *new_type(const char *name, PyType_Slot *slots, unsigned long flags) {
    PyType_Spec spec = {
        .name = name,
        .basicsize = sizeof(guarded),
        .flags = (unsigned int)(Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | flags | (has_vectorcall ? HAS_VECTORCALL : 0)),
        .slots = slots,
    };
    PyObject *type = PyType_FromSpec(&spec);
    if (type == NULL || !has_vectorcall) return type;
    // 3.8 has these slots but no way to ask for them.
    store_if_missing(type, VECTORCALL_OFFSET_IN_TYPE, offsetof(guarded, vectorcall));
    store_if_missing(type, WEAKLIST_OFFSET_IN_TYPE, offsetof(guarded, weak_references));
    return type;
}

static int add_type(PyObject *module, const char *name, const char *full, PyType_Slot *slots, unsigned long flags) {
    PyObject *type = new_type(full, slots, flags);
    if (type == NULL) return -1;
    int status = PyObject_SetAttrString(module, name, type);
    Py_DECREF(type);
    return status;
}

int guarded_add_types(PyObject *module) {
    visits_type = strncmp(Py_GetVersion(), "3.8.", 4) != 0;
    has_vectorcall = layout_is_known();
    if (has_vectorcall < 0) return -1;
    guarded_current = PyDict_New();
    guarded_inherited = PyDict_New();
    if (guarded_current == NULL || guarded_inherited == NULL) return -1;
    if (PyObject_SetAttrString(module, "current", guarded_current) < 0) return -1;
    if (PyObject_SetAttrString(module, "inherited", guarded_inherited) < 0) return -1;
    if (add_type(module, "GuardedMethod", "forkguard._hooks.GuardedMethod", method_slots, IS_METHOD_DESCRIPTOR) < 0)
        return -1;
    return add_type(module, "GuardedFunction", "forkguard._hooks.GuardedFunction", function_slots, 0);
}
