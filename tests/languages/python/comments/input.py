#!/usr/bin/env python3
# -*- coding: utf-8 -*-

import os  # behind code

# "a string" in a comment, 'another, """and a third
url = "http://example.org/#anchor"
hashes = '#' + "# no comment" + '''# nor here'''
x = 1 # """
y = 2 # """

	# indented by a tab

total = 1 + \
    2  # behind a continued line
values = [
    1,  # within brackets

    # a line of its own within brackets
    2,
]; z = 3
# the last line has no line break