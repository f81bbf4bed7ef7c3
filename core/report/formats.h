/* SPDX-License-Identifier: MIT */
/* The writers that report.c registers: one a file. Each returns 0, or -1 for a write that failed. Of this module alone. */
#ifndef ONFLAME_REPORT_FORMATS_H
#define ONFLAME_REPORT_FORMATS_H

#include "report/report.h"

int report_write_table(FILE *out, const tree *tree, const report_options *options);
int report_write_tree(FILE *out, const tree *tree, const report_options *options);
int report_write_csv(FILE *out, const tree *tree, const report_options *options);
int report_write_tsv(FILE *out, const tree *tree, const report_options *options);
int report_write_json(FILE *out, const tree *tree, const report_options *options);
int report_write_ndjson(FILE *out, const tree *tree, const report_options *options);
int report_write_yaml(FILE *out, const tree *tree, const report_options *options);
int report_write_markdown(FILE *out, const tree *tree, const report_options *options);
int report_write_folded(FILE *out, const tree *tree, const report_options *options);
int report_write_svg(FILE *out, const tree *tree, const report_options *options);
int report_write_speedscope(FILE *out, const tree *tree, const report_options *options);
int report_write_pprof(FILE *out, const tree *tree, const report_options *options);
int report_write_html(FILE *out, const tree *tree, const report_options *options);

/* Writes all that is still held back. 0, or -1 if that or any write before failed. */
int report_flush(FILE *out);

#endif
