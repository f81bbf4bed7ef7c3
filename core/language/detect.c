/* SPDX-License-Identifier: MIT */
/* Which language is this file? Modeline, file name, shebang, extension: the first that knows decides. */
#include "language/map.h"
#include "language/modeline.h"
#include "language/shebang.h"

#include <string.h>

#define MODELINES 5
#define EXTENSION_LIMIT 256
#define RULE_SIZE 32768 /* how much of a file content rules look at: what they seek stands early */

const char *language_evidence_name(enum language_evidence evidence)
{
	static const char *const names[] = {"nothing", "modeline", "file name", "shebang", "extension", "content"};
	return names[evidence];
}

static text last_part(const char *path)
{
	const char *slash = strrchr(path, '/');
	return text_of(slash != NULL ? slash + 1 : path);
}

/* A modeline's name; of Vim's "sh.doxygen" also the first part. */
static const language *find_named(const language_map *map, text name)
{
	const language *found = language_map_find(map, name);
	if (found != NULL || name.len == 0)
		return found;
	const char *dot = memchr(name.data, '.', name.len);
	return dot != NULL ? language_map_find(map, (text){name.data, (size_t)(dot - name.data)}) : NULL;
}

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

static const language *by_first_lines(const language_map *map, text content)
{
	size_t at = 0;
	for (int i = 0; i < MODELINES && at < content.len; i++) {
		size_t start = at;
		while (at < content.len && !is_line_end(content.data[at]))
			at++;
		const language *found = find_named(map, modeline_language((text){content.data + start, at - start}));
		if (found != NULL)
			return found;
		if (at + 1 < content.len && content.data[at] == '\r' && content.data[at + 1] == '\n')
			at++;
		at++;
	}
	return NULL;
}

static const language *by_last_lines(const language_map *map, text content)
{
	size_t end = content.len;
	for (int i = 0; i < MODELINES && end > 0; i++) {
		if (content.data[end - 1] == '\n')
			end--;
		if (end > 0 && content.data[end - 1] == '\r')
			end--;
		size_t start = end;
		while (start > 0 && !is_line_end(content.data[start - 1]))
			start--;
		const language *found = find_named(map, modeline_language((text){content.data + start, end - start}));
		if (found != NULL)
			return found;
		end = start;
	}
	return NULL;
}

/* Those lines and perhaps more: a CR alone ends a line, too. */
static text first_lines(text content)
{
	size_t end = 0;
	for (int i = 0; i < MODELINES && end < content.len; i++) {
		const char *feed = memchr(content.data + end, '\n', content.len - end);
		end = feed != NULL ? (size_t)(feed - content.data) + 1 : content.len;
	}
	return (text){content.data, end};
}

static text last_lines(text content)
{
	size_t start = content.len;
	for (int i = 0; i <= MODELINES && start > 0; i++) {
		const char *feed = memrchr(content.data, '\n', start);
		start = feed != NULL ? (size_t)(feed - content.data) : 0;
	}
	return (text){content.data + start, content.len - start};
}

/* Most files have none, which is told of all the lines at once. */
static const language *by_modeline(const language_map *map, text content, bool cut)
{
	const language *found = NULL;
	if (modeline_may_stand_in(first_lines(content)))
		found = by_first_lines(map, content);
	if (found == NULL && !cut && modeline_may_stand_in(last_lines(content)))
		found = by_last_lines(map, content);
	return found;
}

/* The group of the longest of a name's extensions, as it is written. */
static const claim_group *find_extension(const claim_index *index, text name)
{
	size_t start = name.len > index->longest ? name.len - index->longest : 0;
	for (; start < name.len; start++) {
		if (name.data[start] != '.')
			continue;
		const claim_group *group = claim_find(index, (text){name.data + start, name.len - start});
		if (group != NULL)
			return group;
	}
	return NULL;
}

/* As it is written first: .C is no .c; then in lower case. */
static const claim_group *extension_group(const language_map *map, text name)
{
	const claim_index *index = &map->claims[CLAIM_EXTENSION];
	const claim_group *group = find_extension(index, name);
	if (group != NULL)
		return group;
	char lower[EXTENSION_LIMIT];
	size_t len = name.len < sizeof(lower) ? name.len : sizeof(lower);
	for (size_t i = 0; i < len; i++) {
		char c = name.data[name.len - len + i];
		lower[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	return find_extension(index, (text){lower, len});
}

static const claim_group *filename_group(const language_map *map, text name)
{
	const claim_index *index = &map->claims[CLAIM_FILENAME];
	const claim_group *group = claim_find(index, name);
	return group != NULL ? group : claim_match(index, name);
}

static const claim_group *shebang_group(const language_map *map, text content)
{
	const claim_index *index = &map->claims[CLAIM_INTERPRETER];
	text interpreter = shebang_interpreter(content);
	if (interpreter.len == 0)
		return NULL;
	const claim_group *group = claim_find(index, interpreter);
	return group != NULL ? group : claim_find(index, shebang_unversioned(interpreter));
}

static bool has_language(const claim_group *group, const language *language)
{
	for (size_t i = 0; i < group->count; i++)
		if (group->languages[i] == language)
			return true;
	return false;
}

/* A language that claims both: `node` runs TypeScript too, so the extension says which of the two a script is. */
static bool agree(const claim_group *a, const claim_group *b)
{
	for (size_t i = 0; i < b->count; i++)
		if (has_language(a, b->languages[i]))
			return true;
	return false;
}

static const language *decide(const claim_group *group, text content, enum claim_kind kind, language_why *why)
{
	static const enum language_evidence by[] = {LANGUAGE_BY_EXTENSION, LANGUAGE_BY_FILENAME, LANGUAGE_BY_SHEBANG};
	bool by_content = false;
	size_t rule = 0;
	const language *found = group != NULL ? claim_decide(group, content, &by_content, &rule) : NULL;
	if (found != NULL)
		*why = (language_why){
			.evidence = by_content ? LANGUAGE_BY_CONTENT : by[kind],
			.key = group->key,
			.claim = (enum language_claim)kind,
			.rule = rule,
		};
	return found;
}

static const language *detect(const language_map *map, text name, text content, language_why *why)
{
	static const text mark = {"\xEF\xBB\xBF", 3};
	bool cut = content.len == LANGUAGE_HEAD_SIZE; /* then its last lines are not the file's */
	if (text_starts_with(content, mark))
		content = (text){content.data + mark.len, content.len - mark.len};
	text head = {content.data, content.len < RULE_SIZE ? content.len : RULE_SIZE};

	const language *found = by_modeline(map, content, cut);
	if (found != NULL) {
		why->evidence = LANGUAGE_BY_MODELINE;
		return found;
	}
	found = decide(filename_group(map, name), head, CLAIM_FILENAME, why);
	if (found != NULL)
		return found;

	const claim_group *extension = extension_group(map, name);
	const claim_group *shebang = shebang_group(map, head);
	if (shebang != NULL && (extension == NULL || !agree(shebang, extension)))
		found = decide(shebang, head, CLAIM_INTERPRETER, why);
	return found != NULL ? found : decide(extension, head, CLAIM_EXTENSION, why);
}

const language *language_detect(const language_map *map, const char *path, text content,
				enum language_evidence *evidence)
{
	language_why why;
	const language *found = language_detect_why(map, path, content, &why);
	if (evidence != NULL)
		*evidence = why.evidence;
	return found;
}

const language *language_detect_why(const language_map *map, const char *path, text content, language_why *why)
{
	*why = (language_why){.evidence = LANGUAGE_BY_NOTHING};
	return map->sealed ? detect(map, last_part(path), content, why) : NULL;
}

bool language_path_is_known(const language_map *map, const char *path)
{
	text name = last_part(path);
	if (!map->sealed)
		return false;
	const claim_group *group = filename_group(map, name);
	if (group == NULL)
		group = extension_group(map, name);
	return group != NULL && group->rules == NULL;
}
