/* SPDX-License-Identifier: MIT */
/*
 * The record's one encoding: MessagePack (msgpack.org, specification of 2013), an array of fixed order.
 * Used on the pipe between processes; made for cache, merge and shards too.
 */
#ifndef ONFLAME_WORK_CODEC_H
#define ONFLAME_WORK_CODEC_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/text.h"
#include "count/record.h"

/* Adds the encoded record to `out`. */
void record_encode(buffer *out, const record *record);

/*
 * Reads one record from hostile bytes; strings and lists are put in the arena. Checked: types, UTF-8 of names, depth
 * and order of frames (each depth at most one below the one before), start <= end, lines = code + comment + blank.
 * -1: not a record.
 */
int record_decode(text bytes, arena *arena, record *out, error *error);

#endif
