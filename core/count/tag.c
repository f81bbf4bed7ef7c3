/* SPDX-License-Identifier: MIT */
#include "count/tag.h"

#include <string.h>
#include <strings.h>

/* What may stand around and between the words of a tag. */
static const char BREAKS[] = " \t\r\n,;:={}\"";

/* "#id" and "key=value" name no language; nor does what follows them in a value. */
static text next_word(text *rest)
{
	while (rest->len > 0 && strchr(BREAKS, rest->data[0]) != NULL && rest->data[0] != '\0') {
		rest->data++;
		rest->len--;
	}
	text word = {rest->data, 0};
	while (word.len < rest->len && (strchr(BREAKS, word.data[word.len]) == NULL || word.data[word.len] == '\0'))
		word.len++;
	rest->data += word.len;
	rest->len -= word.len;
	return word;
}

static text without_prefix(text word)
{
	static const char *const prefixes[] = {".", "language-", "lang-"};
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		size_t len = strlen(prefixes[i]);
		if (word.len > len && strncasecmp(word.data, prefixes[i], len) == 0) {
			word.data += len;
			word.len -= len;
		}
	}
	return word;
}

const language *tag_find(const language_map *map, const char *tag)
{
	text rest = text_trim(text_of(tag));
	const language *found = language_map_find(map, rest);
	if (found != NULL)
		return found;
	text word = next_word(&rest);
	while (word.len > 0 && word.data[0] == '#')
		word = next_word(&rest);
	return language_map_find(map, without_prefix(word));
}
