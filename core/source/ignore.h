/* SPDX-License-Identifier: MIT */
/* The rules of one ignore file, as gitignore(5) has them. */
#ifndef ONFLAME_SOURCE_IGNORE_H
#define ONFLAME_SOURCE_IGNORE_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ignore_rules ignore_rules;

enum ignore_verdict { IGNORE_SILENT, IGNORE_OUT, IGNORE_KEEP };

/* An entry that rules are asked about, with what all of them need of it. */
typedef struct ignore_entry {
	text path;   /* from a folder at or above those that hold the rules; no '/' at its end */
	size_t name; /* offset of the last part */
	bool folder;
	bool has_extension;
	size_t extension; /* offset behind the last '.' of the name */
	uint64_t name_hash, extension_hash;
} ignore_entry;

ignore_entry ignore_entry_of(text path, bool folder);

/* Rules of a file's content; what does not say anything is left out. The bytes are copied. */
ignore_rules *ignore_parse(text content);
void ignore_destroy(ignore_rules *rules); /* accepts NULL */

/*
 * Rules added one by one, each as a line of an ignore file would give it, but with no comment and no negation read
 * from it: that is what `negative` says. Call ignore_close behind the last one and before the first match.
 * ignore_add gives the rule's number, from 1; 0: it covers nothing and is left out.
 */
ignore_rules *ignore_create(void);
uint32_t ignore_add(ignore_rules *rules, text pattern, bool folder_only, bool negative);
void ignore_close(ignore_rules *rules);

bool ignore_is_empty(const ignore_rules *rules);

/*
 * What the last rule that covers the entry says. `base` is the offset in `entry->path` at which the path from the
 * rules' own folder begins. Rules that are plain names, plain paths or `*.extension` are looked up, not tried in turn.
 */
enum ignore_verdict ignore_match(const ignore_rules *rules, const ignore_entry *entry, size_t base);

/* The number of that rule. 0: none covers it. */
uint32_t ignore_match_rule(const ignore_rules *rules, const ignore_entry *entry, size_t base);

#endif
