/* SPDX-License-Identifier: MIT */
/* Writes a map's structures one behind the other, each once, and notes where pointers are. */
#include "language/image.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

/* Where what is at an address was written. */
typedef struct place {
	const void *address; /* NULL: the place is free */
	size_t offset;
} place;

typedef struct writer {
	buffer *out;
	place *places; /* a table of open addressing, never more than half full */
	size_t place_count, place_size;
	uint32_t *moves;
	size_t move_count, move_capacity;
} writer;

static place *find_place(const writer *writer, const void *address)
{
	size_t at = (size_t)(((uintptr_t)address >> 3) * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (writer->place_size - 1);
	while (writer->places[at].address != NULL && writer->places[at].address != address)
		at = (at + 1) & (writer->place_size - 1);
	return &writer->places[at];
}

static void note_place(writer *writer, const void *address, size_t offset)
{
	if (++writer->place_count > writer->place_size / 2) {
		place *old = writer->places;
		size_t size = writer->place_size;
		writer->place_size = size > 0 ? size * 2 : 1024;
		writer->places = memory_zero(writer->place_size, sizeof(*old));
		for (size_t i = 0; i < size; i++)
			if (old[i].address != NULL)
				*find_place(writer, old[i].address) = old[i];
		free(old);
	}
	*find_place(writer, address) = (place){address, offset};
}

static void align(buffer *out)
{
	while (out->len % alignof(max_align_t) != 0)
		buffer_add_char(out, '\0');
}

/* Adds bytes where anything may begin. Returns their offset. */
static size_t add(writer *writer, const void *bytes, size_t len)
{
	align(writer->out);
	size_t offset = writer->out->len;
	buffer_add(writer->out, bytes, len);
	return offset;
}

static void set_pointer(writer *writer, size_t at, size_t to)
{
	uintptr_t address = IMAGE_BASE + to;
	memcpy(writer->out->data + at, &address, sizeof(address));
	memory_reserve(&writer->moves, &writer->move_capacity, writer->move_count + 1, sizeof(*writer->moves));
	writer->moves[writer->move_count++] = (uint32_t)at;
}

static size_t write_text(writer *writer, const char *text)
{
	const place *known = find_place(writer, text);
	if (known->address != NULL)
		return known->offset;
	size_t offset = writer->out->len;
	buffer_add(writer->out, text, strlen(text) + 1);
	note_place(writer, text, offset);
	return offset;
}

static void write_fields(writer *writer, size_t at, const char *from, const image_type *type);

/* So many structures in a row, which others may point to. */
static size_t write_array(writer *writer, const char *from, size_t count, const image_type *type)
{
	const place *known = find_place(writer, from);
	if (known->address != NULL)
		return known->offset;
	size_t offset = add(writer, from, count * type->size);
	for (size_t i = 0; i < count; i++)
		note_place(writer, from + i * type->size, offset + i * type->size);
	for (size_t i = 0; i < count; i++)
		write_fields(writer, offset + i * type->size, from + i * type->size, type);
	return offset;
}

/* A list of pointers that ends with NULL. */
static size_t write_list(writer *writer, const char *from, const image_type *type)
{
	const place *known = find_place(writer, from);
	if (known->address != NULL)
		return known->offset;
	size_t count = 0;
	const char *item;
	while (memcpy(&item, from + count * sizeof(item), sizeof(item)), item != NULL)
		count++;
	size_t offset = add(writer, from, (count + 1) * sizeof(item));
	note_place(writer, from, offset);
	for (size_t i = 0; i < count; i++) {
		memcpy(&item, from + i * sizeof(item), sizeof(item));
		size_t to = type != NULL ? write_array(writer, item, 1, type) : write_text(writer, item);
		set_pointer(writer, offset + i * sizeof(item), to);
	}
	return offset;
}

static void write_pointer(writer *writer, size_t at, const char *from, const image_field *field)
{
	const char *to;
	size_t count = 1;
	memcpy(&to, from + field->offset, sizeof(to));
	if (field->kind == IMAGE_ARRAY)
		memcpy(&count, from + field->count, sizeof(count));
	if (to == NULL || count == 0) {
		memset(writer->out->data + at, 0, sizeof(to));
		return;
	}
	if (field->kind == IMAGE_TEXT)
		set_pointer(writer, at, write_text(writer, to));
	else if (field->kind == IMAGE_TEXTS || field->kind == IMAGE_ONES)
		set_pointer(writer, at, write_list(writer, to, field->type));
	else
		set_pointer(writer, at, write_array(writer, to, count, field->type));
}

/* The recursion is as deep as the types are. */
static void write_fields(writer *writer, size_t at, const char *from, const image_type *type)
{
	for (const image_field *field = type->fields; field->kind != IMAGE_END; field++) {
		if (field->kind != IMAGE_INLINE) {
			write_pointer(writer, at + field->offset, from, field);
			continue;
		}
		for (size_t i = 0; i < field->count; i++) {
			size_t offset = field->offset + i * field->type->size;
			write_fields(writer, at + offset, from + offset, field->type);
		}
	}
}

static int compare_moves(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a;
	uint32_t right = *(const uint32_t *)b;
	return left < right ? -1 : left > right;
}

int image_write(const image_root *root, const char *name, hash128 yaml, buffer *out)
{
	static const char path[IMAGE_PATH_SIZE] = "";
	image_head head = {.sign = IMAGE_SIGN, .yaml = yaml, .layout = image_layout()};
	writer writer = {.out = out};
	buffer_clear(out);
	add(&writer, &head, sizeof(head));
	head.path = add(&writer, path, sizeof(path));
	note_place(&writer, name, head.path);
	head.root = write_array(&writer, (const char *)root, 1, image_root_type());
	align(out);
	head.moves = out->len;
	head.move_count = writer.move_count;
	if (writer.move_count > 0)
		qsort(writer.moves, writer.move_count, sizeof(*writer.moves), compare_moves);
	buffer_add(out, (const char *)writer.moves, writer.move_count * sizeof(*writer.moves));
	head.size = out->len;
	memcpy(out->data, &head, sizeof(head));
	const size_t front = offsetof(image_head, yaml);
	head.content = hash128_of(out->data + front, out->len - front, 0);
	memcpy(out->data, &head, sizeof(head));
	free(writer.moves);
	free(writer.places);
	return out->len <= UINT32_MAX ? 0 : -1;
}
