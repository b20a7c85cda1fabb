#define _GNU_SOURCE
#include "include/inspect.h"

#include <errno.h>
#include <elf.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t read_through_file(pid_t pid, uint64_t address, void *into, size_t count) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/mem", (int)pid);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return errno == EACCES ? -EPERM : -errno;
    ssize_t moved = pread(descriptor, into, count, (off_t)address);
    int failure = errno;
    close(descriptor);
    if (moved < 0) return failure == EIO ? -EFAULT : -failure;
    return moved == 0 && count > 0 ? -ESRCH : moved;
}

int64_t fg_read_memory(pid_t pid, uint64_t address, void *into, size_t count) {
    struct iovec local = {into, count};
    struct iovec remote = {(void *)(uintptr_t)address, count};
    ssize_t moved = process_vm_readv(pid, &local, 1, &remote, 1, 0);
    if (moved >= 0) return moved;
    // Seccomp profiles of containers bar the call with EPERM where the file can still be read.
    if (errno == ENOSYS || errno == EPERM) return read_through_file(pid, address, into, count);
    return -(int64_t)errno;
}

int64_t fg_read_link(const char *path, char *into, size_t count) {
    ssize_t length = readlink(path, into, count);
    return length < 0 ? -(int64_t)errno : length;
}

int64_t fg_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void fg_sleep(int64_t milliseconds) {
    if (milliseconds <= 0) return;
    struct timespec left = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
    while (nanosleep(&left, &left) != 0 && errno == EINTR) {}
}

int fg_probe_process(pid_t pid) { return kill(pid, 0) == 0 ? 0 : errno; }

int fg_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno; }

int fg_wait_readable(int descriptor, int64_t milliseconds) {
    int64_t until = fg_milliseconds() + milliseconds;
    for (;;) {
        int64_t left = until - fg_milliseconds();
        struct pollfd entry = {descriptor, POLLIN, 0};
        int found = poll(&entry, 1, left < 0 ? 0 : left > 1 << 30 ? 1 << 30 : (int)left);
        if (found > 0) return 1;
        if (found < 0 && errno != EINTR) return 1;
        if (left <= 0) return 0;
    }
}

// The registers of a thread that is stopped for this process.
static int read_place(pid_t thread, uint64_t *stack, uint64_t *counter) {
#if defined(__x86_64__)
    struct user_regs_struct registers;
#elif defined(__aarch64__)
    struct user_pt_regs registers;
#endif
#if defined(__x86_64__) || defined(__aarch64__)
    struct iovec into = {&registers, sizeof registers};
    if (ptrace(PTRACE_GETREGSET, thread, (void *)NT_PRSTATUS, &into) != 0) return errno;
#endif
#if defined(__x86_64__)
    *stack = registers.rsp;
    *counter = registers.rip;
    return 0;
#elif defined(__aarch64__)
    *stack = registers.sp;
    *counter = registers.pc;
    return 0;
#else
    (void)thread, (void)stack, (void)counter;
    return ENOSYS;
#endif
}

int fg_sample_running(pid_t thread, uint64_t *stack, uint64_t *counter) {
    if (ptrace(PTRACE_SEIZE, thread, NULL, NULL) != 0) return errno;
    int failure = ptrace(PTRACE_INTERRUPT, thread, NULL, NULL) == 0 ? 0 : errno;
    // One that does not stop waits for a device; what was seized is let go when this process ends at the latest.
    int64_t until = fg_milliseconds() + 500;
    int status = 0;
    pid_t stopped = 0;
    while (failure == 0 && (stopped = waitpid(thread, &status, __WALL | __WNOTHREAD | WNOHANG)) == 0) {
        if (fg_milliseconds() > until) failure = ETIMEDOUT;
        struct timespec pause = {0, 100000};
        nanosleep(&pause, NULL);
    }
    if (failure == 0 && (stopped < 0 || !WIFSTOPPED(status))) return ESRCH;
    if (failure == 0) failure = read_place(thread, stack, counter);
    // A signal that arrived in this moment is handed on. An interrupt is told as SIGTRAP, with an event above it.
    int number = WIFSTOPPED(status) && status >> 16 == 0 ? WSTOPSIG(status) : 0;
    ptrace(PTRACE_DETACH, thread, NULL, (void *)(intptr_t)number);
    return failure;
}
