/* SPDX-License-Identifier: MIT */
/*
 * Attribute rules: any bytes are rules. The input is an attribute file, a NUL and a path. What a line says of a path, it says again in
 * a layer of its own above the same rules.
 */
#include "fuzz.h"

#include "source/attributes.h"

#include <stdlib.h>
#include <string.h>

static void need(bool holds)
{
	if (!holds)
		abort();
}

static bool is_said(signed char value)
{
	return value >= -1 && value <= 1;
}

static bool is_same(const source_attributes *a, const source_attributes *b)
{
	return (a->language == NULL) == (b->language == NULL) &&
	       (a->language == NULL || strcmp(a->language, b->language) == 0) && a->vendored == b->vendored &&
	       a->generated == b->generated && a->documentation == b->documentation && a->detectable == b->detectable &&
	       a->filtered == b->filtered && a->converted == b->converted;
}

static void check(text content, text path, bool folder)
{
	attribute_macros *macros = attribute_macros_create();
	attribute_macros_read(macros, content);
	attribute_rules *rules = attributes_parse(content, macros);
	if (rules != NULL) {
		ignore_entry entry = ignore_entry_of(path, folder);
		attribute_layer below = {rules, 0, NULL}, above = {rules, 0, &below};
		source_attributes once = attributes_match(&below, macros, &entry);
		source_attributes twice = attributes_match(&above, macros, &entry);
		need(is_said(once.vendored) && is_said(once.generated) && is_said(once.documentation) &&
		     is_said(once.detectable));
		need(is_same(&once, &twice));
	}
	attributes_destroy(rules);
	attribute_macros_destroy(macros);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = size > 0 ? (const char *)data : "";
	const char *nul = memchr(bytes, '\0', size);
	text content = {bytes, nul != NULL ? (size_t)(nul - bytes) : size};
	text path = {bytes + content.len + (nul != NULL), nul != NULL ? size - content.len - 1 : 0};
	if (nul == NULL)
		path = text_of("a/b.c");
	check(content, path, false);
	check(content, path, true);
	return 0;
}
