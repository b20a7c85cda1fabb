// What a process knows of its forks, from the inside and without a lock.
//
// Two things notice a fork. `pthread_atfork` handlers see every fork that goes through libc; a page under
// MADV_WIPEONFORK, which the kernel hands to the child as zeros, also sees a bare `clone` without CLONE_VM.
// Neither sees `vfork` or `posix_spawn` (the child shares this memory until it execs, and nothing is broken there),
// nor a thread that ends. What no handler saw has no event: the check still tells that the process is another one.
//
// Handlers take no lock, allocate nothing and call only what is async-signal-safe.
#ifndef FORKHOOKS_H
#define FORKHOOKS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    FORKHOOKS_THREADS = 64, // names of the parent's threads that one event holds
    FORKHOOKS_NAME = 16,    // bytes of a name, the closing zero included: the kernel's limit
    FORKHOOKS_FRAMES = 32,  // return addresses of the forking thread
};

// One fork, as the parent saw it just before.
typedef struct forkhooks_event {
    uint32_t generation; // of the parent
    pid_t parent;        // the process that forked
    pid_t grandparent;   // its own parent
    pid_t thread;        // the thread that forked, by its number in the parent
    int64_t seconds;     // CLOCK_REALTIME
    int32_t nanoseconds;
    // The following are gathered only after `forkhooks_arm`; zero otherwise.
    int32_t threads; // all threads of the parent but the forking one, also those that found no room below
    int32_t named;   // entries of `names`
    char names[FORKHOOKS_THREADS][FORKHOOKS_NAME];
    int32_t frames; // entries of `addresses`
    void *addresses[FORKHOOKS_FRAMES];
} forkhooks_event;

enum {
    FORKHOOKS_INSTALLED = 1, // the at-fork handlers are in place
    FORKHOOKS_WIPED_PAGE = 2, // so is the page: a bare clone is noticed too
};

// Where the generation stands. Never write to it. Zero in a process that no handler has greeted yet.
extern const volatile uint32_t *forkhooks_word;

// Installs the handlers and the page; does nothing the second time. Costs two system calls. Call it from ordinary
// code, once, before other threads might call it too. Returns the FORKHOOKS_ flags that hold; without
// FORKHOOKS_WIPED_PAGE (Linux before 4.14, or a sandbox that refuses the advice) only forks through libc are seen.
int forkhooks_install(void);

// What `forkhooks_generation` calls where the page was found wiped: gives this process its number. From anywhere.
uint32_t forkhooks_generation_slow(void);

// The number of forks between the process that installed the hooks and this one, plus one; 0 before the installation.
// One load, below 2 ns. From anywhere, signal handlers included.
static inline uint32_t forkhooks_generation(void) {
    uint32_t now = *forkhooks_word;
    return __builtin_expect(now != 0, 1) ? now : forkhooks_generation_slow();
}

// From now on an event holds the parent's thread names and the forking thread's return addresses. Call it when a
// touch is recorded, from ordinary code: the first `backtrace` loads a library and allocates, which a handler must
// not. At a fork it then costs three system calls, three for each thread that is new or was new at the fork before, and
// some microseconds for the addresses. A thread renamed after that keeps its earlier name in the event.
void forkhooks_arm(void);

// The caller knows by other means where this thread's next fork comes from: its event gets no addresses. One store. From
// anywhere; where two threads say so at once, the fork of one of them has addresses all the same.
void forkhooks_place_known(void);

// The fork that made this process. NULL in the process that installed the hooks, and after a bare clone. No cost,
// from anywhere; valid until the process ends.
const forkhooks_event *forkhooks_origin(void);

// The same for who looks at this process from outside (`forkguard doctor`): found by its name, told by its cookie.
struct forkhooks_witness {
    char cookie[16]; // "fgwitness"
    const forkhooks_event *event;
};
extern struct forkhooks_witness forkhooks_witness;

// How many forks through libc this process has made since the hooks were installed or it was forked. One load.
uint32_t forkhooks_count(void);

// The names of the other threads that this process has now, into `names`; returns how many there are, which may be
// more than found room. Three system calls a thread. From anywhere.
int forkhooks_threads(char (*names)[FORKHOOKS_NAME], int room);

// Text for a file descriptor, built on the stack, for places where printf is forbidden: signal and at-fork handlers.
// Too long a text is cut.
typedef struct forkhooks_text {
    size_t length;
    char bytes[1024];
} forkhooks_text;

// All from anywhere; none allocates. `text` must have begun as `forkhooks_text t = {0}`.
void forkhooks_put(forkhooks_text *text, const char *string);
void forkhooks_put_number(forkhooks_text *text, int64_t number);
void forkhooks_put_address(forkhooks_text *text, const void *address);
// Writes all of it, over interruptions and short writes; 0, or -1 with errno as write leaves it. Leaves errno alone where it succeeds.
int forkhooks_write(const forkhooks_text *text, int descriptor);

// A message that exists already, whatever its length. As `forkhooks_write`.
int forkhooks_write_bytes(const char *bytes, size_t length, int descriptor);

#ifdef __cplusplus
}
#endif

#endif
