/* SPDX-License-Identifier: MIT */
/* Which roles the program's own map and .gitattributes give to files, by where they lie and what they are called. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source/role_paths.h"

#include <stdio.h>
#include <string.h>

enum {
	V = ROLE_BIT(ROLE_VENDORED),
	M = ROLE_BIT(ROLE_MINIFIED),
	G = ROLE_BIT(ROLE_GENERATED),
	T = ROLE_BIT(ROLE_TEST),
	D = ROLE_BIT(ROLE_DOCUMENTATION)
};

#define NOT_SAID                                                                                                       \
	{                                                                                                              \
		NULL, -1, -1, -1, -1, false, false                                                                     \
	}

static language_map *load(const char *above)
{
	error error = {""};
	language_map *map = language_map_create();
	if (language_map_load(map, ONFLAME_SOURCE_DIR "/config/languages.yaml", true, &error) != 0 ||
	    (above != NULL && language_map_parse(map, "above", text_of(above), false, &error) != 0) ||
	    language_map_seal(map, &error) != 0)
		fail_msg("%s", error.message);
	return map;
}

typedef struct row {
	const char *path;
	role_set roles;
} row;

static void check(const char *above, const row *rows, size_t count)
{
	language_map *map = load(above);
	role_paths *paths = role_paths_create(map);
	for (size_t i = 0; i < count; i++) {
		const source_file file = {.path = "/elsewhere", .shown = rows[i].path, .attributes = NOT_SAID};
		role_verdict verdict = role_paths_decide(paths, &file);
		if (verdict.yes != rows[i].roles)
			fail_msg("%s: %x where %x was expected", rows[i].path, verdict.yes, rows[i].roles);
	}
	role_paths_destroy(paths);
	language_map_destroy(map);
}

#define CHECK(above, ...)                                                                                              \
	static const row rows[] = {__VA_ARGS__};                                                                       \
	check(above, rows, sizeof(rows) / sizeof(rows[0]))

static void test_vendored(void **state)
{
	(void)state;
	CHECK(NULL, {"node_modules/left-pad/index.js", V}, {"web/node_modules/a/b/c.ts", V}, {"vendor/a.go", V},
	      {"src/vendor/github.com/x/y.go", V}, {"third_party/zlib/inflate.c", V}, {"src/3rdparty/a.c", V},
	      {"ThirdParty/a.cs", V}, {"my-third-party/a.py", V}, {"external/a.cc", V}, {"deps/hiredis/net.c", V},
	      {"bower_components/x.js", V}, {"dist/app.js", V}, {"static/jquery-3.6.0.js", V}, {"js/d3.v7.js", V},
	      {"css/bootstrap-grid.css", V}, {"types/index.d.ts", V}, {"debian/rules", V}, {"configure", V},
	      {"packages/NUnit.3.13.2/lib/a.cs", V});
}

/* Names that only look like it. */
static void test_not_vendored(void **state)
{
	(void)state;
	CHECK(NULL, {"pkg/vendoring/a.go", 0}, {"vendor.go", 0}, {"src/node_modules.c", 0}, {"src/deps/a.c", 0},
	      {"src/debian/a.c", 0}, {"distance/a.c", 0}, {"src/externalize/a.c", 0}, {"cache/store.go", 0},
	      {"env/env.go", 0}, {"src/reconfigure", 0}, {"party/a.c", 0}, {"Vendor.java", 0}, {"a.d.tsx", 0},
	      {"packages/core/src/index.ts", 0});
}

static void test_minified(void **state)
{
	(void)state;
	CHECK(NULL, {"js/app.min.js", V | M | G}, {"css/site.min.css", V | M | G}, {"js/app-min.js", V | M | G},
	      {"js/admin.js", 0}, {"js/min.js", 0}, {"js/app.min.ts", 0}, {"a.min.py", 0});
}

static void test_generated(void **state)
{
	(void)state;
	CHECK(NULL, {"package-lock.json", G}, {"a/b/yarn.lock", G}, {"Cargo.lock", G}, {"go.sum", G},
	      {"composer.lock", G}, {"api/v1/api.pb.go", G}, {"proto/a_pb2.py", G}, {"proto/a.pb.cc", G},
	      {"pkg/zz_generated.deepcopy.go", G}, {"src/__generated__/q.js", G}, {"Form1.Designer.cs", G},
	      {"app.js.map", G}, {"lib/a.g.dart", G}, {"ui/__snapshots__/a.snap", G | T}, {"gradlew", V | G});
}

/* A folder's or file's name is no evidence where people choose it freely. */
static void test_not_generated(void **state)
{
	(void)state;
	CHECK(NULL, {"generated/a.go", 0}, {"pkg/generator/gen.go", 0}, {"go.mod", 0}, {"Cargo.toml", 0},
	      {"lock.json", 0}, {"package.json", 0}, {"pb.go", 0}, {"designer.cs", 0}, {"road.map", 0}, {"snap.go", 0},
	      {"generated.c", 0}, {"package-lock.json.md", 0});
}

static void test_tests(void **state)
{
	(void)state;
	CHECK(NULL, {"pkg/a_test.go", T}, {"testdata/x/y.json", T}, {"pkg/testdata/a.go", T}, {"tests/a.c", T},
	      {"test/run.py", T}, {"lib/test_x.py", T}, {"x_test.py", T}, {"conftest.py", T}, {"app/tests.py", T},
	      {"src/a.spec.ts", T}, {"src/a.test.tsx", T}, {"src/__tests__/a.js", T}, {"src/a.test.js", T},
	      {"src/test/java/a/B.java", T}, {"src/main/java/a/BTest.java", T}, {"src/main/java/TestB.java", T},
	      {"a/UserIT.java", T}, {"spec/models/user_spec.rb", T}, {"test/models/user_test.rb", T},
	      {"spec/spec_helper.rb", T}, {"FooTests/Bar.swift", T}, {"src/Foo.Tests/Bar.cs", T}, {"tests.rs", T},
	      {"lib/list-test.c", T}, {"base/x_unittest.cc", T}, {"t/001.t", T}, {"x.bats", T}, {"FooTest.php", T},
	      {"tools/testing/selftests/a.c", T}, {"features/login.feature", T}, {"Lib/test/test_os.py", T});
}

static void test_not_tests(void **state)
{
	(void)state;
	CHECK(NULL, {"latest/a.go", 0}, {"contest.c", 0}, {"attestation.go", 0}, {"pkg/testing/a.go", 0},
	      {"src/main/java/Latest.java", 0}, {"src/Contest.java", 0}, {"Attest.java", 0}, {"Testament.java", 0},
	      {"AUDIT.java", 0}, {"CREDIT.java", 0}, {"protest.py", 0}, {"testing.py", 0}, {"greatest.js", 0},
	      {"fastest.ts", 0}, {"a_test", 0}, {"src/inspector.rb", 0}, {"spec/openapi.yaml", 0}, {"PodSpec.java", 0},
	      {"pkg/spec/types.go", 0}, {"a_test.go.txt", 0}, {"contests/a.c", 0}, {"mytest/a.c", 0}, {"src/test.c", 0},
	      {"test.go", 0}, {"tests", 0}, {"requests/a.py", 0});
}

static void test_documentation(void **state)
{
	(void)state;
	CHECK(NULL, {"docs/a.md", D}, {"doc/a.c", D}, {"README.md", D}, {"pkg/README", D}, {"CHANGELOG.md", D},
	      {"LICENSE", D}, {"examples/a.py", D}, {"Documentation/admin-guide/a.rst", D}, {"src/docs/a.go", 0},
	      {"src/examples/a.go", 0}, {"README_parser.c", 0}, {"docs.go", 0}, {"licenser.go", 0}, {"license.go", 0},
	      {"pkg/readme.py", 0}, {"license.txt", D});
}

static void test_several(void **state)
{
	(void)state;
	CHECK(NULL, {"vendor/x/a_test.go", V | T}, {"third_party/a.pb.go", V | G}, {"vendor/x/README.md", V | D},
	      {"tests/README.md", T | D}, {"test/a.min.js", V | M | G | T},
	      {"node_modules/x/package-lock.json", V | G});
}

/* A map laid over it adds, and takes back; what stands deeper goes before what stands above. */
static void test_own_map(void **state)
{
	(void)state;
	CHECK("roles:\n"
	      "  vendored:\n    paths: [imported/, '!vendor/ours/', '!/third_party/']\n"
	      "  test:\n    paths: ['*.check', '!test_tools.py']\n",
	      {"imported/a.c", V}, {"a/imported/b/c.c", V}, {"vendor/a.c", V}, {"vendor/ours/a.c", 0},
	      {"third_party/a.c", 0}, {"src/third_party/a.c", V}, {"third_party/vendor/a.c", V}, {"x.check", T},
	      {"test_tools.py", 0}, {"test_other.py", T}, {"tests/test_tools.py", 0});
}

/* Thousands of folders, in any order, and a path as deep as the system allows. */
static void test_many_folders(void **state)
{
	(void)state;
	enum { FOLDERS = 2000, DEEP = 2000 };
	char path[2 * DEEP + 32];
	language_map *map = load(NULL);
	role_paths *paths = role_paths_create(map);
	source_file file = {.shown = path, .attributes = NOT_SAID};
	for (unsigned i = 0; i < 2 * FOLDERS; i++) {
		unsigned number = i * 7919 % FOLDERS;
		bool vendored = number % 3 == 0;
		snprintf(path, sizeof(path), "d%u/%s/e%u/a.c", number, vendored ? "vendor" : "own", number % 10);
		assert_int_equal(role_paths_decide(paths, &file).yes, vendored ? V : 0);
	}
	size_t len = 0;
	for (int i = 0; i < DEEP; i++)
		len += (size_t)sprintf(path + len, "%c/", 'a' + i % 26);
	memcpy(path + len, "a.c", 4);
	assert_int_equal(role_paths_decide(paths, &file).yes, 0);
	memcpy(path, "tests", 5);
	path[5] = '/';
	assert_int_equal(role_paths_decide(paths, &file).yes, T);
	role_paths_destroy(paths);
	language_map_destroy(map);
}

/* One row: what the attributes say, of a path that says V | M | G, and what holds. */
static void test_attributes_go_first(void **state)
{
	(void)state;
	static const struct {
		source_attributes attributes;
		role_set roles;
		const char *vendored_by;
	} rows[] = {
		{NOT_SAID, V | M | G, "*.min.js"},
		{{NULL, 0, -1, -1, -1, false, false}, M | G, "linguist-vendored=false"},
		{{NULL, -1, 0, -1, -1, false, false}, V, "*.min.js"},
		{{NULL, 1, 1, 1, -1, false, false}, V | M | G | D, "linguist-vendored"},
		{{NULL, 0, 0, 0, 0, false, false}, 0, "linguist-vendored=false"},
	};
	language_map *map = load(NULL);
	role_paths *paths = role_paths_create(map);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const source_file file = {.shown = "js/a.min.js", .attributes = rows[i].attributes};
		role_verdict verdict = role_paths_decide(paths, &file);
		assert_int_equal(verdict.yes, rows[i].roles);
		assert_string_equal(verdict.why[ROLE_VENDORED], rows[i].vendored_by);
	}
	role_paths_destroy(paths);
	language_map_destroy(map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_vendored),      cmocka_unit_test(test_not_vendored),
		cmocka_unit_test(test_minified),      cmocka_unit_test(test_generated),
		cmocka_unit_test(test_not_generated), cmocka_unit_test(test_tests),
		cmocka_unit_test(test_not_tests),     cmocka_unit_test(test_documentation),
		cmocka_unit_test(test_several),       cmocka_unit_test(test_own_map),
		cmocka_unit_test(test_many_folders),  cmocka_unit_test(test_attributes_go_first),
	};
	return cmocka_run_group_tests_name("role paths", tests, NULL, NULL);
}
