/* SPDX-License-Identifier: MIT */
#include "count/shapes.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "base/memory.h"
#include "count/sketch.h"
#include "count/syntax.h"

#include <stdlib.h>
#include <string.h>

/* A power of two; a table that is full begins again. What it knows costs no question; it changes no answer. */
enum { SHAPES_MAX = 8192, SHAPES_FULL = SHAPES_MAX / 4 * 3 };

enum shape_state { SHAPE_NONE, SHAPE_KNOWN, SHAPE_UNFIT };

/* Places are numbers of pieces of the sketch. Names have stand-ins. */
typedef struct shape {
	enum shape_state state;
	hash128 hash; /* of the sketch */
	size_t piece_count;
	found_frame *frames;
	size_t frame_count;
	uint32_t cyclomatic, cognitive;
} shape;

struct shapes {
	const plugin_language *syntax;
	const lexis_skeleton *told;
	sketch_words *words;
	sketch sketch;
	buffer within; /* a statement behind its header */
	buffer text;   /* of a question, of a name */
	arena *arena;
	size_t count;
	shape table[SHAPES_MAX];
};

shapes *shapes_create(const plugin_language *syntax, const lexis_skeleton *told)
{
	shapes *made = memory_zero(1, sizeof(*made));
	made->syntax = syntax;
	made->told = told;
	made->words = sketch_words_create(syntax, told->reserved);
	made->arena = arena_create();
	return made;
}

void shapes_destroy(shapes *shapes)
{
	if (shapes == NULL)
		return;
	sketch_words_destroy(shapes->words);
	buffer_finish(&shapes->within);
	buffer_finish(&shapes->text);
	arena_destroy(shapes->arena);
	free(shapes);
}

/* The place of that shape in the table, where it is not yet. */
static shape *find_shape(shapes *shapes, hash128 hash)
{
	size_t piece_count = shapes->sketch.count;
	size_t at = (size_t)hash.low & (SHAPES_MAX - 1);
	while (shapes->table[at].state != SHAPE_NONE &&
	       (shapes->table[at].piece_count != piece_count || !hash128_equals(shapes->table[at].hash, hash)))
		at = (at + 1) & (SHAPES_MAX - 1);
	return &shapes->table[at];
}

static void begin_again(shapes *shapes)
{
	memset(shapes->table, 0, sizeof(shapes->table));
	arena_destroy(shapes->arena);
	shapes->arena = arena_create();
	shapes->count = 0;
}

/* false: the frame does not begin or end with a piece, or its name is not made of stand-ins and signs alone. */
static bool learn_frame(shapes *shapes, const found_frame *source, found_frame *out)
{
	if (strpbrk(source->name, " \n") != NULL || strstr(source->name, "()") != NULL ||
	    strstr(source->name, "{}") != NULL)
		return false;
	*out = *source;
	out->name = arena_copy_string(shapes->arena, source->name);
	return sketch_piece_at(&shapes->sketch, source->start, &out->start) &&
	       sketch_piece_at(&shapes->sketch, source->end, &out->end);
}

/* Those behind the header's `header_len` bytes, which has its own. */
static bool learn_frames(shapes *shapes, size_t header_len, const findings *found, shape *out)
{
	out->frames = arena_zero(shapes->arena, found->frame_count + 1, sizeof(*out->frames));
	for (size_t i = 0; i < found->frame_count; i++) {
		found_frame *frame = &out->frames[out->frame_count];
		if (!learn_frame(shapes, &found->frames[i], frame))
			return false;
		out->frame_count += sketch_place_of(&shapes->sketch, frame->start) >= header_len;
	}
	out->cyclomatic = found->cyclomatic;
	out->cognitive = found->cognitive;
	return true;
}

/* Macros may stand where the grammar does not expect them: which functions there are is told by braces. */
static bool is_understood(const shapes *shapes, const findings *found)
{
	bool functions = found->frame_count > 0;
	for (size_t i = 0; i < found->frame_count; i++)
		functions = functions && found->frames[i].is_function &&
			    sketch_names(&shapes->sketch, found->frames[i].name);
	return !found->broken || (shapes->told->macros && functions && !found->torn);
}

/* Asks the grammar for the frames of the shape that the sketch is of. */
static enum shape_state learn(shapes *shapes, size_t header_len, double timeout, shape *out)
{
	findings found = {.arena = arena_create()};
	sketch_spell(&shapes->sketch, &shapes->text);
	const text question = {buffer_string(&shapes->text), shapes->text.len};
	bool fit = syntax_count(shapes->syntax, question, NULL, 0, timeout, &found) == 0 &&
		   is_understood(shapes, &found) && found.injection_count == 0 &&
		   learn_frames(shapes, header_len, &found, out);
	arena_destroy(found.arena);
	findings_finish(&found);
	return fit ? SHAPE_KNOWN : SHAPE_UNFIT;
}

/* `statement` begins with its header. */
static void add_frame(shapes *shapes, const found_frame *source, text statement, size_t header_len, findings *out)
{
	const sketch *sketch = &shapes->sketch;
	found_frame *frame = findings_add_frame(out);
	*frame = *source;
	frame->start = sketch_place_of(sketch, source->start) - (uint32_t)header_len;
	frame->end = sketch_place_of(sketch, source->end) - (uint32_t)header_len;
	buffer_clear(&shapes->text);
	sketch_fill(sketch, statement, source->name, &shapes->text);
	frame->name = arena_copy(out->arena, shapes->text.data, shapes->text.len);
}

/* NULL: it is unfit. */
static const shape *find_known(shapes *shapes, size_t header_len, double timeout)
{
	hash128 hash = sketch_hash(&shapes->sketch, (uint64_t)(uintptr_t)shapes + (header_len > 0));
	shape *shape = find_shape(shapes, hash);
	if (shape->state == SHAPE_NONE && shapes->count == SHAPES_FULL) {
		begin_again(shapes);
		shape = find_shape(shapes, hash);
	}
	if (shape->state == SHAPE_NONE) {
		shape->hash = hash;
		shape->piece_count = shapes->sketch.count;
		shapes->count++;
		shape->state = learn(shapes, header_len, timeout, shape);
	}
	return shape->state == SHAPE_KNOWN ? shape : NULL;
}

static text join(shapes *shapes, text header, text statement)
{
	if (header.len == 0)
		return statement;
	buffer_clear(&shapes->within);
	buffer_add(&shapes->within, header.data, header.len);
	buffer_add(&shapes->within, statement.data, statement.len);
	return (text){shapes->within.data, shapes->within.len};
}

bool shapes_find(shapes *shapes, text header, text statement, double timeout, findings *out)
{
	statement = join(shapes, header, statement);
	if (!sketch_draw(&shapes->sketch, shapes->words, statement, shapes->told->layout))
		return false;
	const shape *shape = find_known(shapes, header.len, timeout);
	if (shape == NULL)
		return false;
	for (size_t i = 0; i < shape->frame_count; i++)
		add_frame(shapes, &shape->frames[i], statement, header.len, out);
	out->cyclomatic += shape->cyclomatic;
	out->cognitive += shape->cognitive;
	return true;
}
