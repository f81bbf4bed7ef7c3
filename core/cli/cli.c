/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/setup.h"
#include "onflame/plugin.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int command_fail(int status, const char *message)
{
	fprintf(stderr, "onflame: %s\n", message);
	return status;
}

int command_close_output(void)
{
	errno = 0;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return STATUS_COUNTED;
	if (output_is_unwanted())
		return STATUS_INCOMPLETE;
	error error;
	if (errno != 0)
		error_set_errno(&error, "standard output: not all could be written");
	else /* an earlier write failed; why is forgotten */
		error_set(&error, "standard output: not all could be written");
	return command_fail(STATUS_INCOMPLETE, error.message);
}

typedef int command(const cli_options *options, arena *arena);

static const struct {
	const char *name;
	command *run;
} commands[] = {
	{"languages", command_languages},
	{"plugins", command_plugins},
	{"cache", command_cache},
};

/* The command that the first operand names, if it does. */
static command *find_command(cli_options *options)
{
	if (options->explain != NULL)
		return command_explain;
	if (options->list_languages)
		return command_languages;
	for (size_t i = 0; options->operands.count > 0 && i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (strcmp(options->operands.items[0], commands[i].name) != 0)
			continue;
		memmove(options->operands.items, options->operands.items + 1,
			options->operands.count * sizeof(*options->operands.items));
		options->operands.count--;
		return commands[i].run;
	}
	return command_count;
}

/* Options of a file come first: those of the command line go over them. */
static int read_options(cli_options *options, int argc, char **argv, arena *arena, error *error)
{
	cli_options given;
	cli_options_init(&given);
	int status = cli_options_parse(&given, argc, argv, arena, error);
	const char *config = given.config;
	cli_options_finish(&given);
	if (status != 0)
		return -1;
	if (config == NULL) {
		const char *usual = setup_config_path(arena, "options");
		config = usual != NULL && access(usual, R_OK) == 0 ? usual : NULL;
	}
	if (config != NULL && cli_options_read(options, config, arena, error) != 0)
		return -1;
	return cli_options_parse(options, argc, argv, arena, error);
}

static int run(cli_options *options, arena *arena)
{
	if (options->help) {
		cli_print_help(stdout);
		return command_close_output();
	}
	if (options->version) {
		printf("onflame %s, plugin ABI %u\n", ONFLAME_VERSION, ONFLAME_PLUGIN_ABI);
		return command_close_output();
	}
	return find_command(options)(options, arena);
}

/*
 * A file opened as descriptor 0, 1 or 2 would be read or written in place of the closed stream. What stands in for it is opened
 * the wrong way round: a report that nobody gets is an error, not a success.
 */
static void open_standard_streams(void)
{
	for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
		if (fcntl(stream, F_GETFD) < 0)
			(void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
	}
}

int cli_main(int argc, char **argv)
{
	open_standard_streams();
	setlocale(LC_CTYPE, "");  /* of messages and the table; numbers and order never depend on it */
	signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write error like others */
	signal(SIGXFSZ, SIG_IGN); /* and so is the limit of a file's size */
	arena *arena = arena_create();
	cli_options options;
	cli_options_init(&options);
	error error;
	int status;
	if (read_options(&options, argc, argv, arena, &error) != 0)
		status = command_fail(STATUS_USAGE, error.message);
	else
		status = run(&options, arena);
	cli_options_finish(&options);
	arena_destroy(arena);
	return status;
}
