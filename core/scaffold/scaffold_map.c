/* SPDX-License-Identifier: MIT */
#include "scaffold/scaffold.h"

#include <ctype.h>
#include <string.h>

bool scaffold_is_file_name(const char *file_type)
{
	return isupper((unsigned char)file_type[0]) && strlen(file_type) > 2;
}

/* The claims of one sort that are free, as a list of YAML. */
static void write_list(const scaffold *plan, const char *key, bool names, buffer *out)
{
	size_t count = 0;
	for (const scaffold_claim *claim = plan->claims; claim->file_type != NULL; claim++) {
		if (claim->other != NULL || scaffold_is_file_name(claim->file_type) != names)
			continue;
		if (count++ == 0)
			buffer_printf(out, "  %s: [", key);
		else
			buffer_add_string(out, ", ");
		buffer_printf(out, "\"%s%s\"", names ? "" : ".", claim->file_type);
	}
	if (count > 0)
		buffer_add_string(out, "]\n");
}

static void write_taken(const scaffold *plan, buffer *out)
{
	for (const scaffold_claim *claim = plan->claims; claim->file_type != NULL; claim++) {
		if (claim->other == NULL)
			continue;
		buffer_printf(
			out,
			"  # %s%s is of %s in the map. To have it too, add it above and say at the end of this file\n"
			"  # what tells them apart, as `onflame languages` has it for others: extension_rules.\n",
			scaffold_is_file_name(claim->file_type) ? "" : ".", claim->file_type, claim->other);
	}
}

void scaffold_write_map(const scaffold *plan, buffer *out)
{
	buffer_printf(out, "# Laid over the language map, key by key, while the plugin is installed.\n\"%s\":\n",
		      plan->language);
	if (plan->known) {
		buffer_printf(out, "  plugin: %s\n", plan->name);
		return;
	}
	bool code = rule_list_count(plan->rules, ONFLAME_FUNCTION) + rule_list_count(plan->rules, ONFLAME_BRANCH) > 0;
	buffer_printf(out, "  type: %s  # programming, markup, data or prose\n  plugin: %s\n",
		      code ? "programming" : "data", plan->name);
	write_list(plan, "extensions", false, out);
	write_list(plan, "filenames", true, out);
	write_taken(plan, out);
	buffer_add_string(out,
			  "  # Where a file cannot be counted by syntax, these serve; fill in what the language has:\n"
			  "  # line_comments: [\"//\"]\n"
			  "  # block_comments: [[\"/*\", \"*/\"]]\n"
			  "  # strings: [{open: '\"', escape: '\\'}]\n"
			  "  # color: \"#3366AA\"\n");
}
