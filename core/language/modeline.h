/* SPDX-License-Identifier: MIT */
/* What a file tells editors about its language. Private to this module. */
#ifndef ONFLAME_LANGUAGE_MODELINE_H
#define ONFLAME_LANGUAGE_MODELINE_H

#include "base/text.h"

/* The language that the line names for Emacs (-*- mode: x -*-) or Vim (vim: ft=x); length 0: none. */
text modeline_language(text line);

#endif
