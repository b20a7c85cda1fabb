#pragma once

// How malloc keeps what was given back to it.

// fg_set_allocator has all threads share one heap, and gives large blocks memory of their own, which goes back to the
// system as a whole. To be called before other threads allocate.
void fg_set_allocator(void);

// fg_give_back gives free pages of the heap back to the system.
void fg_give_back(void);
