/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "report/link.h"

#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Columns where there is no terminal: what reads a pipe or a file wants names whole, but not 4,000 bytes of one. */
enum { FILE_WIDTH = 160 };

const report_format *output_format(const cli_options *options, error *error)
{
	if (options->link != NULL && link_check(options->link, error) != 0)
		return NULL;
	const char *name = options->format;
	if (name == NULL && options->output != NULL && strcmp(options->output, "-") != 0) {
		const report_format *format = report_format_for_file(options->output);
		if (format == NULL)
			error_set(error, "--output %s: its ending tells no format; give one with --format",
				  options->output);
		return format;
	}
	const report_format *format = report_format_find(name != NULL ? name : "table");
	if (format == NULL)
		error_set(error, "--format: no format '%s'; see --help", name);
	return format;
}

unsigned output_width(int fd)
{
	struct winsize size;
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
		return size.ws_col;
	return 80;
}

bool output_has_colour(const cli_options *options, int fd)
{
	if (options->colour != CLI_AUTO)
		return options->colour == CLI_ALWAYS;
	const char *no_color = getenv("NO_COLOR"); /* no-color.org: set and not empty */
	const char *terminal = getenv("TERM");
	return isatty(fd) && (no_color == NULL || no_color[0] == '\0') && terminal != NULL &&
	       strcmp(terminal, "dumb") != 0;
}

bool output_shows_progress(const cli_options *options)
{
	if (options->progress != CLI_AUTO)
		return options->progress == CLI_ALWAYS;
	const char *terminal = getenv("TERM");
	return isatty(STDERR_FILENO) && (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

/* "." says nothing of what it is: then a picture is called as the folder is. The caller frees it; NULL: no need. */
static char *folder_title(const cli_options *options)
{
	const char *operand = options->operands.count == 0 ? "." : options->operands.items[0];
	size_t len = strlen(operand);
	while (len > 1 && operand[len - 1] == '/')
		len--;
	bool dots = len > 0 && operand[len - 1] == '.' && (len == 1 || strchr("/.", operand[len - 2]) != NULL);
	if (options->title != NULL || options->operands.count > 1 || options->list_file != NULL || !dots)
		return NULL;
	char *path = realpath(operand, NULL);
	const char *slash = path != NULL ? strrchr(path, '/') : NULL;
	char *title = slash != NULL && slash[1] != '\0' ? memory_copy_string(slash + 1) : NULL;
	free(path);
	return title;
}

static report_options make_options(const cli_options *options, const char *title, double seconds)
{
	bool terminal = options->output == NULL && isatty(STDOUT_FILENO);
	return (report_options){
		.by = options->by >= 0 ? (enum report_by)options->by : REPORT_BY_LANGUAGE,
		.by_given = options->by >= 0,
		.metric = (enum report_metric)options->metric,
		.sort = options->sort,
		.reverse = options->reverse,
		.top = options->top == UINT64_MAX ? 0 : (size_t)options->top,
		.depth = options->depth == UINT64_MAX ? SIZE_MAX : (size_t)options->depth,
		.colour = options->output == NULL && output_has_colour(options, STDOUT_FILENO),
		.width = terminal ? output_width(STDOUT_FILENO) : FILE_WIDTH,
		.utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0,
		.delimiter = options->delimiter,
		.quiet = options->quiet,
		.functions = options->functions,
		.policy = options->policy,
		.version = ONFLAME_VERSION,
		.title = title,
		.link = options->link,
		.min_width = options->min_width,
		.picture_width = options->picture_width,
		.palette = (enum report_palette)options->palette,
		.interactive = options->interactive,
		.inverted = options->inverted,
		.seconds = terminal ? seconds : -1,
	};
}

enum count_detail output_detail(const report_format *format, const cli_options *options)
{
	report_options report = make_options(options, NULL, -1);
	return report_detail(format, &report);
}

bool output_is_unwanted(void)
{
	struct pollfd out = {.fd = STDOUT_FILENO};
	return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

static int write_standard(const report_format *format, const tree *tree, const report_options *report, error *error)
{
	errno = 0;
	int status = format->write(stdout, tree, report);
	if (fflush(stdout) != 0 || ferror(stdout))
		status = -1;
	if (status == 0)
		return 0;
	if (output_is_unwanted())
		return error_set(error, "%s", "");
	return error_set_errno(error, "standard output: the report could not be written");
}

static int close_file(FILE *file, int status)
{
	if (fflush(file) != 0 || ferror(file))
		status = -1;
	int number = errno;
	if (fclose(file) != 0)
		return -1;
	errno = number;
	return status;
}

/* The folder that `path` lies in; the caller frees it. */
static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	if (slash == NULL)
		return memory_copy_string(".");
	char *folder = memory_copy_string(path);
	folder[slash == path ? 1 : slash - path] = '\0';
	return folder;
}

int output_check(const cli_options *options, error *error)
{
	const char *path = options->output;
	struct stat file;
	int status = -1;
	if (path == NULL || strcmp(path, "-") == 0)
		return 0;
	if (stat(path, &file) == 0) {
		if (S_ISDIR(file.st_mode))
			errno = EISDIR;
		else
			status = access(path, W_OK);
	} else if (errno == ENOENT) {
		char *folder = folder_of(path);
		status = access(folder, W_OK | X_OK);
		free(folder);
	}
	return status == 0 ? 0 : error_set_errno(error, "--output %s", path);
}

static bool is_special(const char *path)
{
	struct stat file;
	return stat(path, &file) == 0 && !S_ISREG(file.st_mode);
}

static int write_direct(const report_format *format, const tree *tree, const report_options *report, const char *path,
			error *error)
{
	FILE *file = fopen(path, "we");
	if (file == NULL)
		return error_set_errno(error, "%s", path);
	errno = 0;
	if (close_file(file, format->write(file, tree, report)) != 0)
		return error_set_errno(error, "%s: the report could not be written", path);
	return 0;
}

/* The mode that a new file gets: that of the one it takes the place of, or what the mask leaves. */
static void set_mode(int fd, const char *path)
{
	struct stat old;
	mode_t mask = umask(0);
	umask(mask);
	mode_t mode = stat(path, &old) == 0 ? old.st_mode & 07777 : 0666 & ~mask;
	if (fchmod(fd, mode) != 0)
		return; /* then it stays readable by its owner alone */
}

static int write_beside(const report_format *format, const tree *tree, const report_options *report, const char *path,
			error *error)
{
	char *folder = folder_of(path);
	buffer beside = BUFFER_INIT;
	/* A short name: the path's own may be as long as names can be. */
	buffer_printf(&beside, "%s/.onflame.XXXXXX", folder);
	free(folder);
	int status = -1, fd = mkstemp(beside.data);
	FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (file == NULL) {
		/* In a folder of others a file of one's own can be written all the same. */
		status = access(path, W_OK) == 0 ? write_direct(format, tree, report, path, error)
						 : error_set_errno(error, "%s", path);
		if (fd >= 0)
			close(fd);
	} else {
		set_mode(fd, path);
		errno = 0;
		status = close_file(file, format->write(file, tree, report));
		if (status != 0 || rename(beside.data, path) != 0) {
			status = error_set_errno(error, "%s: the report could not be written", path);
			unlink(beside.data);
		}
	}
	buffer_finish(&beside);
	return status;
}

static int write_to(const report_format *format, const tree *tree, const report_options *report, const char *path,
		    error *error)
{
	if (path == NULL || strcmp(path, "-") == 0)
		return write_standard(format, tree, report, error);
	if (is_special(path))
		return write_direct(format, tree, report, path, error);
	char *target = realpath(path, NULL); /* a link's target is written, not the link */
	int status = write_beside(format, tree, report, target != NULL ? target : path, error);
	free(target);
	return status;
}

int output_write(const report_format *format, const tree *tree, const cli_options *options, double seconds,
		 error *error)
{
	char *folder = folder_title(options);
	report_options report = make_options(options, folder != NULL ? folder : options->title, seconds);
	report.functions = report_detail(format, &report) <= COUNT_SUMS;
	int status = write_to(format, tree, &report, options->output, error);
	free(folder);
	return status;
}
