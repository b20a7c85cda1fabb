#pragma once

// Running programs that may hang. Each is the child of a keeper, a small process that is the reaper of all that
// descends from it (prctl(2), PR_SET_CHILD_SUBREAPER), so that nothing can leave its tree, and that ends the whole tree
// when it is told to, and when this process dies. For a process with one thread.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// fg_watch_begin blocks the signals that would end this process, until fg_watch_end; fg_watch_pause hands them out.
void fg_watch_begin(void);

// fg_watch_end lets signals through again. Where `number` is not 0, this process then ends by that signal.
void fg_watch_end(int number);

// fg_watch_pause waits for some milliseconds. Returns the number of a signal that asks this process to end, or 0.
int fg_watch_pause(int milliseconds);

struct fg_keeper {
    pid_t keeper;
    // From the keeper: see fg_watch_read.
    int reports;
};

// fg_watch_start starts `argv[0]`, found by this process's PATH, in a session of its own, with /dev/null as its input
// and the files `output` and `errors` (made anew) as its output. `folder` may be NULL. Returns 0 or an errno value; what
// keeps the program itself from running comes as a report.
int fg_watch_start(char *const argv[], char *const envp[], const char *folder, const char *output, const char *errors,
                   struct fg_keeper *into);

enum fg_watch_event {
    FG_WATCH_NOTHING = 0,
    FG_WATCH_STARTED = 1,  // value: the program's process id
    FG_WATCH_FAILED = 2,   // value: the errno value of what failed
    FG_WATCH_ENDED = 3,    // value: the program's wait status; its descendants may live on
    FG_WATCH_LOST = 4,     // the keeper is gone
};

// fg_watch_read takes the next report, without waiting.
int fg_watch_read(const struct fg_keeper *keeper, int32_t *value);

// fg_watch_stop ends the program and all that descends from it and waits until the kernel has no child of the
// keeper's left. Returns 0; 1 where something did not die within ten seconds (it waits for a device, or is another
// user's).
int fg_watch_stop(struct fg_keeper *keeper);

// fg_send sends a signal to a process. Returns 0 or an errno value.
int fg_send(pid_t process, int number);

// fg_monotonic returns nanoseconds of a clock that nobody sets.
int64_t fg_monotonic(void);

// fg_temporary_folder makes an empty folder from a template that ends in XXXXXX. fg_make_folder makes one of a name;
// one that is there is no failure. fg_write_file makes or replaces a file. fg_remove_folder removes one with all that is
// in it, links not followed. Each returns 0 or an errno value.
int fg_temporary_folder(char *path);
int fg_make_folder(const char *path);
int fg_write_file(const char *path, const void *bytes, size_t count);
int fg_remove_folder(const char *path);
