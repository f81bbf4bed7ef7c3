/* SPDX-License-Identifier: MIT */
/* TypeScript, and TSX, whose grammar differs only in where `<` begins an element. */
#include "../javascript/ecmascript.h"

const TSLanguage *tree_sitter_typescript(void);
const TSLanguage *tree_sitter_tsx(void);

/* A container that may also stand behind `declare`. Only what is under `export` is found in a field `declaration`. */
#define AMBIENT(kind, label)                                                                                           \
	FRAME(ONFLAME_CONTAINER, kind, "ambient_declaration", "^/^/declaration", UNQUOTED("name"), label,              \
	      "^/" EXPORT),                                                                                            \
		FRAME(ONFLAME_CONTAINER, kind, "ambient_declaration", NULL, UNQUOTED("name"), label, "^")

#define AMBIENT_OR_PLAIN(kind, label)                                                                                  \
	AMBIENT(kind, label),                                                                                          \
		FRAME(ONFLAME_CONTAINER, kind, "export_statement", NULL, UNQUOTED("name"), label, EXPORT),             \
		FRAME(ONFLAME_CONTAINER, kind, NULL, NULL, UNQUOTED("name"), label, NULL)

#define PARAMETER(k)                                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_PARAMETER, .kind = k, .parent = "formal_parameters", .head = "^/^/body"                \
	}

#define GENERIC_ARROW(test, path, from)                                                                                \
	FRAME(ONFLAME_FUNCTION, "arrow_function", "type_assertion", test, path, "function", from)

/* `<T>(x: T) => x` is sometimes read as a cast; but no arrow function can be cast without parentheses. */
#define GENERIC_ARROWS                                                                                                 \
	GENERIC_ARROW("^/^/^/^/declaration", "^/^/name", "^/^/^/^"), GENERIC_ARROW("^/^/^/kind", "^/^/name", "^/^/^"), \
		GENERIC_ARROW("^/^/name", UNQUOTED("^/^/name"), "^/^"),                                                \
		GENERIC_ARROW("^/^/key", UNQUOTED("^/^/key"), "^/^"),                                                  \
		GENERIC_ARROW("^/^/left", "^/^/left/property|^/^/left", "^/^/^")

/*
 * Overloads, abstract methods, `declare module "name";` and functions that are only declared have no body and are no
 * frames. A declared class comes before the general rows for classes, which would take it. Parameters are those of
 * functions, not of types; one called `this` only tells the type of the receiver.
 */
#define RULES                                                                                                          \
	AMBIENT("class_declaration", "class"), ECMASCRIPT_RULES("public_field_definition", "name"),                    \
		AMBIENT_OR_PLAIN("abstract_class_declaration", "class"),                                               \
		AMBIENT_OR_PLAIN("interface_declaration", "interface"), AMBIENT_OR_PLAIN("enum_declaration", "enum"),  \
		AMBIENT_OR_PLAIN("internal_module", "namespace"),                                                      \
		{.role = ONFLAME_IGNORE, .kind = "module", .head = "!body"}, AMBIENT_OR_PLAIN("module", "module"),     \
		FRAME(ONFLAME_CONTAINER, "ambient_declaration", NULL, ":\"global\"", ":\"global\"", "namespace",       \
		      NULL),                                                                                           \
		{.role = ONFLAME_IGNORE, .kind = "required_parameter", .head = "pattern", .words = "this"},            \
		PARAMETER("required_parameter"), PARAMETER("optional_parameter")

static const onflame_rule typescript_rules[] = {
	GENERIC_ARROWS,
	RULES,
	{.role = ONFLAME_END},
};

static const onflame_rule tsx_rules[] = {
	RULES,
	{.role = ONFLAME_END},
};

static const onflame_language typescript = {
	.name = "TypeScript", .grammar = tree_sitter_typescript, .rules = typescript_rules};
static const onflame_language tsx = {.name = "TSX", .grammar = tree_sitter_tsx, .rules = tsx_rules};

static const onflame_language *const languages[] = {&typescript, &tsx, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "typescript", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
