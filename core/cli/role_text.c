/* SPDX-License-Identifier: MIT */
#include "cli/role_text.h"

#include "base/text.h"

#include <string.h>

enum { RULE_SHOWN = 60 };

enum role_source role_source_of(const role_finding *finding, enum role role)
{
	static const char attribute[] = "linguist-";
	if (((finding->known.yes | finding->known.no) & ROLE_BIT(role)) == 0)
		return ROLE_BY_CONTENT;
	const char *why = finding->known.why[role];
	return strncmp(why, attribute, sizeof(attribute) - 1) == 0 ? ROLE_BY_ATTRIBUTE : ROLE_BY_PATH;
}

const char *role_source_name(enum role_source source)
{
	static const char *const names[] = {".gitattributes", "path", "content"};
	return names[source];
}

bool role_is_decided(const role_finding *finding, enum role role)
{
	return ((finding->decided.yes | finding->decided.no) & ROLE_BIT(role)) != 0;
}

/* The bytes of it that make whole characters. */
static text cut(const char *rule)
{
	text shown = {rule, strnlen(rule, RULE_SHOWN)};
	while (shown.len > 0 && !text_is_utf8(shown))
		shown.len--;
	return shown;
}

void role_text_add(buffer *out, const role_finding *finding, enum role role)
{
	bool holds = (finding->decided.yes & ROLE_BIT(role)) != 0;
	const char *rule = finding->decided.why[role];
	text shown = cut(rule);
	buffer_printf(out, "%s%s, by %s '", holds ? "" : "not ", role_name(role),
		      role_source_name(role_source_of(finding, role)));
	text_add_visible(out, shown);
	buffer_add_string(out, rule[shown.len] != '\0' ? "...'" : "'");
}
