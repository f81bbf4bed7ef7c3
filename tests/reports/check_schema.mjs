// SPDX-License-Identifier: MIT
// Checks that a JSON document obeys a JSON Schema: node check_schema.mjs SCHEMA DOCUMENT [FOLDER]
// DOCUMENT may be "-". FOLDER holds node_modules with ajv; without it, tests/ does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [schemaPath, documentPath, folder] = process.argv.slice(2);
if (documentPath === undefined) {
	console.error("usage: node check_schema.mjs SCHEMA DOCUMENT [FOLDER]");
	process.exit(2);
}

const require = createRequire(folder === undefined ? import.meta.url : resolve(folder, "package.json"));
const Ajv = require("ajv").default;

// Fatal, so that a document that is not UTF-8 fails instead of being repaired in silence.
function readJson(path) {
	const bytes = readFileSync(path === "-" ? 0 : path);
	return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
	readJson(schemaPath),
);
if (!validate(readJson(documentPath))) {
	for (const error of validate.errors.slice(0, 20)) {
		console.error(`${documentPath}: ${error.instancePath || "/"}: ${error.message}`);
	}
	process.exit(1);
}
