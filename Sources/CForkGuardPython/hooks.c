// The module `forkguard._hooks`: what Python cannot do itself, or not fast enough.
//
// It belongs to the main interpreter. In a sub-interpreter `install` refuses, and the audit hook, which CPython calls
// for all of them, looks away.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include "guarded.h"

#include <dlfcn.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "forkhooks.h"

// The oldest versions of these symbols do as well, and keep the extension loadable on an older libc.
#if defined(__GLIBC__) && defined(__x86_64__)
__asm__(".symver dlsym,dlsym@GLIBC_2.2.5");
__asm__(".symver dladdr,dladdr@GLIBC_2.2.5");
#elif defined(__GLIBC__) && defined(__aarch64__)
__asm__(".symver dlsym,dlsym@GLIBC_2.17");
__asm__(".symver dladdr,dladdr@GLIBC_2.17");
#endif

// Not Py_RETURN_NONE: from 3.12 on its headers count no reference, which an older interpreter misses.
static PyObject *none(void) {
    Py_INCREF(Py_None);
    return Py_None;
}

static PyObject *on_fork; // on_fork(event) -> None or the exception that vetoes the fork
static int is_watching;
static int was_pinged;
static void *main_interpreter;

typedef int (*audit_function)(const char *, PyObject *, void *);

// The identity of the running interpreter. The function's name was another one in 3.8.
static void *this_interpreter(void) {
    static void *(*get)(void);
    if (get == NULL) *(void **)&get = dlsym(RTLD_DEFAULT, "PyInterpreterState_Get");
    if (get == NULL) *(void **)&get = dlsym(RTLD_DEFAULT, "_PyInterpreterState_Get");
    return get != NULL ? get() : NULL;
}

// MARK: The audit hook

static int veto(const char *event) {
    PyObject *verdict = PyObject_CallFunction(on_fork, "s", event);
    if (verdict == NULL) {
        // A mistake of ours must not stop a fork; somebody's Ctrl-C must.
        if (!PyErr_ExceptionMatches(PyExc_Exception)) return -1;
        PyErr_WriteUnraisable(on_fork);
        return 0;
    }
    int status = 0;
    if (verdict != Py_None) {
        PyErr_SetObject((PyObject *)Py_TYPE(verdict), verdict);
        status = -1;
    }
    Py_DECREF(verdict);
    return status;
}

// Called for every audit event of every interpreter: the first bytes turn nearly all of them away.
static int audit(const char *event, PyObject *args, void *data) {
    (void)args;
    (void)data;
    if (event[0] == 'o') {
        if (!is_watching || strncmp(event, "os.fork", 7) != 0) return 0;
        if (event[7] != 0 && strcmp(event + 7, "pty") != 0) return 0;
        if (this_interpreter() != main_interpreter) return 0;
        return announced_take(event[7] != 0) ? 0 : veto(event);
    }
    if (event[0] == 'f' && strcmp(event, "forkguard.ping") == 0) was_pinged = 1;
    return 0;
}

static PyObject *audit_from_python(PyObject *self, PyObject *args) {
    (void)self;
    const char *event;
    PyObject *given;
    if (!PyArg_ParseTuple(args, "sO:audit", &event, &given)) return NULL;
    if (audit(event, given, NULL) < 0) return NULL;
    return none();
}

static PyMethodDef audit_method = {"audit", audit_from_python, METH_VARARGS, NULL};

static PyObject *call_in_sys(const char *name, PyObject *argument) {
    PyObject *function = PySys_GetObject(name);
    if (function == NULL) {
        PyErr_Format(PyExc_RuntimeError, "sys.%s is missing", name);
        return NULL;
    }
    return PyObject_CallFunctionObjArgs(function, argument, NULL);
}

// Another hook may refuse ours without a word, so an event of our own tells whether it came in.
static int is_heard(void) {
    PyObject *event = PyUnicode_FromString("forkguard.ping");
    if (event == NULL) return -1;
    was_pinged = 0;
    PyObject *result = call_in_sys("audit", event);
    Py_DECREF(event);
    if (result == NULL) return -1;
    Py_DECREF(result);
    return was_pinged;
}

static int add_audit_hook(void) {
    int (*add)(audit_function, void *);
    *(void **)&add = dlsym(RTLD_DEFAULT, "PySys_AddAuditHook");
    if (add != NULL) {
        if (add(audit, NULL) < 0) return -1;
    } else {
        PyObject *function = PyCFunction_NewEx(&audit_method, NULL, NULL);
        if (function == NULL) return -1;
        PyObject *result = call_in_sys("addaudithook", function);
        Py_DECREF(function);
        if (result == NULL) return -1;
        Py_DECREF(result);
    }
    int heard = is_heard();
    if (heard == 0) PyErr_SetString(PyExc_RuntimeError, "another audit hook refuses that of forkguard");
    return heard == 1 ? 0 : -1;
}

// MARK: Functions of the module

static void replace(PyObject **place, PyObject *value) {
    PyObject *old = *place;
    Py_INCREF(value);
    *place = value;
    Py_XDECREF(old);
}

PyDoc_STRVAR(install_doc, "install(on_fork, decide, after, rolled) -> flags: 1 at-fork handlers, 2 wiped page\n\n"
                          "Hooks in. Forks are heard only after `watch(True)`.");

static PyObject *install(PyObject *self, PyObject *args) {
    (void)self;
    static int flags;
    PyObject *fork, *decide, *after, *rolled;
    if (!PyArg_ParseTuple(args, "OOOO:install", &fork, &decide, &after, &rolled)) return NULL;
    if (this_interpreter() != main_interpreter) {
        PyErr_SetString(PyExc_RuntimeError, "not the main interpreter");
        return NULL;
    }
    replace(&on_fork, fork);
    replace(&guarded_python.decide, decide);
    replace(&guarded_python.after, after);
    replace(&guarded_python.rolled, rolled);
    if (flags == 0) {
        int installed = forkhooks_install();
        if (installed == 0) {
            PyErr_SetString(PyExc_OSError, "the at-fork handlers could not be registered");
            return NULL;
        }
        if (add_audit_hook() < 0) return NULL;
        guarded_begin();
        flags = installed;
    }
    return PyLong_FromLong(flags);
}

PyDoc_STRVAR(watch_doc, "watch(on) - whether `on_fork` is called before os.fork and os.forkpty.");

static PyObject *watch(PyObject *self, PyObject *on) {
    (void)self;
    int truth = PyObject_IsTrue(on);
    if (truth < 0) return NULL;
    is_watching = truth;
    return none();
}

PyDoc_STRVAR(quiet_doc, "quiet(on) - whether os.fork and os.forkpty of this process go through without `on_fork`: the child "
                        "notes where it was forked, for `taken`. A child of it starts with off.");

static PyObject *quiet(PyObject *self, PyObject *on) {
    (void)self;
    int truth = PyObject_IsTrue(on);
    if (truth < 0) return NULL;
    announced_configure(truth);
    return none();
}

PyDoc_STRVAR(at_fork_doc, "at_fork(before, after_in_parent, classes_of, packages) -> functions for os.register_at_fork: before, "
                          "after_in_parent, after_in_child. The given ones are called for forks that are not quiet; "
                          "`classes_of(frame)` in the child, where a module of the packages has forked.");
PyDoc_STRVAR(taken_doc, "taken() -> (call, parent, time, stack, classes or None) of the quiet fork that made this process; "
                        "once, else None");

PyDoc_STRVAR(arm_doc, "arm() - from now on the parent's threads are remembered at every fork.");

static PyObject *arm(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    forkhooks_arm();
    return none();
}

PyDoc_STRVAR(generation_doc, "generation() -> 1 in the process that installed the hooks, one more for every fork since.");

static PyObject *generation(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    return PyLong_FromUnsignedLong(forkhooks_generation());
}

PyDoc_STRVAR(notice_doc, "notice() - has `rolled` called now if this process was forked since the last call of anything.");

static PyObject *notice(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    if (guarded_notice() < 0) return NULL;
    return none();
}

static PyObject *names_of(const char (*names)[FORKHOOKS_NAME], int count) {
    PyObject *list = PyList_New(count);
    for (int i = 0; list != NULL && i < count; i++) {
        PyObject *name = PyUnicode_DecodeUTF8(names[i], (Py_ssize_t)strlen(names[i]), "replace");
        if (name == NULL || PyList_SetItem(list, i, name) < 0) Py_CLEAR(list);
    }
    return list;
}

// "libfoo.so(function+0x12)", as much of it as the dynamic linker knows.
static PyObject *place_of(void *address) {
    Dl_info found;
    if (dladdr(address, &found) == 0 || found.dli_fname == NULL) return PyUnicode_FromFormat("%p", address);
    const char *file = strrchr(found.dli_fname, '/');
    file = file != NULL ? file + 1 : found.dli_fname;
    char offset[32];
    const char *from = found.dli_sname != NULL ? (const char *)found.dli_saddr : (const char *)found.dli_fbase;
    PyOS_snprintf(offset, sizeof offset, "+0x%lx", (unsigned long)((const char *)address - from));
    return PyUnicode_FromFormat("%s(%s%s)", file, found.dli_sname != NULL ? found.dli_sname : "", offset);
}

PyDoc_STRVAR(origin_doc, "origin() -> (parent, time, threads) of the fork that made this process, or None");

static PyObject *origin(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    const forkhooks_event *event = forkhooks_origin();
    if (event == NULL) return none();
    return Py_BuildValue("idi", (int)event->parent, (double)event->seconds + event->nanoseconds / 1e9, (int)event->threads);
}

PyDoc_STRVAR(details_doc, "origin_details(with_frames) -> (names of the parent's other threads, places of the forking "
                          "one's native frames), or None. Looking up the places takes some tenths of a millisecond.");

static PyObject *origin_details(PyObject *self, PyObject *with_frames) {
    (void)self;
    int wanted = PyObject_IsTrue(with_frames);
    if (wanted < 0) return NULL;
    const forkhooks_event *event = forkhooks_origin();
    if (event == NULL) return none();
    PyObject *names = names_of(event->names, event->named);
    int count = wanted ? event->frames : 0;
    PyObject *frames = names != NULL ? PyList_New(count) : NULL;
    for (int i = 0; frames != NULL && i < count; i++) {
        PyObject *place = place_of(event->addresses[i]);
        if (place == NULL || PyList_SetItem(frames, i, place) < 0) Py_CLEAR(frames);
    }
    PyObject *result = frames != NULL ? PyTuple_New(2) : NULL;
    if (result == NULL) {
        Py_XDECREF(names);
        Py_XDECREF(frames);
        return NULL;
    }
    PyTuple_SetItem(result, 0, names);
    PyTuple_SetItem(result, 1, frames);
    return result;
}

PyDoc_STRVAR(keep_doc, "keep(handle, touch) - records that a handle was touched in this process, until it dies.");

static PyObject *keep(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *handle, *touch;
    if (!PyArg_ParseTuple(args, "OO:keep", &handle, &touch)) return NULL;
    if (guarded_keep(handle, touch) < 0) return NULL;
    return none();
}

PyDoc_STRVAR(threads_doc, "threads() -> the names of the other threads of this process");

static PyObject *threads(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    char names[FORKHOOKS_THREADS][FORKHOOKS_NAME];
    int count = forkhooks_threads(names, FORKHOOKS_THREADS);
    return names_of((const char (*)[FORKHOOKS_NAME])names, count < FORKHOOKS_THREADS ? count : FORKHOOKS_THREADS);
}

PyDoc_STRVAR(main_doc, "on_main_thread() -> whether this is the thread that the process began with, or that the fork left");

static PyObject *on_main_thread(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    return PyBool_FromLong(syscall(SYS_gettid) == getpid());
}

PyDoc_STRVAR(interpreter_doc, "in_main_interpreter() -> whether this is the interpreter that the module works in");

static PyObject *in_main_interpreter(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    return PyBool_FromLong(this_interpreter() == main_interpreter);
}

PyDoc_STRVAR(write_doc, "write(descriptor, bytes) - all of it, at once, past sys.stderr");

static PyObject *write_bytes(PyObject *self, PyObject *args) {
    (void)self;
    int descriptor;
    // Not "y#": what that stands for depends on the headers of the build.
    PyObject *object;
    char *bytes;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(args, "iS:write", &descriptor, &object)) return NULL;
    if (PyBytes_AsStringAndSize(object, &bytes, &length) < 0) return NULL;
    int status;
    Py_BEGIN_ALLOW_THREADS
    status = forkhooks_write_bytes(bytes, (size_t)length, descriptor);
    Py_END_ALLOW_THREADS
    if (status < 0) return PyErr_SetFromErrno(PyExc_OSError);
    return none();
}

PyDoc_STRVAR(modified_doc, "type_modified(type) - tells the interpreter that the type's dictionary was changed behind it");

static PyObject *type_modified(PyObject *self, PyObject *type) {
    (void)self;
    if (!PyObject_TypeCheck(type, &PyType_Type)) {
        PyErr_SetString(PyExc_TypeError, "a type is needed");
        return NULL;
    }
    PyType_Modified((PyTypeObject *)type);
    return none();
}

static PyMethodDef functions[] = {
    {"install", install, METH_VARARGS, install_doc},
    {"watch", watch, METH_O, watch_doc},
    {"quiet", quiet, METH_O, quiet_doc},
    {"at_fork", announced_callbacks, METH_VARARGS, at_fork_doc},
    {"taken", announced_taken, METH_NOARGS, taken_doc},
    {"arm", arm, METH_NOARGS, arm_doc},
    {"generation", generation, METH_NOARGS, generation_doc},
    {"keep", keep, METH_VARARGS, keep_doc},
    {"notice", notice, METH_NOARGS, notice_doc},
    {"origin", origin, METH_NOARGS, origin_doc},
    {"origin_details", origin_details, METH_O, details_doc},
    {"threads", threads, METH_NOARGS, threads_doc},
    {"on_main_thread", on_main_thread, METH_NOARGS, main_doc},
    {"in_main_interpreter", in_main_interpreter, METH_NOARGS, interpreter_doc},
    {"write", write_bytes, METH_VARARGS, write_doc},
    {"type_modified", type_modified, METH_O, modified_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "forkguard._hooks",
    .m_doc = "Forks seen from C, and the wrapper around guarded callables.",
    .m_size = -1,
    .m_methods = functions,
};

// Up to 3.8 the headers leave the visibility of a module to the compiler.
__attribute__((visibility("default"))) PyMODINIT_FUNC PyInit__hooks(void) {
    if (main_interpreter == NULL) main_interpreter = this_interpreter();
    PyObject *module = PyModule_Create(&definition);
    if (module != NULL && guarded_add_types(module) < 0) Py_CLEAR(module);
    return module;
}
