// BLAKE2b, as RFC 7693 has it, for names of cached facts: no two files share one, however they were made.

#include "include/digest.h"

#include <string.h>

static const uint64_t start[8] = {
    0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
    0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179,
};

static const uint8_t order[12][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
};

struct digest {
    uint64_t state[8];
    uint64_t count;
    uint8_t block[128];
    size_t filled;
};

static uint64_t turned(uint64_t word, int bits) { return (word >> bits) | (word << (64 - bits)); }

#define MIX(a, b, c, d, x, y)                                                                                          \
    do {                                                                                                               \
        a += b + (x);                                                                                                  \
        d = turned(d ^ a, 32);                                                                                         \
        c += d;                                                                                                        \
        b = turned(b ^ c, 24);                                                                                         \
        a += b + (y);                                                                                                  \
        d = turned(d ^ a, 16);                                                                                         \
        c += d;                                                                                                        \
        b = turned(b ^ c, 63);                                                                                         \
    } while (0)

static void compress(struct digest *digest, const uint8_t *block, int is_last) {
    uint64_t m[16], v[16];
    for (int i = 0; i < 16; i++) {
        uint64_t word = 0;
        for (int byte = 7; byte >= 0; byte--) word = word << 8 | block[8 * i + byte];
        m[i] = word;
    }
    memcpy(v, digest->state, sizeof digest->state);
    memcpy(v + 8, start, sizeof start);
    v[12] ^= digest->count;
    if (is_last) v[14] = ~v[14];
    for (int round = 0; round < 12; round++) {
        const uint8_t *s = order[round];
        MIX(v[0], v[4], v[8], v[12], m[s[0]], m[s[1]]);
        MIX(v[1], v[5], v[9], v[13], m[s[2]], m[s[3]]);
        MIX(v[2], v[6], v[10], v[14], m[s[4]], m[s[5]]);
        MIX(v[3], v[7], v[11], v[15], m[s[6]], m[s[7]]);
        MIX(v[0], v[5], v[10], v[15], m[s[8]], m[s[9]]);
        MIX(v[1], v[6], v[11], v[12], m[s[10]], m[s[11]]);
        MIX(v[2], v[7], v[8], v[13], m[s[12]], m[s[13]]);
        MIX(v[3], v[4], v[9], v[14], m[s[14]], m[s[15]]);
    }
    for (int i = 0; i < 8; i++) digest->state[i] ^= v[i] ^ v[i + 8];
}

static void add(struct digest *digest, const uint8_t *bytes, size_t count) {
    while (count > 0) {
        // The last block is compressed by the end alone, so a full one waits for what follows it.
        if (digest->filled == sizeof digest->block) {
            digest->count += sizeof digest->block;
            compress(digest, digest->block, 0);
            digest->filled = 0;
        }
        if (digest->filled == 0 && count > sizeof digest->block) {
            digest->count += sizeof digest->block;
            compress(digest, bytes, 0);
            bytes += sizeof digest->block;
            count -= sizeof digest->block;
            continue;
        }
        size_t room = sizeof digest->block - digest->filled;
        size_t part = count < room ? count : room;
        memcpy(digest->block + digest->filled, bytes, part);
        digest->filled += part;
        bytes += part;
        count -= part;
    }
}

void fg_digest(const void *first, size_t first_count, const void *second, size_t second_count, uint8_t digest[16]) {
    struct digest state = {.count = 0, .filled = 0};
    memcpy(state.state, start, sizeof start);
    // No key, a digest of 16 bytes.
    state.state[0] ^= 0x01010000 ^ 16;
    add(&state, first, first_count);
    add(&state, second, second_count);
    state.count += state.filled;
    memset(state.block + state.filled, 0, sizeof state.block - state.filled);
    compress(&state, state.block, 1);
    for (int i = 0; i < 16; i++) digest[i] = (uint8_t)(state.state[i / 8] >> (8 * (i % 8)));
}
