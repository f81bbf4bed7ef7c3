/* SPDX-License-Identifier: MIT */
/* For the tests of whole files: the program's own map and plugins, and a counter on them. */
#ifndef ONFLAME_TESTS_COUNTER_CHECK_H
#define ONFLAME_TESTS_COUNTER_CHECK_H

#include "count_check.h"

#include "base/buffer.h"
#include "count/count.h"

#include <locale.h>

typedef struct setup {
	language_map *map;
	plugin_set *plugins;
	arena *arena;
} setup;

static inline int set_up(void **state)
{
	static setup made;
	static char folder[PATH_MAX];
	/* one that will never have a plugin */
	static const char own[] =
		"Own:\n  type: programming\n  extensions: [.own]\n  line_comments: ['#']\n  block_comments: [['#[', ']#']]\n";
	setlocale(LC_CTYPE, "C.UTF-8");
	find_plugins(folder);
	error error;
	made.map = language_map_create();
	if (language_map_load(made.map, ONFLAME_SOURCE_DIR "/config/languages.yaml", true, &error) != 0 ||
	    language_map_parse(made.map, "own", text_of(own), true, &error) != 0 ||
	    language_map_seal(made.map, &error) != 0)
		fail_msg("%s", error.message);
	made.plugins = plugin_set_create((const char *const[]){folder, NULL});
	made.arena = arena_create();
	*state = &made;
	return 0;
}

static inline int tear_down(void **state)
{
	setup *made = *state;
	arena_destroy(made->arena);
	plugin_set_destroy(made->plugins);
	language_map_destroy(made->map);
	return 0;
}

static inline count_options default_options(void)
{
	return (count_options){.policy = *count_policy_find("default"), .timeout = 60};
}

static inline void count(const setup *setup, const count_options *options, const char *path, text content, record *out)
{
	counter *counter = counter_create(setup->map, setup->plugins, options);
	*out = (record){.file = 7};
	counter_count_text(counter, path, content, setup->arena, out);
	assert_int_equal(out->file, 7);
	counter_destroy(counter);
}

static inline bool has_note(const record *record, const char *part)
{
	for (size_t i = 0; i < record->note_count; i++) {
		if (strstr(record->notes[i], part) != NULL)
			return true;
	}
	return false;
}

/* "name:start-end:depth " for each frame. */
static inline const char *list_frames(const record *record, buffer *out)
{
	buffer_clear(out);
	for (size_t i = 0; i < record->frame_count; i++) {
		const record_frame *frame = &record->frames[i];
		buffer_printf(out, "%s%s:%u-%u:%u", i > 0 ? " " : "", frame->name, frame->start, frame->end,
			      frame->depth);
	}
	return buffer_string(out);
}

#endif
