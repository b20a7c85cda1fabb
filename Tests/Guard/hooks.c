// Tests of CForkHooks without any Python. Prints what fails; ends with the number of failures.
//
// cc -ISources/CForkHooks/include Tests/Guard/hooks.c Sources/CForkHooks/*.c -lpthread && ./a.out [bench]
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "forkhooks.h"

static int failures;

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            failures++; \
            fprintf(stderr, "hooks.c:%d: %s\n", __LINE__, #condition); \
        } \
    } while (0)

static int wait_for(pid_t child) {
    int status = -1;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static volatile int stop;

static void *named_thread(void *name) {
    prctl(PR_SET_NAME, name);
    while (!stop) usleep(1000);
    return NULL;
}

static void test_before_install(void) {
    CHECK(forkhooks_generation() == 0);
    CHECK(forkhooks_origin() == NULL);
}

static void test_generations(void) {
    CHECK(forkhooks_generation() == 1);
    pid_t child = fork();
    if (child == 0) {
        int bad = forkhooks_generation() != 2;
        pid_t grandchild = fork();
        if (grandchild == 0) _exit(forkhooks_generation() != 3 || forkhooks_origin() == NULL);
        _exit(bad || wait_for(grandchild) != 0);
    }
    CHECK(wait_for(child) == 0);
    CHECK(forkhooks_generation() == 1);
    CHECK(forkhooks_origin() == NULL);
}

static void test_origin(void) {
    uint32_t before = forkhooks_count();
    pid_t parent = getpid();
    pid_t child = fork();
    if (child == 0) {
        const forkhooks_event *event = forkhooks_origin();
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        int good = event != NULL && event->parent == parent && event->generation == 1 && event->thread == parent
            && now.tv_sec - event->seconds <= 2 && event->grandparent != parent && forkhooks_count() == 0;
        _exit(!good);
    }
    CHECK(wait_for(child) == 0);
    CHECK(forkhooks_count() == before + 1);
}

static void test_bare_clone(int flags) {
    if (!(flags & FORKHOOKS_WIPED_PAGE)) return;
    pid_t child = (pid_t)syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, 0);
    if (child == 0) _exit(forkhooks_generation() != 2 || forkhooks_generation() != 2 || forkhooks_origin() != NULL);
    CHECK(wait_for(child) == 0);
}

static void test_threads(void) {
    enum { MANY = 80 };
    static char names[MANY][16];
    pthread_t threads[MANY];
    for (int i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "worker-%d", i);
        pthread_create(&threads[i], NULL, named_thread, names[i]);
    }
    usleep(100000);
    pid_t child = fork();
    // Not armed: the event holds no names.
    if (child == 0) _exit(forkhooks_origin()->threads != 0 || forkhooks_origin()->frames != 0);
    CHECK(wait_for(child) == 0);
    forkhooks_arm();
    child = fork();
    if (child == 0) {
        const forkhooks_event *event = forkhooks_origin();
        int good = event->threads == MANY && event->named == FORKHOOKS_THREADS && event->frames > 2;
        for (int i = 0; i < event->named; i++) good = good && strncmp(event->names[i], "worker-", 7) == 0;
        // The child has none of them, and a child of its own starts afresh.
        char own[4][FORKHOOKS_NAME];
        good = good && forkhooks_threads(own, 4) == 0;
        pid_t grandchild = fork();
        if (grandchild == 0) _exit(forkhooks_origin()->threads != 0 || forkhooks_origin()->parent != getppid());
        _exit(!good || wait_for(grandchild) != 0);
    }
    CHECK(wait_for(child) == 0);
    char some[8][FORKHOOKS_NAME];
    CHECK(forkhooks_threads(some, 8) == MANY);
    stop = 1;
    for (int i = 0; i < MANY; i++) pthread_join(threads[i], NULL);
}

// What the event of a fork holds: as many threads, one of them of that name, and addresses or none.
static int is_told(int threads, const char *name, int has_frames) {
    const forkhooks_event *event = forkhooks_origin();
    int found = 0;
    for (int i = 0; i < event->named; i++) found = found || strcmp(event->names[i], name) == 0;
    return found && event->threads == threads && (event->frames > 0) == has_frames;
}

static int child_is_told(int threads, const char *name, int has_frames) {
    pid_t child = fork();
    if (child == 0) _exit(!is_told(threads, name, has_frames));
    return wait_for(child) == 0;
}

// Names are kept from fork to fork: another set of threads must not get those of the set before.
static void test_names_that_are_kept(void) {
    forkhooks_arm();
    pthread_t threads[2];
    for (int round = 0; round < 20; round++) {
        static char names[2][16];
        stop = 0;
        for (int i = 0; i < 2; i++) {
            snprintf(names[i], sizeof names[i], "round-%d-%d", round, i);
            pthread_create(&threads[i], NULL, named_thread, names[i]);
        }
        char seen[4][FORKHOOKS_NAME];
        for (int tries = 0; tries < 1000; tries++) {
            if (forkhooks_threads(seen, 4) == 2 && seen[0][0] == 'r' && seen[1][0] == 'r') break;
            usleep(5000);
        }
        for (int each = 0; each < 4; each++) {
            forkhooks_place_known();
            CHECK(child_is_told(2, names[0], 0));
            CHECK(child_is_told(2, names[1], 1));
        }
        stop = 1;
        for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    }
    stop = 0;
}

static void test_text(void) {
    int ends[2];
    CHECK(pipe(ends) == 0);
    forkhooks_text text = {0};
    forkhooks_put(&text, "pid ");
    forkhooks_put_number(&text, -42);
    forkhooks_put(&text, " ");
    forkhooks_put_number(&text, INT64_MIN);
    forkhooks_put(&text, " ");
    forkhooks_put_address(&text, (void *)0x1f);
    errno = 7;
    CHECK(forkhooks_write(&text, ends[1]) == 0 && errno == 7);
    char buffer[2000] = {0};
    CHECK(read(ends[0], buffer, sizeof buffer) > 0);
    CHECK(strcmp(buffer, "pid -42 -9223372036854775808 0x1f") == 0);
    // Too long a text is cut, and goes no further than its end.
    memset(&text, 0, sizeof text);
    for (int i = 0; i < 200; i++) forkhooks_put(&text, "0123456789");
    CHECK(text.length == sizeof text.bytes);
    close(ends[0]);
    signal(SIGPIPE, SIG_IGN);
    CHECK(forkhooks_write(&text, ends[1]) == -1 && errno == EPIPE);
    close(ends[1]);
}

// Eight threads fork and allocate at once; every child must see a fork of its own parent and end by itself.
static void *forking_thread(void *count) {
    for (long i = 0; i < (long)count; i++) {
        free(malloc(1 + i % 5000));
        pid_t parent = getpid();
        pid_t child = fork();
        if (child == 0) {
            const forkhooks_event *event = forkhooks_origin();
            free(malloc(100));
            _exit(forkhooks_generation() != 2 || (event != NULL && event->parent != parent) ? 1 : 7);
        }
        if (child < 0 || wait_for(child) != 7) __atomic_fetch_add(&failures, 1, __ATOMIC_SEQ_CST);
    }
    return NULL;
}

static void test_stress(long count) {
    pthread_t threads[8];
    for (int i = 0; i < 8; i++) pthread_create(&threads[i], NULL, forking_thread, (void *)count);
    for (int i = 0; i < 8; i++) pthread_join(threads[i], NULL);
}

// MARK: Costs

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + now.tv_nsec / 1e9;
}

static void bench(int is_installed) {
    enum { CHECKS = 50000000, CALLS = 500000, FORKS = 400 };
    uint32_t sum = 0;
    double begin = seconds();
    for (int i = 0; i < CHECKS; i++) {
        sum += forkhooks_generation();
        __asm__ volatile("" ::: "memory");
    }
    double check = (seconds() - begin) / CHECKS;
    begin = seconds();
    for (int i = 0; i < CALLS; i++) sum += (uint32_t)syscall(SYS_getpid);
    double getpid_cost = (seconds() - begin) / CALLS;
    begin = seconds();
    for (int i = 0; i < FORKS; i++) {
        pid_t child = fork();
        if (child == 0) _exit(0);
        wait_for(child);
    }
    double fork_cost = (seconds() - begin) / FORKS;
    printf("%s %.2f %.1f %.1f %u\n", is_installed ? "installed" : "bare", check * 1e9, getpid_cost * 1e9, fork_cost * 1e6, sum & 1);
}

int main(int count, char **arguments) {
    if (count > 1 && strcmp(arguments[1], "bench") == 0) {
        bench(0);
        forkhooks_install();
        bench(1);
        forkhooks_arm();
        bench(1);
        return 0;
    }
    long forks = count > 1 ? atol(arguments[1]) : 200;
    test_before_install();
    int flags = forkhooks_install();
    CHECK(flags & FORKHOOKS_INSTALLED);
    CHECK(forkhooks_install() == flags);
    test_generations();
    test_origin();
    test_bare_clone(flags);
    test_text();
    test_threads();
    test_names_that_are_kept();
    test_stress(forks);
    if (!(flags & FORKHOOKS_WIPED_PAGE)) printf("the page is not wiped here\n");
    return failures;
}
