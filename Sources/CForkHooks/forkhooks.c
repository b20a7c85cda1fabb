#define _GNU_SOURCE
#include "forkhooks.h"

#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#ifndef MADV_WIPEONFORK
#define MADV_WIPEONFORK 18
#endif

// Several threads may fork at once; each takes a slot of its own. A thread that finds none forks without details.
enum { SLOTS = 8 };

typedef struct slot {
    _Atomic(pthread_t) owner; // 0: free. `pthread_self` is the same on both sides of a fork, a thread's number is not.
    forkhooks_event event;
} slot;

static slot slots[SLOTS];

__attribute__((visibility("default"))) struct forkhooks_witness forkhooks_witness = {.cookie = "fgwitness"};
static _Atomic uint32_t forks;
static _Atomic int armed;
static int flags;

// Ordinary memory, which the child inherits: the generation of the nearest ancestor that was greeted.
static _Atomic uint32_t last_generation;

static uint32_t word_without_page;
const volatile uint32_t *forkhooks_word = &word_without_page;

uint32_t forkhooks_generation_slow(void) {
    _Atomic uint32_t *word = (_Atomic uint32_t *)(uintptr_t)forkhooks_word;
    if (!(flags & FORKHOOKS_INSTALLED)) return 0;
    // Two threads of a cloned process may come here at once: the first one's number holds for both.
    uint32_t seen = 0;
    uint32_t mine = atomic_load(&last_generation) + 1;
    if (atomic_compare_exchange_strong(word, &seen, mine)) {
        atomic_store(&last_generation, mine);
        forkhooks_witness.event = NULL;
        return mine;
    }
    return seen;
}

// MARK: Before the fork

static pid_t thread_number(void) { return (pid_t)syscall(SYS_gettid); }

struct directory_entry {
    uint64_t inode;
    int64_t offset;
    uint16_t length;
    uint8_t type;
    char name[];
};

// The thread's name without the newline. A thread that has ended meanwhile has none.
static int read_name(int tasks, const char *number, char *name) {
    char path[32];
    size_t length = 0;
    while (number[length] != 0 && length < 20) {
        path[length] = number[length];
        length++;
    }
    const char tail[] = "/comm";
    for (size_t i = 0; i < sizeof tail; i++) path[length + i] = tail[i];
    int file = (int)syscall(SYS_openat, tasks, path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    long count = syscall(SYS_read, file, name, FORKHOOKS_NAME - 1);
    syscall(SYS_close, file);
    if (count <= 0) return 0;
    if (name[count - 1] == '\n') count--;
    name[count] = 0;
    return 1;
}

// Names by thread, so that only those of new threads are read at a fork. Who finds the list taken reads without it.
static struct known_name {
    uint64_t inode; // of its folder: the kernel gives a number to another thread some day
    pid_t number;
    int readings; // a thread is named shortly after it begins, so one reading is not enough
    char name[FORKHOOKS_NAME];
} known_names[FORKHOOKS_THREADS];
static _Atomic int is_list_taken;

enum { ENOUGH_READINGS = 2 };

static int name_of(int tasks, const struct directory_entry *entry, pid_t number, struct known_name *known, char *name) {
    if (known == NULL) return read_name(tasks, entry->name, name);
    int is_same = known->number == number && known->inode == entry->inode;
    if (!is_same || known->readings < ENOUGH_READINGS) {
        if (!read_name(tasks, entry->name, known->name)) {
            known->number = 0;
            return 0;
        }
        known->readings = is_same ? known->readings + 1 : 1;
        known->number = number;
        known->inode = entry->inode;
    }
    for (int i = 0; i < FORKHOOKS_NAME; i++) name[i] = known->name[i];
    return 1;
}

static int gather(char (*names)[FORKHOOKS_NAME], int room, struct known_name *known) {
    int tasks = (int)syscall(SYS_openat, AT_FDCWD, "/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (tasks < 0) return 0;
    pid_t own = thread_number();
    int others = 0;
    char buffer[2048] __attribute__((aligned(8)));
    for (;;) {
        long filled = syscall(SYS_getdents64, tasks, buffer, sizeof buffer);
        if (filled <= 0) break;
        for (long at = 0; at < filled;) {
            const struct directory_entry *entry = (const struct directory_entry *)(buffer + at);
            at += entry->length;
            pid_t number = 0;
            for (const char *digit = entry->name; *digit >= '0' && *digit <= '9'; digit++)
                number = number * 10 + (*digit - '0');
            if (number == 0 || number == own) continue;
            // The kernel lists threads in the order of their making: what is known stays in its place.
            struct known_name *place = known != NULL && others < room ? &known[others] : NULL;
            if (others < room && !name_of(tasks, entry, number, place, names[others])) continue;
            others++;
        }
    }
    syscall(SYS_close, tasks);
    return others;
}

int forkhooks_threads(char (*names)[FORKHOOKS_NAME], int room) { return gather(names, room, NULL); }

static int threads_at_fork(char (*names)[FORKHOOKS_NAME]) {
    int is_mine = atomic_exchange(&is_list_taken, 1) == 0;
    int count = gather(names, FORKHOOKS_THREADS, is_mine ? known_names : NULL);
    if (is_mine) atomic_store(&is_list_taken, 0);
    return count;
}

// The thread whose next fork needs no addresses.
static _Atomic(pthread_t) placed;

void forkhooks_place_known(void) { atomic_store(&placed, pthread_self()); }

static void fill(forkhooks_event *event) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    event->generation = forkhooks_generation();
    event->parent = getpid();
    event->grandparent = getppid();
    event->thread = thread_number();
    event->seconds = now.tv_sec;
    event->nanoseconds = (int32_t)now.tv_nsec;
    event->threads = event->named = event->frames = 0;
    if (!atomic_load_explicit(&armed, memory_order_relaxed)) return;
    event->threads = threads_at_fork(event->names);
    event->named = event->threads < FORKHOOKS_THREADS ? event->threads : FORKHOOKS_THREADS;
    pthread_t self = pthread_self();
    if (atomic_compare_exchange_strong(&placed, &self, 0)) return;
    event->frames = backtrace(event->addresses, FORKHOOKS_FRAMES);
}

static slot *slot_of_this_thread(void) {
    pthread_t self = pthread_self();
    for (int i = 0; i < SLOTS; i++)
        if (atomic_load_explicit(&slots[i].owner, memory_order_relaxed) == self) return &slots[i];
    return NULL;
}

static void before_fork(void) {
    pthread_t self = pthread_self();
    for (int i = 0; i < SLOTS; i++) {
        if (&slots[i].event == forkhooks_witness.event) continue;
        pthread_t nobody = 0;
        if (!atomic_compare_exchange_strong(&slots[i].owner, &nobody, self)) continue;
        fill(&slots[i].event);
        return;
    }
}

// MARK: After it

static void after_fork_in_parent(void) {
    atomic_fetch_add_explicit(&forks, 1, memory_order_relaxed);
    slot *mine = slot_of_this_thread();
    if (mine != NULL) atomic_store(&mine->owner, 0);
}

static void after_fork_in_child(void) {
    slot *mine = slot_of_this_thread();
    forkhooks_witness.event = mine != NULL ? &mine->event : NULL;
    // The threads that held the other slots do not exist here. The witness keeps the own one from being taken again.
    for (int i = 0; i < SLOTS; i++) atomic_store(&slots[i].owner, 0);
    atomic_store(&forks, 0);
    atomic_store(&is_list_taken, 0);
    atomic_store(&placed, 0);
    uint32_t generation = atomic_load(&last_generation) + 1;
    atomic_store(&last_generation, generation);
    atomic_store((_Atomic uint32_t *)(uintptr_t)forkhooks_word, generation);
}

// MARK: Installing

// A page that the kernel wipes in the child, or NULL.
static void *wiped_page(void) {
    long size = sysconf(_SC_PAGESIZE);
    void *page = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) return NULL;
    if (madvise(page, (size_t)size, MADV_WIPEONFORK) == 0) return page;
    munmap(page, (size_t)size);
    return NULL;
}

int forkhooks_install(void) {
    if (flags & FORKHOOKS_INSTALLED) return flags;
    if (pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child) != 0) return 0;
    uint32_t *page = wiped_page();
    uint32_t *word = page != NULL ? page : &word_without_page;
    *word = 1;
    last_generation = 1;
    forkhooks_word = word;
    flags = FORKHOOKS_INSTALLED | (page != NULL ? FORKHOOKS_WIPED_PAGE : 0);
    return flags;
}

void forkhooks_arm(void) {
    if (atomic_load(&armed)) return;
    void *address[2];
    backtrace(address, 2);
    atomic_store(&armed, 1);
}

const forkhooks_event *forkhooks_origin(void) {
    // A bare clone leaves its parent's origin behind until the generation is asked for.
    forkhooks_generation();
    return forkhooks_witness.event;
}

uint32_t forkhooks_count(void) { return atomic_load_explicit(&forks, memory_order_relaxed); }
