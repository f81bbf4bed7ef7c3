/* SPDX-License-Identifier: MIT */
#include "count/shebang.h"

#include <string.h>

uint32_t shebang_length(text source)
{
	if (!text_starts_with(source, text_of("#!")))
		return 0;
	size_t at = 2;
	while (at < source.len && (source.data[at] == ' ' || source.data[at] == '\t'))
		at++;
	if (at == source.len || source.data[at] != '/')
		return 0;
	const char *feed = memchr(source.data, '\n', source.len);
	return (uint32_t)(feed != NULL ? (size_t)(feed - source.data) : source.len);
}

static bool has_hash_comments(const lexis *lexis)
{
	for (size_t i = 0; i < lexis->line_comment_count; i++)
		if (strcmp(lexis->line_comments[i].open, "#") == 0)
			return true;
	return false;
}

void shebang_mark(text source, const language *language, const count_policy *policy, findings *found, regions *regions)
{
	uint32_t len = shebang_length(source);
	if (len == 0)
		return;
	span_list spans = {0};
	bool code = policy->shebang_marked && !has_hash_comments(&language->lexis);
	span_list_add(&spans, 0, len, code ? SPAN_STRING : SPAN_SHEBANG,
		      findings_reason(found, language->name, code ? "code: shebang" : "comment: shebang"));
	for (size_t i = 0; i < found->spans.count; i++) {
		span span = found->spans.items[i];
		if (span.end <= len)
			continue;
		span_list_add(&spans, span.start < len ? len : span.start, span.end, (enum span_role)span.role,
			      span.rule);
	}
	span_list_finish(&found->spans);
	found->spans = spans;
	for (size_t i = 0; i < regions->count; i++) {
		outline_region *region = &regions->items[i];
		if (region->start < len)
			region->start = region->end < len ? region->end : len;
	}
}
