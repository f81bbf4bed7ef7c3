/* SPDX-License-Identifier: MIT */
#include "cli/languages.h"
#include "language/lexis.h"

static json_t *texts(const char *const *items)
{
	json_t *list = json_array();
	for (; items != NULL && *items != NULL; items++)
		json_array_append_new(list, json_string(*items));
	return list;
}

static json_t *text_or_null(const char *value)
{
	return value != NULL ? json_string(value) : json_null();
}

/* {".h": [{"language": "C", "pattern": [...]}]} for what the language shares with others. */
static json_t *rules_of(const language_map *map, const language *language, enum language_claim claim)
{
	json_t *all = json_object();
	for (const char *const *key = languages_claims(language, claim); *key != NULL; key++) {
		language_rule rule;
		json_t *rules = json_array();
		for (size_t i = 0; language_map_rule(map, claim, *key, i, &rule); i++) {
			json_t *one = json_object();
			json_object_set_new(one, "language", json_string(rule.language->name));
			if (rule.any != NULL)
				json_object_set_new(one, "pattern", texts(rule.any));
			if (rule.all != NULL)
				json_object_set_new(one, "all", texts(rule.all));
			if (rule.none != NULL)
				json_object_set_new(one, "not", texts(rule.none));
			json_array_append_new(rules, one);
		}
		if (json_array_size(rules) > 0)
			json_object_set(all, *key, rules);
		json_decref(rules);
	}
	return all;
}

static json_t *line_comments(const lexis *lexis)
{
	json_t *list = json_array();
	for (size_t i = 0; i < lexis->line_comment_count; i++)
		json_array_append_new(list, json_string(lexis->line_comments[i].open));
	return list;
}

static json_t *block_comments(const lexis *lexis)
{
	json_t *list = json_array();
	for (size_t i = 0; i < lexis->block_comment_count; i++) {
		const lexis_block_comment *comment = &lexis->block_comments[i];
		json_t *one = json_object();
		json_object_set_new(one, "open", json_string(comment->open));
		json_object_set_new(one, "close", text_or_null(comment->close));
		json_object_set_new(one, "nested", json_boolean(comment->nested));
		json_array_append_new(list, one);
	}
	return list;
}

static json_t *strings(const lexis *lexis)
{
	json_t *list = json_array();
	for (size_t i = 0; i < lexis->string_count; i++) {
		const lexis_string *string = &lexis->strings[i];
		json_t *one = json_object();
		json_object_set_new(one, "open", json_string(string->open));
		json_object_set_new(one, "close", json_string(string->close));
		json_object_set_new(one, "multiline", json_boolean(string->multiline));
		json_object_set_new(one, "docstring", json_boolean(string->docstring));
		json_array_append_new(list, one);
	}
	return list;
}

json_t *languages_to_json(const language_map *map, const language *language, bool whole)
{
	json_t *out = json_object();
	json_object_set_new(out, "name", json_string(language->name));
	json_object_set_new(out, "type", json_string(language_type_name(language->type)));
	json_object_set_new(out, "plugin", text_or_null(language->plugin));
	json_object_set_new(out, "default_engine",
			    json_string(language->plugin != NULL && !language->lexical_first ? "syntax" : "lexical"));
	json_object_set_new(out, "certified", json_boolean(language->lexis.certified));
	json_object_set_new(out, "skeleton", json_boolean(language->lexis.skeleton.words != NULL));
	json_object_set_new(out, "color", text_or_null(language->color));
	json_object_set_new(out, "aliases", texts(language->aliases));
	json_object_set_new(out, "extensions", texts(language->extensions));
	json_object_set_new(out, "filenames", texts(language->filenames));
	json_object_set_new(out, "interpreters", texts(language->interpreters));
	if (!whole)
		return out;
	json_object_set_new(out, "extension_rules", rules_of(map, language, LANGUAGE_CLAIM_EXTENSION));
	json_object_set_new(out, "filename_rules", rules_of(map, language, LANGUAGE_CLAIM_FILENAME));
	json_object_set_new(out, "interpreter_rules", rules_of(map, language, LANGUAGE_CLAIM_INTERPRETER));
	json_object_set_new(out, "line_comments", line_comments(&language->lexis));
	json_object_set_new(out, "block_comments", block_comments(&language->lexis));
	json_object_set_new(out, "strings", strings(&language->lexis));
	return out;
}
