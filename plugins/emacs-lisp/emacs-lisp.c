/* SPDX-License-Identifier: MIT */
/*
 * Emacs Lisp, as the GNU Emacs Lisp Reference Manual and cl-lib define it. A definition is a list that begins with a word
 * that defines. A docstring is code.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_elisp(void);

#define LIST(r, w, n, l)                                                                                               \
	{                                                                                                              \
		.role = (r), .kind = "list", .head = "#", .words = (w), .name = (n), .label = (l)                      \
	}
#define SPECIAL(token, l)                                                                                              \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = "special_form", .head = ":\"" token "\"", .label = (l)                 \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "string"},

	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .name = "name", .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "macro_definition", .name = "name", .label = "macro"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "special_form",
	 .parent = "special_form",
	 .head = ":\"lambda\"/^/^/:\"setq\"",
	 .name = "<",
	 .label = "lambda",
	 .start = "<"},
	{.role = ONFLAME_FUNCTION, .kind = "special_form", .head = ":\"lambda\"", .label = "lambda"},
	LIST(ONFLAME_FUNCTION, "cl-defun cl-defsubst cl-iter-defun iter-defun define-inline defun*", "#2", "function"),
	LIST(ONFLAME_FUNCTION, "cl-defmacro", "#2", "macro"),
	LIST(ONFLAME_FUNCTION, "cl-defmethod defmethod", "#2", "method"),
	LIST(ONFLAME_FUNCTION, "define-minor-mode define-globalized-minor-mode define-derived-mode", "#2", "function"),
	LIST(ONFLAME_FUNCTION, "ert-deftest", "#2", "test"),
	LIST(ONFLAME_CONTAINER, "cl-defstruct defstruct", "#2/#|#2", "struct"),
	LIST(ONFLAME_CONTAINER, "defclass", "#2", "class"),

	{.role = ONFLAME_IGNORE,
	 .kind = "symbol",
	 .head = ".",
	 .words = "&optional &rest &body &key &aux &allow-other-keys"},
	{.role = ONFLAME_PARAMETER, .kind = "symbol", .parent = "list", .head = "^/@parameters"},

	SPECIAL("if", "if"),
	SPECIAL("while", "if"),
	SPECIAL("condition-case", "if"),
	SPECIAL("cond", "switch"),
	{.role = ONFLAME_IGNORE, .kind = "list", .parent = "special_form", .head = "#", .words = "t"},
	{.role = ONFLAME_BRANCH, .kind = "list", .parent = "special_form", .head = "^/:\"cond\"", .label = "case"},
	SPECIAL("and", "elif"),
	SPECIAL("or", "elif"),
	LIST(ONFLAME_BRANCH,
	     "when unless if-let if-let* when-let when-let* while-let and-let* dolist dotimes cl-loop pcase pcase-exhaustive "
	     "cl-case cl-ecase cl-typecase",
	     NULL, "if"),

	{0},
};

static const onflame_language emacs_lisp = {.name = "Emacs Lisp", .grammar = tree_sitter_elisp, .rules = rules};
static const onflame_language *const languages[] = {&emacs_lisp, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "emacs-lisp", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
