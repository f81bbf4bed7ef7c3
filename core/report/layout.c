/* SPDX-License-Identifier: MIT */
#include "report/layout.h"

#include "report/draw.h"

#include <string.h>

enum { GAP = 2 };

/* Texts that are longer than this may be cut before a column of numbers is given up. */
static const size_t enough[] = {[REPORT_BY_LANGUAGE] = 24,
				[REPORT_BY_DIRECTORY] = 36,
				[REPORT_BY_ROLE] = 24,
				[REPORT_BY_FILE] = 36,
				[REPORT_BY_FUNCTION] = 54};

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

const char *layout_title(const layout *layout, size_t number)
{
	const report_column *column = &layout->columns->numbers[number];
	return layout->brief ? column->brief : column->title;
}

/* What the texts and the numbers take when nothing is cut. */
typedef struct natural {
	size_t texts[LAYOUT_TEXTS];
	uint64_t largest[LAYOUT_NUMBERS];
} natural;

static void measure_numbers(natural *natural, const report_columns *columns, const report_row *row)
{
	for (size_t i = 0; columns->numbers[i].title != NULL; i++) {
		uint64_t value = columns->numbers[i].value(row);
		if (value > natural->largest[i])
			natural->largest[i] = value;
	}
}

static void measure_text(size_t *columns, buffer *room)
{
	*columns = larger(*columns, draw_columns((text){buffer_string(room), room->len}));
	buffer_clear(room);
}

static void measure(natural *natural, const report_columns *columns, const report_rows *rows)
{
	buffer room = BUFFER_INIT;
	natural->texts[LAYOUT_NAME] =
		larger(natural->texts[LAYOUT_NAME], larger(strlen(columns->name), strlen("Total")));
	for (size_t i = 0; i < rows->count; i++) {
		const report_row *row = &rows->items[i];
		measure_numbers(natural, columns, row);
		rows_add_name(&room, rows, row);
		measure_text(&natural->texts[LAYOUT_NAME], &room);
		if (rows->by != REPORT_BY_FUNCTION)
			continue;
		buffer_add_string(&room, row->of.node->label);
		measure_text(&natural->texts[LAYOUT_KIND], &room);
		rows_add_location(&room, row->of.node);
		measure_text(&natural->texts[LAYOUT_LOCATION], &room);
	}
	buffer_finish(&room);
}

/* Widths of the numbers that are shown, gaps included. */
static size_t set_numbers(layout *layout, const natural *natural, const bool *dropped)
{
	size_t sum = 0;
	for (size_t i = 0; i < layout->number_count; i++) {
		layout->numbers[i] = 0;
		if (dropped[i])
			continue;
		layout->numbers[i] = larger(strlen(layout_title(layout, i)), draw_number_columns(natural->largest[i]));
		sum += layout->gap + layout->numbers[i];
	}
	return sum;
}

/* The column to be given up next; number_count: none. */
static size_t next_to_drop(const layout *layout, const bool *dropped)
{
	size_t next = layout->number_count;
	int highest = 0;
	for (size_t i = 0; i < layout->number_count; i++) {
		int drop = layout->columns->numbers[i].drop;
		if (!dropped[i] && drop > highest) {
			highest = drop;
			next = i;
		}
	}
	return next;
}

/* Tries the forms from roomy to tight; returns what is left for the texts, 0 if that is less than `wanted`. */
static size_t fit_form(layout *layout, const natural *natural, const bool *dropped, size_t wanted, size_t width)
{
	static const struct {
		bool brief;
		size_t gap;
	} forms[] = {{false, GAP}, {true, GAP}, {true, 1}};
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		layout->brief = forms[i].brief;
		layout->gap = forms[i].gap;
		size_t sum = set_numbers(layout, natural, dropped);
		if (sum + wanted <= width)
			return width - sum;
	}
	return 0;
}

/* Gives up columns until the texts have `wanted`; returns what is left for them. */
static size_t fit_numbers(layout *layout, const natural *natural, size_t wanted, size_t width)
{
	bool dropped[LAYOUT_NUMBERS] = {false};
	for (;;) {
		size_t room = fit_form(layout, natural, dropped, wanted, width);
		if (room > 0)
			return room;
		size_t drop = next_to_drop(layout, dropped);
		if (drop == layout->number_count)
			break;
		dropped[drop] = true;
	}
	size_t sum = set_numbers(layout, natural, dropped);
	return width > sum ? width - sum : 0;
}

/* Shares the room between name, kind and location. */
static void fit_texts(layout *layout, const natural *natural, size_t room)
{
	size_t kind = natural->texts[LAYOUT_KIND];
	size_t location = natural->texts[LAYOUT_LOCATION];
	size_t name = natural->texts[LAYOUT_NAME];
	if (location == 0) {
		layout->texts[LAYOUT_NAME] = larger(smaller(name, room), 8);
		return;
	}
	if (kind > 12 || room < 40)
		kind = smaller(kind, room < 40 ? 0 : 12);
	size_t taken = layout->gap + (kind > 0 ? kind + layout->gap : 0);
	room = room > taken ? room - taken : 0;
	if (name + location > room) {
		size_t half = room / 2;
		if (name <= half)
			location = room - name;
		else if (location <= half)
			name = room - location;
		else {
			name = half;
			location = room - half;
		}
	}
	layout->texts[LAYOUT_NAME] = larger(name, 8);
	layout->texts[LAYOUT_KIND] = kind;
	layout->texts[LAYOUT_LOCATION] = larger(location, 8);
}

static size_t sum_widths(const layout *layout)
{
	size_t sum = 0;
	for (size_t i = 0; i < LAYOUT_TEXTS; i++)
		sum += layout->texts[i] > 0 ? layout->texts[i] + layout->gap : 0;
	for (size_t i = 0; i < layout->number_count; i++)
		sum += layout->numbers[i] > 0 ? layout->numbers[i] + layout->gap : 0;
	return sum > 0 ? sum - layout->gap : 0;
}

void layout_init(layout *layout, const report_rows *rows, const report_row *extra, size_t extra_count,
		 size_t name_least, size_t width)
{
	natural natural = {.texts = {[LAYOUT_NAME] = name_least}};
	*layout = (struct layout){.columns = columns_for(rows->by, rows->functions)};
	while (layout->columns->numbers[layout->number_count].title != NULL)
		layout->number_count++;
	measure(&natural, layout->columns, rows);
	for (size_t i = 0; i < extra_count; i++)
		measure_numbers(&natural, layout->columns, &extra[i]);

	size_t texts = 0;
	for (size_t i = 0; i < LAYOUT_TEXTS; i++)
		texts += natural.texts[i] > 0 ? natural.texts[i] + GAP : 0;
	size_t room = fit_numbers(layout, &natural, smaller(texts - GAP, enough[rows->by]), width);
	fit_texts(layout, &natural, room);
	layout->width = sum_widths(layout);
}
