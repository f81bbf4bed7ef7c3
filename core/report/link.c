/* SPDX-License-Identifier: MIT */
#include "report/link.h"

#include "base/text.h"

#include <string.h>
#include <strings.h>

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

static const char *const refused[] = {"javascript", "vbscript", "data", "blob", "about", "view-source", NULL};
static const char *const known[] = {"{path}", "{line}", "{start}", "{end}", NULL};

/* The length of `scheme` in "scheme:", or 0. */
static size_t scheme_length(const char *template)
{
	size_t len = strspn(template, LOWER UPPER "0123456789+.-");
	bool letter = len > 0 && strspn(template, LOWER UPPER) > 0;
	return letter && template[len] == ':' ? len : 0;
}

static bool is_refused(const char *template, size_t len)
{
	for (size_t i = 0; refused[i] != NULL; i++) {
		if (strlen(refused[i]) == len && strncasecmp(template, refused[i], len) == 0)
			return true;
	}
	return false;
}

static int check_fields(const char *template, error *error)
{
	for (const char *at = template; (at = strchr(at, '{')) != NULL; at++) {
		size_t i = 0;
		while (known[i] != NULL && strncmp(at, known[i], strlen(known[i])) != 0)
			i++;
		if (known[i] == NULL)
			return error_set(error, "--link: '%.20s' is none of {path}, {line}, {start}, {end}", at);
	}
	return 0;
}

int link_check(const char *template, error *error)
{
	size_t len = scheme_length(template);
	if (len == 0)
		return error_set(error,
				 "--link: '%s' does not begin with a scheme such as https: or vscode:", template);
	if (is_refused(template, len))
		return error_set(error, "--link: %.*s: is no scheme that opens a file", (int)len, template);
	for (const char *at = template; *at != '\0'; at++) {
		if ((unsigned char)*at <= ' ' || *at == 127)
			return error_set(error, "--link: a blank in '%s'; write %%20", template);
	}
	const char *rest = template + len + 1;
	if (strncmp(rest, "//", 2) == 0 && rest[2 + strcspn(rest + 2, "/?#{")] == '{')
		return error_set(error, "--link: the host in '%s' must be given: end it with '/'", template);
	return check_fields(template, error);
}
