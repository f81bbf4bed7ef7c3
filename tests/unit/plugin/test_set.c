/* SPDX-License-Identifier: MIT */
/* Finding plugins: the order of the folders, names that would lead out of them, the same answer each time. */
#include "plugin_check.h"

#include <fcntl.h>
#include <sys/stat.h>

typedef struct folders {
	char built[PATH_MAX];
	char root[64], first[96], second[96];
} folders;

static void copy_file(const char *from, const char *to)
{
	char piece[65536];
	unlink(to); /* it may be mapped: another file takes its place */
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	assert_non_null(in);
	assert_non_null(out);
	for (size_t got = fread(piece, 1, sizeof(piece), in); got > 0; got = fread(piece, 1, sizeof(piece), in))
		assert_int_equal(fwrite(piece, 1, got, out), got);
	fclose(in);
	assert_int_equal(fclose(out), 0);
	assert_int_equal(chmod(to, 0644), 0);
}

static void put(const folders *folders, const char *plugin, const char *folder, const char *name)
{
	char from[PATH_MAX + 64], to[PATH_MAX];
	snprintf(from, sizeof(from), "%s/%s.so", folders->built, plugin);
	snprintf(to, sizeof(to), "%s/%s", folder, name);
	copy_file(from, to);
}

static int set_up(void **state)
{
	static folders made;
	find_plugins(made.built);
	strcpy(made.root, "/tmp/onflame-plugins-XXXXXX");
	assert_non_null(mkdtemp(made.root));
	snprintf(made.first, sizeof(made.first), "%s/first", made.root);
	snprintf(made.second, sizeof(made.second), "%s/second", made.root);
	assert_int_equal(mkdir(made.first, 0755), 0);
	assert_int_equal(mkdir(made.second, 0755), 0);
	*state = &made;
	return 0;
}

static int tear_down(void **state)
{
	const folders *made = *state;
	char command[128];
	snprintf(command, sizeof(command), "rm -rf %s", made->root);
	return system(command);
}

#define SET(...) plugin_set_create((const char *const[]){__VA_ARGS__, NULL})

static const char *load_path(plugin_set *set, const char *name)
{
	error error;
	const plugin *plugin = plugin_set_load(set, name, &error);
	if (plugin == NULL)
		fail_msg("%s", error.message);
	return plugin->path;
}

/* The message that a name is refused with. */
static void refused(plugin_set *set, const char *name, const char *part)
{
	for (int turn = 0; turn < 2; turn++) {
		error error = {""};
		assert_null(plugin_set_load(set, name, &error));
		if (strstr(error.message, part) == NULL || strchr(error.message, '\n') != NULL)
			fail_msg("%s: %s", name, error.message);
	}
}

static void test_order(void **state)
{
	const folders *folders = *state;
	char wanted[PATH_MAX];
	put(folders, "json", folders->first, "json.so");
	put(folders, "json", folders->second, "json.so");
	put(folders, "toml", folders->second, "toml.so");

	plugin_set *set = SET(folders->first, folders->second);
	snprintf(wanted, sizeof(wanted), "%s/json.so", folders->first);
	assert_string_equal(load_path(set, "json"), wanted);
	snprintf(wanted, sizeof(wanted), "%s/toml.so", folders->second);
	assert_string_equal(load_path(set, "toml"), wanted);
	plugin_set_destroy(set);

	set = SET(folders->second, folders->first);
	snprintf(wanted, sizeof(wanted), "%s/json.so", folders->second);
	assert_string_equal(load_path(set, "json"), wanted);
	plugin_set_destroy(set);

	/* who put it there */
	set = SET(folders->first, folders->second);
	assert_false(plugin_set_is_foreign(set, "json"));
	plugin_set_foreign(set, 1);
	assert_true(plugin_set_is_foreign(set, "json"));
	assert_false(plugin_set_is_foreign(set, "toml"));
	assert_false(plugin_set_is_foreign(set, "../second/toml"));
	plugin_set_destroy(set);

	/* a folder that does not exist is passed over */
	set = SET("/nonexistent/folder", folders->second);
	assert_string_equal(load_path(set, "json"), wanted);
	plugin_set_destroy(set);
}

/* The first folder that has the file decides, though the file is refused: nobody gets another plugin than he sees. */
static void test_first_is_refused(void **state)
{
	const folders *folders = *state;
	char broken[PATH_MAX];
	put(folders, "toml", folders->second, "toml.so");
	snprintf(broken, sizeof(broken), "%s/toml.so", folders->first);
	FILE *file = fopen(broken, "w");
	assert_non_null(file);
	fputs("no shared object\n", file);
	fclose(file);
	plugin_set *set = SET(folders->first, folders->second);
	refused(set, "toml", "/first/toml.so: not loaded: ");
	plugin_set_destroy(set);
	unlink(broken);
}

static void test_asked_twice(void **state)
{
	const folders *folders = *state;
	plugin_set *set = SET(folders->built);
	error error;
	const plugin *json = plugin_set_load(set, "json", &error);
	const plugin *toml = plugin_set_load(set, "toml", &error);
	assert_non_null(json);
	assert_non_null(toml);
	for (int i = 0; i < 5; i++) {
		assert_ptr_equal(plugin_set_load(set, "json", &error), json);
		assert_ptr_equal(plugin_set_load(set, "toml", &error), toml);
		refused(set, "nothere", "no nothere.so in");
	}
	assert_string_equal(json->name, "json");
	assert_int_equal(json->abi, ONFLAME_PLUGIN_ABI);
	assert_non_null(plugin_find_language(json, "JSON", NULL));
	assert_null(plugin_find_language(json, "json", NULL));
	assert_null(plugin_find_language(json, "", NULL));
	plugin_set_destroy(set);
	/* a second set in the same process gets it again */
	set = SET(folders->built);
	assert_non_null(plugin_set_load(set, "json", &error));
	plugin_set_destroy(set);
}

/* A language that has a grammar of its own for some of its files; the first that fits is taken. */
static void test_endings(void **state)
{
	const folders *folders = *state;
	plugin_set *set = SET(folders->built);
	error error;
	const plugin *ocaml = plugin_set_load(set, "ocaml", &error);
	assert_non_null(ocaml);
	const plugin_language *any = plugin_find_language(ocaml, "OCaml", NULL);
	const plugin_language *interface = plugin_find_language(ocaml, "OCaml", "/a/b.mli");
	assert_non_null(any);
	assert_non_null(interface);
	assert_null(any->endings);
	assert_string_equal(interface->endings, ".mli .eliomi");
	assert_ptr_not_equal(any->grammar, interface->grammar);
	static const char *const others[] = {"b.ml", "", "mli", ".mli/b.ml", "b.mli.in", ".mli"};
	for (size_t i = 0; i < COUNT(others); i++)
		assert_ptr_equal(plugin_find_language(ocaml, "OCaml", others[i]), any);
	assert_ptr_equal(plugin_find_language(ocaml, "OCaml", "B.MLI"), interface);
	assert_ptr_equal(plugin_find_language(ocaml, "OCaml", "b.eliomi"), interface);
	assert_null(plugin_find_language(ocaml, "OCaml in .mli", "b.mli"));
	plugin_set_destroy(set);
}

/* A name is part of a path: what could lead elsewhere is never looked for. */
static void test_names_that_lead_out(void **state)
{
	const folders *folders = *state;
	put(folders, "json", folders->root, "json.so");
	put(folders, "json", folders->first, "Upper.so");
	put(folders, "json", folders->first, ".so");
	plugin_set *set = SET(folders->first);
	static const char *const names[] = {"../json", "./json",  "/json",  "second/../json", "Upper",       "",
					    ".",       "json.so", "json\n", "js on",          "json\xC3\xA4"};
	for (size_t i = 0; i < COUNT(names); i++)
		refused(set, names[i], "plugin '");
	plugin_set_destroy(set);
	/* no folder at all */
	set = plugin_set_create((const char *const[]){NULL});
	refused(set, "json", "no json.so in no folder");
	plugin_set_destroy(set);
	plugin_set_destroy(NULL);
}

static void test_files(void **state)
{
	const folders *folders = *state;
	char path[PATH_MAX];
	error error;

	assert_null(plugin_open("json.so", &error));
	assert_non_null(strstr(error.message, "not an absolute path"));
	assert_null(plugin_open(folders->first, &error));
	assert_non_null(strstr(error.message, "not a regular file"));
	assert_null(plugin_open("/nonexistent/json.so", &error));
	assert_non_null(strstr(error.message, "No such file or directory"));

	/* under another name it is not who it says */
	put(folders, "json", folders->first, "other.so");
	snprintf(path, sizeof(path), "%s/other.so", folders->first);
	assert_null(plugin_open(path, &error));
	assert_non_null(strstr(error.message, "calls itself 'json'"));

	/* who may write it may run code as the user */
	put(folders, "json", folders->first, "json.so");
	snprintf(path, sizeof(path), "%s/json.so", folders->first);
	assert_int_equal(chmod(path, 0646), 0);
	assert_null(plugin_open(path, &error));
	assert_non_null(strstr(error.message, "others may write it (mode 646)"));
	assert_int_equal(chmod(path, 0644), 0);
	plugin *plugin = plugin_open(path, &error);
	assert_non_null(plugin);
	plugin_close(plugin);
	plugin_close(NULL);

	/* cut short, as by a full disk */
	put(folders, "json", folders->first, "cut.so");
	snprintf(path, sizeof(path), "%s/cut.so", folders->first);
	struct stat whole;
	assert_int_equal(stat(path, &whole), 0);
	static const off_t parts[] = {2, 3, 8, 64, 1000}; /* of the whole: a half, a third ... */
	for (size_t i = 0; i < COUNT(parts); i++) {
		assert_int_equal(truncate(path, whole.st_size / parts[i]), 0);
		assert_null(plugin_open(path, &error));
		assert_non_null(strstr(error.message, "/cut.so: not loaded: "));
		assert_null(strchr(error.message, '\n'));
	}
	assert_int_equal(truncate(path, 0), 0);
	assert_null(plugin_open(path, &error));
}

static void test_listing(void **state)
{
	const folders *folders = *state;
	char path[PATH_MAX];
	put(folders, "json", folders->first, "b.so");
	put(folders, "json", folders->second, "b.so");
	put(folders, "json", folders->second, "a.so");
	snprintf(path, sizeof(path), "%s/readme.txt", folders->second);
	fclose(fopen(path, "w"));
	plugin_set *set = SET(folders->second, folders->first, "/nonexistent");
	const char **names = plugin_set_names(set);
	size_t a = 0, b = 0;
	for (size_t i = 0; names[i] != NULL; i++) {
		a += strcmp(names[i], "a") == 0;
		b += strcmp(names[i], "b") == 0;
		assert_null(strchr(names[i], '.'));
		if (i > 0)
			assert_true(strcmp(names[i - 1], names[i]) < 0);
	}
	assert_int_equal(a, 1);
	assert_int_equal(b, 1);
	free(names);
	plugin_set_destroy(set);
	set = SET("/nonexistent");
	names = plugin_set_names(set);
	assert_null(names[0]);
	free(names);
	plugin_set_destroy(set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_first_is_refused),
		cmocka_unit_test(test_asked_twice),
		cmocka_unit_test(test_endings),
		cmocka_unit_test(test_names_that_lead_out),
		cmocka_unit_test(test_files),
		cmocka_unit_test(test_listing),
	};
	return cmocka_run_group_tests_name("set", tests, set_up, tear_down);
}
