/* SPDX-License-Identifier: MIT */
/* A plugin that does its work until a file holds the word BOOM. */
#include <onflame/plugin.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int blow(const onflame_host *host, uint32_t len)
{
#if defined(BAD_CRASH)
	raise(SIGSEGV);
#elif defined(BAD_ABORT)
	abort();
#elif defined(BAD_LOOP)
	for (volatile uint32_t turns = 0;; turns++)
		continue;
#elif defined(BAD_EAT)
	for (;;) {
		char *piece = malloc((size_t)1 << 20);
		if (piece == NULL)
			abort();
		memset(piece, 1, (size_t)1 << 20);
	}
#elif defined(BAD_QUIT)
	_exit(0);
#elif defined(BAD_LIES)
	const onflame_span span = {ONFLAME_COMMENT, len, len + 100, 0, NULL, NULL};
	return host->emit(host, &span);
#endif
	(void)host;
	(void)len;
	return 0;
}

static int holds(const char *text, uint32_t len, const char *word)
{
	size_t word_len = strlen(word);
	for (uint32_t i = 0; i + word_len <= len; i++) {
		if (memcmp(text + i, word, word_len) == 0)
			return 1;
	}
	return 0;
}

/* A comment reaches from '%' to the line's end. */
static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	if (holds(text, len, "BOOM"))
		return blow(host, len);
	for (uint32_t i = 0; i < len; i++) {
		if (text[i] != '%')
			continue;
		uint32_t end = i;
		while (end < len && text[end] != '\n')
			end++;
		const onflame_span span = {ONFLAME_COMMENT, i, end, 0, NULL, NULL};
		if (host->emit(host, &span) != 0)
			return -1;
		i = end;
	}
	return 0;
}

static const onflame_language language = {.name = "Fault", .scan = scan};
static const onflame_language *const languages[] = {&language, NULL};
static const onflame_plugin descriptor = {ONFLAME_PLUGIN_HEAD, .name = BAD_NAME, .version = "1",
					  .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &descriptor;
}
