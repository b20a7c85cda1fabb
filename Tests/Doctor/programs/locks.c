// C programs whose forked child hangs, or is healthy: locks CASE. Prints `child PID` and waits for that child; where the
// case's name begins with `orphan-`, ends instead.
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

void worker_start(void);
void worker_ask(void);
void worker_once(void);
void worker_notify(void);
void worker_idle(void);

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static sem_t semaphore;

static void *hold(void *unused) {
    pthread_mutex_lock(&mutex);
    sleep(3600);
    return unused;
}

static void *serve(void *unused) {
    for (;;) pause();
    return unused;
}

static void wake(int number) {
    (void)number;
    sem_post(&semaphore);
}

static void notify(int number) {
    (void)number;
    worker_notify();
}

static void *lock(void *unused) {
    pthread_mutex_lock(&mutex);
    return unused;
}

static void start(void *(*body)(void *)) {
    pthread_t thread;
    pthread_create(&thread, NULL, body, NULL);
    usleep(200000);
}

static void child(const char *what) {
    if (strcmp(what, "mutex") == 0) pthread_mutex_lock(&mutex);
    if (strcmp(what, "orphan-mutex") == 0) pthread_mutex_lock(&mutex);
    if (strcmp(what, "condition") == 0 || strcmp(what, "orphan-condition") == 0) {
        pthread_mutex_lock(&mutex);
        for (;;) pthread_cond_wait(&condition, &mutex);
    }
    if (strcmp(what, "own-mutex") == 0) {
        start(hold);
        pthread_mutex_lock(&mutex);
    }
    if (strcmp(what, "twice") == 0) {
        pthread_mutex_lock(&mutex);
        pthread_mutex_lock(&mutex);
    }
    if (strcmp(what, "semaphore-of-handler") == 0) {
        signal(SIGTERM, wake);
        while (sem_wait(&semaphore) != 0) {}
    }
    if (strcmp(what, "helped") == 0) {
        // Beside the thread that hangs, others of the child's own go on.
        start(serve);
        pthread_mutex_lock(&mutex);
    }
    if (strcmp(what, "beside") == 0) {
        // A server's first thread goes on; one that serves hangs.
        start(lock);
        for (;;) poll(NULL, 0, 100);
    }
    if (strcmp(what, "first-thread-ended") == 0) {
        start(lock);
        pthread_exit(NULL);
    }
    if (strcmp(what, "first-thread-ended-healthy") == 0) {
        start(serve);
        pthread_exit(NULL);
    }
    if (strcmp(what, "orphan-library") == 0) worker_ask();
    if (strcmp(what, "orphan-idle") == 0) {
        // A daemon whose library has had a thread, and has none at the fork.
        signal(SIGTERM, notify);
        worker_idle();
    }
    if (strcmp(what, "orphan-semaphore") == 0) while (sem_wait(&semaphore) != 0) {}
}

int main(int count, char **arguments) {
    const char *what = count > 1 ? arguments[1] : "";
    sem_init(&semaphore, 0, 0);
    const char *const held[] = {"mutex", "helped", "beside", "first-thread-ended", "orphan-mutex"};
    for (size_t at = 0; at < sizeof held / sizeof *held; at++) {
        if (strcmp(what, held[at]) == 0) start(hold);
    }
    if (strcmp(what, "condition") == 0 || strcmp(what, "orphan-condition") == 0) start(serve);
    if (strcmp(what, "orphan-library") == 0) {
        worker_start();
        worker_ask();
    }
    if (strcmp(what, "orphan-idle") == 0) worker_once();
    pid_t pid = fork();
    if (pid == 0) {
        child(what);
        _exit(0);
    }
    printf("child %d\n", (int)pid);
    fflush(stdout);
    if (strncmp(what, "orphan-", 7) == 0) return 0;
    int status;
    waitpid(pid, &status, 0);
    printf("status %d\n", status);
    return 0;
}
