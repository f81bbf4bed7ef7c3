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

/* A power of two; a table that is full learns nothing new. */
enum { SHAPES_MAX = 8192, SHAPES_FULL = SHAPES_MAX / 4 * 3 };

/* Most shapes are met once: only a second statement is worth a question. */
enum shape_state { SHAPE_NONE, SHAPE_MET, SHAPE_KNOWN, SHAPE_UNFIT };

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
	sketch_words *words;
	sketch sketch;
	buffer text; /* of a question, of a name */
	arena *arena;
	size_t count;
	shape table[SHAPES_MAX];
};

shapes *shapes_create(const plugin_language *syntax, const char *const *reserved)
{
	shapes *made = memory_zero(1, sizeof(*made));
	made->syntax = syntax;
	made->words = sketch_words_create(syntax->grammar, reserved);
	made->arena = arena_create();
	return made;
}

void shapes_destroy(shapes *shapes)
{
	if (shapes == NULL)
		return;
	sketch_words_destroy(shapes->words);
	buffer_finish(&shapes->text);
	arena_destroy(shapes->arena);
	free(shapes);
}

/* The place of that shape in the table; NULL: it is full. */
static shape *find_shape(shapes *shapes, hash128 hash)
{
	size_t piece_count = shapes->sketch.count;
	size_t at = (size_t)hash.low & (SHAPES_MAX - 1);
	while (shapes->table[at].state != SHAPE_NONE &&
	       (shapes->table[at].piece_count != piece_count || !hash128_equals(shapes->table[at].hash, hash)))
		at = (at + 1) & (SHAPES_MAX - 1);
	shape *found = &shapes->table[at];
	return found->state == SHAPE_NONE && shapes->count == SHAPES_FULL ? NULL : found;
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

static bool learn_frames(shapes *shapes, const findings *found, shape *out)
{
	out->frames = arena_zero(shapes->arena, found->frame_count + 1, sizeof(*out->frames));
	for (; out->frame_count < found->frame_count; out->frame_count++)
		if (!learn_frame(shapes, &found->frames[out->frame_count], &out->frames[out->frame_count]))
			return false;
	out->cyclomatic = found->cyclomatic;
	out->cognitive = found->cognitive;
	return true;
}

/* Macros stand where the grammar does not expect them: which functions there are is told by braces. */
static bool is_understood(const findings *found)
{
	bool functions = found->frame_count > 0;
	for (size_t i = 0; i < found->frame_count; i++)
		functions = functions && found->frames[i].is_function &&
			    strcmp(found->frames[i].name, FINDINGS_NAMELESS) != 0;
	return !found->broken || (functions && !found->torn);
}

/* Asks the grammar for the frames of the shape that the sketch is of. */
static enum shape_state learn(shapes *shapes, double timeout, shape *out)
{
	findings found = {.arena = arena_create()};
	sketch_spell(&shapes->sketch, &shapes->text);
	const text question = {buffer_string(&shapes->text), shapes->text.len};
	bool fit = syntax_count(shapes->syntax, question, NULL, 0, timeout, &found) == 0 && is_understood(&found) &&
		   found.injection_count == 0 && learn_frames(shapes, &found, out);
	arena_destroy(found.arena);
	findings_finish(&found);
	return fit ? SHAPE_KNOWN : SHAPE_UNFIT;
}

static void add_frame(shapes *shapes, const found_frame *source, text statement, findings *out)
{
	const sketch *sketch = &shapes->sketch;
	found_frame *frame = findings_add_frame(out);
	*frame = *source;
	frame->start = sketch_place_of(sketch, source->start);
	frame->end = sketch_place_of(sketch, source->end);
	buffer_clear(&shapes->text);
	sketch_fill(sketch, statement, source->name, &shapes->text);
	frame->name = arena_copy(out->arena, shapes->text.data, shapes->text.len);
}

bool shapes_find(shapes *shapes, text statement, double timeout, findings *out)
{
	if (!sketch_draw(&shapes->sketch, shapes->words, statement))
		return false;
	hash128 hash = sketch_hash(&shapes->sketch, (uint64_t)(uintptr_t)shapes);
	shape *shape = find_shape(shapes, hash);
	if (shape == NULL)
		return false;
	if (shape->state == SHAPE_NONE) {
		shape->hash = hash;
		shape->piece_count = shapes->sketch.count;
		shapes->count++;
		shape->state = SHAPE_MET;
	} else if (shape->state == SHAPE_MET) {
		shape->state = learn(shapes, timeout, shape);
	}
	if (shape->state != SHAPE_KNOWN)
		return false;
	for (size_t i = 0; i < shape->frame_count; i++)
		add_frame(shapes, &shape->frames[i], statement, out);
	out->cyclomatic += shape->cyclomatic;
	out->cognitive += shape->cognitive;
	return true;
}
