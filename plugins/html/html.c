/* SPDX-License-Identifier: MIT */
/*
 * HTML, and what components of the web are written in, Vue, Svelte, Astro and Angular, read by hand as the HTML standard cuts a document into
 * tokens: neither a value that looks like a comment nor what stands in braces breaks the rest. Scripts, styles and expressions are
 * in other languages; a value that goes on over lines is text, and so is what a textarea holds.
 */
#include "reader.h"

/* A tag as far as it matters. */
typedef struct tag {
	range name, language; /* language: value of lang, or of type; empty: neither */
	bool has_lang, closing, empty;
} tag;

static bool has_braces(const scanner *s)
{
	return s->flavour == SVELTE || s->flavour == ASTRO;
}

/* The string, template or comment that begins at `at`, if one does. An apostrophe may also be one of JSX's text. */
static uint32_t skip_token(const scanner *s, uint32_t at)
{
	char c = s->text[at];
	uint32_t start = at;
	if (begins(s, at, "//") && (at == 0 || s->text[at - 1] != ':'))
		return find(s, at, "\n");
	if (begins(s, at, "/*")) {
		uint32_t end = find(s, at + 2, "*/");
		return end < s->len ? end + 2 : s->len;
	}
	if (c != '"' && c != '\'' && c != '`')
		return at + 1;
	for (at++; at < s->len && s->text[at] != c && (c == '`' || s->text[at] != '\n'); at++)
		at += s->text[at] == '\\';
	return at < s->len && s->text[at] == c ? at + 1 : start + 1;
}

/* The brace that closes the one at `at`; the text's length: none does, and no further one is looked for. */
static uint32_t find_brace(scanner *s, uint32_t at)
{
	uint32_t depth = 0;
	while (at < s->len && !s->no_braces) {
		if (s->text[at] == '{')
			depth++;
		else if (s->text[at] == '}' && --depth == 0)
			return at;
		at = skip_token(s, at);
	}
	s->no_braces = true;
	return s->len;
}

static void add(scanner *s, uint32_t role, uint32_t start, uint32_t end, const char *label)
{
	if (start < end)
		spans_add(&s->spans, role, start, end, label);
}

static void open_block(scanner *s, uint32_t at, const char *label)
{
	void *items = s->blocks;
	if (!spans_grow(&s->spans, &items, &s->block_capacity, s->block_count, sizeof(*s->blocks)))
		return;
	s->blocks = items;
	s->blocks[s->block_count++] =
		label != NULL ? spans_add(&s->spans, ONFLAME_BRANCH, at, s->len, label) : SPAN_NONE;
}

static void close_block(scanner *s, uint32_t end)
{
	if (s->block_count == 0)
		return;
	int32_t closed = s->blocks[--s->block_count];
	if (closed != SPAN_NONE)
		s->spans.items[closed].end = end;
}

/* Svelte's {#if x}, {:else}, {/if}, {@html x}: [at, end) is what the braces hold. */
static void read_mark(scanner *s, uint32_t at, uint32_t end)
{
	range word = {at + 1, at + 1};
	while (word.end < end && is_letter(s->text[word.end]))
		word.end++;
	if (s->text[at] == '/')
		close_block(s, end + 1);
	else if (s->text[at] == '#')
		open_block(s, at - 1, is_word(s, word, "if") || is_word(s, word, "each") ? "if" : NULL);
	else if (s->text[at] == '@')
		add(s, ONFLAME_INJECTION, word.end, end, s->script);
	else if (is_word(s, word, "catch"))
		add(s, ONFLAME_BRANCH, at, end, "if");
	else if (is_word(s, word, "else"))
		add(s, ONFLAME_BRANCH, at, end, begins(s, skip_space(s, word.end), "if") ? "elif" : "else");
}

/* Behind the expression in braces; behind the brace alone where it is not closed. */
static uint32_t read_braces(scanner *s, uint32_t at)
{
	uint32_t end = find_brace(s, at);
	if (end == s->len)
		return at + 1;
	char first = s->text[at + 1];
	bool comment = begins(s, at + 1, "/*") || begins(s, at + 1, "//");
	if (s->flavour == SVELTE && memchr("#:/@", first, 4) != NULL && !comment)
		read_mark(s, at + 1, end);
	else
		add(s, ONFLAME_INJECTION, at + 1, end, s->script);
	return end + 1;
}

/* Behind the value that `at` opens with a quote. */
static uint32_t read_quoted(scanner *s, uint32_t at, range *value)
{
	char quote = s->text[at];
	uint32_t end = at + 1;
	size_t spans = s->spans.count;
	while (end < s->len && s->text[end] != quote && !s->no_quotes)
		end = s->text[end] == '{' && s->flavour == SVELTE ? read_braces(s, end) : end + 1;
	s->no_quotes = s->no_quotes || end == s->len;
	if (s->no_quotes) {
		s->spans.count = spans;
		return at + 1;
	}
	*value = (range){at + 1, end};
	if (memchr(s->text + at, '\n', end - at) != NULL)
		add(s, ONFLAME_STRING, at, end + 1, NULL);
	return end + 1;
}

static uint32_t read_value(scanner *s, uint32_t at, range *value)
{
	if (at < s->len && (s->text[at] == '"' || s->text[at] == '\''))
		return read_quoted(s, at, value);
	if (at < s->len && s->text[at] == '{' && has_braces(s))
		return read_braces(s, at);
	value->start = at;
	while (at < s->len && !is_space(s->text[at]) && s->text[at] != '>')
		at++;
	value->end = at;
	return at;
}

static uint32_t read_attribute(scanner *s, uint32_t at, tag *tag)
{
	range name = {at, at + 1};
	while (name.end < s->len && !is_space(s->text[name.end]) && memchr("=>/{", s->text[name.end], 4) == NULL)
		name.end++;
	at = skip_space(s, name.end);
	if (at == s->len || s->text[at] != '=')
		return name.end;
	range value = {0, 0};
	at = read_value(s, skip_space(s, at + 1), &value);
	bool is_lang = is_word(s, name, "lang");
	if (is_lang || (is_word(s, name, "type") && !tag->has_lang))
		tag->language = value;
	tag->has_lang = tag->has_lang || is_lang;
	return at;
}

/* The tag at `at`, up to behind it. */
static uint32_t read_tag(scanner *s, uint32_t at, tag *tag)
{
	tag->closing = s->text[++at] == '/';
	at += tag->closing;
	tag->name.start = at;
	while (at < s->len && !is_space(s->text[at]) && s->text[at] != '>' && s->text[at] != '/')
		at++;
	tag->name.end = at;
	while (at < s->len && s->text[at] != '>') {
		tag->empty = s->text[at] == '/';
		if (s->text[at] == '{' && has_braces(s))
			at = read_braces(s, at);
		else if (is_space(s->text[at]) || tag->empty)
			at++;
		else
			at = read_attribute(s, at, tag);
	}
	return at < s->len ? at + 1 : s->len;
}

/* Names that the map does not have. */
static const struct alias {
	const char *value, *language;
} aliases[] = {
	{"module", NULL},
	{"text/javascript", NULL},
	{"application/javascript", NULL},
	{"application/x-javascript", NULL},
	{"text/ecmascript", NULL},
	{"text/babel", NULL},
	{"text/jsx", NULL},
	{"html", NULL},
	{"text/css", NULL},
	{"ts", "TypeScript"},
	{"text/typescript", "TypeScript"},
	{"application/typescript", "TypeScript"},
	{"postcss", "CSS"},
	{"styl", "Stylus"},
	{"text/scss", "SCSS"},
	{"text/sass", "Sass"},
	{"text/less", "Less"},
	{"text/stylus", "Stylus"},
	{"text/coffeescript", "CoffeeScript"},
	{"application/json", "JSON"},
	{"application/ld+json", "JSON"},
	{"text/json", "JSON"},
	{"importmap", "JSON"},
	{"application/manifest+json", "JSON"},
	{"text/x-handlebars", "Handlebars"},
	{"text/x-handlebars-template", "Handlebars"},
	{"x-tmpl-mustache", "Mustache"},
	{"text/x-mustache", "Mustache"},
	{"text/x-mustache-template", "Mustache"},
	{"text/x-template", "HTML"},
	{"text/html", "HTML"},
	{"text/ng-template", "HTML"},
	{"text/x-jquery-tmpl", "HTML"},
	{"text/x-kendo-template", "HTML"},
	{"text/markdown", "Markdown"},
	{"text/python", "Python"},
	{"text/x-python", "Python"},
	{"x-shader/x-vertex", "GLSL"},
	{"x-shader/x-fragment", "GLSL"},
	{"speculationrules", "JSON"},
};

/* What an element holds is told by its tag, or else by what such elements hold if it does not tell. */
static void add_guest(scanner *s, const tag *tag, range text, const char *usual)
{
	const char *label = usual;
	bool known = tag->language.start == tag->language.end;
	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]) && !known; i++) {
		known = is_word(s, tag->language, aliases[i].value);
		label = known && aliases[i].language != NULL ? aliases[i].language : usual;
	}
	if (text.start == text.end || (known && label == NULL))
		return;
	int32_t added = spans_add(&s->spans, ONFLAME_INJECTION, text.start, text.end, known ? label : NULL);
	if (known || added == SPAN_NONE)
		return;
	s->spans.items[added].name = s->text + tag->language.start;
	s->spans.items[added].name_len = tag->language.end - tag->language.start;
}

/* Where the element's closing tag begins. */
static uint32_t find_closing(const scanner *s, uint32_t at, range name)
{
	uint32_t len = name.end - name.start;
	for (at = find(s, at, "</"); at < s->len; at = find(s, at + 2, "</")) {
		uint32_t end = at + 2 + len;
		if (end < s->len && is_like(s, at + 2, s->text + name.start, len) &&
		    (is_space(s->text[end]) || s->text[end] == '>' || s->text[end] == '/'))
			return at;
	}
	return s->len;
}

/* Behind what the element holds, if that is text to HTML; else `at`, which is behind its tag. */
static uint32_t read_text(scanner *s, const tag *tag, uint32_t at)
{
	bool script = is_word(s, tag->name, "script");
	bool style = is_word(s, tag->name, "style");
	bool template = is_word(s, tag->name, "template");
	bool plain = is_word(s, tag->name, "textarea") || is_word(s, tag->name, "title");
	/* A block of a Vue file of its own: <i18n lang="yaml">, <template lang="pug">. */
	bool block = s->flavour == VUE && s->templates == 0 && tag->has_lang && !is_word(s, tag->language, "html");
	if (!script && !style && !block && (!plain || s->flavour == SVELTE)) {
		s->templates += template;
		return at;
	}
	const char *usual = s->flavour == ASTRO ? "TypeScript" : "JavaScript";
	uint32_t end = find_closing(s, at, tag->name);
	if (!plain)
		add_guest(s, tag, (range){at, end}, script ? usual : style ? "CSS" : NULL);
	if (script && s->flavour == SVELTE &&
	    (is_word(s, tag->language, "ts") || is_word(s, tag->language, "text/typescript")))
		s->script = "TypeScript";
	return end;
}

static uint32_t read_element(scanner *s, uint32_t at)
{
	tag tag = {0};
	at = read_tag(s, at, &tag);
	if (!tag.closing && !tag.empty)
		return read_text(s, &tag, at);
	if (tag.closing && s->templates > 0 && is_word(s, tag.name, "template"))
		s->templates--;
	return at;
}

/* --> or --!> ends it; <!--> and <!---> have nothing in them. */
static uint32_t read_comment(scanner *s, uint32_t at)
{
	uint32_t end = s->len;
	for (uint32_t mark = find(s, at + 2, "--"); mark < s->len; mark = find(s, mark + 1, "--")) {
		bool other = mark >= at + 4 && begins(s, mark, "--!>");
		if (!other && !begins(s, mark, "-->"))
			continue;
		end = mark + 3 + other;
		break;
	}
	add(s, ONFLAME_COMMENT, at, end, NULL);
	return end;
}

/* Angular's @if (x) { ... } @else { ... } and the like, which stand in its text. */
static uint32_t read_control(scanner *s, uint32_t at)
{
	static const struct {
		const char *word, *label;
	} controls[] = {{"if", "if"}, {"for", "if"}, {"switch", "switch"}, {"case", "case"}};
	range word = {at + 1, at + 1};
	while (word.end < s->len && is_letter(s->text[word.end]))
		word.end++;
	for (size_t i = 0; i < sizeof(controls) / sizeof(controls[0]); i++) {
		if (is_word(s, word, controls[i].word))
			add(s, ONFLAME_BRANCH, at, word.end, controls[i].label);
	}
	if (is_word(s, word, "else"))
		add(s, ONFLAME_BRANCH, at, word.end, begins(s, skip_space(s, word.end), "if") ? "elif" : "else");
	return word.end;
}

static uint32_t step(scanner *s, uint32_t at)
{
	char next = at + 1 < s->len ? s->text[at + 1] : '\0';
	if (s->text[at] == '{' && has_braces(s))
		return read_braces(s, at);
	if (s->text[at] == '@' && s->flavour == ANGULAR)
		return read_control(s, at);
	if (s->text[at] != '<')
		return at + 1;
	if (begins(s, at, "<!--"))
		return read_comment(s, at);
	if (is_letter(next) || (next == '/' && at + 2 < s->len && is_letter(s->text[at + 2])))
		return read_element(s, at);
	return at + 1;
}

/* What stands between two lines of --- at Astro's beginning. */
static uint32_t read_front_matter(scanner *s)
{
	uint32_t start = skip_space(s, 0);
	if (s->flavour != ASTRO || !begins(s, start, "---"))
		return 0;
	uint32_t end = find(s, start + 3, "\n---");
	add(s, ONFLAME_INJECTION, start + 3, end, "TypeScript");
	return end < s->len ? end + 4 : s->len;
}

static int scan(const onflame_host *host, const char *text, uint32_t len, enum flavour flavour)
{
	scanner s = {.text = text, .len = len, .flavour = flavour, .script = "JavaScript"};
	if (flavour == ASTRO)
		s.script = "TSX";
	for (uint32_t at = read_front_matter(&s); at < len && !s.spans.failed;)
		at = step(&s, at);
	free(s.blocks);
	return spans_report(&s.spans, host);
}

static int scan_html(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, HTML);
}

static int scan_vue(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, VUE);
}

static int scan_svelte(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, SVELTE);
}

static int scan_astro(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, ASTRO);
}

static int scan_angular(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, ANGULAR);
}

static const onflame_language html = {.name = "HTML", .scan = scan_html};
static const onflame_language vue = {.name = "Vue", .scan = scan_vue};
static const onflame_language svelte = {.name = "Svelte", .scan = scan_svelte};
static const onflame_language astro = {.name = "Astro", .scan = scan_astro};
static const onflame_language angular = {.name = "Angular", .scan = scan_angular};
static const onflame_language *const languages[] = {&html, &vue, &svelte, &astro, &angular, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "html", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
