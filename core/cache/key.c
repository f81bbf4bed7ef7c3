/* SPDX-License-Identifier: MIT */
#include "cache/key.h"

#include "work/codec.h"

#include <string.h>

/* Of how a record is kept; raised when that changes. */
enum { FORMAT = 2 };

static void add_number(buffer *out, uint64_t number)
{
	buffer_add(out, (const char *)&number, sizeof(number));
}

static void add_hash(buffer *out, hash128 hash)
{
	add_number(out, hash.high);
	add_number(out, hash.low);
}

/* With its length, so that no two texts run into each other. */
static void add_text(buffer *out, text t)
{
	add_number(out, t.len);
	buffer_add(out, t.data, t.len);
}

static void add_string(buffer *out, const char *string)
{
	add_number(out, string != NULL);
	add_text(out, text_of(string != NULL ? string : ""));
}

static void add_policy(buffer *out, const count_policy *policy)
{
	const int classes[] = {(int)policy->blank_in_comment,
			       (int)policy->blank_in_string,
			       (int)policy->docstring,
			       (int)policy->shebang,
			       (int)policy->prose,
			       policy->shebang_marked,
			       policy->embedded};
	buffer_add(out, (const char *)classes, sizeof(classes));
}

hash128 key_of_setting(const cache_setting *setting, uint64_t seed)
{
	buffer out = BUFFER_INIT;
	const count_options *count = setting->count;
	add_number(&out, FORMAT);
	add_hash(&out, setting->program);
	add_hash(&out, setting->map);
	add_hash(&out, setting->plugins);
	add_number(&out, (uint64_t)count->engine);
	add_number(&out, (uint64_t)setting->detail);
	add_number(&out, count->unwanted);
	add_policy(&out, &count->policy);
	/* A file that failed by them is not kept; one that did not may fail by others. */
	buffer_add(&out, (const char *)&count->timeout, sizeof(count->timeout));
	add_number(&out, setting->memory);
	add_number(&out, seed);
	hash128 hash = hash128_of(out.data, out.len, seed);
	buffer_finish(&out);
	return hash;
}

/* The name decides on the language, the place on roles, and .gitattributes on both. */
static void add_file(buffer *out, const source_file *file)
{
	const source_attributes *said = &file->attributes;
	const signed char flags[] = {said->vendored, said->generated, said->documentation, said->detectable};
	const char *slash = strrchr(file->path, '/');
	add_string(out, slash != NULL ? slash + 1 : file->path);
	add_string(out, file->place != NULL ? file->place : file->shown);
	add_string(out, said->language);
	buffer_add(out, (const char *)flags, sizeof(flags));
}

static hash128 finish(hash128 setting, const buffer *out)
{
	return hash128_of(out->data, out->len, setting.high ^ setting.low);
}

hash128 key_of_blob(hash128 setting, const source_file *file, text blob, buffer *scratch)
{
	buffer_clear(scratch);
	add_hash(scratch, setting);
	add_string(scratch, "blob");
	add_text(scratch, blob);
	add_number(scratch, file->size); /* ends of lines may be others than in the blob */
	add_file(scratch, file);
	return finish(setting, scratch);
}

hash128 key_of_folder(hash128 setting, const source_file *file, uint64_t file_system, buffer *scratch)
{
	buffer_clear(scratch);
	add_hash(scratch, setting);
	add_string(scratch, "folder");
	add_number(scratch, file_system);
	add_number(scratch, file->stamp.device);
	add_number(scratch, file->folder);
	return finish(setting, scratch);
}

hash128 key_of_name(hash128 setting, const source_file *file, buffer *scratch)
{
	buffer_clear(scratch);
	add_file(scratch, file);
	return finish(setting, scratch);
}

hash128 key_of_stamp(hash128 name, const source_file *file)
{
	const source_stamp *stamp = &file->stamp;
	const uint64_t parts[] = {
		name.high,
		name.low,
		file->size,
		stamp->device,
		stamp->inode,
		(uint64_t)stamp->modified,
		stamp->modified_part,
		(uint64_t)stamp->changed,
		stamp->changed_part,
	};
	return hash128_of(parts, sizeof(parts), name.high ^ name.low);
}

hash128 key_of_content(hash128 setting, const source_file *file, text content, buffer *scratch)
{
	buffer_clear(scratch);
	add_hash(scratch, setting);
	add_string(scratch, "content");
	add_hash(scratch, hash128_of(content.data, content.len, setting.low));
	add_number(scratch, content.len);
	add_file(scratch, file);
	return finish(setting, scratch);
}
