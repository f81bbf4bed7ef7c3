/* SPDX-License-Identifier: MIT */
#include "language/pattern.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* For each place where a match may begin: what an honest rule never needs. Of two limits PCRE2 takes the smaller. */
#define LIMITS "(*LIMIT_MATCH=50000)(*LIMIT_DEPTH=5000)(*LIMIT_HEAP=4096)"
#define OPTIONS (PCRE2_MULTILINE | PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C)

static pcre2_code *compile(const char *source, mark where, error *error)
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
	return code;
}

pattern *pattern_create(const char *source)
{
	pattern *made = memory_zero(1, sizeof(*made));
	made->source = source;
	pthread_mutex_init(&made->lock, NULL);
	return made;
}

pattern *pattern_compile(const char *source, mark where, error *error)
{
	pcre2_code *code = compile(source, where, error);
	if (code == NULL)
		return NULL;
	pattern *made = pattern_create(NULL);
	made->code = code;
	return made;
}

void pattern_forget(pattern *pattern)
{
	pcre2_code_free(pattern->code);
	pattern->code = NULL;
	pattern->ready = false;
}

void pattern_destroy(pattern *pattern)
{
	if (pattern == NULL)
		return;
	pattern_forget(pattern);
	pthread_mutex_destroy(&pattern->lock);
	free(pattern);
}

/* Where there is no just-in-time compiler, the same is done more slowly. */
static void make_ready(pattern *pattern)
{
	pthread_mutex_lock(&pattern->lock);
	if (!pattern->ready && pattern->source != NULL) {
		error ignored;
		pattern->code = compile(pattern->source, (mark){"", 0, 0}, &ignored);
	}
	if (!pattern->ready && pattern->code != NULL)
		(void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
	pattern->ready = true;
	pthread_mutex_unlock(&pattern->lock);
}

bool pattern_found(pattern *pattern, text content)
{
	pcre2_match_data *match = pcre2_match_data_create(1, NULL);
	if (match == NULL)
		memory_exhausted();
	make_ready(pattern);
	if (pattern->code == NULL) {
		pcre2_match_data_free(match);
		return false;
	}
	PCRE2_SPTR subject = (PCRE2_SPTR)(content.len > 0 ? content.data : "");
	int found = pcre2_match(pattern->code, subject, content.len, 0, 0, match, NULL);
	if (found == PCRE2_ERROR_JIT_STACKLIMIT)
		found = pcre2_match(pattern->code, subject, content.len, 0, PCRE2_NO_JIT, match, NULL);
	pcre2_match_data_free(match);
	return found >= 0;
}
