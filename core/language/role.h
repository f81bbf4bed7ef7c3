/* SPDX-License-Identifier: MIT */
/*
 * What a file is for, beside being code: somebody else's, a program's, a test's. A file may have several roles. Where one
 * must be chosen, the first in this order counts; a file that has none of them is production. What is minified is
 * generated too.
 */
#ifndef ONFLAME_LANGUAGE_ROLE_H
#define ONFLAME_LANGUAGE_ROLE_H

#include <stdbool.h>
#include <stdint.h>

enum role {
	ROLE_VENDORED,  /* written elsewhere and copied in */
	ROLE_MINIFIED,  /* machine-made to be short */
	ROLE_GENERATED, /* machine-made */
	ROLE_TEST,      /* tests and what serves them alone */
	ROLE_DOCUMENTATION,
	ROLE_DUPLICATE, /* holds what an earlier file of the list holds; says nothing of what it is for, so never chosen */
	ROLE_COUNT,
	ROLE_PRODUCTION = ROLE_COUNT, /* in place of none */
	ROLE_ROWS                     /* with that */
};

typedef uint32_t role_set; /* of ROLE_BIT() */

#define ROLE_BIT(role) ((role_set)1 << (role))
#define ROLE_ALL (ROLE_BIT(ROLE_COUNT) - 1)

/* "vendored" ... "production". */
const char *role_name(enum role role);

/* What was found out about a file's roles; what is in neither set is still open. */
typedef struct role_verdict {
	role_set yes, no;
	const char *why[ROLE_COUNT]; /* the pattern or attribute that said so; NULL: none did */
} role_verdict;

void role_decide(role_verdict *verdict, enum role role, bool yes, const char *why); /* unless that is decided */

/* The one that counts; ROLE_PRODUCTION if there is none. */
enum role role_leading(role_set roles);

#endif
