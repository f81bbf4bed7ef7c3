/* SPDX-License-Identifier: MIT */
#include "language/role.h"

const char *role_name(enum role role)
{
	static const char *const names[ROLE_ROWS] = {
		[ROLE_VENDORED] = "vendored",           [ROLE_MINIFIED] = "minified",
		[ROLE_GENERATED] = "generated",         [ROLE_TEST] = "test",
		[ROLE_DOCUMENTATION] = "documentation", [ROLE_DUPLICATE] = "duplicate",
		[ROLE_PRODUCTION] = "production",
	};
	return names[role];
}

void role_decide(role_verdict *verdict, enum role role, bool yes, const char *why)
{
	if (((verdict->yes | verdict->no) & ROLE_BIT(role)) != 0)
		return;
	*(yes ? &verdict->yes : &verdict->no) |= ROLE_BIT(role);
	verdict->why[role] = why;
	if (role == ROLE_MINIFIED && yes)
		role_decide(verdict, ROLE_GENERATED, true, why);
}

enum role role_leading(role_set roles)
{
	for (int role = 0; role < ROLE_DUPLICATE; role++)
		if ((roles & ROLE_BIT(role)) != 0)
			return (enum role)role;
	return ROLE_PRODUCTION;
}
