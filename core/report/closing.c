/* SPDX-License-Identifier: MIT */
#include "report/closing.h"

/* So many failures are listed; a full disk of them would bury the table. JSON has all. */
enum { FAILURES_SHOWN = 20 };

static uint64_t per_second(uint64_t count, double seconds)
{
	double rate = (double)count / seconds;
	return rate < 1e15 ? (uint64_t)rate : 0;
}

static void add_speed(buffer *out, const tree *tree, double seconds)
{
	buffer_add_string(out, " in ");
	draw_tenths(out, (uint64_t)(seconds < 1e9 ? seconds * 10 + 0.5 : 0));
	buffer_add_string(out, " s");
	if (seconds < 0.05)
		return;
	buffer_add_string(out, " (");
	draw_number(out, per_second(tree->file_count, seconds));
	buffer_add_string(out, " files/s, ");
	draw_number(out, per_second(tree->root->total.lines, seconds));
	buffer_add_string(out, " lines/s)");
}

void closing_add_files(buffer *out, const tree *tree, const report_options *options)
{
	draw_number(out, tree->file_count);
	buffer_add_string(out, tree->file_count == 1 ? " file: " : " files: ");
	if (tree->certified_files > 0) {
		draw_number(out, tree->certified_files);
		buffer_add_string(out, " by certified rules, ");
	}
	draw_number(out, tree->syntax_files);
	buffer_add_string(out, " by syntax, ");
	draw_number(out, tree->lexical_files);
	buffer_add_string(out, " lexically");
	if (options->seconds >= 0)
		add_speed(out, tree, options->seconds);
}

/* The roles that hold code, most first. */
static size_t order_roles(const tree *tree, enum role order[ROLE_COUNT])
{
	size_t count = 0;
	for (int role = 0; role < ROLE_DUPLICATE && tree->root->roles != NULL; role++) {
		const counts *sums = tree->root->roles->sums;
		if (sums[role].code == 0)
			continue;
		size_t at = count++;
		for (; at > 0 && sums[order[at - 1]].code < sums[role].code; at--)
			order[at] = order[at - 1];
		order[at] = (enum role)role;
	}
	return count;
}

static void add_share(buffer *out, uint64_t part, uint64_t whole)
{
	uint64_t tenths = draw_share(part, whole);
	if (tenths == 0)
		buffer_add_char(out, '<');
	draw_tenths(out, tenths > 0 ? tenths : 1);
	buffer_add_char(out, '%');
}

static void add_duplicates(buffer *out, const tree *tree)
{
	const tree_roles *roles = tree->root->roles;
	uint64_t files = tree->dropped_count;
	if (files == 0) {
		files = roles->files[ROLE_DUPLICATE];
		draw_number(out, roles->sums[ROLE_DUPLICATE].lines);
		buffer_add_string(out, roles->sums[ROLE_DUPLICATE].lines == 1 ? " line in " : " lines in ");
	}
	draw_number(out, files);
	buffer_add_string(out, files == 1 ? " duplicate file" : " duplicate files");
	if (tree->dropped_count > 0)
		buffer_add_string(out, " left out");
}

bool closing_add_roles(buffer *out, const tree *tree)
{
	enum role order[ROLE_COUNT];
	size_t count = order_roles(tree, order);
	for (size_t i = 0; i < count; i++) {
		buffer_add_string(out, i == 0 ? "Of the code " : ", ");
		add_share(out, tree->root->roles->sums[order[i]].code, tree->root->total.code);
		buffer_add_string(out, i == 0 ? " is " : " ");
		buffer_add_string(out, role_name(order[i]));
	}
	bool duplicates =
		tree->dropped_count > 0 || (tree->root->roles != NULL && tree->root->roles->files[ROLE_DUPLICATE] > 0);
	if (!duplicates)
		return count > 0;
	if (count > 0)
		buffer_add_string(out, "; ");
	add_duplicates(out, tree);
	return true;
}

void closing_add_failures(buffer *out, pen pen, const source_list *source, size_t columns)
{
	size_t failures = 0;
	for (size_t i = 0; i < source->skip_count; i++) {
		const source_skip *skip = &source->skips[i];
		if (!skip->failed || ++failures > FAILURES_SHOWN)
			continue;
		buffer_add_string(out, "not counted: ");
		draw_cut(out, pen, text_of(skip->path), columns > 40 ? columns - 13 : columns);
		buffer_add_string(out, ": ");
		text_add_visible(out, text_of(skip->why));
		buffer_add_char(out, '\n');
	}
	if (failures > FAILURES_SHOWN) {
		buffer_add_string(out, "not counted: ");
		draw_number(out, failures - FAILURES_SHOWN);
		buffer_add_string(out, " more\n");
	}
}

void closing_flush(FILE *out, buffer *text)
{
	if (text->len > 0)
		fwrite(text->data, 1, text->len, out);
	buffer_clear(text);
}
