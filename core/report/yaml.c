/* SPDX-License-Identifier: MIT */
#include "report/document.h"
#include "report/formats.h"

int report_write_yaml(FILE *out, const tree *tree, const report_options *options)
{
	emitter *emitter = emit_yaml_create(out);
	document_emit(emitter, tree, options);
	return emit_destroy(emitter);
}
