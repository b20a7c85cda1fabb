// A search for any of several words in a text, at the speed of reading it.
//
// The filter looks at three neighbouring bytes at once. Each word gives the three of its bytes that are
// rarest in program text, at a common distance from a candidate offset; a word's set of buckets is a
// bit mask, and two shuffles a byte (low and high half) tell which buckets a byte can belong to. Offsets
// where all three masks share a bucket are verified against the words.

#include "CSystem.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

struct word {
    uint32_t start;
    uint8_t length;
};

struct fg_words {
    size_t count;
    uint8_t *bytes;
    struct word *words;
    // Where the three looked-at bytes begin in each word of a bucket: all words of a bucket share it.
    uint8_t window;
    // masks[k][half][nibble]: buckets whose k-th looked-at byte can have this low (0) or high (1) nibble.
    uint8_t masks[3][2][16];
    // first[b] lists, through next[], the words whose looked-at bytes begin with b.
    int32_t first[256];
    int32_t *next;
    int has_vectors;
};

// How rare three neighbouring bytes are in program text, roughly: capitals, digits, underscores and
// rare letters weigh more. Only the speed depends on it.
static int rarity(uint8_t byte) {
    if (byte >= 'A' && byte <= 'Z') return 6;
    if (byte >= '0' && byte <= '9') return 4;
    if (byte == '_' || byte == '.') return 3;
    if (byte != 0 && strchr("jqxzkvwyb", byte) != NULL) return 5;
    if (byte != 0 && strchr("etaoinsr ", byte) != NULL) return 1;
    return 2;
}

// The common offset of the three looked-at bytes: the one that is rarest in sum over all words and that
// lies inside the shortest of them.
static uint8_t best_window(const struct fg_words *made) {
    size_t shortest = 255;
    for (size_t i = 0; i < made->count; i++)
        if (made->words[i].length < shortest) shortest = made->words[i].length;
    size_t best = 0;
    long best_score = -1;
    for (size_t window = 0; window + 3 <= shortest; window++) {
        long score = 0;
        for (size_t i = 0; i < made->count; i++) {
            const uint8_t *at = made->bytes + made->words[i].start + window;
            // The least rare word decides more than the sum, so weigh by the product.
            score += (long)rarity(at[0]) * rarity(at[1]) * rarity(at[2]);
        }
        if (score > best_score) {
            best_score = score;
            best = window;
        }
    }
    return (uint8_t)best;
}

static void add_to_masks(struct fg_words *made, const uint8_t *three, int bucket) {
    for (int k = 0; k < 3; k++) {
        made->masks[k][0][three[k] & 15] |= (uint8_t)(1 << bucket);
        made->masks[k][1][three[k] >> 4] |= (uint8_t)(1 << bucket);
    }
}

struct fg_words *fg_words_make(const uint8_t *bytes, const uint32_t *starts, size_t count) {
    if (count == 0 || count > 100000) return NULL;
    for (size_t i = 0; i < count; i++) {
        uint32_t length = starts[i + 1] - starts[i];
        if (length < 3 || length > 255) return NULL;
    }
    struct fg_words *made = calloc(1, sizeof *made);
    if (made == NULL) return NULL;
    made->count = count;
    made->bytes = malloc(starts[count]);
    made->words = calloc(count, sizeof *made->words);
    made->next = calloc(count, sizeof *made->next);
    if (made->bytes == NULL || made->words == NULL || made->next == NULL) {
        fg_words_free(made);
        return NULL;
    }
    memcpy(made->bytes, bytes, starts[count]);
    for (size_t i = 0; i < count; i++) {
        made->words[i].start = starts[i];
        made->words[i].length = (uint8_t)(starts[i + 1] - starts[i]);
    }
    made->window = best_window(made);
    for (int b = 0; b < 256; b++) made->first[b] = -1;
    // Backwards, so that the chains keep the order in which the words were given.
    for (size_t i = count; i-- > 0;) {
        const uint8_t *three = made->bytes + made->words[i].start + made->window;
        add_to_masks(made, three, three[0] % 8);
        made->next[i] = made->first[three[0]];
        made->first[three[0]] = (int32_t)i;
    }
#if defined(__x86_64__)
    made->has_vectors = __builtin_cpu_supports("avx2") != 0;
#endif
    return made;
}

void fg_words_free(struct fg_words *words) {
    if (words == NULL) return;
    free(words->bytes);
    free(words->words);
    free(words->next);
    free(words);
}

// The first word whose looked-at bytes stand at `at`, or -1.
static inline int32_t verify(
    const struct fg_words *words, const uint8_t *text, size_t count, size_t at) {
    if (at < words->window) return -1;
    size_t start = at - words->window;
    for (int32_t i = words->first[text[at]]; i >= 0; i = words->next[i]) {
        const struct word *word = &words->words[i];
        if (word->length > count - start) continue;
        if (memcmp(text + start, words->bytes + word->start, word->length) == 0) return i;
    }
    return -1;
}

static int64_t found_at(const struct fg_words *words, size_t at, int32_t word, int32_t *word_index) {
    if (word_index != NULL) *word_index = word;
    return (int64_t)(at - words->window);
}

static int64_t find_plain_from(
    const struct fg_words *words, const uint8_t *text, size_t count, size_t at, int32_t *word_index) {
    for (; at + 3 <= count; at++) {
        uint8_t a = text[at], b = text[at + 1], c = text[at + 2];
        uint8_t buckets = words->masks[0][0][a & 15] & words->masks[0][1][a >> 4];
        buckets &= words->masks[1][0][b & 15] & words->masks[1][1][b >> 4];
        buckets &= words->masks[2][0][c & 15] & words->masks[2][1][c >> 4];
        if (buckets == 0) continue;
        int32_t word = verify(words, text, count, at);
        if (word >= 0) return found_at(words, at, word, word_index);
    }
    return -1;
}

int64_t fg_words_find_plain(
    const struct fg_words *words, const uint8_t *text, size_t count, int32_t *word_index) {
    return find_plain_from(words, text, count, 0, word_index);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static inline __m256i buckets_of(__m256i bytes, __m256i low, __m256i high) {
    const __m256i nibble = _mm256_set1_epi8(15);
    __m256i by_low = _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, nibble));
    __m256i by_high = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble));
    return _mm256_and_si256(by_low, by_high);
}

__attribute__((target("avx2"))) static inline __m256i table(const uint8_t *sixteen) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)sixteen));
}

__attribute__((target("avx2"))) static int64_t find_avx2(
    const struct fg_words *words, const uint8_t *text, size_t count, int32_t *word_index) {
    const __m256i low0 = table(words->masks[0][0]), high0 = table(words->masks[0][1]);
    const __m256i low1 = table(words->masks[1][0]), high1 = table(words->masks[1][1]);
    const __m256i low2 = table(words->masks[2][0]), high2 = table(words->masks[2][1]);
    size_t at = 0;
    // 34 bytes are read for 32 offsets.
    for (; at + 34 <= count; at += 32) {
        __m256i a = _mm256_loadu_si256((const __m256i *)(text + at));
        __m256i b = _mm256_loadu_si256((const __m256i *)(text + at + 1));
        __m256i c = _mm256_loadu_si256((const __m256i *)(text + at + 2));
        __m256i shared = _mm256_and_si256(
            _mm256_and_si256(buckets_of(a, low0, high0), buckets_of(b, low1, high1)),
            buckets_of(c, low2, high2));
        uint32_t hits =
            ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(shared, _mm256_setzero_si256()));
        while (hits != 0) {
            size_t offset = at + (size_t)__builtin_ctz(hits);
            int32_t word = verify(words, text, count, offset);
            if (word >= 0) return found_at(words, offset, word, word_index);
            hits &= hits - 1;
        }
    }
    return find_plain_from(words, text, count, at, word_index);
}
#endif

int64_t fg_words_find(const struct fg_words *words, const uint8_t *text, size_t count, int32_t *word_index) {
#if defined(__x86_64__)
    if (words->has_vectors) return find_avx2(words, text, count, word_index);
#endif
    return fg_words_find_plain(words, text, count, word_index);
}
