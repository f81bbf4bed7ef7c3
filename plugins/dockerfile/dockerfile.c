/* SPDX-License-Identifier: MIT */
/*
 * Dockerfile, as its reference defines it, read by hand. A line whose first character is # is a comment, within an instruction that goes
 * on as well. RUN, COPY and ADD may have here-documents: what RUN gives no command is a shell's or its shebang's, what is given to
 * an interpreter is of its language, and a file that is made is of the language of its ending.
 */
#include <onflame/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

enum { DOCUMENTS_MAX = 16 };

typedef struct range {
	uint32_t start, end;
} range;

typedef struct document {
	range word;
	bool tabs; /* <<-: tabs may stand before the closing word */
} document;

typedef struct scanner {
	const onflame_host *host;
	const char *text;
	uint32_t len;
	int status;
	char escape;     /* what continues a line */
	bool directives; /* nothing but comments stood before */
	bool goes_on;    /* an instruction does */
	bool unclosed;   /* a document was: no builder takes the file, and none is searched for again */
	bool is_run;
	range command, last; /* RUN's first word, the instruction's last one */
	document documents[DOCUMENTS_MAX];
	size_t count;
} scanner;

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

static void emit(scanner *s, uint32_t role, range range, const char *name, uint32_t name_len, const char *label)
{
	onflame_span span = {role, range.start, range.end, name_len, name, label};
	if (s->status == 0)
		s->status = s->host->emit(s->host, &span);
}

/* Without what is blank around it; `next`: where the next line begins. */
static range read_line(const scanner *s, uint32_t at, uint32_t *next)
{
	const char *feed = memchr(s->text + at, '\n', s->len - at);
	uint32_t end = feed != NULL ? (uint32_t)(feed - s->text) : s->len;
	*next = feed != NULL ? end + 1 : s->len;
	while (at < end && is_blank(s->text[at]))
		at++;
	while (end > at && is_blank(s->text[end - 1]))
		end--;
	return (range){at, end};
}

static bool is_word(const scanner *s, range word, const char *other)
{
	size_t len = strlen(other);
	return word.end - word.start == len && strncasecmp(s->text + word.start, other, len) == 0;
}

/* The next word before `end`; quotes hold it together. */
static range read_word(const scanner *s, uint32_t at, uint32_t end)
{
	while (at < end && is_blank(s->text[at]))
		at++;
	range word = {at, at};
	char quote = 0;
	for (; word.end < end && (quote != 0 || !is_blank(s->text[word.end])); word.end++) {
		char c = s->text[word.end];
		if (quote == 0 && (c == '"' || c == '\''))
			quote = c;
		else if (c == quote)
			quote = 0;
	}
	return word;
}

static void add_document(scanner *s, range word)
{
	uint32_t at = word.start;
	while (at < word.end && s->text[at] >= '0' && s->text[at] <= '9')
		at++;
	if (word.end - at < 3 || s->text[at] != '<' || s->text[at + 1] != '<' || s->text[at + 2] == '<')
		return;
	document document = {.word = {at + 2, word.end}};
	document.tabs = s->text[document.word.start] == '-';
	document.word.start += document.tabs;
	char quote = document.word.start < document.word.end ? s->text[document.word.start] : 0;
	if ((quote == '"' || quote == '\'') && document.word.end - document.word.start > 2) {
		document.word.start++;
		document.word.end--;
	}
	if (document.word.start < document.word.end && s->count < DOCUMENTS_MAX && !s->unclosed)
		s->documents[s->count++] = document;
}

/* The words of a line of an instruction that may have documents. */
static void read_words(scanner *s, uint32_t at, uint32_t end)
{
	for (range word = read_word(s, at, end); word.start < end; word = read_word(s, word.end, end)) {
		bool option = s->text[word.start] == '-' && s->command.end == 0;
		if (s->command.end == 0 && !option)
			s->command = word;
		s->last = word;
		add_document(s, word);
	}
}

static bool takes_documents(scanner *s, range *word, uint32_t end)
{
	if (is_word(s, *word, "ONBUILD"))
		*word = read_word(s, word->end, end);
	s->is_run = is_word(s, *word, "RUN");
	return s->is_run || is_word(s, *word, "COPY") || is_word(s, *word, "ADD");
}

static const struct interpreter {
	const char *name, *language;
} interpreters[] = {
	{"sh", "Shell"},       {"bash", "Shell"},     {"ash", "Shell"}, {"dash", "Shell"},      {"ksh", "Shell"},
	{"zsh", "Shell"},      {"python", "Python"},  {"perl", "Perl"}, {"ruby", "Ruby"},       {"php", "PHP"},
	{"python3", "Python"}, {"python2", "Python"}, {"lua", "Lua"},   {"node", "JavaScript"}, {"psql", "SQL"},
};

/* The language of the interpreter at that path; NULL: none is known. */
static const char *language_of(const scanner *s, range path)
{
	for (uint32_t at = path.start; at < path.end; at++)
		if (s->text[at] == '/')
			path.start = at + 1;
	for (size_t i = 0; i < sizeof(interpreters) / sizeof(interpreters[0]); i++)
		if (is_word(s, path, interpreters[i].name))
			return interpreters[i].language;
	return NULL;
}

/* What RUN executes: the text itself, by its shebang or the shell, or a command that is given it. */
static const char *language_of_run(const scanner *s, range body)
{
	bool itself = s->text[s->command.start] == '<';
	if (!itself)
		return language_of(s, s->command);
	if (body.end - body.start < 2 || memcmp(s->text + body.start, "#!", 2) != 0)
		return "Shell";
	uint32_t next;
	range line = read_line(s, body.start + 2, &next);
	range word = read_word(s, line.start, line.end);
	const char *found = language_of(s, word);
	return found != NULL ? found : language_of(s, read_word(s, word.end, line.end));
}

/* Behind the last point of the path's last part. */
static range ending_of(const scanner *s, range path)
{
	range ending = {path.end, path.end};
	for (uint32_t at = path.end; at > path.start && s->text[at - 1] != '/'; at--)
		if (s->text[at - 1] == '.' && ending.start == path.end)
			ending.start = at;
	return ending;
}

static void emit_document(scanner *s, const document *document, range body)
{
	if (body.start == body.end)
		return;
	emit(s, ONFLAME_STRING, body, NULL, 0, NULL);
	const char *language = s->is_run ? language_of_run(s, body) : NULL;
	if (language != NULL) {
		emit(s, ONFLAME_INJECTION, body, NULL, 0, language);
	} else if (!s->is_run) {
		bool folder = s->text[s->last.end - 1] == '/';
		range ending = ending_of(s, folder ? document->word : s->last);
		if (ending.start < ending.end)
			emit(s, ONFLAME_INJECTION, body, s->text + ending.start, ending.end - ending.start, NULL);
	}
}

/* The text from `at` to the closing word's line; returns where that line ends. One without an end is none, as are all behind it. */
static uint32_t read_document(scanner *s, const document *document, uint32_t at)
{
	size_t len = document->word.end - document->word.start;
	uint32_t next = at;
	for (uint32_t line = at; line < s->len; line = next) {
		const char *feed = memchr(s->text + line, '\n', s->len - line);
		uint32_t end = feed != NULL ? (uint32_t)(feed - s->text) : s->len;
		next = feed != NULL ? end + 1 : s->len;
		uint32_t start = line;
		while (document->tabs && start < end && s->text[start] == '\t')
			start++;
		end -= end > start && s->text[end - 1] == '\r';
		if (end - start == len && memcmp(s->text + start, s->text + document->word.start, len) == 0) {
			emit_document(s, document, (range){at, line});
			return next;
		}
	}
	s->count = 0;
	s->unclosed = true;
	return at;
}

/* `# escape=` followed by a grave accent makes that continue lines. */
static void read_directive(scanner *s, range line)
{
	static const char escape[] = "escape=";
	uint32_t at = line.start + 1;
	while (at < line.end && is_blank(s->text[at]))
		at++;
	if (s->directives && line.end - at == sizeof(escape) &&
	    strncasecmp(s->text + at, escape, sizeof(escape) - 1) == 0)
		s->escape = s->text[line.end - 1];
}

static void read_instruction(scanner *s, range line)
{
	bool takes = s->goes_on;
	uint32_t at = line.start;
	if (!s->goes_on) {
		range word = read_word(s, line.start, line.end);
		s->command = s->last = (range){0, 0};
		s->count = 0;
		takes = takes_documents(s, &word, line.end);
		at = word.end;
	}
	s->goes_on = takes && s->text[line.end - 1] == s->escape;
	if (takes)
		read_words(s, at, line.end - s->goes_on);
}

static int scan_dockerfile(const onflame_host *host, const char *text, uint32_t len)
{
	scanner s = {.host = host, .text = text, .len = len, .escape = '\\', .directives = true};
	for (uint32_t at = 0; at < len && s.status == 0;) {
		range line = read_line(&s, at, &at);
		if (line.start == line.end)
			continue;
		if (text[line.start] == '#') {
			emit(&s, ONFLAME_COMMENT, line, NULL, 0, NULL);
			read_directive(&s, line);
			continue;
		}
		s.directives = false;
		read_instruction(&s, line);
		for (size_t i = 0; !s.goes_on && i < s.count; i++)
			at = read_document(&s, &s.documents[i], at);
		if (!s.goes_on)
			s.count = 0;
	}
	return s.status;
}

static const onflame_language dockerfile = {.name = "Dockerfile", .scan = scan_dockerfile};
static const onflame_language *const languages[] = {&dockerfile, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "dockerfile", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
