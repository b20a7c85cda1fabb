// malloc's settings, which glibc alone has.

#include "memory.h"

#include <malloc.h>

void fg_set_allocator(void) {
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
}

void fg_give_back(void) { malloc_trim(0); }
