/* SPDX-License-Identifier: MIT */
#include "scaffold/words.h"

#include <ctype.h>
#include <string.h>

void words_split(const char *kind, words *out)
{
	size_t len = 0;
	out->count = 0;
	bool begins = true;
	for (const char *at = kind; *at != '\0'; at++) {
		bool hump = at > kind && isupper((unsigned char)*at) && islower((unsigned char)at[-1]);
		if (*at == '_' || hump)
			begins = true;
		if (*at == '_')
			continue;
		if (len + 3 > WORDS_SIZE || (begins && out->count == WORDS_MAX)) {
			out->count = 0;
			return;
		}
		if (begins) {
			out->buffer[len++] = '\0';
			out->items[out->count++] = out->buffer + len;
			begins = false;
		}
		out->buffer[len++] = (char)tolower((unsigned char)*at);
	}
	out->buffer[len] = '\0';
}

bool words_list_has(const char *list, const char *word)
{
	size_t len = strlen(word);
	for (const char *at = list; *at != '\0'; at += strspn(at, " ")) {
		size_t step = strcspn(at, " ");
		if (step == len && strncmp(at, word, len) == 0)
			return true;
		at += step;
	}
	return false;
}

bool words_have(const words *words, const char *list)
{
	for (size_t i = 0; i < words->count; i++) {
		if (words_list_has(list, words->items[i]))
			return true;
	}
	return false;
}

bool words_begin(const words *words, const char *list)
{
	return words->count > 0 && words_list_has(list, words->items[0]);
}

bool words_end(const words *words, const char *list)
{
	return words->count > 0 && words_list_has(list, words->items[words->count - 1]);
}

typedef struct meaning {
	const char *words, *label;
} meaning;

/* The first that fits; the more telling words stand first. */
static const meaning functions[] = {
	{"lambda closure anonymous anon arrow", "lambda"},
	{"constructor ctor", "constructor"},
	{"method destructor getter setter accessor", "method"},
	{"macro", "macro"},
	{"function func fun fn defun procedure proc subroutine sub routine task", "function"},
};

static const meaning containers[] = {
	{"class", "class"},         {"struct structure", "struct"},
	{"interface", "interface"}, {"enum enumeration", "enum"},
	{"trait", "trait"},         {"impl implementation", "impl"},
	{"module", "module"},       {"namespace", "namespace"},
	{"object", "object"},       {"union", "union"},
	{"protocol", "protocol"},   {"contract", "contract"},
	{"record", "record"},       {"package", "package"},
	{"library", "library"},     {"component", "component"},
	{"extension", "extension"}, {"service", "service"},
	{"entity", "entity"},       {"actor", "actor"},
	{"message", "message"},
};

#define FORMS "definition declaration def decl defn item statement stmt implementation impl spec"

/* The last word must be one that has a meaning, or say that something is defined. */
static const char *find_label(const words *words, const meaning *meanings, size_t count, const char *forms)
{
	const char *label = NULL;
	bool ends = words_end(words, forms);
	for (size_t i = 0; i < count; i++) {
		if (label == NULL && words_have(words, meanings[i].words))
			label = meanings[i].label;
		ends = ends || words_end(words, meanings[i].words);
	}
	return ends ? label : NULL;
}

/* A table and a type have constructors too. */
static bool constructs_value(const words *words)
{
	return words->count > 1 && words_end(words, "constructor") &&
	       !words_begin(words, "class primary secondary static compact shared default");
}

const char *words_function_label(const char *kind)
{
	words words;
	words_split(kind, &words);
	if (words_have(
		    &words,
		    "type call invocation signature forward parameter argument body name modifier reference "
		    "attribute import use pattern field extern external access preproc interface pointer operator index builtin prototype"))
		return NULL;
	if (constructs_value(&words))
		return NULL;
	if (words.count > 1 && words_have(&words, "sub task fun") && words_end(&words, "expression statement item"))
		return NULL;
	const char *label = find_label(&words, functions, sizeof(functions) / sizeof(functions[0]),
				       FORMS " expression expr literal lit value block specification");
	/* "anonymous" and "arrow" say so of functions only. */
	if (label == functions[0].label && !words_have(&words, "lambda closure") &&
	    !words_have(&words, functions[4].words))
		return NULL;
	return label;
}

const char *words_container_label(const char *kind)
{
	words words;
	words_split(kind, &words);
	if (words_have(
		    &words,
		    "type types call literal pattern expression expr constant member members variant field body list "
		    "name value parameter argument reference modifier modifiers import use forward entry case "
		    "property attribute specifiers function method using base super parent friend"))
		return NULL;
	return find_label(&words, containers, sizeof(containers) / sizeof(containers[0]),
			  FORMS " specifier block specification");
}
