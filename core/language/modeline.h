/* SPDX-License-Identifier: MIT */
/* What a file tells editors about its language. Private to this module. */
#ifndef ONFLAME_LANGUAGE_MODELINE_H
#define ONFLAME_LANGUAGE_MODELINE_H

#include "base/text.h"

#include <stdbool.h>

/* The language that the line names for Emacs (-*- mode: x -*-) or Vim (vim: ft=x); length 0: none. */
text modeline_language(text line);

/* False only where none of the lines names one: all are looked at in one go. */
bool modeline_may_stand_in(text lines);

#endif
