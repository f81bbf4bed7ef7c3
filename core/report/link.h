/* SPDX-License-Identifier: MIT */
/* The template that makes frames links: `vscode://file/src/{path}:{line}`. */
#ifndef ONFLAME_REPORT_LINK_H
#define ONFLAME_REPORT_LINK_H

#include "base/error.h"

/*
 * Whether names put into the template can only name a place: it must begin with a scheme that opens something and runs nothing,
 * and what it holds of {path}, {line}, {start} and {end} must stand behind the host.
 */
int link_check(const char *template, error *error);

#endif
