/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/text.h"
#include "plugin/plugin.h"
#include "plugin/whole.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* Plugins that were built when rows and languages ended there still load. */
#define RULE_SIZE_MIN offsetof(onflame_rule, holes)
#define LANGUAGE_SIZE_MIN offsetof(onflame_language, endings)

typedef const onflame_plugin *entry_function(void);

/* A shared object runs code when it is opened: whoever may write it may run as the user. */
static int check_file(const char *path, error *error)
{
	struct stat file;
	if (path[0] != '/')
		return error_set(error, "not an absolute path");
	if (stat(path, &file) != 0)
		return error_set(error, "%s", strerror(errno));
	if (!S_ISREG(file.st_mode))
		return error_set(error, "not a regular file");
	if (file.st_uid != 0 && file.st_uid != geteuid())
		return error_set(error, "belongs to another user (uid %u)", (unsigned)file.st_uid);
	if ((file.st_mode & S_IWOTH) != 0 || ((file.st_mode & S_IWGRP) != 0 && file.st_gid != getegid()))
		return error_set(error, "others may write it (mode %03o); chmod go-w it",
				 (unsigned)file.st_mode & 0777u);
	return whole_check(path, error);
}

/* "/a/rust.so" is called "rust". */
static text name_of_file(const char *path)
{
	const char *slash = strrchr(path, '/');
	text name = text_of(slash != NULL ? slash + 1 : path);
	if (text_ends_with(name, text_of(".so")))
		name.len -= 3;
	return name;
}

/* Copies what the plugin knew of the struct; what it did not know is zero. */
static int copy_descriptor(const onflame_plugin *given, onflame_plugin *out, error *error)
{
	if (given == NULL)
		return error_set(error, "%s() gives no descriptor", ONFLAME_PLUGIN_ENTRY);
	if (given->abi != ONFLAME_PLUGIN_ABI)
		return error_set(error, "plugin ABI %u, but this program has %u; build it anew", given->abi,
				 ONFLAME_PLUGIN_ABI);
	if (given->size < sizeof(*out))
		return error_set(error, "descriptor of %u bytes, but ABI %u has at least %zu", given->size,
				 ONFLAME_PLUGIN_ABI, sizeof(*out));
	*out = *given;
	if (out->rule_size < RULE_SIZE_MIN || out->rule_size % _Alignof(onflame_rule) != 0)
		return error_set(error, "rules of %u bytes, but ABI %u has at least %zu", out->rule_size,
				 ONFLAME_PLUGIN_ABI, RULE_SIZE_MIN);
	if (out->language_size < LANGUAGE_SIZE_MIN)
		return error_set(error, "languages of %u bytes, but ABI %u has at least %zu", out->language_size,
				 ONFLAME_PLUGIN_ABI, LANGUAGE_SIZE_MIN);
	if (out->name == NULL || out->version == NULL || out->languages == NULL || out->languages[0] == NULL)
		return error_set(error, "no name, version or language in the descriptor");
	return 0;
}

static int check_grammar(const TSLanguage *grammar, uint32_t *abi, error *error)
{
	if (grammar == NULL)
		return error_set(error, "grammar() gives nothing");
	*abi = ts_language_abi_version(grammar);
	if (*abi < TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION || *abi > TREE_SITTER_LANGUAGE_VERSION)
		return error_set(error, "grammar of tree-sitter ABI %u, but %d to %d are known; generate it anew", *abi,
				 TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION, TREE_SITTER_LANGUAGE_VERSION);
	return 0;
}

static int take_language(const onflame_language *given, const onflame_plugin *descriptor, plugin_language *out,
			 error *error)
{
	struct error why;
	if (given->name == NULL)
		return error_set(error, "a language without a name");
	if ((given->grammar != NULL) == (given->scan != NULL))
		return error_set(error, "%s: needs either a grammar or a scan", given->name);
	*out = (plugin_language){.name = given->name, .scan = given->scan, .max_lines = given->max_lines};
	if (descriptor->language_size > LANGUAGE_SIZE_MIN)
		out->endings = given->endings;
	if (given->scan != NULL)
		return 0;
	if (given->rules == NULL)
		return error_set(error, "%s: a grammar without rules", given->name);
	out->grammar = given->grammar();
	if (check_grammar(out->grammar, &out->grammar_abi, &why) != 0)
		return error_set(error, "%s: %s", given->name, why.message);
	out->rules = rule_table_create(out->grammar, given->rules, descriptor->rule_size, &why);
	if (out->rules == NULL)
		return error_set(error, "%s: %s", given->name, why.message);
	return 0;
}

static int take_languages(const onflame_plugin *descriptor, plugin *out, error *error)
{
	size_t count = 0;
	while (descriptor->languages[count] != NULL)
		count++;
	out->languages = memory_zero(count, sizeof(*out->languages));
	for (size_t i = 0; i < count; i++) {
		if (take_language(descriptor->languages[i], descriptor, &out->languages[i], error) != 0)
			return -1;
		out->language_count++;
	}
	return 0;
}

static int take_plugin(void *handle, const char *path, plugin *out, error *error)
{
	/* POSIX demands that a function's address fits a void *; ISO C has no cast for it. */
	void *symbol = dlsym(handle, ONFLAME_PLUGIN_ENTRY);
	entry_function *entry = NULL;
	if (symbol == NULL)
		return error_set(error, "does not export %s()", ONFLAME_PLUGIN_ENTRY);
	memcpy(&entry, &symbol, sizeof(entry));

	onflame_plugin descriptor = {0};
	if (copy_descriptor(entry(), &descriptor, error) != 0)
		return -1;
	text name = name_of_file(path);
	if (!text_equals_string(name, descriptor.name))
		return error_set(error, "calls itself '%s'", descriptor.name);
	out->name = memory_copy_string(descriptor.name);
	out->version = memory_copy_string(descriptor.version);
	out->path = memory_copy_string(path);
	out->abi = descriptor.abi;
	return take_languages(&descriptor, out, error);
}

/* The message of dlopen() begins with the path; ours does so already. */
static const char *dlopen_reason(const char *path)
{
	const char *message = dlerror();
	if (message == NULL)
		return "cannot be opened";
	size_t len = strlen(path);
	if (strncmp(message, path, len) == 0 && message[len] == ':')
		message += len + 1;
	return message + strspn(message, " ");
}

plugin *plugin_open(const char *path, error *error)
{
	struct error why;
	if (check_file(path, &why) != 0) {
		error_set(error, "%s: not loaded: %s", path, why.message);
		return NULL;
	}
	void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (handle == NULL) {
		error_set(error, "%s: not loaded: %s", path, dlopen_reason(path));
		return NULL;
	}
	plugin *made = memory_zero(1, sizeof(*made));
	if (take_plugin(handle, path, made, &why) != 0) {
		error_set(error, "%s: not loaded: %s", path, why.message);
		plugin_close(made);
		dlclose(handle);
		return NULL;
	}
	return made;
}

void plugin_close(plugin *plugin)
{
	if (plugin == NULL)
		return;
	for (size_t i = 0; i < plugin->language_count; i++)
		rule_table_destroy(plugin->languages[i].rules);
	free(plugin->languages);
	free((void *)plugin->name);
	free((void *)plugin->version);
	free((void *)plugin->path);
	free(plugin);
}

/* Whether the language takes the file, or what is none. */
static bool takes_file(const plugin_language *language, const char *path)
{
	if (language->endings == NULL)
		return true;
	size_t path_len = path != NULL ? strlen(path) : 0;
	for (const char *at = language->endings + strspn(language->endings, " "); *at != '\0';) {
		size_t len = strcspn(at, " ");
		if (path_len > len && strncasecmp(path + path_len - len, at, len) == 0)
			return true;
		at += len;
		at += strspn(at, " ");
	}
	return false;
}

const plugin_language *plugin_find_language(const plugin *plugin, const char *language, const char *path)
{
	for (size_t i = 0; i < plugin->language_count; i++) {
		if (strcmp(plugin->languages[i].name, language) == 0 && takes_file(&plugin->languages[i], path))
			return &plugin->languages[i];
	}
	return NULL;
}
