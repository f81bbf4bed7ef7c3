/* SPDX-License-Identifier: MIT */
/* What files are, and why. */
#include "base/buffer.h"
#include "cli/commands.h"
#include "cli/languages.h"
#include "cli/role_text.h"
#include "count/count.h"
#include "source/role_paths.h"
#include "source/source.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* One file and what was found out about it. */
typedef struct finding {
	const source_file *file;
	const language *language;
	language_why why;
	const char *trouble;
	bool forced; /* by .gitattributes */
	role_finding roles;
} finding;

static const char *evidence_of(const finding *finding)
{
	return finding->forced ? ".gitattributes" : language_evidence_name(finding->why.evidence);
}

static void add_flags(buffer *out, const source_attributes *attributes)
{
	const struct {
		const char *name;
		signed char value;
	} flags[] = {
		{"vendored", attributes->vendored},
		{"generated", attributes->generated},
		{"documentation", attributes->documentation},
		{"detectable", attributes->detectable},
	};
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (flags[i].value >= 0)
			buffer_printf(out, "; .gitattributes: %s%s", flags[i].value == 0 ? "not " : "", flags[i].name);
}

/* Those that .gitattributes has not told of. */
static void add_roles(buffer *out, const role_finding *roles)
{
	for (int role = 0; role < ROLE_COUNT; role++) {
		if (!role_is_decided(roles, (enum role)role) ||
		    role_source_of(roles, (enum role)role) == ROLE_BY_ATTRIBUTE)
			continue;
		buffer_add_string(out, "; ");
		role_text_add(out, roles, (enum role)role);
	}
}

static void add_why(buffer *out, const finding *finding)
{
	const language_why *why = &finding->why;
	if (finding->forced)
		buffer_printf(out, "by .gitattributes: linguist-language=%s", finding->file->attributes.language);
	else if (why->rule > 0)
		buffer_printf(out, "by %s: rule %zu for %s '%s'", evidence_of(finding), why->rule,
			      languages_claim_names[why->claim], why->key);
	else if (why->key != NULL)
		buffer_printf(out, "by %s '%s'", evidence_of(finding), why->key);
	else
		buffer_printf(out, "by %s", evidence_of(finding));
}

static void add_counter(buffer *out, const language *language)
{
	if (language->plugin == NULL)
		buffer_add_string(out, "; counted lexically");
	else if (language->lexical_first)
		buffer_printf(out, "; counted lexically, by plugin '%s' with --engine syntax", language->plugin);
	else
		buffer_printf(out, "; counted by plugin '%s'", language->plugin);
}

static void print(const finding *finding)
{
	buffer line = BUFFER_INIT;
	text_add_visible(&line, text_of(finding->file->path));
	if (finding->language == NULL) {
		buffer_printf(&line, ": %s", finding->trouble != NULL ? finding->trouble : "language not known");
	} else {
		buffer_printf(&line, ": %s, ", finding->language->name);
		add_why(&line, finding);
		add_counter(&line, finding->language);
	}
	add_flags(&line, &finding->file->attributes);
	add_roles(&line, &finding->roles);
	puts(line.data);
	buffer_finish(&line);
}

static json_t *truth(signed char value)
{
	return value < 0 ? json_null() : json_boolean(value != 0);
}

static json_t *roles_to_json(const role_finding *roles)
{
	json_t *list = json_array();
	for (int i = 0; i < ROLE_COUNT; i++) {
		enum role role = (enum role)i;
		if (!role_is_decided(roles, role))
			continue;
		buffer rule = BUFFER_INIT;
		text_add_visible(&rule, text_of(roles->decided.why[role]));
		json_t *item = json_object();
		json_object_set_new(item, "role", json_string(role_name(role)));
		json_object_set_new(item, "holds", json_boolean((roles->decided.yes & ROLE_BIT(role)) != 0));
		json_object_set_new(item, "evidence", json_string(role_source_name(role_source_of(roles, role))));
		json_object_set_new(item, "rule", json_string(buffer_string(&rule)));
		json_array_append_new(list, item);
		buffer_finish(&rule);
	}
	return list;
}

static json_t *to_json(const finding *finding)
{
	const source_attributes *attributes = &finding->file->attributes;
	buffer path = BUFFER_INIT;
	text_add_visible(&path, text_of(finding->file->path));
	json_t *out = json_object();
	json_object_set_new(out, "path", json_string(buffer_string(&path)));
	buffer_finish(&path);
	bool known = finding->language != NULL;
	json_object_set_new(out, "language", known ? json_string(finding->language->name) : json_null());
	json_object_set_new(out, "evidence", known ? json_string(evidence_of(finding)) : json_null());
	if (finding->why.key != NULL) {
		json_object_set_new(out, "claim", json_string(languages_claim_names[finding->why.claim]));
		json_object_set_new(out, "key", json_string(finding->why.key));
		json_object_set_new(out, "rule", json_integer((json_int_t)finding->why.rule));
	}
	if (known && finding->language->plugin != NULL)
		json_object_set_new(out, "plugin", json_string(finding->language->plugin));
	if (finding->trouble != NULL)
		json_object_set_new(out, "trouble", json_string(finding->trouble));
	json_object_set_new(out, "vendored", truth(attributes->vendored));
	json_object_set_new(out, "generated", truth(attributes->generated));
	json_object_set_new(out, "documentation", truth(attributes->documentation));
	json_object_set_new(out, "detectable", truth(attributes->detectable));
	json_object_set_new(out, "roles", roles_to_json(&finding->roles));
	return out;
}

/* The comments that tell of roles are found well enough by the marks of the map. */
static void find_roles(counter *counter, role_paths *paths, const source_file *file, arena *arena, role_finding *out)
{
	record record = {0};
	out->known = role_paths_decide(paths, file);
	counter_set_roles(counter, &out->known);
	counter_count_file(counter, file->path, true, NULL, arena, &record);
	out->decided = *counter_roles(counter);
}

static int fail_path(const char *path, const char *why)
{
	error error;
	error_set(&error, "%s: %s", path, why);
	return command_fail(STATUS_INCOMPLETE, error.message);
}

static int find_out(counter *counter, role_paths *paths, const language_map *map, const source_file *file, arena *arena,
		    json_t *list)
{
	const char *name = file->attributes.language;
	finding finding = {.file = file};
	counter_set_language(counter, name);
	finding.language = counter_detect_file(counter, file->path, arena, &finding.why, &finding.trouble);
	if (finding.trouble != NULL && strcmp(finding.trouble, count_binary) != 0)
		return fail_path(file->path, finding.trouble);
	finding.forced = name != NULL && finding.language != NULL && language_map_find(map, text_of(name)) != NULL;
	find_roles(counter, paths, file, arena, &finding.roles);
	if (list != NULL)
		json_array_append_new(list, to_json(&finding));
	else
		print(&finding);
	return STATUS_COUNTED;
}

/* What could be read without end, or never, is not looked into; one that was named is told of. */
static int add_operand(source_list *files, const char *operand, const source_options *options)
{
	error error;
	struct stat file;
	if (stat(operand, &file) == 0 && !S_ISREG(file.st_mode) && !S_ISDIR(file.st_mode))
		error_set(&error, "%s: neither a file nor a folder", operand);
	else if (source_add_path(files, operand, options, &error) == 0)
		return STATUS_COUNTED;
	return command_fail(STATUS_INCOMPLETE, error.message);
}

int languages_explain_files(const cli_options *options, const language_map *map, arena *arena, json_t *list)
{
	count_options count = {.policy = *count_policy_find("default"), .open = source_file_open};
	source_options source = {.hidden = true};
	counter *counter = counter_create(map, NULL, &count);
	source_list *files = source_list_create();
	role_paths *paths = role_paths_create(map);
	int status = STATUS_COUNTED;
	for (size_t i = 0; i < options->operands.count; i++) {
		const char *operand = options->operands.items[i];
		if (languages_is_file(map, operand) && add_operand(files, operand, &source) != STATUS_COUNTED)
			status = STATUS_INCOMPLETE;
	}
	source_list_close(files);
	for (size_t i = 0; i < files->skip_count; i++) {
		if (files->skips[i].failed)
			status = fail_path(files->skips[i].path, files->skips[i].why);
	}
	for (size_t i = 0; i < files->file_count; i++) {
		if (find_out(counter, paths, map, &files->files[i], arena, list) != STATUS_COUNTED)
			status = STATUS_INCOMPLETE;
	}
	role_paths_destroy(paths);
	source_list_destroy(files);
	counter_destroy(counter);
	return status;
}
