#pragma once

#include <pthread.h>

// fg_name_thread gives a thread of this process a name of at most 15 bytes, for `ps`, debuggers and reports of lost threads.
void fg_name_thread(pthread_t thread, const char *name);
