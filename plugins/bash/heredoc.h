/* SPDX-License-Identifier: MIT */
/* Ends of here-documents that tell the language of what they hold. */
#ifndef ONFLAME_PLUGINS_HEREDOC_H
#define ONFLAME_PLUGINS_HEREDOC_H

/* Names and aliases of the map that nobody takes for another purpose: EOF and END tell nothing, nor does TEXT. */
#define HEREDOC_TAGS                                                                                                   \
	"SQL HTML XML SVG JSON YAML YML TOML CSS SCSS GRAPHQL GQL MARKDOWN MD JS JAVASCRIPT TS TYPESCRIPT PYTHON "     \
	"PYTHON3 PY RUBY RB PERL PHP LUA SH BASH SHELL POWERSHELL AWK ERB HAML DOCKERFILE HCL NIX "                    \
	"sql html xml svg json yaml yml toml css scss graphql gql markdown js javascript ts typescript python "        \
	"python3 py ruby rb perl php lua sh bash shell powershell awk erb haml dockerfile hcl nix"

#endif
