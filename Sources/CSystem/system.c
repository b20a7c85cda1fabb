// Files and folders: the few system calls that forkguard makes, behind plain C types.

#define _GNU_SOURCE
#include "CSystem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

static int kind_of_mode(mode_t mode) {
    if (S_ISREG(mode)) return FG_KIND_FILE;
    if (S_ISDIR(mode)) return FG_KIND_FOLDER;
    if (S_ISLNK(mode)) return FG_KIND_LINK;
    if (S_ISFIFO(mode)) return FG_KIND_PIPE;
    if (S_ISSOCK(mode)) return FG_KIND_SOCKET;
    return FG_KIND_DEVICE;
}

int fg_get_status(const char *path, struct fg_status *out) {
    struct stat status;
    if (stat(path, &status) != 0) return errno;
    out->kind = kind_of_mode(status.st_mode);
    out->size = (int64_t)status.st_size;
    out->modified = (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
    out->changed = (int64_t)status.st_ctim.tv_sec * 1000000000 + status.st_ctim.tv_nsec;
    out->number = (uint64_t)status.st_ino;
    return 0;
}

static int kind_of_entry(int folder, const struct dirent *entry) {
    switch (entry->d_type) {
    case DT_REG: return FG_KIND_FILE;
    case DT_DIR: return FG_KIND_FOLDER;
    case DT_LNK: return FG_KIND_LINK;
    case DT_FIFO: return FG_KIND_PIPE;
    case DT_SOCK: return FG_KIND_SOCKET;
    case DT_CHR:
    case DT_BLK: return FG_KIND_DEVICE;
    default: break;
    }
    // Some file systems do not tell the type in the listing.
    struct stat status;
    if (fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return FG_KIND_DEVICE;
    return kind_of_mode(status.st_mode);
}

int fg_list_folder(const char *path, char **entries, size_t *size) {
    *entries = NULL;
    *size = 0;
    DIR *folder = opendir(path);
    if (folder == NULL) return errno;
    char *bytes = NULL;
    size_t used = 0, capacity = 0;
    int failure = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (entry == NULL) {
            failure = errno;
            break;
        }
        const char *name = entry->d_name;
        if (name[0] == '.' && (name[1] == 0 || (name[1] == '.' && name[2] == 0))) continue;
        size_t length = strlen(name);
        if (used + length + 2 > capacity) {
            size_t larger = (capacity + length + 2) * 2 + 1024;
            char *moved = realloc(bytes, larger);
            if (moved == NULL) {
                failure = ENOMEM;
                break;
            }
            bytes = moved;
            capacity = larger;
        }
        bytes[used] = (char)kind_of_entry(dirfd(folder), entry);
        memcpy(bytes + used + 1, name, length + 1);
        used += length + 2;
    }
    closedir(folder);
    if (failure != 0) {
        free(bytes);
        return failure;
    }
    *entries = bytes;
    *size = used;
    return 0;
}

int fg_open_file(const char *path, int64_t *size) {
    // Without O_NONBLOCK the open of a pipe that took the file's place would wait for a writer.
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (descriptor < 0) return -errno;
    struct stat status;
    if (fstat(descriptor, &status) != 0) {
        int failure = errno;
        close(descriptor);
        return -failure;
    }
    if (!S_ISREG(status.st_mode)) {
        close(descriptor);
        return -FG_NOT_A_FILE;
    }
    *size = (int64_t)status.st_size;
    return descriptor;
}

int64_t fg_read(int descriptor, void *into, size_t count) {
    for (;;) {
        ssize_t moved = read(descriptor, into, count);
        if (moved >= 0) return (int64_t)moved;
        if (errno != EINTR) return -(int64_t)errno;
    }
}

int64_t fg_write(int descriptor, const void *from, size_t count) {
    for (;;) {
        ssize_t moved = write(descriptor, from, count);
        if (moved >= 0) return (int64_t)moved;
        if (errno != EINTR) return -(int64_t)errno;
    }
}

void fg_close(int descriptor) { close(descriptor); }

char *fg_real_path(const char *path, int *error) {
    char *found = realpath(path, NULL);
    *error = found == NULL ? errno : 0;
    return found;
}

void fg_error_text(int error, char *into, size_t count) {
    if (count == 0) return;
    snprintf(into, count, "%s", strerrordesc_np(error) != NULL ? strerrordesc_np(error) : "unknown error");
}

static void (*original_pipe_handler)(int) = SIG_DFL;

void fg_ignore_broken_pipes(void) { original_pipe_handler = signal(SIGPIPE, SIG_IGN); }

void fg_restore_broken_pipes(void) { signal(SIGPIPE, original_pipe_handler); }

int fg_is_terminal(int descriptor) { return isatty(descriptor); }

int fg_terminal_width(int descriptor) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

int fg_processor_count(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0) return CPU_COUNT(&set);
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (int)count : 1;
}

int fg_open_scratch(void) {
    const char *folder = getenv("TMPDIR");
    if (folder == NULL || *folder == '\0') folder = "/tmp";
    int descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0) return descriptor;
    // Not every file system has files without names.
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/forkguard-XXXXXX", folder);
    if (length < 0 || (size_t)length >= sizeof path) return -ENAMETOOLONG;
    descriptor = mkostemp(path, O_CLOEXEC);
    if (descriptor < 0) return -errno;
    unlink(path);
    return descriptor;
}

int fg_read_at(int descriptor, void *into, size_t count, int64_t offset) {
    char *bytes = into;
    while (count > 0) {
        ssize_t moved = pread(descriptor, bytes, count, (off_t)offset);
        if (moved < 0 && errno == EINTR) continue;
        if (moved < 0) return errno;
        if (moved == 0) return EIO;
        bytes += moved;
        count -= (size_t)moved;
        offset += moved;
    }
    return 0;
}
