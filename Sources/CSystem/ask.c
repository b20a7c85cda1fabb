#define _GNU_SOURCE
#include "include/CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// A descriptor from which `size` bytes can be read, or a negated errno value. A file in memory: the program reads when
// it likes, so that neither side ever waits for the other to make room in a pipe.
static int readable(const uint8_t *bytes, size_t size) {
    int file = memfd_create("forkguard", MFD_CLOEXEC);
    if (file < 0) return -errno;
    size_t written = 0;
    while (written < size) {
        int64_t moved = fg_write(file, bytes + written, size - written);
        if (moved < 0) {
            close(file);
            return (int)moved;
        }
        written += (size_t)moved;
    }
    if (lseek(file, 0, SEEK_SET) < 0) {
        int error = errno;
        close(file);
        return -error;
    }
    return file;
}

static int start(const char *path, int input, int output, pid_t *child) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) return error;
    error = posix_spawnattr_init(&attributes);
    if (error == 0) {
        sigset_t pipes;
        sigemptyset(&pipes);
        sigaddset(&pipes, SIGPIPE);
        posix_spawnattr_setsigdefault(&attributes, &pipes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
        posix_spawn_file_actions_adddup2(&actions, input, 0);
        posix_spawn_file_actions_adddup2(&actions, output, 1);
        char *argv[] = {(char *)path, NULL};
        error = posix_spawn(child, path, &actions, &attributes, argv, environ);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

// Reads to the end into one allocation. Returns 0 or an errno value.
static int read_all(int from, uint8_t **answer, size_t *size) {
    size_t capacity = 1 << 16;
    *size = 0;
    *answer = malloc(capacity);
    while (*answer != NULL) {
        int64_t moved = fg_read(from, *answer + *size, capacity - *size);
        if (moved < 0) return (int)-moved;
        if (moved == 0) return 0;
        *size += (size_t)moved;
        if (*size < capacity) continue;
        uint8_t *larger = realloc(*answer, capacity *= 2);
        if (larger == NULL) break;
        *answer = larger;
    }
    return ENOMEM;
}

int fg_ask(const char *path, const uint8_t *question, size_t size, uint8_t **answer, size_t *answer_size, int *status) {
    *answer = NULL;
    *answer_size = 0;
    *status = 0;
    int input = readable(question, size);
    if (input < 0) return -input;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        int error = errno;
        close(input);
        return error;
    }
    pid_t child = 0;
    int error = start(path, input, ends[1], &child);
    close(input);
    close(ends[1]);
    if (error == 0) {
        error = read_all(ends[0], answer, answer_size);
        // A program that still writes is told that nobody reads, so that the wait below ends.
        close(ends[0]);
        while (waitpid(child, status, 0) < 0) {
            if (errno != EINTR) break;
        }
    } else {
        close(ends[0]);
    }
    return error;
}
