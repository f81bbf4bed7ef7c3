/* SPDX-License-Identifier: MIT */
/* Bytes on their way into a page: compressed (gzip), then as base64, at no more memory than that takes. Of this module alone. */
#ifndef ONFLAME_REPORT_PACK_H
#define ONFLAME_REPORT_PACK_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct pack pack;

pack *pack_create(FILE *out);
void pack_bytes(pack *pack, const void *bytes, size_t len);
void pack_number(pack *pack, uint64_t number);    /* LEB128: seven bits a byte, the lowest first */
void pack_difference(pack *pack, int64_t number); /* the same, with the sign in the lowest bit */

/* Writes what is held back and ends. Whether a write failed is for ferror() to say. */
void pack_destroy(pack *pack);

#endif
