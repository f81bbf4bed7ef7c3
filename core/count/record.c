/* SPDX-License-Identifier: MIT */
#include "count/record.h"

void counts_add(counts *to, const counts *more)
{
	to->lines += more->lines;
	to->code += more->code;
	to->comment += more->comment;
	to->blank += more->blank;
	to->functions += more->functions;
	to->complexity += more->complexity;
	to->cognitive += more->cognitive;
}

void counts_subtract(counts *from, const counts *less)
{
	from->lines -= less->lines;
	from->code -= less->code;
	from->comment -= less->comment;
	from->blank -= less->blank;
	from->functions -= less->functions;
	from->complexity -= less->complexity;
	from->cognitive -= less->cognitive;
}

const char *record_engine_name(enum record_engine engine)
{
	static const char *const names[] = {[RECORD_UNCOUNTED] = "none",
					    [RECORD_SYNTAX] = "syntax",
					    [RECORD_LEXICAL] = "lexical",
					    [RECORD_CERTIFIED] = "lexical"};
	return names[engine];
}
