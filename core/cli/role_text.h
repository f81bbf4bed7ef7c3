/* SPDX-License-Identifier: MIT */
/* Which roles a file has, and why, in words. */
#ifndef ONFLAME_CLI_ROLE_TEXT_H
#define ONFLAME_CLI_ROLE_TEXT_H

#include "base/buffer.h"
#include "language/role.h"

/* What was known of a file by its path and .gitattributes, and all that was found out in the end. */
typedef struct role_finding {
	role_verdict known, decided;
} role_finding;

enum role_source { ROLE_BY_ATTRIBUTE, ROLE_BY_PATH, ROLE_BY_CONTENT };

/* What decided on the role; only for those that are decided. */
enum role_source role_source_of(const role_finding *finding, enum role role);
const char *role_source_name(enum role_source source); /* ".gitattributes", "path", "content" */

/* Whether there is something to say of it. */
bool role_is_decided(const role_finding *finding, enum role role);

/* Adds "test, by path '*_test.go'" or "not test, ..."; the rule made visible and cut where it is long. */
void role_text_add(buffer *out, const role_finding *finding, enum role role);

#endif
