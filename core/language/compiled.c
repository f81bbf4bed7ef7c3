/* SPDX-License-Identifier: MIT */
/* A document as libyaml read it, written down so that it need not be read again. */
#include "language/document.h"

#include <stdint.h>
#include <string.h>

#define DEPTH_LIMIT 12

static const char sign[8] = "onflame1";

enum { PLAIN = 4 }; /* added to a node's kind */

static uint64_t hash_of(text bytes)
{
	uint64_t hash = 0x9E3779B97F4A7C15u ^ bytes.len, word;
	size_t at = 0;
	for (; at + sizeof(word) <= bytes.len; at += sizeof(word)) {
		memcpy(&word, bytes.data + at, sizeof(word));
		hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
		hash ^= hash >> 32;
	}
	word = 0;
	if (at < bytes.len)
		memcpy(&word, bytes.data + at, bytes.len - at);
	hash = (hash ^ word) * 0xD6E8FEB86659FD93u;
	return hash ^ hash >> 29;
}

static void write_number(buffer *out, size_t number)
{
	for (; number >= 0x80; number >>= 7)
		buffer_add_char(out, (char)(unsigned char)(number | 0x80));
	buffer_add_char(out, (char)(unsigned char)number);
}

static void write_node(buffer *out, const node *node)
{
	buffer_add_char(out, (char)((int)node->kind | (node->plain ? PLAIN : 0)));
	write_number(out, node->where.line);
	write_number(out, node->where.column);
	if (node->kind == NODE_SCALAR) {
		size_t len = strlen(node->value);
		write_number(out, len);
		buffer_add(out, node->value, len + 1);
		return;
	}
	write_number(out, node->count);
	for (const struct node *item = node->first; item != NULL; item = item->next) {
		if (node->kind == NODE_MAPPING)
			write_node(out, item->key);
		write_node(out, item);
	}
}

void document_write(const node *root, text yaml, buffer *out)
{
	uint64_t hash = hash_of(yaml);
	buffer_add(out, sign, sizeof(sign));
	buffer_add(out, (const char *)&hash, sizeof(hash));
	write_node(out, root);
}

/* Where a written document is being read. */
typedef struct reader {
	arena *arena;
	const char *name;
	const char *at, *end;
} reader;

static bool read_number(reader *reader, size_t *out)
{
	size_t number = 0;
	for (unsigned shift = 0; reader->at < reader->end && shift < 35; shift += 7) {
		unsigned char byte = (unsigned char)*reader->at++;
		number |= (size_t)(byte & 0x7F) << shift;
		if (byte < 0x80) {
			*out = number;
			return true;
		}
	}
	return false;
}

static bool read_node(reader *reader, node *out, size_t depth);

static bool read_items(reader *reader, node *parent, size_t count, size_t depth)
{
	size_t each = parent->kind == NODE_MAPPING ? 2 : 1;
	if (depth == DEPTH_LIMIT || count > (size_t)(reader->end - reader->at))
		return false;
	node *nodes = arena_zero(reader->arena, count * each, sizeof(*nodes));
	for (size_t i = 0; i < count; i++) {
		node *item = &nodes[i * each];
		if (each == 2) {
			node *key = item++;
			if (!read_node(reader, key, depth) || key->kind != NODE_SCALAR)
				return false;
			item->key = key;
		}
		if (!read_node(reader, item, depth))
			return false;
		if (parent->last != NULL)
			parent->last->next = item;
		else
			parent->first = item;
		parent->last = item;
	}
	parent->count = count;
	return true;
}

/* Recursion ends at DEPTH_LIMIT. */
static bool read_node(reader *reader, node *out, size_t depth)
{
	if (reader->at == reader->end)
		return false;
	unsigned char kind = (unsigned char)*reader->at++;
	size_t len;
	out->kind = (enum node_kind)(kind & 3);
	out->plain = (kind & PLAIN) != 0;
	out->where.name = reader->name;
	if ((kind & 3) > NODE_MAPPING || !read_number(reader, &out->where.line) ||
	    !read_number(reader, &out->where.column) || !read_number(reader, &len))
		return false;
	if (out->kind != NODE_SCALAR)
		return read_items(reader, out, len, depth + 1);
	if (len >= (size_t)(reader->end - reader->at) || reader->at[len] != '\0' || strnlen(reader->at, len) != len)
		return false;
	out->value = reader->at;
	reader->at += len + 1;
	return true;
}

bool document_read(arena *arena, const char *name, text yaml, text written, const node **root)
{
	uint64_t hash = hash_of(yaml);
	size_t head = sizeof(sign) + sizeof(hash);
	if (written.len < head || memcmp(written.data, sign, sizeof(sign)) != 0 ||
	    memcmp(written.data + sizeof(sign), &hash, sizeof(hash)) != 0)
		return false;
	const char *copy = arena_copy(arena, written.data + head, written.len - head);
	reader reader = {arena, name, copy, copy + written.len - head};
	node *top = arena_zero(arena, 1, sizeof(*top));
	*root = top;
	return read_node(&reader, top, 0) && reader.at == reader.end;
}
