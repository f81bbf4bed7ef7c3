/* SPDX-License-Identifier: MIT */
/* Whether a shared object is all there. Private to this module. */
#ifndef ONFLAME_PLUGIN_WHOLE_H
#define ONFLAME_PLUGIN_WHOLE_H

#include "base/error.h"

/*
 * dlopen() maps what the headers name and dies of SIGBUS where the file is shorter: -1 for such a file. What is no shared object at
 * all is left to dlopen(), which says so.
 */
int whole_check(const char *path, error *error);

#endif
