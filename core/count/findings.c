/* SPDX-License-Identifier: MIT */
#include "count/findings.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void findings_finish(findings *findings)
{
	span_list_finish(&findings->spans);
	free(findings->frames);
	free(findings->injections);
	free(findings->reasons);
}

found_frame *findings_add_frame(findings *findings)
{
	memory_reserve(&findings->frames, &findings->frame_capacity, findings->frame_count + 1,
		       sizeof(*findings->frames));
	found_frame *added = &findings->frames[findings->frame_count++];
	*added = (found_frame){0};
	return added;
}

uint16_t findings_reason(findings *findings, const char *language, const char *what)
{
	if (!findings->explain)
		return UINT16_MAX;
	const char *reason = arena_printf(findings->arena, "%s (%s)", what, language);
	for (size_t i = 0; i < findings->reason_count; i++) {
		if (strcmp(findings->reasons[i], reason) == 0)
			return (uint16_t)i;
	}
	if (findings->reason_count == UINT16_MAX)
		return UINT16_MAX;
	memory_reserve(&findings->reasons, &findings->reason_capacity, findings->reason_count + 1,
		       sizeof(*findings->reasons));
	findings->reasons[findings->reason_count] = reason;
	return (uint16_t)findings->reason_count++;
}
