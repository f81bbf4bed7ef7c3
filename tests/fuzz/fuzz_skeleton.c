/* SPDX-License-Identifier: MIT */
/*
 * Skeletons of any bytes. The first byte chooses the language and whether branches are asked for. Each byte of what is left is one of
 * the text, and they are in its order; statements lie in it, in order, and leaving some of them out leaves the others.
 */
#include "fuzz.h"

#include "count/lexical.h"
#include "count/preprocessor.h"
#include "count/skeleton.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static const lexis_mark slashes[] = {{"//", 0}};
static const lexis_mark hash[] = {{"#", 0}};
static const lexis_block_comment stars[] = {{.open = "/*", .close = "*/"}};
static const lexis_string quotes[] = {
	{.open = "\"", .close = "\"", .escape = '\\', .interpolation_open = "${", .interpolation_close = "}"},
	{.open = "'", .close = "'", .escape = '\\'},
};

static const lexis_mark shell_hash[] = {{"#", LEXIS_BEHIND_BLANK}};
static const lexis_string shell_quotes[] = {
	{.open = "\\", .close = "", .character = true},
	{.open = "\"",
	 .close = "\"",
	 .escape = '\\',
	 .multiline = true,
	 .interpolation_open = "$(",
	 .interpolation_close = ")"},
	{.open = "'", .close = "'", .multiline = true},
};
static const lexis_heredoc shell_heredocs[] = {{.open = "<<", .signs = "-", .quotes = "'\""}};

static void need(bool holds)
{
	if (!holds)
		abort();
}

static const lexis_skeleton as_c = {
	.words = WORDS(NULL),
	.bodies = WORDS("struct"),
	.types = WORDS("extern"),
	.keeps = WORDS("if", "__attribute__"),
	.labels = WORDS("#"),
	.directives = WORDS("#define", "#include"),
	.semicolons = true,
	.macros = true,
	.heads = true,
	.calls = true,
};
static const lexis_skeleton as_go = {
	.words = WORDS("func", "type "),
	.branches = WORDS("if", "&&"),
	.keeps = WORDS("func", "type"),
	.labels = WORDS("case"),
	.lines = true,
	.calls = true,
	.parameters = true,
};
static const lexis_skeleton as_java = {
	.words = WORDS("->"),
	.types = WORDS("class"),
	.keeps = WORDS("if", "return"),
	.functions = true,
	.calls = true,
	.blocks = true,
};
static const lexis_skeleton as_python = {
	.words = WORDS("def", "class", "lambda"),
	.branches = WORDS("if", "for"),
	.keeps = WORDS("def"),
	.layout = true,
};
static const lexis_skeleton as_php = {
	.words = WORDS("function", "fn"),
	.types = WORDS("class"),
	.keeps = WORDS("if", "return"),
	.calls = true,
	.parameters = true,
	.members = true,
};
static const lexis_skeleton as_tree = {
	.words = WORDS(NULL),
	.branches = WORDS(NULL),
	.labels = WORDS("#if", "#endif"),
	.directives = WORDS("#define", "#include"),
	.semicolons = true,
	.nested = true,
};
static const lexis shell = {
	.line_comments = shell_hash,
	.line_comment_count = 1,
	.strings = shell_quotes,
	.string_count = COUNT(shell_quotes),
	.heredocs = shell_heredocs,
	.heredoc_count = 1,
	.skeleton = {.words = WORDS("function"), .commands = true},
};
static const lexis_skeleton *const skeletons[] = {&as_c,           &as_go,  &as_java, &as_python,
						  &shell.skeleton, &as_php, &as_tree};

static const lexis_preprocessor conditions = {
	.opens = WORDS("#if", "#ifdef"),
	.turns = WORDS("#else", "#elif"),
	.closes = WORDS("#endif"),
	.types = WORDS("class", "struct"),
	.qualifiers = WORDS("const", "final"),
};

static lexis choose(unsigned choice)
{
	if (skeletons[choice] == &shell.skeleton)
		return shell;
	bool python = skeletons[choice] == &as_python;
	return (lexis){
		.line_comments = python ? hash : slashes,
		.line_comment_count = 1,
		.block_comments = stars,
		.block_comment_count = python ? 0 : 1,
		.strings = quotes,
		.string_count = COUNT(quotes),
		.preprocessor = conditions,
		.skeleton = *skeletons[choice],
	};
}

static void check_pieces(const skeleton *skeleton, text source)
{
	uint32_t last = 0;
	for (uint32_t i = 0; i < skeleton->text.len; i++) {
		uint32_t at = skeleton_source_of(skeleton, i);
		need(at < source.len && (i == 0 || at > last) && source.data[at] == skeleton->text.data[i]);
		last = at;
	}
}

static void check_statements(const skeleton *skeleton)
{
	uint32_t end = 0;
	for (size_t i = 0; i < skeleton->statement_count; i++) {
		const skeleton_statement *statement = &skeleton->statements[i];
		need(statement->start >= end && statement->start <= statement->end);
		need(statement->end <= skeleton->text.len && statement->header_start <= statement->header_end);
		need(statement->header_end <= skeleton->text.len);
		end = statement->end;
	}
}

static void check(const lexis *lexis, const skeleton_source *source, bool branches)
{
	skeleton_rules *rules = skeleton_rules_create(lexis);
	skeleton skeleton = {0};
	for (int round = 0; round < 2; round++) {
		if (!skeleton_make(&skeleton, rules, source, branches))
			continue;
		check_pieces(&skeleton, source->text);
		check_statements(&skeleton);
		for (int times = 0; times < 2; times++) {
			skeleton_leave_out(&skeleton, skeleton.statement_count / 2);
			check_pieces(&skeleton, source->text);
			check_statements(&skeleton);
		}
		skeleton_is_void(rules, (text){buffer_string(&skeleton.text), skeleton.text.len});
	}
	skeleton_finish(&skeleton);
	skeleton_rules_destroy(rules);
}

/* Blanks alone may come in, and not into comments. */
static void check_blanked(const lexis *lexis, const skeleton_source *source)
{
	char *out = lexis->preprocessor.opens != NULL
			    ? preprocessor_blank(&lexis->preprocessor, source->text, source->range, source->spans,
						 source->span_count)
			    : NULL;
	size_t next = 0;
	for (uint32_t at = 0; out != NULL && at < source->text.len; at++) {
		while (next < source->span_count && source->spans[next].end <= at)
			next++;
		bool comment = next < source->span_count && source->spans[next].start <= at &&
			       source->spans[next].role == SPAN_COMMENT;
		need(out[at] == source->text.data[at] ||
		     (out[at] == ' ' && !comment && (unsigned char)source->text.data[at] > ' '));
	}
	free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;
	char *copy = malloc(size - 1); /* of its own, that reading behind its end is noticed */
	memcpy(copy, data + 1, size - 1);
	const lexis lexis = choose((data[0] >> 1 & 7) % COUNT(skeletons));
	const text source = {copy, size - 1};
	lexical_scanner *scanner = lexical_scanner_create(&lexis);
	span_list spans = {0};
	lexical_scan(scanner, source, &spans);
	const skeleton_source request = {source, {0, (uint32_t)source.len}, spans.items, spans.count};
	check(&lexis, &request, (data[0] & 1) != 0);
	check_blanked(&lexis, &request);
	span_list_finish(&spans);
	lexical_scanner_destroy(scanner);
	free(copy);
	return 0;
}
