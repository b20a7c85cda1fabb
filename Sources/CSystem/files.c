#define _GNU_SOURCE
#include "include/files.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int write_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t moved = write(descriptor, bytes, count);
        if (moved < 0 && errno == EINTR) continue;
        if (moved < 0) return errno;
        bytes += moved;
        count -= (size_t)moved;
    }
    return 0;
}

// Writes to what is there: no rename can stand for a pipe or a device.
static int write_into(const char *path, const void *bytes, size_t count) {
    int descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return errno;
    int failure = write_all(descriptor, bytes, count);
    close(descriptor);
    return failure;
}

static int replace(const char *path, mode_t mode, const void *bytes, size_t count) {
    size_t length = strlen(path);
    char *temporary = malloc(length + sizeof ".forkguard-XXXXXX");
    if (temporary == NULL) return ENOMEM;
    // Hidden, in the same folder: a rename does not cross file systems.
    const char *name = strrchr(path, '/');
    size_t folder = name == NULL ? 0 : (size_t)(name - path) + 1;
    memcpy(temporary, path, folder);
    strcpy(temporary + folder, ".forkguard-XXXXXX");
    int failure = 0;
    int descriptor = mkostemp(temporary, O_CLOEXEC);
    if (descriptor < 0) {
        failure = errno;
        free(temporary);
        return failure;
    }
    failure = write_all(descriptor, bytes, count);
    if (failure == 0 && fchmod(descriptor, mode) != 0) failure = errno;
    if (close(descriptor) != 0 && failure == 0) failure = errno;
    if (failure == 0 && rename(temporary, path) != 0) failure = errno;
    if (failure != 0) unlink(temporary);
    free(temporary);
    return failure;
}

int fg_replace_file(const char *path, const void *bytes, size_t count) {
    struct stat status;
    if (stat(path, &status) != 0) {
        if (errno != ENOENT) return errno;
        mode_t mask = umask(0);
        umask(mask);
        return replace(path, 0666 & ~mask, bytes, count);
    }
    if (S_ISDIR(status.st_mode)) return EISDIR;
    if (!S_ISREG(status.st_mode)) return write_into(path, bytes, count);
    char *real = realpath(path, NULL);
    if (real == NULL) return errno;
    int failure = replace(real, status.st_mode & 07777, bytes, count);
    free(real);
    return failure;
}

int fg_make_open_folder(const char *path) { return mkdir(path, 0777) == 0 || errno == EEXIST ? 0 : errno; }

struct text {
    char *bytes;
    size_t size;
    size_t room;
};

// Takes what can be read now; 1 at the end, 0 while there may be more, a negated errno value on failure.
static int take(int descriptor, struct text *text) {
    if (text->room - text->size < 4096) {
        size_t room = text->room == 0 ? 16384 : text->room * 2;
        char *grown = realloc(text->bytes, room);
        if (grown == NULL) return -ENOMEM;
        text->bytes = grown;
        text->room = room;
    }
    ssize_t moved = read(descriptor, text->bytes + text->size, text->room - text->size);
    if (moved < 0) return errno == EINTR || errno == EAGAIN ? 0 : -errno;
    text->size += (size_t)moved;
    return moved == 0;
}

static int collect(int output, int errors, struct text texts[2]) {
    struct pollfd waiting[2] = {{output, POLLIN, 0}, {errors, POLLIN, 0}};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        if (poll(waiting, 2, -1) < 0) {
            if (errno == EINTR) continue;
            return errno;
        }
        for (int i = 0; i < 2; i++) {
            if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
            int state = take(waiting[i].fd, &texts[i]);
            if (state < 0) return -state;
            if (state == 1) waiting[i].fd = -1;
        }
    }
    return 0;
}

int fg_output_of(char *const argv[], struct fg_answer *answer) {
    memset(answer, 0, sizeof *answer);
    int output[2], errors[2];
    if (pipe2(output, O_CLOEXEC) != 0) return errno;
    if (pipe2(errors, O_CLOEXEC) != 0) {
        int failure = errno;
        close(output[0]);
        close(output[1]);
        return failure;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output[1], 1);
    posix_spawn_file_actions_adddup2(&actions, errors[1], 2);
    pid_t child = 0;
    int failure = posix_spawnp(&child, argv[0], &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(output[1]);
    close(errors[1]);
    struct text texts[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    if (failure == 0) {
        failure = collect(output[0], errors[0], texts);
        while (waitpid(child, &answer->status, 0) < 0) {
            if (errno == EINTR) continue;
            if (failure == 0) failure = errno;
            break;
        }
    }
    close(output[0]);
    close(errors[0]);
    if (failure != 0) {
        free(texts[0].bytes);
        free(texts[1].bytes);
        return failure;
    }
    answer->output = texts[0].bytes;
    answer->output_size = texts[0].size;
    answer->errors = texts[1].bytes;
    answer->errors_size = texts[1].size;
    return 0;
}
