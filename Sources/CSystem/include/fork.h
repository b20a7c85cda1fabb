#pragma once

#include <sys/types.h>

// Swift does not import these. A child of fg_fork may go on in Swift; one of fg_bare_clone was made around libc, whose
// at-fork handlers did not run, and should do little before it ends.
pid_t fg_fork(void);
pid_t fg_bare_clone(void);
