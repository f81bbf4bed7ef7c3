/* SPDX-License-Identifier: MIT */
#include "work/guard.h"

#define DEPTH_MAX 16

/* What the first byte of a value says. */
typedef struct head {
	unsigned char first, last; /* the bytes that this row is for */
	bool is_array;
	unsigned char inline_mask; /* these bits of it are the number of elements or of bytes behind it ... */
	unsigned char number_size; /* ... or so many bytes behind it are that number, big-endian */
	unsigned char body_size;   /* a value of fixed size behind it */
} head;

static const head heads[] = {
	{.first = 0x00, .last = 0x7f},                                        /* small number */
	{.first = 0x90, .last = 0x9f, .is_array = true, .inline_mask = 0x0f}, /* small array */
	{.first = 0xa0, .last = 0xbf, .inline_mask = 0x1f},                   /* short string */
	{.first = 0xc0, .last = 0xc0},                                        /* nil */
	{.first = 0xc2, .last = 0xc3},                                        /* booleans */
	{.first = 0xcc, .last = 0xcc, .body_size = 1},
	{.first = 0xcd, .last = 0xcd, .body_size = 2},
	{.first = 0xce, .last = 0xce, .body_size = 4},
	{.first = 0xcf, .last = 0xcf, .body_size = 8},
	{.first = 0xd9, .last = 0xd9, .number_size = 1}, /* strings */
	{.first = 0xda, .last = 0xda, .number_size = 2},
	{.first = 0xdb, .last = 0xdb, .number_size = 4},
	{.first = 0xdc, .last = 0xdc, .is_array = true, .number_size = 2}, /* arrays */
	{.first = 0xdd, .last = 0xdd, .is_array = true, .number_size = 4},
};

static const head *find_head(unsigned char byte)
{
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]) && heads[i].first <= byte; i++) {
		if (byte <= heads[i].last)
			return &heads[i];
	}
	return NULL;
}

/* Reads past one value, or past the head of an array, whose number of elements goes to `elements` (0 for others). */
static bool skip_value(const unsigned char **at, const unsigned char *end, size_t *elements)
{
	*elements = 0;
	if (*at == end)
		return false;
	const head *head = find_head(**at);
	if (head == NULL)
		return false;
	size_t number = **at & head->inline_mask;
	(*at)++;
	if ((size_t)(end - *at) < (size_t)head->number_size + head->body_size)
		return false;
	for (unsigned i = 0; i < head->number_size; i++)
		number = number << 8 | (*at)[i];
	*at += head->number_size + head->body_size;
	/* An element takes a byte at least. */
	if (number > (size_t)(end - *at))
		return false;
	if (head->is_array)
		*elements = number;
	else
		*at += number;
	return true;
}

bool guard_check(text bytes, size_t depth)
{
	if (depth >= DEPTH_MAX || bytes.len == 0)
		return false;
	const unsigned char *at = (const unsigned char *)bytes.data;
	const unsigned char *end = at + bytes.len;
	size_t left[DEPTH_MAX] = {1}; /* elements still to come, a level */
	size_t level = 0;

	for (;;) {
		while (left[level] == 0) {
			if (level == 0)
				return at == end;
			level--;
		}
		left[level]--;
		size_t elements;
		if (!skip_value(&at, end, &elements))
			return false;
		if (elements > 0) {
			if (level == depth)
				return false;
			left[++level] = elements;
		}
	}
}
