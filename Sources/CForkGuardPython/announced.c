// A fork that os.fork or os.forkpty announced, where nobody in the parent has to be asked about it.
//
// After a fork every page is write-protected, and Python writes a reference count wherever it looks: to walk the stack in
// Python before each fork costs the parent some 90 page faults, as much as the fork. So the parent only notes which thread
// forks. The child, which finds the same frames on its stack, notes them before it goes on, by pointers alone.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include "guarded.h"

#include <pthread.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "forkhooks.h"

enum { FRAMES = 24 }; // as `_STACK` in _frames.py

typedef struct place {
    PyObject *file, *function, *module, *line; // owned; `line` an int
} place;

// Attributes of frames and code, made once: a new string in the child is a page fault more.
enum { F_BACK, F_CODE, F_GLOBALS, F_LINENO, CO_FILENAME, CO_NAME, NAME, OWN_PACKAGE, STRINGS };
static const char *const texts[STRINGS] = {"f_back",      "f_code",  "f_globals", "f_lineno",
                                           "co_filename", "co_name", "__name__",  "forkguard"};
static PyObject *strings[STRINGS];

// All but `owner` is written under the interpreter's lock. One announcement at a time: who comes second is asked about.
static struct announcement {
    pthread_t owner; // 0: none
    const char *call;
    pid_t pid;
    struct timespec time;
} announced;

static uint32_t quiet_generation; // in which forks need no question; 0: in none
static PyObject *before_callback, *after_callback, *classes_callback, *launching;
static place stack[FRAMES];
static int frames;
static PyObject *classes; // of `self` by frame, where a launcher forked; else NULL
static struct announcement taken;

static PyObject *none(void) {
    Py_INCREF(Py_None);
    return Py_None;
}

void announced_configure(int is_quiet) { quiet_generation = is_quiet && before_callback != NULL ? forkhooks_generation() : 0; }

int announced_take(int is_terminal) {
    if (quiet_generation == 0 || quiet_generation != forkhooks_generation()) return 0;
    pthread_t self = pthread_self();
    if (announced.owner != 0 && announced.owner != self) return 0;
    announced.owner = self;
    announced.call = is_terminal ? "os.forkpty" : "os.fork";
    announced.pid = getpid();
    clock_gettime(CLOCK_REALTIME, &announced.time);
    forkhooks_place_known();
    return 1;
}

static int is_announced(void) { return announced.owner != 0 && announced.owner == pthread_self(); }

// MARK: At the fork

static PyObject *before(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    return is_announced() ? none() : PyObject_CallObject(before_callback, NULL);
}

static PyObject *after_in_parent(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    if (!is_announced()) return PyObject_CallObject(after_callback, NULL);
    announced.owner = 0;
    return none();
}

static void forget(void) {
    for (int i = 0; i < frames; i++) {
        Py_CLEAR(stack[i].file);
        Py_CLEAR(stack[i].function);
        Py_CLEAR(stack[i].module);
        Py_CLEAR(stack[i].line);
    }
    frames = 0;
    Py_CLEAR(classes);
    taken.owner = 0;
}

// The module that a frame's globals belong to; a new reference, "" where they have no name.
static PyObject *module_of(PyObject *frame) {
    PyObject *globals = PyObject_GetAttr(frame, strings[F_GLOBALS]);
    if (globals == NULL) return NULL;
    PyObject *name = PyDict_Check(globals) ? PyDict_GetItem(globals, strings[NAME]) : NULL;
    PyObject *module = name != NULL ? PyObject_Str(name) : PyUnicode_FromString("");
    Py_DECREF(globals);
    return module;
}

static int is_in_package(PyObject *module, PyObject *package) {
    Py_ssize_t length = PyUnicode_GetLength(module), end = PyUnicode_GetLength(package);
    if (length < end || (length > end && PyUnicode_ReadChar(module, end) != '.')) return 0;
    return PyUnicode_Tailmatch(module, package, 0, end, -1) > 0;
}

// Whether the module belongs to one of the packages that fork for others.
static int is_launching(PyObject *module) {
    for (Py_ssize_t i = 0; i < PyTuple_Size(launching); i++)
        if (is_in_package(module, PyTuple_GetItem(launching, i))) return 1;
    return 0;
}

// 1 where a launcher's code runs in the frame, 0 elsewhere, -1 with an exception.
static int note_frame(PyObject *frame, place *here) {
    PyObject *code = PyObject_GetAttr(frame, strings[F_CODE]);
    if (code == NULL) return -1;
    here->file = PyObject_GetAttr(code, strings[CO_FILENAME]);
    here->function = PyObject_GetAttr(code, strings[CO_NAME]);
    Py_DECREF(code);
    here->line = PyObject_GetAttr(frame, strings[F_LINENO]);
    here->module = module_of(frame);
    if (here->file == NULL || here->function == NULL || here->line == NULL || here->module == NULL) return -1;
    return is_launching(here->module);
}

static PyObject *outer_of(PyObject *frame) {
    PyObject *outer = PyObject_GetAttr(frame, strings[F_BACK]);
    Py_DECREF(frame);
    return outer;
}

// The frame that forked; a new reference. An at-fork callback registered before ours may use a library, and then it is
// code of the guard that asks.
static PyObject *forking_frame(void) {
    PyObject *get = PySys_GetObject("_getframe");
    PyObject *frame = get != NULL ? PyObject_CallObject(get, NULL) : NULL;
    while (frame != NULL && frame != Py_None) {
        PyObject *module = module_of(frame);
        if (module == NULL) {
            Py_DECREF(frame);
            return NULL;
        }
        int is_ours = is_in_package(module, strings[OWN_PACKAGE]);
        Py_DECREF(module);
        if (is_ours == 0) break;
        frame = outer_of(frame);
    }
    return frame;
}

static int note_stack(void) {
    PyObject *first = forking_frame();
    PyObject *frame = first;
    Py_XINCREF(frame);
    int needs_classes = 0, status = first != NULL ? 0 : -1;
    while (status >= 0 && frame != Py_None && frames < FRAMES) {
        status = note_frame(frame, &stack[frames++]);
        if (status > 0) needs_classes = 1;
        frame = outer_of(frame);
        if (frame == NULL) status = -1;
    }
    Py_XDECREF(frame);
    if (status >= 0 && needs_classes) {
        classes = PyObject_CallFunctionObjArgs(classes_callback, first, NULL);
        if (classes == NULL) status = -1;
    }
    Py_XDECREF(first);
    return status < 0 ? -1 : 0;
}

// 0, or -1 with an exception that is not ours to keep: a signal handler's.
static int note_fork(void) {
    if (!is_announced()) {
        announced.owner = 0; // of a thread that does not exist here
        return 0;
    }
    forget();
    taken = announced;
    announced.owner = 0;
    if (note_stack() == 0) return 0;
    // Then the message lacks the place; the fork must not suffer.
    forget();
    if (PyErr_Occurred() && !PyErr_ExceptionMatches(PyExc_Exception)) return -1;
    PyErr_Clear();
    return 0;
}

static PyObject *after_in_child(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    return note_fork() < 0 ? NULL : none();
}

// MARK: For Python

static PyMethodDef at_fork[] = {
    {"before_fork", before, METH_NOARGS, NULL},
    {"after_fork_in_parent", after_in_parent, METH_NOARGS, NULL},
    {"after_fork_in_child", after_in_child, METH_NOARGS, NULL},
};

PyObject *announced_callbacks(PyObject *self, PyObject *args) {
    (void)self;
    PyObject *before_any, *after_any, *classes_of, *packages;
    if (!PyArg_ParseTuple(args, "OOOO!:at_fork", &before_any, &after_any, &classes_of, &PyTuple_Type, &packages)) return NULL;
    PyObject *const given[] = {before_any, after_any, classes_of, packages};
    PyObject **const kept[] = {&before_callback, &after_callback, &classes_callback, &launching};
    for (int i = 0; i < 4; i++) {
        PyObject *old = *kept[i];
        Py_INCREF(given[i]);
        *kept[i] = given[i];
        Py_XDECREF(old);
    }
    for (int i = 0; i < STRINGS; i++)
        if (strings[i] == NULL && (strings[i] = PyUnicode_InternFromString(texts[i])) == NULL) return NULL;
    PyObject *functions = PyTuple_New(3);
    for (int i = 0; functions != NULL && i < 3; i++) {
        PyObject *function = PyCFunction_NewEx(&at_fork[i], NULL, NULL);
        if (function == NULL || PyTuple_SetItem(functions, i, function) < 0) Py_CLEAR(functions);
    }
    return functions;
}

PyObject *announced_taken(PyObject *self, PyObject *nothing) {
    (void)self;
    (void)nothing;
    if (taken.owner == 0 && note_fork() < 0) return NULL;
    if (taken.owner == 0) return none();
    PyObject *places = PyList_New(frames);
    for (int i = 0; places != NULL && i < frames; i++) {
        place here = stack[i];
        PyObject *item = PyTuple_New(4);
        PyObject *const parts[] = {here.file, here.line, here.function, here.module};
        for (int part = 0; item != NULL && part < 4; part++) {
            Py_INCREF(parts[part]);
            PyTuple_SetItem(item, part, parts[part]);
        }
        if (item == NULL || PyList_SetItem(places, i, item) < 0) Py_CLEAR(places);
    }
    if (places == NULL) return NULL;
    double time = (double)taken.time.tv_sec + taken.time.tv_nsec / 1e9;
    PyObject *result = Py_BuildValue("sidNO", taken.call, (int)taken.pid, time, places, classes != NULL ? classes : Py_None);
    forget();
    return result;
}
