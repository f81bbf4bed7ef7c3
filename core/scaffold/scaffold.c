/* SPDX-License-Identifier: MIT */
#include "scaffold/scaffold.h"

#include "base/text.h"
#include "scaffold/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { NAME_MAX_LENGTH = 64, TEMPLATE_SIZE_MAX = 1 << 20 };

int scaffold_check_name(const char *name, error *error)
{
	size_t len = strlen(name);
	if (len == 0 || len > NAME_MAX_LENGTH || strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-") != len ||
	    name[0] == '-')
		return error_set(error, "'%s' is no name of a plugin: small letters, digits, '_' and '-'", name);
	return 0;
}

static const char *extension(const scaffold *plan)
{
	for (const scaffold_claim *claim = plan->claims; claim->file_type != NULL; claim++) {
		if (claim->other == NULL && !scaffold_is_file_name(claim->file_type))
			return claim->file_type;
	}
	return NULL;
}

const char *scaffold_sample(const scaffold *plan, arena *arena)
{
	const char *of_type = extension(plan);
	if (of_type != NULL)
		return arena_printf(arena, "tests/first/input.%s", of_type);
	return arena_printf(arena, "tests/first/%s",
			    plan->claims[0].file_type != NULL && plan->claims[0].other == NULL
				    ? plan->claims[0].file_type
				    : "input");
}

typedef struct value {
	const char *key, *text;
} value;

/* The template with every @KEY@ replaced; a key that is not known stays. */
static void fill(text template, const value *values, buffer *out)
{
	const char *end = template.data + template.len;
	for (const char *at = template.data; at < end;) {
		const value *found = NULL;
		for (const value *value = values; *at == '@' && value->key != NULL; value++) {
			size_t len = strlen(value->key);
			if ((size_t)(end - at) >= len + 2 && memcmp(at + 1, value->key, len) == 0 && at[len + 1] == '@')
				found = value;
		}
		if (found == NULL) {
			buffer_add_char(out, *at++);
			continue;
		}
		buffer_add_string(out, found->text);
		at += strlen(found->key) + 2;
	}
}

typedef struct writer {
	const scaffold *plan;
	const char *folder;
	const value *values;
	arena *arena;
	error *error;
} writer;

static int write_text(const writer *writer, const char *name, const buffer *content)
{
	const char *path = arena_printf(writer->arena, "%s/%s", writer->folder, name);
	if (folder_make(file_folder(writer->arena, path), writer->error) != 0)
		return -1;
	return file_write(path, buffer_string(content), content->len, 0644, writer->error);
}

static int write_template(const writer *writer, const char *template, const char *name)
{
	buffer source = BUFFER_INIT, filled = BUFFER_INIT;
	const char *path = arena_printf(writer->arena, "%s/%s", writer->plan->templates, template);
	int status = file_read(path, TEMPLATE_SIZE_MAX, &source, writer->error);
	if (status == 0) {
		fill((text){buffer_string(&source), source.len}, writer->values, &filled);
		status = write_text(writer, name, &filled);
	}
	buffer_finish(&source);
	buffer_finish(&filled);
	return status;
}

static int write_files(const writer *writer)
{
	const scaffold *plan = writer->plan;
	const struct {
		const char *template, *name;
	} files[] = {
		{"plugin.c.in", arena_printf(writer->arena, "%s.c", plan->name)},
		{"CMakeLists.txt.in", "CMakeLists.txt"},
		{"README.md.in", "README.md"},
		{"expected.in", "tests/first/expected"},
		{"gitignore.in", ".gitignore"},
	};
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		if (write_template(writer, files[i].template, files[i].name) != 0)
			return -1;
	}
	buffer map = BUFFER_INIT, empty = BUFFER_INIT;
	scaffold_write_map(plan, &map);
	int status = write_text(writer, "languages.yaml", &map);
	if (status == 0)
		status = write_text(writer, scaffold_sample(plan, writer->arena), &empty);
	buffer_finish(&map);
	return status;
}

int scaffold_write(const scaffold *plan, const char *folder, arena *arena, error *error)
{
	if (folder_make(file_folder(arena, folder), error) != 0)
		return -1;
	if (mkdir(folder, 0755) != 0)
		return errno == EEXIST ? error_set(error, "%s: is there already; give another name or --into", folder)
				       : error_set_errno(error, "%s", folder);
	buffer rules = BUFFER_INIT;
	rule_list_write(plan->rules, &rules);
	if (rules.len > 0)
		buffer_truncate(&rules, rules.len - 1);
	const value values[] = {
		{"NAME", plan->name},
		{"LANGUAGE", plan->language},
		{"FUNCTION", plan->grammar->function},
		{"RULES", buffer_string(&rules)},
		{"LICENCE",
		 plan->grammar->licence != NULL ? plan->grammar->licence : "its licence is not said: ask its authors"},
		{"BELOW", plan->grammar->folder + strlen(plan->grammar->root)},
		{"SAMPLE", scaffold_sample(plan, arena)},
		{"SHOWN", folder},
		{"HEADER", plan->header},
		{NULL, NULL},
	};
	writer writer = {plan, folder, values, arena, error};
	int status = write_files(&writer);
	buffer_finish(&rules);
	if (status == 0)
		status = grammar_copy(plan->grammar, arena_printf(arena, "%s/grammar", folder), arena, error);
	return status;
}
