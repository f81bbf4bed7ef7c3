/* SPDX-License-Identifier: MIT */
/* Private to the module. */
#ifndef ONFLAME_CACHE_BUILD_ID_H
#define ONFLAME_CACHE_BUILD_ID_H

#include "base/hash.h"

/* Of the program and the libraries that it was started with: another build of any of them has another one. Plugins are not among them. */
hash128 build_id(void);

#endif
