#pragma once

#include <stddef.h>
#include <stdint.h>

// fg_digest writes the BLAKE2b digest of 16 bytes (RFC 7693) of two pieces, one after the other.
void fg_digest(const void *first, size_t first_count, const void *second, size_t second_count, uint8_t digest[16]);
