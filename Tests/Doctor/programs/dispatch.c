// A queue of libdispatch whose worker the fork leaves behind: the child waits for its turn. Prints `child PID`.
#include <dispatch/dispatch.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void hold(void *unused) {
    (void)unused;
    sleep(3600);
}

static void nothing(void *unused) { (void)unused; }

int main(void) {
    dispatch_queue_t queue = dispatch_queue_create("queue", NULL);
    dispatch_async_f(queue, NULL, hold);
    usleep(300000);
    pid_t pid = fork();
    if (pid == 0) {
        dispatch_sync_f(queue, NULL, nothing);
        _exit(0);
    }
    printf("child %d\n", (int)pid);
    fflush(stdout);
    int status;
    waitpid(pid, &status, 0);
    return 0;
}
