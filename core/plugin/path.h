/* SPDX-License-Identifier: MIT */
/* Paths from node to node, and names made of the texts they lead to; onflame/plugin.h tells their form. */
#ifndef ONFLAME_PLUGIN_PATH_H
#define ONFLAME_PLUGIN_PATH_H

#include "base/arena.h"
#include "plugin/rules.h"

typedef struct path_list path_list;
typedef struct name_template name_template;

/* The symbol of "ERROR", where the parser did not understand: above those of any grammar. */
#define PATH_ERROR_SYMBOL ((TSSymbol)-1)

/* The symbol of a kind, anonymous if in double quotes. -1: the grammar has no such regular kind. */
int path_resolve_kind(const TSLanguage *grammar, const char *kind, size_t len, TSSymbol *out, error *error);

/* Parsed into the arena. NULL: malformed, or a kind or field that the grammar does not have. */
path_list *path_parse(const TSLanguage *grammar, const char *source, arena *arena, error *error);
name_template *name_template_parse(const TSLanguage *grammar, const char *source, arena *arena, error *error);

/* A null node: leads nowhere. */
TSNode path_follow(const path_list *paths, const rule_site *site);

bool name_template_fill(const name_template *name, const rule_site *site, buffer *out);

#endif
