#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""small_files.py FOLDER COUNT: writes COUNT small source files of several languages into FOLDER, the same in every run."""

import os
import random
import sys

WORDS = "read write open close parse count merge split build check index shard table frame token queue cache batch scope value".split()
FILES_A_FOLDER, FOLDERS_A_FOLDER = 40, 12

# Ending, what opens the file, a function ({f}: its name, {n}: a number), a line of comment.
LANGUAGES = (
    (".go", "package small\n\n", "func {f}(n int) int {{\n\tif n > {n} {{\n\t\treturn n - {n}\n\t}}\n\n\treturn n\n}}\n\n", "// {f} tells of {n}.\n"),
    (".c", "#include <stdio.h>\n\n", "static int {f}(int n)\n{{\n\treturn n > {n} ? n : {n};\n}}\n\n", "/* {f} tells of {n}. */\n"),
    (".py", "import os\n\n\n", "def {f}(n):\n    if n > {n}:\n        return n\n\n    return \"{f}\"\n\n\n", "# {f} tells of {n}.\n"),
    (".js", "'use strict';\n\n", "function {f}(n) {{\n  return n > {n} ? `n ${{n}}` : '{f}';\n}}\n\n", "// {f} tells of {n}.\n"),
    (".ts", "export {{}};\n\n", "export const {f} = (n: number): number => {{\n  return n + {n};\n}};\n\n", "// {f} tells of {n}.\n"),
    (".java", "package small;\n\n", "class C{f} {{\n  int {f}(int n) {{\n    return n + {n};\n  }}\n}}\n\n", "/** {f} tells of {n}. */\n"),
    (".rs", "use std::fmt;\n\n", "fn {f}(n: u32) -> u32 {{\n    n + {n}\n}}\n\n", "/// {f} tells of {n}.\n"),
    (".rb", "require 'set'\n\n", "def {f}(n)\n  n > {n} ? n : \"{f}\"\nend\n\n", "# {f} tells of {n}.\n"),
    (".sh", "#!/bin/sh\n\n", "{f}() {{\n\techo \"$1 {n}\"\n}}\n\n", "# {f} tells of {n}.\n"),
    (".json", "{{\n", "  \"{f}\": [{n}, true],\n", ""),
    (".yaml", "---\n", "{f}:\n  - {n}\n", "# {f} tells of {n}\n"),
    (".md", "# Small\n\n", "## {f}\n\nIt tells of {n}.\n\n", ""),
    (".css", "@charset \"utf-8\";\n\n", ".{f} {{\n  width: {n}px;\n}}\n\n", "/* {f} tells of {n} */\n"),
)
END = {".json": "  \"end\": null\n}\n"}


def content(chance, language):
    ending, head, function, comment = language
    parts = [head.format()]
    for _ in range(chance.randint(1, 6)):
        said = {"f": f"{chance.choice(WORDS)}_{chance.choice(WORDS)}{chance.randint(0, 999)}", "n": chance.randint(0, 9999)}
        parts += [comment.format(**said), function.format(**said)]
    return "".join(parts) + END.get(ending, "")


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    chance = random.Random(20)
    at = folder
    for number in range(count):
        if number % FILES_A_FOLDER == 0:
            place = number // FILES_A_FOLDER
            at = os.path.join(folder, chance.choice(WORDS) + str(place // FOLDERS_A_FOLDER), chance.choice(WORDS) + str(place))
            os.makedirs(at)
        language = chance.choice(LANGUAGES)
        with open(os.path.join(at, f"{chance.choice(WORDS)}{number}{language[0]}"), "w", encoding="utf-8") as file:
            file.write(content(chance, language))


if __name__ == "__main__":
    main()
