/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/hash.h"

#include <string.h>

/* XXH3's published value for no data: it is the same on every machine, so that what is kept stays valid. */
static void test_is_xxh3(void **state)
{
	(void)state;
	hash128 empty = hash128_of("", 0, 0);
	assert_true(empty.high == 0x99aa06d3014798d8U && empty.low == 0x6001c324468d497fU);
}

static void test_tells_content_and_seed_apart(void **state)
{
	(void)state;
	char text[300];
	memset(text, 'a', sizeof(text));
	hash128 before = hash128_of(text, sizeof(text), 0);
	assert_true(hash128_equals(before, hash128_of(text, sizeof(text), 0)));
	assert_false(hash128_equals(before, hash128_of(text, sizeof(text), 1)));
	assert_false(hash128_equals(before, hash128_of(text, sizeof(text) - 1, 0)));
	text[150] = 'b';
	assert_false(hash128_equals(before, hash128_of(text, sizeof(text), 0)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_is_xxh3),
		cmocka_unit_test(test_tells_content_and_seed_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
