/* SPDX-License-Identifier: MIT */
/* The compiler, started with a vector of arguments: no shell reads a path. */
#include "base/memory.h"
#include "base/text.h"
#include "scaffold/build.h"
#include "scaffold/file.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ARGUMENTS_MAX = 256, JOBS_MAX = 64 };

typedef struct command {
	char *arguments[ARGUMENTS_MAX + 1];
	size_t count;
	arena *arena;
} command;

static void add(command *command, const char *argument)
{
	if (command->count < ARGUMENTS_MAX)
		command->arguments[command->count++] = arena_copy_string(command->arena, argument);
}

static void add_all(command *command, const char *const *arguments)
{
	for (; *arguments != NULL; arguments++)
		add(command, *arguments);
}

/* CC may hold words: "ccache gcc". */
static void begin(command *command, arena *arena)
{
	const char *given = getenv("CC");
	*command = (struct command){.arena = arena};
	char *rest = NULL;
	char *copy = arena_copy_string(arena, given != NULL ? given : "");
	for (char *word = strtok_r(copy, " \t", &rest); word != NULL; word = strtok_r(NULL, " \t", &rest))
		add(command, word);
	if (command->count == 0)
		add(command, "cc");
}

static pid_t start(const command *command, error *error)
{
	fflush(NULL);
	pid_t child = fork();
	if (child < 0)
		error_set_errno(error, "%s", command->arguments[0]);
	if (child != 0)
		return child;
	/* Its words are no report. */
	dup2(STDERR_FILENO, STDOUT_FILENO);
	execvp(command->arguments[0], command->arguments);
	fprintf(stderr, "onflame: %s: %s; install a C compiler, or name one with CC\n", command->arguments[0],
		strerror(errno));
	_exit(127);
}

/* 0: the command ended well. */
static int finish(pid_t child)
{
	int status;
	while (waitpid(child, &status, 0) < 0) {
		if (errno != EINTR)
			return -1;
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -1;
}

static bool is_newer(const char *path, const struct stat *than)
{
	struct stat file;
	if (stat(path, &file) != 0)
		return true;
	return file.st_mtim.tv_sec != than->st_mtim.tv_sec ? file.st_mtim.tv_sec > than->st_mtim.tv_sec
							   : file.st_mtim.tv_nsec >= than->st_mtim.tv_nsec;
}

typedef struct job {
	const char *source, *object;
	bool grammar;
} job;

/* A grammar takes its time, and seldom changes; tables are compiled each time. */
static bool is_built(const job *job)
{
	struct stat object;
	if (!job->grammar || stat(job->object, &object) != 0)
		return false;
	return !is_newer(job->source, &object);
}

static void compile_command(command *command, const job *job, const char *include, arena *arena)
{
	static const char *const common[] = {"-O2", "-fPIC", "-fvisibility=hidden", "-DTREE_SITTER_HIDE_SYMBOLS",
					     "-c",  NULL};
	begin(command, arena);
	add_all(command, common);
	add(command, job->grammar ? "-w" : "-Wall");
	add(command, "-I");
	add(command, file_folder(arena, job->source));
	if (include != NULL) {
		add(command, "-I");
		add(command, include);
	}
	add(command, "-o");
	add(command, job->object);
	add(command, job->source);
}

static size_t list_jobs(const build *build, job *jobs, arena *arena)
{
	size_t count = 0;
	const struct {
		const char **sources;
		bool grammar;
	} parts[] = {{build->grammars, true}, {build->tables, false}};
	for (size_t p = 0; p < 2; p++) {
		for (const char **source = parts[p].sources; *source != NULL && count < JOBS_MAX; source++) {
			const char *object =
				arena_printf(arena, "%s/build/%zu-%s.o", build->folder, count, file_name(*source));
			jobs[count++] = (job){*source, object, parts[p].grammar};
		}
	}
	return count;
}

/* All at once: they are few, and the parser is by far the largest. */
static int compile(const job *jobs, size_t count, const char *include, arena *arena, error *error)
{
	pid_t *children = memory_zero(count, sizeof(*children));
	int status = 0;
	for (size_t i = 0; i < count && status == 0; i++) {
		command command;
		if (is_built(&jobs[i]))
			continue;
		unlink(jobs[i].object);
		compile_command(&command, &jobs[i], include, arena);
		children[i] = start(&command, error);
		status = children[i] < 0 ? -1 : 0;
	}
	for (size_t i = 0; i < count; i++) {
		if (children[i] <= 0 || finish(children[i]) == 0)
			continue;
		unlink(jobs[i].object);
		status = error_set(error, "%s: not compiled", jobs[i].source);
	}
	free(children);
	return status;
}

static int link_all(const build *build, const job *jobs, size_t count, arena *arena, error *error)
{
	command command;
	bool cxx = false;
	begin(&command, arena);
	add(&command, "-shared");
	add(&command, "-o");
	add(&command, build->output);
	for (size_t i = 0; i < count; i++) {
		add(&command, jobs[i].object);
		cxx = cxx || text_ends_with(text_of(jobs[i].source), text_of(".cc"));
	}
	if (cxx)
		add(&command, "-lstdc++");
	unlink(build->output);
	pid_t child = start(&command, error);
	if (child < 0)
		return -1;
	if (finish(child) != 0)
		return error_set(error, "%s: not linked", build->output);
	/* The loader refuses what others may write, whatever the umask is. */
	return chmod(build->output, 0755) == 0 ? 0 : error_set_errno(error, "%s", build->output);
}

int build_run(const build *build, const char *include, arena *arena, error *error)
{
	job jobs[JOBS_MAX];
	size_t count = list_jobs(build, jobs, arena);
	if (folder_make(arena_printf(arena, "%s/build", build->folder), error) != 0 ||
	    compile(jobs, count, include, arena, error) != 0)
		return -1;
	return link_all(build, jobs, count, arena, error);
}
