/* SPDX-License-Identifier: MIT */
/* What git keeps outside the ignore files of a working tree: its own folder, and the user's and the repository's configuration. */
#ifndef ONFLAME_SOURCE_GITDIR_H
#define ONFLAME_SOURCE_GITDIR_H

#include "base/buffer.h"
#include "base/text.h"
#include "source/open.h"

#include <stdbool.h>

/*
 * The folder that holds `info` and `config` of the repository whose working tree `tree` is: `.git`, or where a `.git` file
 * points (submodules, worktrees), or what `commondir` names there. To be closed by the caller; -1: there is none.
 */
int gitdir_open(const opener *opener, int tree);

/* The folder that holds `index` and `HEAD`: the same, but without `commondir`. */
int gitdir_open_own(const opener *opener, int tree);

/* What git may do to content on its way between what it keeps and the working tree. */
enum gitdir_conversion {
	GITDIR_FILTERS = 1, /* filters, encodings, $Id$ */
	GITDIR_LINES = 2    /* ends of lines */
};

/*
 * What the configuration and the attribute files of user and system may bring about, and a repository's own configuration (in
 * `common`, of gitdir_open()); .gitattributes and info/attributes are another matter. Said too often rather than too seldom.
 */
unsigned gitdir_user_conversions(const opener *opener);
unsigned gitdir_own_conversions(const opener *opener, int common);

/*
 * The last value of core.excludesFile in a configuration, put in `value` in place of what was there. False: not set.
 * Included configurations are not read.
 */
bool gitdir_parse_excludes_file(text config, buffer *value);

/* The path of the user's ignore file as git's configuration of system and user has it, or git's default. False: none. */
bool gitdir_user_excludes_file(const opener *opener, buffer *path);

/* Replaces "~/" and "~name/" at the beginning of a path by the home folder. False: there is none. */
bool gitdir_expand_home(buffer *path);

#endif
