# SPDX-License-Identifier: MIT
"""Reads a picture and a profile of one tree back: check_pictures.py SVG SPEEDSCOPE FOLDED. Prints the sum of their lines."""
import json
import re
import sys
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"


def fail(what):
    sys.exit("failed: " + what)


def boxes(root):
    for group in root.iter(SVG + "g"):
        rect = group.find(SVG + "rect")
        left, top, width = (float(rect.get(name)) for name in ("x", "y", "width"))
        yield left, top, left + width, group.find(SVG + "title").text


def check_places(rows):
    """Boxes of a row do not overlap, and each stands on one of the row below."""
    below = None
    for top in sorted(rows, reverse=True):
        row = sorted(rows[top])
        for before, after in zip(row, row[1:]):
            if after[0] < before[1] - 0.11:
                fail(f"{before} and {after} overlap")
        for box in row if below is not None else []:
            if not any(base[0] - 0.11 <= box[0] and box[1] <= base[1] + 0.61 for base in below):
                fail(f"{box} stands on nothing")
        below = row


def check_svg(path):
    root = xml.parse(path).getroot()
    for element in root.iter():
        if element.tag.removeprefix(SVG) not in ("svg", "g", "title", "rect", "text", "style"):
            fail(f"{path} holds <{element.tag}>")
        for name in element.attrib:
            if name.startswith("on") or name.endswith("href"):
                fail(f"{path} holds {name}=")
    rows = {}
    largest = 0
    for left, top, right, tip in boxes(root):
        rows.setdefault(top, []).append((left, right, tip))
        value = re.search(r"\n(?:.*, )?([\d,]+) lines? of code, [\d.<]+%$", tip)
        if value is None or tip.count("\n") != 1:
            fail(f"{path}: what is '{tip}'?")
        largest = max(largest, int(value[1].replace(",", "")))
    check_places(rows)
    return largest


def check_speedscope(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    frames = document["shared"]["frames"]
    (profile,) = document["profiles"]
    if len({(frame["name"], frame["file"], frame.get("line")) for frame in frames}) != len(frames):
        fail(f"{path}: a frame stands there twice")
    if {at for sample in profile["samples"] for at in sample} - set(range(len(frames))):
        fail(f"{path}: a sample names no frame")
    if len(profile["samples"]) != len(profile["weights"]) or sum(profile["weights"]) != profile["endValue"]:
        fail(f"{path}: samples, weights and endValue disagree")
    return sorted(profile["weights"])


def folded_weights(path):
    with open(path, encoding="utf-8") as file:
        return sorted(int(line.rsplit(" ", 1)[1]) for line in file)


def main():
    svg, speedscope, folded = sys.argv[1:]
    weights = folded_weights(folded)
    if check_speedscope(speedscope) != weights:
        fail("speedscope and folded stacks weigh differently")
    if check_svg(svg) != sum(weights):
        fail(f"the root of {svg} is not {sum(weights)} lines")
    print(sum(weights))


main()
