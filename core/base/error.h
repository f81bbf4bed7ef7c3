/* SPDX-License-Identifier: MIT */
/* A failure, told in one line: what, where, what to do. */
#ifndef ONFLAME_BASE_ERROR_H
#define ONFLAME_BASE_ERROR_H

#define ERROR_SIZE 1024

/* Filled by whoever fails; functions that take one return 0, or -1 with the message set. */
typedef struct error {
	char message[ERROR_SIZE];
} error;

/* Sets the message, control characters in it escaped so that it stays one line. Returns -1. */
int error_set(error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with ": " and the meaning of errno behind it. Returns -1. */
int error_set_errno(error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
