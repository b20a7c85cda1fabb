#pragma once

// Writing files and asking other programs. As in CSystem.h, failure is an errno value in the result.

#include <stddef.h>
#include <stdint.h>

// fg_replace_file gives `path` the bytes in one step: a reader sees the old file or the new one, never a part.
// Permissions and a symbolic link that leads there stay. What is no regular file (a pipe, a terminal) is
// written to. Returns 0 or an errno value.
int fg_replace_file(const char *path, const void *bytes, size_t count);

// fg_make_open_folder makes one folder; one that is there already is no failure.
int fg_make_open_folder(const char *path);

// What a program that ran to its end wrote and how it ended.
struct fg_answer {
    char *output;
    size_t output_size;
    char *errors;
    size_t errors_size;
    // As wait(2) has it.
    int status;
};

// fg_output_of runs `argv[0]`, found by PATH, with no input, and collects what it writes. The two texts are the
// caller's to free. Returns 0 or an errno value; ENOENT where there is no such program.
int fg_output_of(char *const argv[], struct fg_answer *answer);
