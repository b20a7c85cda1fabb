#define _GNU_SOURCE
#include "include/watch.h"

#include "include/CSystem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static sigset_t mask_before;

static sigset_t ending_signals(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGQUIT);
    sigaddset(&set, SIGTERM);
    return set;
}

void fg_watch_begin(void) {
    sigset_t set = ending_signals();
    sigprocmask(SIG_BLOCK, &set, &mask_before);
    // A parent that ignores its children would lose their statuses.
    signal(SIGCHLD, SIG_DFL);
}

void fg_watch_end(int number) {
    if (number != 0) {
        struct sigaction current;
        // An ignored signal (nohup) was never waited for; any other ends this process as it should have.
        if (sigaction(number, NULL, &current) == 0 && current.sa_handler != SIG_IGN) raise(number);
    }
    sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

int fg_watch_pause(int milliseconds) {
    sigset_t set = ending_signals();
    for (int number = 1; number < 32; number++) {
        struct sigaction current;
        if (sigismember(&set, number) && sigaction(number, NULL, &current) == 0 && current.sa_handler == SIG_IGN)
            sigdelset(&set, number);
    }
    struct timespec limit = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
    int number = sigtimedwait(&set, NULL, &limit);
    return number > 0 ? number : 0;
}

int64_t fg_monotonic(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int fg_send(pid_t process, int number) { return process > 1 && kill(process, number) == 0 ? 0 : process > 1 ? errno : ESRCH; }

// MARK: The keeper. It came by a fork and never execs: it calls nothing that takes a lock.

struct report {
    int32_t event;
    int32_t value;
};

static void tell(int reports, int event, int value) {
    struct report report = {event, value};
    // Shorter than PIPE_BUF: written whole, or not at all because nobody listens any more.
    (void)!write(reports, &report, sizeof report);
}

// The parent in the text of /proc/PID/stat: the second field after the name, which may hold anything.
static pid_t parent_in(const char *text, size_t count) {
    size_t at = count;
    while (at > 0 && text[at - 1] != ')') at--;
    at += 3; // blank, state, blank
    pid_t parent = 0;
    for (; at < count && text[at] >= '0' && text[at] <= '9'; at++) parent = parent * 10 + (text[at] - '0');
    return parent;
}

static pid_t parent_of(pid_t process) {
    char path[40], text[512];
    snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t count = read(file, text, sizeof text);
    close(file);
    return count > 0 ? parent_in(text, (size_t)count) : 0;
}

enum { MOST_PROCESSES = 1 << 16, MOST_GENERATIONS = 64 };
// Only a keeper writes here: the pages cost nothing before.
static pid_t processes[MOST_PROCESSES], parents[MOST_PROCESSES];

static size_t list_processes(void) {
    int folder = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return 0;
    size_t found = 0;
    char buffer[16384] __attribute__((aligned(16)));
    long count;
    while ((count = syscall(SYS_getdents64, folder, buffer, sizeof buffer)) > 0) {
        for (long at = 0; at < count;) {
            struct dirent64 *entry = (struct dirent64 *)(void *)(buffer + at);
            at += entry->d_reclen;
            if (entry->d_name[0] < '1' || entry->d_name[0] > '9' || found == MOST_PROCESSES) continue;
            pid_t process = 0;
            for (const char *digit = entry->d_name; *digit >= '0' && *digit <= '9'; digit++)
                process = process * 10 + (*digit - '0');
            processes[found] = process;
            parents[found++] = parent_of(process);
        }
    }
    close(folder);
    return found;
}

// Whether `ancestor` is above the process at `index`.
static int descends(size_t index, size_t count, pid_t ancestor) {
    pid_t above = parents[index];
    for (int generation = 0; generation < MOST_GENERATIONS && above > 1; generation++) {
        if (above == ancestor) return 1;
        size_t at = 0;
        while (at < count && processes[at] != above) at++;
        if (at == count) return 0;
        above = parents[at];
    }
    return 0;
}

// Ends everything below this process. That there is no child left is the kernel's word, not a list's.
static void end_all(void) {
    pid_t own = getpid();
    for (int round = 0; round < 1000; round++) {
        size_t count = list_processes();
        for (size_t i = 0; i < count; i++) {
            if (processes[i] != own && descends(i, count, own)) kill(processes[i], SIGKILL);
        }
        pid_t ended;
        while ((ended = waitpid(-1, NULL, WNOHANG)) > 0) {}
        if (ended < 0 && errno == ECHILD) return;
        struct timespec pause = {0, 2000000};
        nanosleep(&pause, NULL);
    }
}

static void replace(int descriptor, const char *path, int flags) {
    int file = open(path, flags | O_CLOEXEC, 0600);
    if (file < 0) _exit(126);
    if (file == descriptor) fcntl(file, F_SETFD, 0);
    else dup2(file, descriptor);
}

struct start {
    char *const *argv;
    char *const *envp;
    const char *folder, *output, *errors;
};

static _Noreturn void become(const struct start *start, int failures) {
    setsid();
    fg_restore_broken_pipes();
    struct rlimit none = {0, 0};
    // A program that is made to tell where it hangs leaves no core file behind.
    setrlimit(RLIMIT_CORE, &none);
    replace(0, "/dev/null", O_RDONLY);
    replace(1, start->output, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND);
    replace(2, start->errors, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND);
    int is_there = start->folder == NULL || chdir(start->folder) == 0;
    sigprocmask(SIG_SETMASK, &mask_before, NULL);
    if (is_there) execvpe(start->argv[0], start->argv, start->envp);
    int error = errno;
    (void)!write(failures, &error, sizeof error);
    _exit(127);
}

// Waits for the program's end and for the word to end it.
static _Noreturn void keep(const struct start *start, int reports, pid_t parent) {
    sigset_t set = ending_signals();
    sigaddset(&set, SIGCHLD);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    // Ctrl-C is for forkguard, which then says what is to be done.
    setpgid(0, 0);
    prctl(PR_SET_NAME, "forkguard-keep");
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(1);
    int failures[2];
    if (pipe2(failures, O_CLOEXEC) != 0) {
        tell(reports, FG_WATCH_FAILED, errno);
        _exit(1);
    }
    pid_t program = fork();
    if (program == 0) become(start, failures[1]);
    close(failures[1]);
    int error = program < 0 ? errno : 0;
    if (program > 0 && read(failures[0], &error, sizeof error) != sizeof error) error = 0;
    close(failures[0]);
    if (error != 0) tell(reports, FG_WATCH_FAILED, error);
    else tell(reports, FG_WATCH_STARTED, program);
    for (;;) {
        int status;
        pid_t ended;
        // Orphans come here, too.
        while ((ended = waitpid(-1, &status, WNOHANG)) > 0) {
            if (ended == program && error == 0) tell(reports, FG_WATCH_ENDED, status);
        }
        int number = sigwaitinfo(&set, NULL);
        if (number <= 0 || number == SIGCHLD) continue;
        end_all();
        _exit(0);
    }
}

int fg_watch_start(char *const argv[], char *const envp[], const char *folder, const char *output, const char *errors,
                   struct fg_keeper *into) {
    int pipes[2];
    if (pipe2(pipes, O_CLOEXEC | O_NONBLOCK) != 0) return errno;
    struct start start = {argv, envp, folder, output, errors};
    pid_t own = getpid();
    into->keeper = fork();
    if (into->keeper < 0) {
        int error = errno;
        close(pipes[0]);
        close(pipes[1]);
        return error;
    }
    if (into->keeper == 0) keep(&start, pipes[1], own);
    close(pipes[1]);
    into->reports = pipes[0];
    return 0;
}

int fg_watch_read(const struct fg_keeper *keeper, int32_t *value) {
    struct report report;
    ssize_t count;
    do count = read(keeper->reports, &report, sizeof report);
    while (count < 0 && errno == EINTR);
    if (count < 0) return errno == EAGAIN ? FG_WATCH_NOTHING : FG_WATCH_LOST;
    if (count != sizeof report) return FG_WATCH_LOST;
    *value = report.value;
    return report.event;
}

int fg_watch_stop(struct fg_keeper *keeper) {
    if (keeper->keeper <= 0) return 0;
    kill(keeper->keeper, SIGTERM);
    int64_t end = fg_monotonic() + 10000000000;
    pid_t ended;
    while ((ended = waitpid(keeper->keeper, NULL, WNOHANG)) == 0 || (ended < 0 && errno == EINTR)) {
        if (fg_monotonic() > end) break;
        struct timespec pause = {0, 1000000};
        nanosleep(&pause, NULL);
    }
    close(keeper->reports);
    if (ended == keeper->keeper) keeper->keeper = 0;
    return keeper->keeper == 0 ? 0 : 1;
}

// MARK: Folders

int fg_temporary_folder(char *path) { return mkdtemp(path) != NULL ? 0 : errno; }

int fg_make_folder(const char *path) { return mkdir(path, 0700) == 0 || errno == EEXIST ? 0 : errno; }

int fg_write_file(const char *path, const void *bytes, size_t count) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return errno;
    const char *next = bytes;
    while (count > 0) {
        int64_t moved = fg_write(file, next, count);
        if (moved <= 0) {
            close(file);
            return moved < 0 ? (int)-moved : EIO;
        }
        next += moved;
        count -= (size_t)moved;
    }
    return close(file) == 0 ? 0 : errno;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status;
    (void)kind;
    (void)place;
    return remove(path) == 0 ? 0 : errno;
}

int fg_remove_folder(const char *path) { return nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS); }
