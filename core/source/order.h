/* SPDX-License-Identifier: MIT */
#ifndef ONFLAME_SOURCE_ORDER_H
#define ONFLAME_SOURCE_ORDER_H

#include "source/source.h"

/* Orders the files by root, then by `shown`, byte by byte, which is the order of git's index too. */
void list_order(source_list *list);

#endif
