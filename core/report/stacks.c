/* SPDX-License-Identifier: MIT */
#include "report/stacks.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Deeper frames are summed up, as -f folded does: each stack is written in full. */
enum { DEPTH_MOST = 4096 };

/* A frame of the file that is being gone over. */
typedef struct seen_frame {
	const tree_node *node;
	size_t at; /* place in the walk */
} seen_frame;

typedef struct file_frames {
	seen_frame *items;
	size_t count, capacity;
} file_frames;

static int by_line_and_name(const void *left, const void *right)
{
	const seen_frame *a = left;
	const seen_frame *b = right;
	int order = (a->node->start > b->node->start) - (a->node->start < b->node->start);
	if (order == 0)
		order = strcmp(a->node->name, b->node->name);
	return order != 0 ? order : (a->at > b->at) - (a->at < b->at);
}

static bool is_same(const tree_node *a, const tree_node *b)
{
	return a->start == b->start && strcmp(a->name, b->name) == 0;
}

/* Lets each frame of a file that equals one before it in the walk be that one: `frame_of` holds a place in the walk until number(). */
static void unite(stacks *stacks, file_frames *frames)
{
	if (frames->count > 1)
		qsort(frames->items, frames->count, sizeof(*frames->items), by_line_and_name);
	for (size_t i = 1; i < frames->count; i++) {
		const seen_frame *before = &frames->items[i - 1];
		const seen_frame *same = &frames->items[i];
		if (is_same(before->node, same->node))
			stacks->frame_of[same->at] = stacks->frame_of[before->at];
	}
	frames->count = 0;
}

static void survey(stacks *stacks)
{
	file_frames frames = {0};
	html_walk walk = html_walk_begin(stacks->tree, &stacks->options);
	for (const tree_node *node; (node = html_walk_next(&walk)) != NULL;) {
		if (node->kind != TREE_FRAME)
			unite(stacks, &frames);
		size_t at = stacks->node_count++;
		memory_reserve(&stacks->frame_of, &stacks->node_capacity, at + 1, sizeof(*stacks->frame_of));
		stacks->frame_of[at] = at;
		if (node->kind != TREE_FRAME)
			continue;
		memory_reserve(&frames.items, &frames.capacity, frames.count + 1, sizeof(*frames.items));
		frames.items[frames.count++] = (seen_frame){node, at};
	}
	unite(stacks, &frames);
	free(frames.items);
}

/* From places in the walk to places among the frames: the first of those that are one comes first in the walk, too. */
static void number(stacks *stacks)
{
	html_walk walk = html_walk_begin(stacks->tree, &stacks->options);
	const tree_node *node;
	for (size_t at = 0; (node = html_walk_next(&walk)) != NULL; at++) {
		if (stacks->frame_of[at] != at) {
			stacks->frame_of[at] = stacks->frame_of[stacks->frame_of[at]];
			continue;
		}
		memory_reserve(&stacks->frames, &stacks->frame_capacity, stacks->frame_count + 1,
			       sizeof(*stacks->frames));
		stacks->frame_of[at] = stacks->frame_count;
		stacks->frames[stacks->frame_count++] = node;
	}
}

void stacks_init(stacks *stacks, const tree *tree, const report_options *options)
{
	*stacks = (struct stacks){.tree = tree, .options = *options};
	if (stacks->options.depth > DEPTH_MOST)
		stacks->options.depth = DEPTH_MOST;
	survey(stacks);
	number(stacks);
	stacks_rewind(stacks);
}

void stacks_rewind(stacks *stacks)
{
	stacks->walk = html_walk_begin(stacks->tree, &stacks->options);
	stacks->at = 0;
}

static bool is_empty(const counts *own)
{
	return own->lines == 0 && own->functions == 0 && own->complexity == 0;
}

bool stacks_next(stacks *stacks)
{
	while (html_walk_next(&stacks->walk) != NULL) {
		size_t depth = stacks->walk.depth;
		memory_reserve(&stacks->path, &stacks->path_capacity, depth + 1, sizeof(*stacks->path));
		stacks->path[depth] = stacks->frame_of[stacks->at++];
		stacks->own = html_walk_own(&stacks->walk);
		if (is_empty(&stacks->own))
			continue;
		stacks->stack = stacks->path;
		stacks->depth = depth + 1;
		return true;
	}
	return false;
}

void stacks_finish(stacks *stacks)
{
	free(stacks->frames);
	free(stacks->frame_of);
	free(stacks->path);
}
