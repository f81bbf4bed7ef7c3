#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""referee_python.py FOLDER: what Python's own tokenize and ast say of every .py file below FOLDER, an object a line:
path, lines, code, comment, blank, the class of each line as one letter, frames as [kind, name, start, end].

A physical line is code if it holds any token but a comment or a docstring, or lies within another string; comment if
else it holds or lies within one of those two; else blank. A docstring is what ast.get_docstring() takes for one."""

import ast
import io
import json
import os
import sys
import tokenize
import warnings

LAYOUT = {tokenize.ENCODING, tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
FSTRING_START = getattr(tokenize, "FSTRING_START", None)
FSTRING_END = getattr(tokenize, "FSTRING_END", None)


def decode(source):
    """The text as Python reads it: by its coding cookie, every line end a line feed."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    return source.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


def docstrings(tree):
    """The first and last line and column of each docstring."""
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and node.body and isinstance(node.body[0], ast.Expr):
            value = node.body[0].value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield (value.lineno, value.col_offset), (value.end_lineno, value.end_col_offset)


def classify(text, tree):
    """A letter for each line: b, c (comment) or x (code)."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    classes = ["x" if line.strip() == "\\" else "b" for line in lines]
    # The columns of ast are in bytes of UTF-8, those of tokenize in characters: a token is placed by its line alone
    # unless the docstring's own line holds more than it.
    documented = list(docstrings(tree))

    def in_docstring(token):
        start = (token.start[0], len(lines[token.start[0] - 1][: token.start[1]].encode()))
        return any(first <= start < last for first, last in by_line.get(token.start[0], ()))

    by_line = {}
    for first, last in documented:
        for line in range(first[0], last[0] + 1):
            by_line.setdefault(line, []).append((first, last))
    for first, last in documented:
        for line in range(first[0], last[0] + 1):
            classes[line - 1] = "c"
    depth, opened = 0, 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in LAYOUT:
            continue
        first, last = token.start[0], token.end[0]
        if token.type == FSTRING_START:
            opened = opened if depth else first
            depth += 1
        elif token.type == FSTRING_END:
            depth -= 1
            first = opened
        comment = token.type == tokenize.COMMENT or token.type == tokenize.STRING and in_docstring(token)
        for line in range(first, min(last, len(classes)) + 1):
            if not comment:
                classes[line - 1] = "x"
            elif classes[line - 1] == "b":
                classes[line - 1] = "c"
    return "".join(classes)


def frames(tree):
    kinds = {ast.ClassDef: "class", ast.FunctionDef: "function", ast.AsyncFunctionDef: "function", ast.Lambda: "lambda"}
    for node in ast.walk(tree):
        if type(node) in kinds:
            yield kinds[type(node)], getattr(node, "name", "(anonymous)"), node.lineno, node.end_lineno


def examine(path, relative):
    with open(path, "rb") as file:
        source = file.read()
    try:
        text = decode(source)
        tree = ast.parse(source)
        classes = classify(text, tree)
        found = sorted(frames(tree), key=lambda frame: (frame[2], -frame[3]))
    except (SyntaxError, ValueError, LookupError, RecursionError, MemoryError, tokenize.TokenError) as error:
        return {"path": relative, "refused": f"{type(error).__name__}: {error}".split("\n")[0]}
    return {"path": relative, "lines": len(classes), "code": classes.count("x"), "comment": classes.count("c"),
            "blank": classes.count("b"), "classes": classes, "frames": found}


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: referee_python.py FOLDER")
    warnings.simplefilter("ignore")
    root = sys.argv[1]
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.endswith(".py") and os.path.isfile(path) and not os.path.islink(path):
                print(json.dumps(examine(path, os.path.relpath(path, root))))


if __name__ == "__main__":
    main()
