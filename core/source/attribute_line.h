/* SPDX-License-Identifier: MIT */
/* The lines of a .gitattributes file. Private to attributes.c. */
#ifndef ONFLAME_SOURCE_ATTRIBUTE_LINE_H
#define ONFLAME_SOURCE_ATTRIBUTE_LINE_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum attribute_state {
	ATTRIBUTE_SILENT,      /* nobody says anything */
	ATTRIBUTE_UNSPECIFIED, /* !name */
	ATTRIBUTE_SET,         /* name */
	ATTRIBUTE_UNSET,       /* -name */
	ATTRIBUTE_VALUE        /* name=value */
};

struct attribute_setting {
	text name, value; /* `value` is empty but for ATTRIBUTE_VALUE */
	enum attribute_state state;
};

/* One line that says something; all of it holds until the next is read. */
struct attribute_line {
	bool started;   /* a line was read */
	bool macro;     /* [attr]NAME */
	buffer pattern; /* unquoted; the macro's name */
	struct attribute_setting *settings;
	size_t count, capacity;
};

/* Takes the next line off `content`. Lines that git would not take are left out. False: there is none. */
bool attribute_line_next(text *content, struct attribute_line *line);

void attribute_line_finish(struct attribute_line *line);

#endif
