// C programs whose forked child hangs, or is healthy: locks CASE. Prints `child PID` and waits for that child.
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

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

static void start(void *(*body)(void *)) {
    pthread_t thread;
    pthread_create(&thread, NULL, body, NULL);
    usleep(200000);
}

static void child(const char *what) {
    if (strcmp(what, "mutex") == 0) pthread_mutex_lock(&mutex);
    if (strcmp(what, "condition") == 0) {
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
}

int main(int count, char **arguments) {
    const char *what = count > 1 ? arguments[1] : "";
    sem_init(&semaphore, 0, 0);
    if (strcmp(what, "mutex") == 0 || strcmp(what, "helped") == 0) start(hold);
    if (strcmp(what, "condition") == 0) start(serve);
    pid_t pid = fork();
    if (pid == 0) {
        child(what);
        _exit(0);
    }
    printf("child %d\n", (int)pid);
    fflush(stdout);
    int status;
    waitpid(pid, &status, 0);
    printf("status %d\n", status);
    return 0;
}
