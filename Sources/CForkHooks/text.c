// The writer of messages for places where nothing but write(2) may be called.
#include "forkhooks.h"

#include <errno.h>
#include <unistd.h>

void forkhooks_put(forkhooks_text *text, const char *string) {
    while (*string != 0 && text->length < sizeof text->bytes) text->bytes[text->length++] = *string++;
}

static void put_unsigned(forkhooks_text *text, uint64_t number, unsigned base) {
    char digits[24];
    size_t at = sizeof digits;
    digits[--at] = 0;
    do {
        digits[--at] = "0123456789abcdef"[number % base];
        number /= base;
    } while (number != 0);
    forkhooks_put(text, digits + at);
}

void forkhooks_put_number(forkhooks_text *text, int64_t number) {
    if (number < 0) forkhooks_put(text, "-");
    put_unsigned(text, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, 10);
}

void forkhooks_put_address(forkhooks_text *text, const void *address) {
    forkhooks_put(text, "0x");
    put_unsigned(text, (uint64_t)(uintptr_t)address, 16);
}

int forkhooks_write_bytes(const char *bytes, size_t length, int descriptor) {
    int before = errno;
    while (length > 0) {
        ssize_t count = write(descriptor, bytes, length);
        if (count < 0) {
            if (errno == EINTR) continue;
            return -1;
        }
        bytes += count;
        length -= (size_t)count;
    }
    errno = before;
    return 0;
}

int forkhooks_write(const forkhooks_text *text, int descriptor) {
    return forkhooks_write_bytes(text->bytes, text->length, descriptor);
}
