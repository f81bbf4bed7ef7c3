/* SPDX-License-Identifier: MIT */
#include "source/gitdir.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define POINTER_LIMIT 65536                    /* bytes of a `.git` or `commondir` file */
#define CONFIG_LIMIT ((size_t)4 * 1024 * 1024) /* bytes of a configuration */

/* Opens the folder that a small file names. -1: no such file, or not what it should be. */
static int open_pointed(const opener *opener, int base, const char *file, const char *mark)
{
	buffer content = BUFFER_INIT;
	int folder = -1;
	if (open_and_read(opener, base, file, 0, POINTER_LIMIT, &content) == 0 &&
	    text_starts_with((text){buffer_string(&content), content.len}, text_of(mark))) {
		while (content.len > 0 && strchr("\r\n", content.data[content.len - 1]) != NULL)
			buffer_truncate(&content, content.len - 1);
		const char *path = buffer_string(&content);
		folder = open_at(opener, base, path + (content.len > 0 ? strlen(mark) : 0), O_RDONLY | O_DIRECTORY);
	}
	buffer_finish(&content);
	return folder;
}

int gitdir_open_own(const opener *opener, int tree)
{
	int own = open_at(opener, tree, ".git", O_RDONLY | O_DIRECTORY);
	return own >= 0 || errno != ENOTDIR ? own : open_pointed(opener, tree, ".git", "gitdir: ");
}

int gitdir_open(const opener *opener, int tree)
{
	int own = gitdir_open_own(opener, tree);
	if (own < 0)
		return -1;
	int common = open_pointed(opener, own, "commondir", "");
	if (common < 0)
		return own;
	close(own);
	return common;
}

/* Where a configuration is being read. */
struct reader {
	const char *at, *end;
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void skip_line(struct reader *r)
{
	const char *newline = memchr(r->at, '\n', (size_t)(r->end - r->at));
	r->at = newline != NULL ? newline + 1 : r->end;
}

/* At '['. Whether the section is [core]; a quoted subsection makes it another one. */
static bool read_section(struct reader *r)
{
	const char *start = ++r->at;
	bool quoted = false;
	while (r->at < r->end && *r->at != '\n' && (quoted || *r->at != ']')) {
		if (*r->at == '"')
			quoted = !quoted;
		else if (*r->at == '\\' && r->at + 1 < r->end && r->at[1] != '\n')
			r->at++;
		r->at++;
	}
	bool core = r->at - start == 4 && strncasecmp(start, "core", 4) == 0;
	if (r->at < r->end && *r->at == ']')
		r->at++;
	return core;
}

/* Behind a backslash. False: the value is broken. */
static bool read_escape(struct reader *r, buffer *value)
{
	static const char from[] = "tnb\\\"", to[] = "\t\n\b\\\"";
	if (r->at < r->end && *r->at == '\r' && r->at + 1 < r->end && r->at[1] == '\n')
		r->at++;
	if (r->at == r->end)
		return true;
	char c = *r->at++;
	if (c == '\n')
		return true;
	const char *found = memchr(from, c, sizeof(from) - 1);
	if (found == NULL)
		return false;
	buffer_add_char(value, to[found - from]);
	return true;
}

/* Behind '='. Blanks at both ends and comments are left out unless quoted. False: broken, `value` is then of no use. */
static bool read_value(struct reader *r, buffer *value)
{
	bool quoted = false, whole = true;
	size_t keep = 0;
	buffer_clear(value);
	while (r->at < r->end && *r->at != '\n') {
		char c = *r->at++;
		if (!quoted && (c == '#' || c == ';')) {
			skip_line(r);
			break;
		}
		if (!quoted && is_space(c)) {
			if (keep > 0)
				buffer_add_char(value, c);
			continue;
		}
		if (c == '"')
			quoted = !quoted;
		else if (c == '\\')
			whole &= read_escape(r, value);
		else
			buffer_add_char(value, c);
		keep = value->len;
	}
	buffer_truncate(value, keep);
	return whole && !quoted;
}

/* At the first letter of a key. Whether it is the wanted one and has a value. */
static bool read_entry(struct reader *r, bool core, buffer *value)
{
	const char *start = r->at;
	while (r->at < r->end && *r->at != '=' && *r->at != '\n' && !is_space(*r->at) && *r->at != '#' && *r->at != ';')
		r->at++;
	bool wanted = core && r->at - start == 12 && strncasecmp(start, "excludesfile", 12) == 0;
	while (r->at < r->end && *r->at != '\n' && is_space(*r->at))
		r->at++;
	if (r->at == r->end || *r->at != '=') {
		skip_line(r);
		return false;
	}
	r->at++;
	return read_value(r, value) && wanted;
}

bool gitdir_parse_excludes_file(text config, buffer *value)
{
	struct reader r = {config.data, config.data + config.len};
	buffer scratch = BUFFER_INIT;
	bool core = false, found = false;
	if (text_starts_with(config, text_of("\xEF\xBB\xBF")))
		r.at += 3;
	while (r.at < r.end) {
		if (is_space(*r.at)) {
			r.at++;
		} else if (*r.at == '[') {
			core = read_section(&r);
		} else if (*r.at == '#' || *r.at == ';') {
			skip_line(&r);
		} else if (read_entry(&r, core, &scratch)) {
			buffer_clear(value);
			buffer_add_string(value, buffer_string(&scratch));
			found = true;
		}
	}
	buffer_finish(&scratch);
	return found;
}

static const char *environment(const char *name)
{
	const char *value = getenv(name);
	return value != NULL && *value != '\0' ? value : NULL;
}

bool gitdir_expand_home(buffer *path)
{
	const char *from = buffer_string(path);
	if (*from != '~')
		return true;
	size_t name_len = strcspn(from + 1, "/");
	buffer expanded = BUFFER_INIT;
	buffer_add(&expanded, from + 1, name_len);
	const char *home = environment("HOME");
	if (name_len > 0) {
		const struct passwd *user = getpwnam(expanded.data);
		home = user != NULL ? user->pw_dir : NULL;
	}
	buffer_clear(&expanded);
	if (home != NULL) {
		buffer_add_string(&expanded, home);
		buffer_add_string(&expanded, from + 1 + name_len);
		buffer_clear(path);
		buffer_add(path, expanded.data, expanded.len);
	}
	buffer_finish(&expanded);
	return home != NULL;
}

/* "$XDG_CONFIG_HOME/git/NAME", or the same in ~/.config. False: no home. */
static bool user_path(buffer *path, const char *name)
{
	const char *config = environment("XDG_CONFIG_HOME"), *home = environment("HOME");
	if (config == NULL && home == NULL)
		return false;
	buffer_clear(path);
	if (config != NULL)
		buffer_printf(path, "%s/git/%s", config, name);
	else
		buffer_printf(path, "%s/.config/git/%s", home, name);
	return true;
}

static bool read_config(const opener *opener, const char *path, buffer *value)
{
	buffer content = BUFFER_INIT;
	bool found = open_and_read(opener, AT_FDCWD, path, 0, CONFIG_LIMIT, &content) == 0 &&
		     gitdir_parse_excludes_file((text){buffer_string(&content), content.len}, value);
	buffer_finish(&content);
	return found;
}

bool gitdir_user_excludes_file(const opener *opener, buffer *path)
{
	buffer file = BUFFER_INIT, value = BUFFER_INIT;
	const char *system = environment("GIT_CONFIG_SYSTEM"), *global = environment("GIT_CONFIG_GLOBAL");
	bool found = environment("GIT_CONFIG_NOSYSTEM") == NULL &&
		     read_config(opener, system != NULL ? system : "/etc/gitconfig", &value);
	if (global != NULL) {
		found |= read_config(opener, global, &value);
	} else {
		if (user_path(&file, "config"))
			found |= read_config(opener, buffer_string(&file), &value);
		if (environment("HOME") != NULL) {
			buffer_clear(&file);
			buffer_printf(&file, "%s/.gitconfig", getenv("HOME"));
			found |= read_config(opener, buffer_string(&file), &value);
		}
	}
	if (found) {
		buffer_clear(path);
		buffer_add_string(path, buffer_string(&value));
		found = gitdir_expand_home(path);
	} else {
		found = user_path(path, "ignore");
	}
	buffer_finish(&file);
	buffer_finish(&value);
	return found;
}

/* A word that stands for a conversion, in whatever case and place it is found. */
static const struct {
	const char *word;
	unsigned conversions;
	bool config; /* of a configuration; false: of an attribute file */
} conversion_words[] = {
	{"attributesfile", GITDIR_FILTERS | GITDIR_LINES, true},
	{"crlf", GITDIR_LINES, true},
	{"eol", GITDIR_LINES, true},
	{"[include", GITDIR_LINES, true},
	{"filter", GITDIR_FILTERS, false},
	{"working-tree-encoding", GITDIR_FILTERS, false},
	{"ident", GITDIR_FILTERS, false},
	{"text", GITDIR_LINES, false},
	{"crlf", GITDIR_LINES, false},
	{"eol", GITDIR_LINES, false},
};

static unsigned find_conversions(const opener *opener, int folder, const char *path, bool config)
{
	buffer content = BUFFER_INIT;
	unsigned found = 0;
	if (open_and_read(opener, folder, path, 0, CONFIG_LIMIT, &content) != 0) {
		found = errno != ENOENT && errno != ENOTDIR ? GITDIR_FILTERS | GITDIR_LINES : 0;
		buffer_clear(&content);
	}
	for (size_t i = 0; i < sizeof(conversion_words) / sizeof(conversion_words[0]); i++) {
		if (conversion_words[i].config == config &&
		    strcasestr(buffer_string(&content), conversion_words[i].word) != NULL)
			found |= conversion_words[i].conversions;
	}
	buffer_finish(&content);
	return found;
}

unsigned gitdir_own_conversions(const opener *opener, int common)
{
	return find_conversions(opener, common, "config", true) |
	       find_conversions(opener, common, "config.worktree", true);
}

unsigned gitdir_user_conversions(const opener *opener)
{
	const char *system = environment("GIT_CONFIG_SYSTEM"), *global = environment("GIT_CONFIG_GLOBAL");
	buffer path = BUFFER_INIT;
	unsigned found = find_conversions(opener, AT_FDCWD, "/etc/gitattributes", false) |
			 find_conversions(opener, AT_FDCWD, system != NULL ? system : "/etc/gitconfig", true);
	if (global != NULL)
		found |= find_conversions(opener, AT_FDCWD, global, true);
	if (user_path(&path, "attributes"))
		found |= find_conversions(opener, AT_FDCWD, path.data, false);
	if (user_path(&path, "config"))
		found |= find_conversions(opener, AT_FDCWD, path.data, true);
	if (environment("HOME") != NULL) {
		buffer_clear(&path);
		buffer_printf(&path, "%s/.gitconfig", getenv("HOME"));
		found |= find_conversions(opener, AT_FDCWD, path.data, true);
	}
	buffer_finish(&path);
	return found;
}
