#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A flame graph as flamegraph.pl draws it, to measure against where that is not installed: of folded stacks on standard input an SVG
with a group of title, rectangle and text for each frame that is at least 0.1 (or LEAST) pixels wide, in a picture of 1,200 pixels.

    onflame -f folded REPOSITORY | plain_flame.py [LEAST] > plain.svg
"""
import sys
import zlib
from xml.sax.saxutils import escape

WIDTH, ROW, LETTER = 1200, 16, 7.1


def read_tree(lines):
    """Nodes are [own and below, {name: node}]."""
    root = [0, {}]
    for line in lines:
        stack, _, count = line.rstrip("\n").rpartition(" ")
        node = root
        node[0] += int(count)
        for name in stack.split(";"):
            node = node[1].setdefault(name, [0, {}])
            node[0] += int(count)
    return root


def place(root, least):
    """Yields (name, weight, left, depth) of each frame that is wide enough; iterates, since stacks may be deep."""
    scale = WIDTH / max(root[0], 1)
    waiting = [("all", root, 0, 0)]
    while waiting:
        name, (weight, below), left, depth = waiting.pop()
        if weight * scale < least:
            continue
        yield name, weight, left * scale, depth
        for child in sorted(below):
            waiting.append((child, below[child], left, depth + 1))
            left += below[child][0]


def main():
    root = read_tree(sys.stdin)
    frames = list(place(root, float(sys.argv[1]) if len(sys.argv) > 1 else 0.1))
    height = (max(depth for *_, depth in frames) + 3) * ROW
    out = sys.stdout
    out.write(f'<?xml version="1.0" standalone="no"?>\n<svg version="1.1" width="{WIDTH}" height="{height}" '
              f'xmlns="http://www.w3.org/2000/svg" font-family="Verdana" font-size="12">\n')
    for name, weight, left, depth in frames:
        width = weight / root[0] * WIDTH
        top = height - (depth + 2) * ROW
        shown = name if len(name) * LETTER < width else name[:max(0, int(width / LETTER) - 2)] + ".."
        title = escape(f"{name} ({weight:,} samples, {weight / root[0] * 100:.2f}%)")
        mixed = zlib.crc32(name.encode("utf-8", "surrogateescape"))
        fill = f"rgb({205 + mixed % 50},{(mixed >> 8) % 230},{(mixed >> 16) % 55})"
        out.write(f'<g><title>{title}</title><rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{ROW - 1}.0" fill="{fill}" '
                  f'rx="2" ry="2" /><text x="{left + 3:.2f}" y="{top + 10.5}">{escape(shown) if width > 3 * LETTER else ""}</text></g>\n')
    out.write("</svg>\n")


if __name__ == "__main__":
    main()
