// A TOML reader for Swift: toml++ behind a C visitor, without exceptions.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    ctoml_table_begin,
    ctoml_table_end,
    ctoml_array_begin,
    ctoml_array_end,
    ctoml_string,
    ctoml_integer,
    ctoml_boolean,
    // A float, date or time: its kind is kept, its value is not.
    ctoml_other
} ctoml_kind;

// One step of the walk. `key` is null for the root, for elements of arrays and for ends.
// Lines and columns are one-based; columns count Unicode scalars.
typedef struct {
    ctoml_kind kind;
    const char *key;
    size_t key_length;
    const char *text;
    size_t text_length;
    int64_t integer;
    uint32_t key_line;
    uint32_t key_column;
    uint32_t line;
    uint32_t column;
} ctoml_event;

typedef void (*ctoml_visitor)(void *context, const ctoml_event *event);

typedef struct {
    bool succeeded;
    uint32_t line;
    uint32_t column;
    char message[256];
} ctoml_result;

// Parses `length` bytes of UTF-8 and walks the document in order of keys, the root table first.
// The visitor is never called for a document with an error. Strings live until it returns.
ctoml_result ctoml_parse(const char *text, size_t length, void *context, ctoml_visitor visitor);

#ifdef __cplusplus
}
#endif
