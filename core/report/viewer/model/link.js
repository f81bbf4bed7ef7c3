// SPDX-License-Identifier: MIT
// Where a frame's link leads: the template of --link, filled in. Names are only ever put in encoded.
import {encodeBytes} from "../model/visible.js";

const refused = /^(javascript|vbscript|data|blob|about|view-source):/i;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

// A URL, or null where the template is none or the node has no place in a file.
export function linkOf(tree, node) {
	const template = tree.header.link;
	if (!template || !scheme.test(template) || refused.test(template) || node === 0)
		return null;
	const frame = tree.isFrame(node);
	const path = tree.pathParts(node).map(part => encodeBytes(tree.nameBytes(part))).join("/");
	const values = {path, line: frame ? tree.start[node] : 1, start: frame ? tree.start[node] : 1,
		end: frame ? tree.stop[node] : 1};
	return template.replace(/\{(path|line|start|end)\}/g, (_, field) => values[field]);
}
