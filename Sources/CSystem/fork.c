#define _GNU_SOURCE
#include "fork.h"

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

pid_t fg_fork(void) { return fork(); }

pid_t fg_bare_clone(void) {
#if defined(__s390x__)
    return (pid_t)syscall(SYS_clone, NULL, SIGCHLD, NULL, NULL, NULL);
#else
    return (pid_t)syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
#endif
}
