#pragma once

// fg_name_thread gives the calling thread a name of at most 15 bytes, for `ps`, debuggers and reports of lost threads.
void fg_name_thread(const char *name);
