/* SPDX-License-Identifier: MIT */
/*
 * Reads folded stacks on standard input as flamegraph.pl does: a stack, blanks, a number at the end of the line. Checks
 * every line and prints the number of lines and the sum of the numbers. Status 1: a line that flamegraph.pl would pass
 * over or, with --strict, one that it would read otherwise than it was meant.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Length of the part before a number at the end of `line`, without the blanks between; 0: there is no such number. */
static size_t split_number(const char *line, size_t len, uint64_t *number)
{
	size_t start = len;
	while (start > 0 && isdigit((unsigned char)line[start - 1]))
		start--;
	if (start == len || start == 0 || !isspace((unsigned char)line[start - 1]))
		return 0;
	*number = 0;
	for (size_t i = start; i < len; i++)
		*number = *number * 10 + (uint64_t)(line[i] - '0');
	while (start > 0 && isspace((unsigned char)line[start - 1]))
		start--;
	return start;
}

/* Whether every frame of the stack has a name that neither begins nor ends with a blank nor holds a control byte. */
static bool is_clean(const char *stack, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		bool first = i == 0 || stack[i - 1] == ';';
		bool last = i + 1 == len || stack[i + 1] == ';';
		unsigned char c = (unsigned char)stack[i];
		if (c < ' ' || c == 127 || (c == ';' && (first || i + 1 == len)) || (c == ' ' && (first || last)))
			return false;
	}
	return len > 0;
}

/* What is wrong with the line; NULL: nothing. */
static const char *check_line(const char *line, size_t len, bool strict, uint64_t *number)
{
	uint64_t second;
	size_t stack = split_number(line, len, number);
	if (stack == 0)
		return "no number at the end";
	if (!strict)
		return NULL;
	if (*number == 0)
		return "a stack of nothing";
	if (split_number(line, stack, &second) != 0)
		return "two numbers at the end, read as a difference";
	return is_clean(line, stack) ? NULL : "a name that is empty, or has blanks at an end or control bytes";
}

int main(int argc, char **argv)
{
	bool strict = argc > 1 && strcmp(argv[1], "--strict") == 0;
	char *line = NULL;
	size_t capacity = 0;
	ssize_t len;
	uint64_t lines = 0, sum = 0;
	int status = 0;
	while ((len = getline(&line, &capacity, stdin)) >= 0) {
		uint64_t number = 0;
		const char *wrong = "no line break at the end";
		lines++;
		if (line[len - 1] == '\n')
			wrong = check_line(line, (size_t)len - 1, strict, &number);
		sum += number;
		if (wrong != NULL) {
			line[strcspn(line, "\n")] = '\0';
			fprintf(stderr, "line %" PRIu64 ": %s: %.200s\n", lines, wrong, line);
			status = 1;
		}
	}
	free(line);
	if (ferror(stdin)) {
		perror("standard input");
		return 1;
	}
	printf("%" PRIu64 " lines, sum %" PRIu64 "\n", lines, sum);
	return fflush(stdout) == 0 ? status : 1;
}
