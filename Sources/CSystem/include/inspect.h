#pragma once

// Looking at another process through the kernel, read only.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// fg_read_memory copies `count` bytes at `address` of process `pid`: by process_vm_readv(2), or through
// /proc/PID/mem where that call is barred. Returns the bytes copied, fewer at the end of what is mapped, or a
// negated errno value: -ESRCH where the process is gone, -EPERM where it may not be read, -EFAULT.
int64_t fg_read_memory(pid_t pid, uint64_t address, void *into, size_t count);

// fg_read_link stores where a symbolic link leads, without a final NUL. Returns its length, cut to `count`, or a
// negated errno value.
int64_t fg_read_link(const char *path, char *into, size_t count);

// fg_milliseconds returns the time since the system started, which no clock adjustment moves.
int64_t fg_milliseconds(void);

void fg_sleep(int64_t milliseconds);

// fg_sample_running stores the stack pointer and the program counter of a thread that runs, which /proc does not tell:
// the thread is held by ptrace(2) for less than a millisecond, as a rule, and goes on. Not for threads that wait, some
// of whose calls would come back early. Returns 0 or an errno value: EPERM where it may not be looked at or a debugger
// holds it, ESRCH where it is gone.
int fg_sample_running(pid_t thread, uint64_t *stack, uint64_t *counter);

// fg_probe_process returns 0 where `pid` exists and may be sent signals, or an errno value.
int fg_probe_process(pid_t pid);

// fg_pipe opens a pipe that no program executed later inherits. Returns 0 or an errno value.
int fg_pipe(int ends[2]);

// fg_wait_readable waits until `descriptor` can be read from, or its other end is closed. Returns 1 then, and 0 after
// `milliseconds`.
int fg_wait_readable(int descriptor, int64_t milliseconds);
