"""Small programs for the differential test: valid ones, broken ones, and near misses of both.

`harvest` takes the strings and doctests of CPython's own tests of its compiler; `mutate` breaks statements of
library files by dropping, doubling, swapping and replacing tokens.
"""

import ast
import io
import os
import random
import re
import textwrap
import tokenize

SOURCES = [
    "test_syntax", "test_fstring", "test_grammar", "test_exceptions", "test_parser", "test_patma", "test_generators",
    "test_named_expressions", "test_type_params", "test_type_aliases", "test_string_literals", "test_tokenize",
    "test_unparse", "test_ast", "test_positional_only_arg", "test_keywordonlyarg", "test_unpack", "test_unpack_ex",
    "test_genexps", "test_listcomps", "test_dictcomps", "test_setcomps", "test_compile", "test_eof", "test_codeop",
    "test_except_star", "test_coroutines", "test_asyncgen", "test_decorators", "test_with", "test_flufl",
    "test_peg_generator", "test_type_annotations", "test_augassign", "test_scope", "test_symtable", "test_future",
    "test_int", "test_float", "test_complex", "test_unicode_identifiers", "test_ucn", "test_bytes", "test_tstring",
    "test_source_encoding", "test_extcall", "test_class", "test_peepholer", "test_ast/test_ast", "test_ast/snippets",
    "test_tstring", "test_global", "test_string", "test_print", "test_type_comments", "test_traceback", "test_pdb",
]

WORDS = (
    "( ) [ ] { } , : ; . = == := -> ... * ** + - / // @ ! ~ not in is and or if else for async await lambda yield "
    "from import as def class return with while try except finally raise del global nonlocal pass None True x 1 "
    "'s' b'b' f'{x}' match case type _ print < > != += | \\ $ ? 0777 1_ 1.e5 0x"
).split()


def harvest(test_directory):
    found = set()
    for name in SOURCES:
        for path in (os.path.join(test_directory, name + ".py"),):
            if not os.path.exists(path):
                continue
            with open(path, "rb") as file:
                try:
                    tree = ast.parse(file.read())
                except (SyntaxError, ValueError):
                    continue
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 5000:
                    found.update(pieces(node.value))
    return sorted(found)


def pieces(text):
    yield text
    yield textwrap.dedent(text)
    if ">>> " in text:
        for match in re.finditer(r"^( *)>>> (.*(?:\n\1\.\.\. .*|\n\1\.\.\.$)*)", text, re.M):
            yield re.sub(r"\n *\.\.\. ?", "\n", match[2]) + "\n"
    if text.startswith("f") or "{" in text:
        for quote in ("'", '"""'):
            yield "f" + quote + text + quote
            yield "t" + quote + text + quote
    yield "'" + text + "'"
    yield "b'" + text + "'"


def mutate(files, count, seed):
    """`count` programs: statements of at most twelve lines, and runs of lines, with one or two tokens changed."""
    chance = random.Random(seed)
    made = []
    while len(made) < count:
        path = chance.choice(files)
        try:
            with tokenize.open(path) as file:
                text = file.read()
            tree = ast.parse(text)
        except (SyntaxError, ValueError, OSError):
            continue
        lines = text.split("\n")
        spans = [
            (node.lineno - 1, node.end_lineno) for node in ast.walk(tree)
            if isinstance(node, (ast.stmt, ast.ExceptHandler)) and node.end_lineno - node.lineno < 12
        ]
        spans = chance.sample(spans, min(len(spans), 24)) + [(s, s + chance.randint(1, 6)) for s in range(0, len(lines), 300)]
        for start, end in spans:
            made.append(change(textwrap.dedent("\n".join(lines[start:end])) + "\n", chance))
    return made[:count]


def change(block, chance):
    spans = []
    offsets = [0]
    for line in block.split("\n"):
        offsets.append(offsets[-1] + len(line) + 1)
    try:
        for token in tokenize.generate_tokens(io.StringIO(block).readline):
            if token.string.strip():
                spans.append((offsets[token.start[0] - 1] + token.start[1], offsets[token.end[0] - 1] + token.end[1]))
    except (tokenize.TokenError, SyntaxError, IndentationError, IndexError):
        pass
    if not spans:
        return block
    for _ in range(chance.randint(1, 2)):
        start, end = chance.choice(spans)
        action = chance.randrange(5)
        if action == 0:
            block = block[:start] + block[end:]
        elif action == 1:
            block = block[:end] + " " + block[start:end] + block[end:]
        elif action == 2:
            other = chance.choice(spans)
            block = block[:start] + block[other[0]:other[1]] + block[end:]
        elif action == 3:
            block = block[:start] + chance.choice(WORDS) + block[end:]
        else:
            block = block[:end] + " " + chance.choice(WORDS) + " " + block[end:]
        spans = [(s, e) for s, e in spans if e <= min(start, end)] or spans[:1]
    return block
