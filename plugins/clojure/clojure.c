/* SPDX-License-Identifier: MIT */
/*
 * Clojure, as its reference "The Reader" and clojure.core define it. A definition is a list that begins with a word that
 * defines; a namespace before that word is of no matter. The ways of a cond are not told apart: they have no lists of
 * their own.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_clojure_orchard(void);

#define LIST(r, w, n, l)                                                                                               \
	{                                                                                                              \
		.role = (r), .kind = "list_lit", .head = "#/name", .words = (w), .name = (n), .label = (l)             \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "str_lit"},
	{.role = ONFLAME_STRING, .kind = "regex_lit"},

	/* Names, not definitions: [clojure.test :refer (deftest is)], '(defn f). */
	{.role = ONFLAME_IGNORE,
	 .kind = "list_lit",
	 .parent = "vec_lit quoting_lit",
	 .head = "#/name",
	 .words = "defn defn- defmacro defmethod deftest defprotocol definterface defrecord deftype"},
	LIST(ONFLAME_FUNCTION, "defn defn-", "#2/name|#2", "function"),
	LIST(ONFLAME_FUNCTION, "defmacro", "#2/name|#2", "macro"),
	LIST(ONFLAME_FUNCTION, "defmethod", "{#2/name} {#3}", "method"),
	LIST(ONFLAME_FUNCTION, "deftest", "#2/name|#2", "test"),
	{.role = ONFLAME_FUNCTION,
	 .kind = "anon_fn_lit",
	 .parent = "list_lit",
	 .head = "^/#/name",
	 .words = "def defonce",
	 .name = "^/#2/name",
	 .label = "lambda",
	 .start = "^"},
	{.role = ONFLAME_FUNCTION, .kind = "anon_fn_lit", .label = "lambda"},
	/* (fn name [x]), then the name that it is bound to. */
	{.role = ONFLAME_IGNORE, .kind = "list_lit", .head = "!#/name"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "list_lit",
	 .parent = "vec_lit",
	 .head = "#/name",
	 .words = "fn fn*",
	 .name = "#2/name|</name",
	 .label = "lambda"},
	LIST(ONFLAME_FUNCTION, "fn fn*", "#2/name", "lambda"),

	LIST(ONFLAME_CONTAINER, "defprotocol", "#2/name|#2", "protocol"),
	LIST(ONFLAME_CONTAINER, "definterface", "#2/name|#2", "interface"),
	LIST(ONFLAME_CONTAINER, "defrecord", "#2/name|#2", "record"),
	LIST(ONFLAME_CONTAINER, "deftype", "#2/name|#2", "type"),
	LIST(ONFLAME_CONTAINER, "extend-type extend-protocol", "#2/name|#2", "extension"),
	LIST(ONFLAME_CONTAINER, "reify proxy", "#2/name|#2", "object"),
	{.role = ONFLAME_FUNCTION,
	 .kind = "list_lit",
	 .parent = "list_lit",
	 .head = "^/#/name",
	 .words = "defrecord deftype reify extend-type extend-protocol proxy",
	 .name = "#/name|#",
	 .label = "method"},

	LIST(ONFLAME_BRANCH,
	     "if if-not if-let if-some when when-not when-let when-some when-first while for doseq dotimes loop cond cond-> "
	     "cond->> condp case catch",
	     NULL, "if"),
	LIST(ONFLAME_BRANCH, "and or", NULL, "elif"),

	{0},
};

static const onflame_language clojure = {.name = "Clojure", .grammar = tree_sitter_clojure_orchard, .rules = rules};
static const onflame_language *const languages[] = {&clojure, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "clojure", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
