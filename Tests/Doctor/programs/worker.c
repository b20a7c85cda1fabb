// A library that no rule knows: it keeps a thread of its own, which does what is asked of it.
#include <pthread.h>
#include <semaphore.h>

static sem_t asked, answered, event;

static void *serve(void *unused) {
    for (;;) {
        sem_wait(&asked);
        sem_post(&answered);
    }
    return unused;
}

static void *nothing(void *unused) { return unused; }

void worker_start(void) {
    sem_init(&asked, 0, 0);
    sem_init(&answered, 0, 0);
    pthread_t thread;
    pthread_create(&thread, NULL, serve, NULL);
}

// Waits for the thread's answer.
void worker_ask(void) {
    sem_post(&asked);
    while (sem_wait(&answered) != 0) {}
}

// A thread that ends before anybody forks.
void worker_once(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, nothing, NULL);
    pthread_join(thread, NULL);
}

void worker_notify(void) { sem_post(&event); }

// Waits until a signal's handler calls `worker_notify`.
void worker_idle(void) {
    while (sem_wait(&event) != 0) {}
}
