#define _GNU_SOURCE
#include "include/CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static sigset_t original_mask;

// The signals that are handed on, and the one that tells of the child.
static sigset_t awaited_signals(void) {
    static const int numbers[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2,
                                  SIGALRM, SIGTSTP, SIGCONT, SIGWINCH, SIGCHLD};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaddset(&set, numbers[i]);
    return set;
}

// Runs in the child: everything that this command changed for itself goes back to what it was.
static _Noreturn void become(char *const argv[], char *const envp[], int report) {
    fg_restore_broken_pipes();
    sigprocmask(SIG_SETMASK, &original_mask, NULL);
    execvpe(argv[0], argv, envp);
    int error = errno;
    (void)!write(report, &error, sizeof error);
    _exit(127);
}

int fg_launch(char *const argv[], char *const envp[], pid_t *child) {
    int pipes[2];
    if (pipe2(pipes, O_CLOEXEC) != 0) return errno;
    sigset_t set = awaited_signals();
    sigprocmask(SIG_BLOCK, &set, &original_mask);
    *child = fork();
    if (*child < 0) {
        int error = errno;
        close(pipes[0]);
        close(pipes[1]);
        sigprocmask(SIG_SETMASK, &original_mask, NULL);
        return error;
    }
    if (*child == 0) become(argv, envp, pipes[1]);
    // A parent that ignores its children would lose the status; the child has its own setting by now.
    signal(SIGCHLD, SIG_DFL);
    close(pipes[1]);
    int error = 0;
    ssize_t got;
    do got = read(pipes[0], &error, sizeof error);
    while (got < 0 && errno == EINTR);
    close(pipes[0]);
    if (got != sizeof error) return 0;
    while (waitpid(*child, NULL, 0) < 0 && errno == EINTR) {}
    sigprocmask(SIG_SETMASK, &original_mask, NULL);
    return error;
}

// Stops as the child has, so that a shell sees its job stopped; goes on when the shell lets it.
static void stop_too(pid_t child) {
    raise(SIGSTOP);
    kill(child, SIGCONT);
}

int fg_wait(pid_t child, int *status) {
    sigset_t set = awaited_signals();
    for (;;) {
        // Looked for before waiting: signals of one kind do not queue.
        pid_t ended;
        while ((ended = waitpid(child, status, WNOHANG | WUNTRACED)) == child) {
            if (!WIFSTOPPED(*status)) return 0;
            stop_too(child);
        }
        if (ended < 0 && errno != EINTR) return errno;
        siginfo_t info;
        int number = sigwaitinfo(&set, &info);
        if (number <= 0 || number == SIGCHLD) continue;
        if (info.si_code == SI_KERNEL && number != SIGALRM) continue;
        kill(child, number);
    }
}

void fg_end_as(int status) {
    if (WIFSIGNALED(status)) {
        int number = WTERMSIG(status);
        // The command has left a core file where one is wanted; this process has nothing to show.
        struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        signal(number, SIG_DFL);
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, number);
        sigprocmask(SIG_UNBLOCK, &set, NULL);
        raise(number);
        _exit(128 + number);
    }
    _exit(WEXITSTATUS(status));
}

int fg_temporary_file(char *path) {
    int descriptor = mkostemp(path, O_CLOEXEC);
    if (descriptor < 0) return errno;
    close(descriptor);
    return 0;
}

int fg_append_to(const char *path) {
    int descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0666);
    if (descriptor < 0) return errno;
    close(descriptor);
    return 0;
}

void fg_remove_file(const char *path) { unlink(path); }
