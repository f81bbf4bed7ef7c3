/* SPDX-License-Identifier: MIT */
/* compile_map MAP COMPILED: made at build time, so that the program need not parse YAML each time it starts. */
#include "language/language.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	error error;
	if (argc != 3) {
		fputs("usage: compile_map MAP COMPILED\n", stderr);
		return 2;
	}
	if (language_map_compile(argv[1], argv[2], &error) != 0) {
		fprintf(stderr, "compile_map: %s\n", error.message);
		return 1;
	}
	return 0;
}
