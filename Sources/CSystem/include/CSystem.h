#pragma once

// The C parts of walking, reading, searching and writing files. Every function reports failure by an
// errno value in its result; none prints, none keeps state.

#include <stddef.h>
#include <stdint.h>

#include "inspect.h"
#include "files.h"
#include "launch.h"
#include "watch.h"
#include "fork.h"
#include "thread.h"
#include "memory.h"
#include "digest.h"

// What a path leads to.
enum fg_kind {
    FG_KIND_FILE = 1,
    FG_KIND_FOLDER = 2,
    FG_KIND_LINK = 3,
    FG_KIND_PIPE = 4,
    FG_KIND_SOCKET = 5,
    FG_KIND_DEVICE = 6,
};

struct fg_status {
    int32_t kind;
    int64_t size;
    // When its bytes and when anything of it was changed last, in nanoseconds since 1970; its number on its device.
    int64_t modified;
    int64_t changed;
    uint64_t number;
};

// fg_get_status fills `out` for `path`, following symbolic links. Returns 0 or an errno value.
int fg_get_status(const char *path, struct fg_status *out);

// fg_list_folder lists a folder into one allocation that the caller frees. For each entry: one byte of
// `enum fg_kind` (links are not followed), the name, a NUL; `.` and `..` are left out. Returns 0 or errno.
int fg_list_folder(const char *path, char **entries, size_t *size);

// fg_open_file opens a regular file for reading and stores its size. A pipe, socket or device that took
// the file's place is not waited for. Returns a descriptor, or a negated errno value; -FG_NOT_A_FILE where
// the path leads to something that is no regular file.
int fg_open_file(const char *path, int64_t *size);
#define FG_NOT_A_FILE 10000

// fg_read and fg_write move up to `count` bytes and retry what a signal interrupts.
// They return the number of bytes moved, or a negated errno value.
int64_t fg_read(int descriptor, void *into, size_t count);
int64_t fg_write(int descriptor, const void *from, size_t count);
void fg_close(int descriptor);

// fg_open_scratch opens a new file without a name for reading and writing, in TMPDIR or /tmp: nothing of it is left
// when the process ends, however that ends. Returns a descriptor, or a negated errno value.
int fg_open_scratch(void);

// fg_read_at reads `count` bytes from `offset` on. Returns 0, or an errno value (EIO where the file ends before).
int fg_read_at(int descriptor, void *into, size_t count, int64_t offset);

// fg_real_path returns the absolute path without links, to be freed, or NULL with `*error` set.
char *fg_real_path(const char *path, int *error);

// fg_error_text copies the system's words for an errno value into `into`.
void fg_error_text(int error, char *into, size_t count);

// fg_ignore_broken_pipes makes a write to a closed pipe fail with EPIPE instead of ending the process.
void fg_ignore_broken_pipes(void);

// fg_restore_broken_pipes undoes it, for a command that this process becomes.
void fg_restore_broken_pipes(void);

// fg_ask runs the program at `path` with `question` on its standard input, waits until it ends, and stores what it
// wrote to its standard output in one allocation that the caller frees, and its wait status. Returns 0 or an errno
// value; the allocation is to be freed in both cases.
int fg_ask(const char *path, const uint8_t *question, size_t size, uint8_t **answer, size_t *answer_size, int *status);

int fg_is_terminal(int descriptor);

// fg_terminal_width returns the columns of the terminal, or 0 where there is none.
int fg_terminal_width(int descriptor);

// fg_processor_count returns how many processors this process may use, at least 1.
int fg_processor_count(void);

// A set of words prepared for fg_words_find. Words have 3 to 255 bytes.
struct fg_words;

// fg_words_make prepares `count` words, the i-th being bytes[starts[i]] up to bytes[starts[i + 1]].
// Returns NULL where a word is too short or too long, or memory is short.
struct fg_words *fg_words_make(const uint8_t *bytes, const uint32_t *starts, size_t count);
void fg_words_free(struct fg_words *words);

// fg_words_find returns the lowest offset at which any of the words stands in `text`, or -1. Where
// `word_index` is not NULL it receives the index of the word found: of several that start there, the
// first given. Linear in `count` for words of ordinary text; reads no byte outside of `text`.
int64_t fg_words_find(const struct fg_words *words, const uint8_t *text, size_t count, int32_t *word_index);

// fg_words_find_plain is fg_words_find without vector instructions: what other processors run.
int64_t fg_words_find_plain(
    const struct fg_words *words, const uint8_t *text, size_t count, int32_t *word_index);
