#include "CToml.h"

#include <cstring>
#include <string_view>

#include <toml++/toml.h>

namespace {

// toml++ bounds nested brackets itself, but not the length of a dotted key: `a.a.a. ...` would build a
// table per dot, and taking so deep a tree down again would overflow the stack.
constexpr unsigned longest_dotted_key = 128;

struct place {
    uint32_t line;
    uint32_t column;
};

ctoml_result failure(place at, std::string_view words) {
    ctoml_result result{};
    result.line = at.line;
    result.column = at.column;
    const size_t count = words.size() < sizeof result.message ? words.size() : sizeof result.message - 1;
    std::memcpy(result.message, words.data(), count);
    return result;
}

// Returns the first line whose text before `=` holds too many dotted parts, or zero.
uint32_t line_with_long_key(std::string_view text) {
    uint32_t line = 1;
    unsigned dots = 0;
    bool in_key = true, after_part = false;
    for (const char byte : text) {
        if (byte == '\n') {
            ++line;
            dots = 0;
            in_key = true;
            after_part = false;
        } else if (!in_key) {
            continue;
        } else if (byte == '=' || byte == '#') {
            in_key = false;
        } else if (byte == '.') {
            dots += after_part ? 1 : 0;
            after_part = false;
            if (dots > longest_dotted_key) return line;
        } else if (byte != ' ' && byte != '\t') {
            after_part = true;
        }
    }
    return 0;
}

class walker {
  public:
    walker(void *context, ctoml_visitor visitor) : context_(context), visitor_(visitor) {}

    void walk(const toml::node &node, const toml::key *key) {
        ctoml_event event{};
        if (key != nullptr) {
            event.key = key->str().data();
            event.key_length = key->str().size();
            event.key_line = key->source().begin.line;
            event.key_column = key->source().begin.column;
        }
        event.line = node.source().begin.line;
        event.column = node.source().begin.column;
        if (const toml::table *table = node.as_table()) {
            send(event, ctoml_table_begin);
            for (const auto &entry : *table) walk(entry.second, &entry.first);
            end(ctoml_table_end);
        } else if (const toml::array *array = node.as_array()) {
            send(event, ctoml_array_begin);
            for (const toml::node &element : *array) walk(element, nullptr);
            end(ctoml_array_end);
        } else {
            leaf(node, event);
        }
    }

  private:
    void leaf(const toml::node &node, ctoml_event event) {
        if (const auto *string = node.as_string()) {
            event.text = string->get().data();
            event.text_length = string->get().size();
            send(event, ctoml_string);
        } else if (const auto *integer = node.as_integer()) {
            event.integer = integer->get();
            send(event, ctoml_integer);
        } else if (const auto *boolean = node.as_boolean()) {
            event.integer = boolean->get() ? 1 : 0;
            send(event, ctoml_boolean);
        } else {
            send(event, ctoml_other);
        }
    }

    void send(ctoml_event &event, ctoml_kind kind) {
        event.kind = kind;
        visitor_(context_, &event);
    }

    void end(ctoml_kind kind) {
        ctoml_event event{};
        send(event, kind);
    }

    void *context_;
    ctoml_visitor visitor_;
};

} // namespace

ctoml_result ctoml_parse(const char *text, size_t length, void *context, ctoml_visitor visitor) {
    const std::string_view document(text, length);
    if (const uint32_t line = line_with_long_key(document)) {
        return failure({line, 1}, "a key has too many dotted parts");
    }
    const toml::parse_result parsed = toml::parse(document);
    if (!parsed) {
        const toml::parse_error &error = parsed.error();
        return failure({error.source().begin.line, error.source().begin.column}, error.description());
    }
    walker(context, visitor).walk(parsed.table(), nullptr);
    ctoml_result result{};
    result.succeeded = true;
    return result;
}
