/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include "base/buffer.h"
#include "base/text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void set_visible(error *error, const char *raw)
{
	buffer line = BUFFER_INIT;
	text_add_visible(&line, text_of(raw));
	snprintf(error->message, sizeof(error->message), "%s", buffer_string(&line));
	buffer_finish(&line);
}

int error_set(error *error, const char *format, ...)
{
	char raw[ERROR_SIZE];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(raw, sizeof(raw), format, arguments);
	va_end(arguments);
	set_visible(error, raw);
	return -1;
}

int error_set_errno(error *error, const char *format, ...)
{
	int number = errno;
	char raw[ERROR_SIZE];
	va_list arguments;
	va_start(arguments, format);
	int len = vsnprintf(raw, sizeof(raw), format, arguments);
	va_end(arguments);
	if (len >= 0 && (size_t)len < sizeof(raw))
		snprintf(raw + len, sizeof(raw) - (size_t)len, ": %s", strerror(number));
	set_visible(error, raw);
	return -1;
}
