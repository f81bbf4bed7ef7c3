/* SPDX-License-Identifier: MIT */
#include "language/shebang.h"

#include <string.h>

#define EXEC_LINES 5

static const text nothing = {"", 0};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Takes the first line from `rest`, without its end. */
static text take_line(text *rest)
{
	size_t len = 0;
	while (len < rest->len && rest->data[len] != '\n' && rest->data[len] != '\r')
		len++;
	text line = {rest->data, len};
	if (len + 1 < rest->len && rest->data[len] == '\r' && rest->data[len + 1] == '\n')
		len++;
	if (len < rest->len)
		len++;
	rest->data += len;
	rest->len -= len;
	return line;
}

static text take_word(text *rest)
{
	while (rest->len > 0 && is_blank(*rest->data)) {
		rest->data++;
		rest->len--;
	}
	text word = {rest->data, 0};
	while (word.len < rest->len && !is_blank(rest->data[word.len]))
		word.len++;
	rest->data += word.len;
	rest->len -= word.len;
	return word;
}

static text base_name(text path)
{
	const char *slash = path.len > 0 ? memrchr(path.data, '/', path.len) : NULL;
	if (slash == NULL)
		return path;
	return (text){slash + 1, path.len - (size_t)(slash - path.data) - 1};
}

/* The command behind env's options and variables. */
static text env_command(text rest)
{
	for (;;) {
		text word = take_word(&rest);
		if (word.len == 0)
			return nothing;
		if (text_equals_string(word, "-S") || text_equals_string(word, "--split-string"))
			continue;
		if (text_equals_string(word, "-u") || text_equals_string(word, "-C")) {
			take_word(&rest); /* its argument */
			continue;
		}
		if (text_starts_with(word, text_of("-S")))
			return base_name((text){word.data + 2, word.len - 2});
		if (text_starts_with(word, text_of("--split-string=")))
			return base_name((text){word.data + 15, word.len - 15});
		if (word.data[0] != '-' && memchr(word.data, '=', word.len) == NULL)
			return base_name(word);
	}
}

/* exec perl -x "$0" "$@": the line's `exec`, then a command, then $0 and $@. */
static text exec_command(text line)
{
	const char *exec = line.len > 0 ? memmem(line.data, line.len, "exec ", 5) : NULL;
	if (exec == NULL || memmem(line.data, line.len, "$0", 2) == NULL)
		return nothing;
	if (exec > line.data && !is_blank(exec[-1]) && memchr("'\";&:", exec[-1], 5) == NULL)
		return nothing;
	text rest = {exec + 5, line.len - (size_t)(exec - line.data) - 5};
	text command = base_name(take_word(&rest));
	if (text_equals_string(command, "env"))
		command = env_command(rest);
	return command;
}

static bool is_plain_shell(text interpreter)
{
	static const char *const shells[] = {"sh", "bash", "dash", "ksh", "zsh"};
	for (size_t i = 0; i < sizeof(shells) / sizeof(shells[0]); i++)
		if (text_equals_string(interpreter, shells[i]))
			return true;
	return false;
}

text shebang_interpreter(text content)
{
	if (!text_starts_with(content, text_of("#!")))
		return nothing;
	text rest = content;
	text line = take_line(&rest);
	line.data += 2;
	line.len -= 2;
	text interpreter = base_name(take_word(&line));
	if (text_equals_string(interpreter, "env"))
		interpreter = env_command(line);
	if (!is_plain_shell(interpreter))
		return interpreter;
	for (int i = 1; i < EXEC_LINES && rest.len > 0; i++) {
		text command = exec_command(take_line(&rest));
		if (command.len > 0)
			return command;
	}
	return interpreter;
}

text shebang_unversioned(text interpreter)
{
	size_t len = interpreter.len;
	while (len > 0 && ((interpreter.data[len - 1] >= '0' && interpreter.data[len - 1] <= '9') ||
			   interpreter.data[len - 1] == '.' || interpreter.data[len - 1] == '-'))
		len--;
	return len > 0 ? (text){interpreter.data, len} : interpreter;
}
