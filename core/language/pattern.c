/* SPDX-License-Identifier: MIT */
#include "language/pattern.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* For each place where a match may begin: what an honest rule never needs. Of two limits PCRE2 takes the smaller. */
#define LIMITS "(*LIMIT_MATCH=2000)(*LIMIT_DEPTH=500)(*LIMIT_HEAP=1024)"
#define OPTIONS (PCRE2_MULTILINE | PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C)

pattern *pattern_compile(const char *source, mark where, error *error)
{
	const size_t before = strlen(LIMITS);
	size_t len = strlen(source);
	char *limited = memory_alloc(before + len + 1);
	memcpy(limited, LIMITS, before);
	memcpy(limited + before, source, len + 1);

	pcre2_compile_context *context = pcre2_compile_context_create(NULL);
	if (context == NULL)
		memory_exhausted();
	pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
	int number;
	PCRE2_SIZE offset;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)limited, before + len, OPTIONS, &number, &offset, context);
	pcre2_compile_context_free(context);
	free(limited);
	if (code == NULL) {
		PCRE2_UCHAR message[160] = "cannot be compiled";
		pcre2_get_error_message(number, message, sizeof(message));
		error_set(error, MARK_FORMAT ": pattern '%.64s': %s at its byte %zu (expected a regular expression)",
			  MARK_ARGUMENTS(where), source, (const char *)message, offset > before ? offset - before : 0);
		return NULL;
	}
	/* Where there is no just-in-time compiler, the same is done more slowly. */
	(void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	return (pattern *)code;
}

void pattern_destroy(pattern *pattern)
{
	pcre2_code_free((pcre2_code *)pattern);
}

bool pattern_found(const pattern *pattern, text content)
{
	pcre2_match_data *match = pcre2_match_data_create(1, NULL);
	if (match == NULL)
		memory_exhausted();
	int found = pcre2_match((const pcre2_code *)pattern, (PCRE2_SPTR)content.data, content.len, 0, 0, match, NULL);
	pcre2_match_data_free(match);
	return found >= 0;
}
