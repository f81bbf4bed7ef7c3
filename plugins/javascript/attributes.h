/* SPDX-License-Identifier: MIT */
/* JSX: any word may name an attribute, `class` and `for` too, which the grammar takes for reserved there. */
#ifndef ONFLAME_JAVASCRIPT_ATTRIBUTES_H
#define ONFLAME_JAVASCRIPT_ATTRIBUTES_H

#include "onflame/plugin.h"

/*
 * A copy of the grammar with no word reserved where the end of an opening tag, "/>", may stand: in all states between a tag's name
 * and that. The grammar itself if it has no such states.
 */
const TSLanguage *attributes_free(const TSLanguage *grammar);

#endif
