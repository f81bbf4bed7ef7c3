/* SPDX-License-Identifier: MIT */
/* Skeletons of languages whose statements are commands, a shell's: private to skeleton*.c. */
#ifndef ONFLAME_COUNT_SKELETON_COMMANDS_H
#define ONFLAME_COUNT_SKELETON_COMMANDS_H

#include "count/skeleton.h"

/*
 * skeleton_make() for them. Functions alone are left, name() { }, each with those in it. false also where something may be a
 * function, or not; a text in which nothing may be one has an empty skeleton, whatever its brackets do.
 */
bool skeleton_make_commands(skeleton *skeleton, const skeleton_source *source);

#endif
