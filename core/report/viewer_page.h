/* SPDX-License-Identifier: MIT */
/* The page that the build makes of viewer/ (see viewer/bundle.cmake). Of this module alone. */
#ifndef ONFLAME_REPORT_VIEWER_PAGE_H
#define ONFLAME_REPORT_VIEWER_PAGE_H

#include <stddef.h>

typedef struct viewer_part {
	const unsigned char *data;
	size_t len;
} viewer_part;

/* The title and the data go between the first three parts; the last is for SVG, and holds no "]]>". */
extern const struct viewer_page {
	viewer_part before_title, before_data, behind_data, picture_script;
} viewer_page;

#endif
