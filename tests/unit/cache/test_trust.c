/* SPDX-License-Identifier: MIT */
/* A status is believed only where no later write can leave it as it is. */
#include "cache/trust.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <linux/magic.h>
#include <sys/stat.h>

#define NOW                                                                                                            \
	(struct timespec)                                                                                              \
	{                                                                                                              \
		.tv_sec = 1000, .tv_nsec = 50000000                                                                    \
	}

static bool is_settled(int64_t changed, uint32_t part)
{
	const source_stamp stamp = {.inode = 5, .changed = changed, .changed_part = part};
	return trust_stamp(&stamp, NOW);
}

static void test_settled(void **state)
{
	(void)state;
	assert_true(is_settled(900, 1));
	assert_true(is_settled(999, 900000000)); /* 0.15 s */
	assert_true(is_settled(998, 999999999));
	/* A clock that ticks coarsely gives a later write the same time. */
	assert_false(is_settled(999, 960000000));
	assert_false(is_settled(1000, 40000000));
	assert_false(is_settled(1000, 50000000));
	/* The clock was set back. */
	assert_false(is_settled(1000, 60000000));
	assert_false(is_settled(1001, 1));
	assert_false(is_settled(INT64_MAX, 1));
	/* Whole seconds; times before there were any. */
	assert_false(is_settled(900, 0));
	assert_false(is_settled(0, 1));
	assert_false(is_settled(INT64_MIN, 1));

	source_stamp stamp = {.inode = 5, .changed = 900, .changed_part = 1};
	assert_true(trust_stamp(&stamp, NOW));
	stamp.modified = 2000; /* anybody can set it */
	assert_true(trust_stamp(&stamp, NOW));
	stamp.inode = 0;
	assert_false(trust_stamp(&stamp, NOW));
}

static void test_types(void **state)
{
	(void)state;
	static const uint64_t local[] = {EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC, BTRFS_SUPER_MAGIC, TMPFS_MAGIC};
	static const uint64_t others[] = {
		NFS_SUPER_MAGIC,
		SMB_SUPER_MAGIC,
		CIFS_SUPER_MAGIC,
		FUSE_SUPER_MAGIC,
		V9FS_MAGIC,
		AFS_SUPER_MAGIC,
		MSDOS_SUPER_MAGIC,
		SQUASHFS_MAGIC,
		CRAMFS_MAGIC,
		ISOFS_SUPER_MAGIC,
		PROC_SUPER_MAGIC,
		ECRYPTFS_SUPER_MAGIC,
		0,
		UINT64_C(0xFFFFFFFF),
	};
	for (size_t i = 0; i < sizeof(local) / sizeof(local[0]); i++)
		assert_true(trust_type(local[i]));
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_false(trust_type(others[i]));
}

/* The files of /proc change without a write. */
static void test_devices(void **state)
{
	(void)state;
	struct stat status;
	uint64_t file_system;
	trust trust;
	trust_init(&trust);
	assert_true(trust.now.tv_sec > 0);
	assert_int_equal(stat("/proc/self/status", &status), 0);
	source_file file = {.path = "/proc/self/status", .folder = 1, .stamp = source_stamp_of(&status)};
	file.stamp.changed = 900;
	file.stamp.changed_part = 1;
	assert_false(trust_file(&trust, &file, &file_system));
	assert_int_equal(trust.count, 1);
	/* Another device than the one that the path leads to by now. */
	file.stamp.device++;
	assert_false(trust_file(&trust, &file, &file_system));
	assert_int_equal(trust.count, 2);
	for (int i = 0; i < 1000; i++) {
		file.stamp.device++;
		assert_false(trust_file(&trust, &file, &file_system));
	}
	assert_in_range(trust.count, 2, 100);
	trust_finish(&trust);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_settled),
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_devices),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
