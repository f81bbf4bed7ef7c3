/* SPDX-License-Identifier: MIT */
#ifndef ONFLAME_TESTS_BASE_UNIT_H
#define ONFLAME_TESTS_BASE_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#endif
