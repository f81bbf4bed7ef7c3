/* SPDX-License-Identifier: MIT */
/* The interpreter that a script asks for. Private to this module. */
#ifndef ONFLAME_LANGUAGE_SHEBANG_H
#define ONFLAME_LANGUAGE_SHEBANG_H

#include "base/text.h"

/*
 * The interpreter's name without its folder: "python3.11" of #!/usr/bin/env -S VAR=x python3.11 -u; that of a shell
 * script whose first lines `exec` another interpreter on themselves is that one. Length 0: there is none.
 */
text shebang_interpreter(text content);

/* The name without the version behind it: "python" of "python3.11"; itself if there is none. */
text shebang_unversioned(text interpreter);

#endif
