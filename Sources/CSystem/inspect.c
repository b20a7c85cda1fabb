#define _GNU_SOURCE
#include "include/inspect.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/uio.h>
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
