/* SPDX-License-Identifier: MIT */
/* What was found in a text of Markdown, told in order once all of it is read. */
#include "blocks.h"

#include <string.h>

static found *add(doc *d)
{
	void *items = d->found;
	if (!spans_grow(&d->memory, &items, &d->found_capacity, d->found_count, sizeof(*d->found)))
		return NULL;
	d->found = items;
	d->found[d->found_count] = (found){0};
	return &d->found[d->found_count++];
}

int32_t found_frame(doc *d, uint32_t start, range name)
{
	found *frame = add(d);
	if (frame == NULL)
		return SPAN_NONE;
	frame->span = (onflame_span){
		.role = ONFLAME_CONTAINER,
		.start = start,
		.end = d->len,
		.label = "section",
		.name = d->text + name.start,
		.name_len = name.end - name.start,
	};
	return (int32_t)(d->found_count - 1);
}

void found_name_paragraph(doc *d, int32_t frame, size_t first)
{
	uint32_t len = 0;
	for (size_t i = first; i < d->paragraph_count; i++)
		len += d->paragraph[i].end - d->paragraph[i].start + 1;
	char *name = frame != SPAN_NONE && len > 0 ? malloc(len) : NULL;
	if (name == NULL)
		return;
	uint32_t at = 0;
	for (size_t i = first; i < d->paragraph_count; i++) {
		range line = d->paragraph[i];
		memcpy(name + at, d->text + line.start, line.end - line.start);
		at += line.end - line.start;
		name[at++] = ' ';
	}
	found *found = &d->found[frame];
	found->name = name;
	found->span.name = name;
	found->span.name_len = at - 1;
}

void found_add_line(doc *d, uint32_t from)
{
	void *items = d->lines;
	if (!spans_grow(&d->memory, &items, &d->line_capacity, d->line_count, sizeof(*d->lines)))
		return;
	d->lines = items;
	d->lines[d->line_count++] = (code_line){d->line.start, from, d->line.next};
}

void found_code(doc *d, const char *label)
{
	size_t first = d->code_from;
	size_t count = d->line_count - first;
	if (count == 0 || (label == NULL && d->tag.start == d->tag.end)) {
		d->line_count = first;
		return;
	}
	found *code = add(d);
	if (code == NULL)
		return;
	code->span = (onflame_span){
		.role = ONFLAME_INJECTION,
		.start = d->lines[first].start,
		.end = d->lines[d->line_count - 1].next,
		.label = label,
		.name = label == NULL ? d->text + d->tag.start : NULL,
		.name_len = label == NULL ? d->tag.end - d->tag.start : 0,
	};
	code->first = first;
	code->count = count;
}

static bool is_plain(const doc *d, const found *code)
{
	for (size_t i = code->first; i < code->first + code->count; i++) {
		if (d->lines[i].from != d->lines[i].start)
			return false;
	}
	return true;
}

/* Without the marks of quotes and what items and fences are indented by. */
static int tell_text(const doc *d, const found *code, const onflame_host *host)
{
	char *text = malloc(code->span.end - code->span.start + 1);
	onflame_piece *pieces = malloc(code->count * sizeof(*pieces));
	int status = -1;
	uint32_t len = 0;
	for (size_t i = 0; text != NULL && pieces != NULL && i < code->count; i++) {
		const code_line *line = &d->lines[code->first + i];
		pieces[i] = (onflame_piece){len, line->start, line->next};
		memcpy(text + len, d->text + line->from, line->next - line->from);
		len += line->next - line->from;
	}
	if (text != NULL && pieces != NULL)
		status = host->emit_text(host, &(onflame_text){
						       .size = sizeof(onflame_text),
						       .len = len,
						       .piece_count = (uint32_t)code->count,
						       .name_len = code->span.name_len,
						       .text = text,
						       .pieces = pieces,
						       .name = code->span.name,
						       .label = code->span.label,
					       });
	else
		status = host->fail(host, "out of memory");
	free(text);
	free(pieces);
	return status;
}

static int compare(const void *a, const void *b)
{
	const found *x = a;
	const found *y = b;
	return spans_compare(&x->span, &y->span);
}

int found_report(doc *d, const onflame_host *host)
{
	int status = d->memory.failed ? host->fail(host, "out of memory") : 0;
	if (status == 0 && d->found_count > 1)
		qsort(d->found, d->found_count, sizeof(*d->found), compare);
	for (size_t i = 0; i < d->found_count; i++) {
		const found *found = &d->found[i];
		if (status == 0 && (found->span.role != ONFLAME_INJECTION || is_plain(d, found)))
			status = host->emit(host, &found->span);
		else if (status == 0)
			status = tell_text(d, found, host);
		free(found->name);
	}
	free(d->found);
	free(d->lines);
	free(d->paragraph);
	return status;
}
