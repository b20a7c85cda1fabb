#pragma once

// Running a command as its only parent: what is sent to this process reaches the command, and its end is
// handed on exactly. For a process with one thread that starts one command.

#include <stdint.h>
#include <sys/types.h>

// fg_launch starts `argv[0]`, found by this process's PATH, as a child in this process's group, with the signal
// mask and dispositions that this process was started with. Stores its process id. Returns 0, or the errno
// value of what failed: ENOENT where there is no such command, EACCES where it may not be run.
//
// From here on the signals that people and supervisors send are blocked in this process and wait for
// fg_wait.
int fg_launch(char *const argv[], char *const envp[], pid_t *child);

// fg_wait hands signals on until `child` ends, stops and goes on as it does, and stores its wait status.
// What a terminal sends goes to its whole foreground group, so that the child has it already.
int fg_wait(pid_t child, int *status);

// fg_end_as ends this process as a wait status says the command ended: by its exit status, or by the same signal.
_Noreturn void fg_end_as(int status);

// fg_temporary_file makes an empty file from a template that ends in XXXXXX. Returns 0 or an errno value.
int fg_temporary_file(char *path);

// fg_append_to returns 0 where `path` can be appended to, which makes it, or an errno value.
int fg_append_to(const char *path);

void fg_remove_file(const char *path);
