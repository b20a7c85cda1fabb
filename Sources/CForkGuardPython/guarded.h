// What the parts of the extension share.
#ifndef GUARDED_H
#define GUARDED_H

#define Py_LIMITED_API 0x03080000
#include <Python.h>
#include <stdint.h>

// What a wrapper's calls are to its library.
enum {
    GUARDED_TOUCH = 1,
    GUARDED_USE = 2,
    GUARDED_HANDLE = 4,  // a certain object is meant, not the whole library
    GUARDED_RESULT = 8,  // that object is what the call gives back
    GUARDED_RELEASE = 16,
    GUARDED_NEEDS_ARGUMENT = 32, // nothing but a plain call where the argument `condition` is not given
    GUARDED_DERIVES = 64,        // what the call gives back shares the fate of its object
    GUARDED_GOES_ON = GUARDED_RESULT | GUARDED_RELEASE | GUARDED_DERIVES, // something follows the call
};

// The Python side: `decide(spec, args, kwargs)` before a call whose meaning is not settled, `after(spec, args, kwargs,
// result)` after one whose result matters, `rolled()` in a process that finds itself forked.
typedef struct guarded_callbacks {
    PyObject *decide;
    PyObject *after;
    PyObject *rolled;
} guarded_callbacks;

extern guarded_callbacks guarded_python;
// Handles by address: those touched in this process, and those that it inherited. A value is a tuple of the touch, a weak
// reference or None where the type takes none, and the type.
extern PyObject *guarded_current;
extern PyObject *guarded_inherited;

// Creates the types; 0, or -1 with an exception set.
int guarded_add_types(PyObject *module);

// Records that a handle was touched in this process; 0, or -1 with an exception set.
int guarded_keep(PyObject *handle, PyObject *touch);

// Takes the process as it is now for one that has been looked at.
void guarded_begin(void);

// Has Python look at a process that was forked since the last look; 0, or -1 with an exception set.
int guarded_notice(void);

// MARK: Forks about which nobody in the parent has to be asked (announced.c)

// Whether forks of this process are such, until it is called again; a child starts anew.
void announced_configure(int is_quiet);

// Notes that this thread is about to fork by os.fork or os.forkpty. 0: Python has to be asked.
int announced_take(int is_terminal);

// Functions of the module.
PyObject *announced_callbacks(PyObject *self, PyObject *args);
PyObject *announced_taken(PyObject *self, PyObject *nothing);

#endif
