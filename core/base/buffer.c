/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_finish(buffer *buffer)
{
	free(buffer->data);
	*buffer = (struct buffer)BUFFER_INIT;
}

void buffer_clear(buffer *buffer)
{
	buffer_truncate(buffer, 0);
}

void buffer_truncate(buffer *buffer, size_t len)
{
	if (buffer->data == NULL)
		return;
	buffer->len = len;
	buffer->data[len] = '\0';
}

void buffer_reserve(buffer *buffer, size_t more)
{
	if (more >= SIZE_MAX - buffer->len)
		memory_exhausted();
	memory_reserve(&buffer->data, &buffer->capacity, buffer->len + more + 1, 1);
	buffer->data[buffer->len] = '\0'; /* also where nothing follows */
}

void buffer_add(buffer *buffer, const char *bytes, size_t len)
{
	buffer_reserve(buffer, len);
	if (len > 0)
		memcpy(buffer->data + buffer->len, bytes, len);
	buffer->len += len;
	buffer->data[buffer->len] = '\0';
}

void buffer_add_char(buffer *buffer, char c)
{
	buffer_add(buffer, &c, 1);
}

void buffer_add_string(buffer *buffer, const char *string)
{
	buffer_add(buffer, string, strlen(string));
}

void buffer_printf(buffer *buffer, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int len = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (len < 0)
		return;

	buffer_reserve(buffer, (size_t)len);
	va_start(arguments, format);
	vsnprintf(buffer->data + buffer->len, (size_t)len + 1, format, arguments);
	va_end(arguments);
	buffer->len += (size_t)len;
}

const char *buffer_string(const buffer *buffer)
{
	return buffer->data != NULL ? buffer->data : "";
}
