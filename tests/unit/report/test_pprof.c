/* SPDX-License-Identifier: MIT */
/* The profile for pprof, read back by the definition of profile.proto. */
#include "sample.h"

#include <zlib.h>

enum { STRINGS = 128, ROWS = 64, VALUES = 6, STACK = 16 };

typedef struct field {
	unsigned number;
	uint64_t value;            /* of a number; of bytes: how many */
	const unsigned char *data; /* NULL: a number */
} field;

typedef struct sample_row {
	uint64_t locations[STACK], values[VALUES];
	size_t depth, value_count;
} sample_row;

typedef struct named {
	uint64_t id, name, file, line; /* of a location: `name` is its function */
} named;

typedef struct profile {
	char *strings[STRINGS];
	named functions[ROWS], locations[ROWS];
	sample_row samples[ROWS];
	uint64_t types[VALUES][2], default_type, mappings;
	size_t string_count, function_count, location_count, sample_count, type_count;
} profile;

static uint64_t read_number(const unsigned char **at, const unsigned char *end)
{
	uint64_t number = 0;
	for (unsigned shift = 0;; shift += 7) {
		assert_true(*at < end && shift < 64);
		unsigned char byte = *(*at)++;
		number |= (uint64_t)(byte & 127) << shift;
		if (byte < 128)
			return number;
	}
}

static bool next_field(const unsigned char **at, const unsigned char *end, field *field)
{
	if (*at == end)
		return false;
	uint64_t key = read_number(at, end);
	field->number = (unsigned)(key >> 3);
	field->value = read_number(at, end);
	field->data = NULL;
	assert_true((key & 7) == 0 || (key & 7) == 2);
	if ((key & 7) == 2) {
		field->data = *at;
		assert_true(field->value <= (uint64_t)(end - *at));
		*at += field->value;
	}
	return true;
}

static size_t read_packed(const field *list, uint64_t *out, size_t most)
{
	const unsigned char *at = list->data;
	const unsigned char *end = at + list->value;
	size_t count = 0;
	while (at < end) {
		assert_true(count < most);
		out[count++] = read_number(&at, end);
	}
	return count;
}

static void read_sample(profile *profile, const field *message)
{
	sample_row *row = &profile->samples[profile->sample_count++];
	const unsigned char *at = message->data;
	for (field field; next_field(&at, message->data + message->value, &field);) {
		if (field.number == 1)
			row->depth = read_packed(&field, row->locations, STACK);
		if (field.number == 2)
			row->value_count = read_packed(&field, row->values, VALUES);
	}
}

static void read_function(profile *profile, const field *message)
{
	named *row = &profile->functions[profile->function_count++];
	const unsigned char *at = message->data;
	for (field field; next_field(&at, message->data + message->value, &field);) {
		uint64_t *const places[] = {NULL, &row->id, &row->name, NULL, &row->file, &row->line};
		if (field.number != 3)
			*places[field.number] = field.value;
	}
}

static void read_location(profile *profile, const field *message)
{
	named *row = &profile->locations[profile->location_count++];
	const unsigned char *at = message->data;
	for (field field; next_field(&at, message->data + message->value, &field);) {
		if (field.number == 1)
			row->id = field.value;
		if (field.number != 4)
			continue;
		const unsigned char *line = field.data;
		for (struct field inner; next_field(&line, field.data + field.value, &inner);)
			*(inner.number == 1 ? &row->name : &row->line) = inner.value;
	}
}

static void read_type(profile *profile, const field *message)
{
	const unsigned char *at = message->data;
	for (field field; next_field(&at, message->data + message->value, &field);)
		profile->types[profile->type_count][field.number - 1] = field.value;
	profile->type_count++;
}

static void read_string(profile *profile, const field *string)
{
	assert_true(profile->string_count < STRINGS);
	profile->strings[profile->string_count++] = strndup((const char *)string->data, string->value);
}

static void read_profile(profile *profile, const unsigned char *bytes, size_t len)
{
	const unsigned char *at = bytes;
	memset(profile, 0, sizeof(*profile));
	for (field field; next_field(&at, bytes + len, &field);) {
		void (*const readers[])(struct profile *, const struct field *) = {
			NULL, read_type, read_sample, NULL, read_location, read_function, read_string};
		if (field.number == 14)
			profile->default_type = field.value;
		else if (field.number == 3)
			profile->mappings++;
		else if (field.number > 6)
			fail_msg("field %u", field.number);
		else
			readers[field.number](profile, &field);
	}
}

static void make_profile(profile *profile, const sample *sample, const report_options *options)
{
	static unsigned char bytes[1 << 16];
	char *packed = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&packed, &len);
	assert_int_equal(report_format_find("pprof")->write(out, sample->tree, options), 0);
	fclose(out);
	z_stream stream = {
		.next_in = (Bytef *)packed, .avail_in = (uInt)len, .next_out = bytes, .avail_out = sizeof(bytes)};
	assert_int_equal(inflateInit2(&stream, 15 + 16), Z_OK);
	assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
	assert_int_equal(stream.avail_in, 0);
	read_profile(profile, bytes, stream.total_out);
	inflateEnd(&stream);
	free(packed);
}

static void free_profile(profile *profile)
{
	for (size_t i = 0; i < profile->string_count; i++)
		free(profile->strings[i]);
}

static const named *location_of(const profile *profile, uint64_t id)
{
	for (size_t i = 0; i < profile->location_count; i++) {
		if (profile->locations[i].id == id)
			return &profile->locations[i];
	}
	fail_msg("no location %u", (unsigned)id);
	return NULL;
}

static const named *function_of(const profile *profile, uint64_t location)
{
	uint64_t id = location_of(profile, location)->name;
	for (size_t i = 0; i < profile->function_count; i++) {
		if (profile->functions[i].id == id)
			return &profile->functions[i];
	}
	fail_msg("no function %u", (unsigned)id);
	return NULL;
}

static void expect_sample(const profile *profile, size_t at, const char *const *names, const uint64_t *values)
{
	const sample_row *row = &profile->samples[at];
	size_t depth = 0;
	for (; names[depth] != NULL; depth++) {
		assert_true(depth < row->depth);
		assert_string_equal(profile->strings[function_of(profile, row->locations[depth])->name], names[depth]);
	}
	assert_int_equal(row->depth, depth);
	assert_int_equal(row->value_count, VALUES);
	for (size_t i = 0; i < VALUES; i++)
		assert_int_equal(row->values[i], values[i]);
}

static void test_types(void **state)
{
	(void)state;
	static const char *const wanted[VALUES][2] = {{"code", "lines"},      {"comment", "lines"},
						      {"blank", "lines"},     {"lines", "lines"},
						      {"functions", "count"}, {"complexity", "count"}};
	sample sample;
	profile profile;
	sample_init(&sample);
	sample_fill(&sample);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	options.metric = REPORT_BLANK;
	make_profile(&profile, &sample, &options);
	assert_string_equal(profile.strings[0], "");
	assert_int_equal(profile.type_count, VALUES);
	for (size_t i = 0; i < VALUES; i++) {
		assert_string_equal(profile.strings[profile.types[i][0]], wanted[i][0]);
		assert_string_equal(profile.strings[profile.types[i][1]], wanted[i][1]);
	}
	assert_string_equal(profile.strings[profile.default_type], "blank");
	assert_int_equal(profile.mappings, 1);
	free_profile(&profile);
	sample_finish(&sample);
}

/* The innermost first; T has 40 - 30 lines of code, 3 - 2 of comment and 2 - 1 blank of its own. */
static void test_samples(void **state)
{
	(void)state;
	static const uint64_t totals[VALUES] = {180, 17, 29, 226, 3, 9};
	sample sample;
	profile profile;
	sample_init(&sample);
	sample_fill(&sample);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	options.title = "sample";
	make_profile(&profile, &sample, &options);
	assert_int_equal(profile.sample_count, 8);
	const char *const readme[] = {"README.html", "sample", NULL};
	expect_sample(&profile, 0, readme, (uint64_t[]){10, 2, 3, 15, 0, 0});
	const char *const t[] = {"pkg/a/a.go:T", "pkg/a/a.go", "pkg/a/", "pkg/", "sample", NULL};
	expect_sample(&profile, 4, t, (uint64_t[]){10, 1, 1, 12, 0, 0});
	const char *const lambda[] = {"pkg/a/a.go:(*T).Do.(anonymous):20",
				      "pkg/a/a.go:T.(*T).Do",
				      "pkg/a/a.go:T",
				      "pkg/a/a.go",
				      "pkg/a/",
				      "pkg/",
				      "sample",
				      NULL};
	expect_sample(&profile, 6, lambda, (uint64_t[]){4, 0, 0, 4, 1, 2});
	for (size_t value = 0; value < VALUES; value++) {
		uint64_t sum = 0;
		for (size_t i = 0; i < profile.sample_count; i++)
			sum += profile.samples[i].values[value];
		assert_int_equal(sum, totals[value]);
	}
	free_profile(&profile);
	sample_finish(&sample);
}

static void test_files_and_lines(void **state)
{
	(void)state;
	sample sample;
	profile profile;
	sample_init(&sample);
	sample_fill(&sample);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	make_profile(&profile, &sample, &options);
	assert_int_equal(profile.function_count, 12);
	assert_int_equal(profile.location_count, 12);
	uint64_t lambda = profile.samples[6].locations[0];
	assert_string_equal(profile.strings[function_of(&profile, lambda)->file], "pkg/a/a.go");
	assert_int_equal(function_of(&profile, lambda)->line, 20);
	assert_int_equal(location_of(&profile, lambda)->line, 20);
	free_profile(&profile);
	sample_finish(&sample);
}

static void test_hostile_names(void **state)
{
	(void)state;
	const char *names[] = {"x\xffy", "a\nb", "", "\xe2\x80\xaegpj"};
	sample sample;
	profile profile;
	sample_init(&sample);
	sample_names(&sample, names, 4, true);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	make_profile(&profile, &sample, &options);
	static const char *const shown[] = {"a.py:x\\xFFy", "a.py:a\\nb", "a.py:", "a.py:\\u{202E}gpj"};
	assert_int_equal(profile.sample_count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(profile.strings[function_of(&profile, profile.samples[i].locations[0])->name],
				    shown[i]);
	free_profile(&profile);
	sample_finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_files_and_lines),
		cmocka_unit_test(test_hostile_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
