/* SPDX-License-Identifier: MIT */
/* The words of Verilog and SystemVerilog that open, close or part something. */
#ifndef ONFLAME_PLUGINS_VERILOG_WORDS_H
#define ONFLAME_PLUGINS_VERILOG_WORDS_H

enum action {
	OPEN_UNIT,    /* module ... endmodule: a frame */
	OPEN_ROUTINE, /* function ... endfunction */
	OPEN_PROCESS, /* always: a frame of one statement */
	OPEN_BLOCK,   /* begin ... end */
	OPEN_CASE,
	CLOSE, /* what `label` opened */
	BRANCH_IF,
	BRANCH_ELSE,
	BRANCH_LOOP,
	BRANCH_WHILE,
	SKIP,     /* to the word `label`: what is between is a language of its own */
	PORT,     /* input a, b; of a routine */
	NO_BODY,  /* extern function f(); */
	RESTART,  /* what follows is a statement of its own */
	NO_ACTION /* changes what the next word means: typedef class c; */
};

typedef struct word {
	const char *text;
	enum action action;
	const char *label; /* the frame's kind; of CLOSE and SKIP: the word at the other end */
} word;

/* Ordered as strcmp() orders. */
static const word words[] = {
	{"always", OPEN_PROCESS, "process"},
	{"always_comb", OPEN_PROCESS, "process"},
	{"always_ff", OPEN_PROCESS, "process"},
	{"always_latch", OPEN_PROCESS, "process"},
	{"begin", OPEN_BLOCK, NULL},
	{"case", OPEN_CASE, NULL},
	{"casex", OPEN_CASE, NULL},
	{"casez", OPEN_CASE, NULL},
	{"checker", OPEN_UNIT, "checker"},
	{"class", OPEN_UNIT, "class"},
	{"config", SKIP, "endconfig"},
	{"covergroup", OPEN_UNIT, "covergroup"},
	{"disable", NO_ACTION, NULL},
	{"do", BRANCH_LOOP, NULL},
	{"else", BRANCH_ELSE, NULL},
	{"end", CLOSE, "begin"},
	{"endcase", CLOSE, "case"},
	{"endchecker", CLOSE, "checker"},
	{"endclass", CLOSE, "class"},
	{"endfunction", CLOSE, "function"},
	{"endgenerate", RESTART, NULL},
	{"endgroup", CLOSE, "covergroup"},
	{"endinterface", CLOSE, "interface"},
	{"endmodule", CLOSE, "module"},
	{"endpackage", CLOSE, "package"},
	{"endprogram", CLOSE, "program"},
	{"endtask", CLOSE, "task"},
	{"export", NO_BODY, NULL},
	{"extern", NO_BODY, NULL},
	{"final", OPEN_PROCESS, "process"},
	{"for", BRANCH_LOOP, NULL},
	{"foreach", BRANCH_LOOP, NULL},
	{"forever", BRANCH_LOOP, NULL},
	{"fork", OPEN_BLOCK, NULL},
	{"function", OPEN_ROUTINE, "function"},
	{"generate", RESTART, NULL},
	{"if", BRANCH_IF, NULL},
	{"import", NO_BODY, NULL},
	{"initial", OPEN_PROCESS, "process"},
	{"inout", PORT, NULL},
	{"input", PORT, NULL},
	{"interface", OPEN_UNIT, "interface"},
	{"join", CLOSE, "fork"},
	{"join_any", CLOSE, "fork"},
	{"join_none", CLOSE, "fork"},
	{"macromodule", OPEN_UNIT, "module"},
	{"module", OPEN_UNIT, "module"},
	{"output", PORT, NULL},
	{"package", OPEN_UNIT, "package"},
	{"primitive", SKIP, "endprimitive"},
	{"program", OPEN_UNIT, "program"},
	{"property", SKIP, "endproperty"},
	{"pure", NO_BODY, NULL},
	{"randcase", OPEN_CASE, NULL},
	{"ref", PORT, NULL},
	{"repeat", BRANCH_LOOP, NULL},
	{"sequence", SKIP, "endsequence"},
	{"specify", SKIP, "endspecify"},
	{"table", SKIP, "endtable"},
	{"task", OPEN_ROUTINE, "task"},
	{"typedef", NO_ACTION, NULL},
	{"virtual", NO_ACTION, NULL},
	{"wait", NO_ACTION, NULL},
	{"while", BRANCH_WHILE, NULL},
	{"with", NO_ACTION, NULL},
};

#endif
