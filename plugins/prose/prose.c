/* SPDX-License-Identifier: MIT */
/* Texts for people that hold code: reStructuredText, AsciiDoc and Org, as far as their blocks of code and sections go. */
#include "reader.h"

static int scan(const onflame_host *host, const char *text, uint32_t len, void (*read)(reader *))
{
	reader r = {.text = text, .len = len};
	if (host->size < sizeof(*host))
		return host->fail(host, "the program is older than this plugin");
	for (unsigned i = 0; i < LEVELS_MAX; i++)
		r.sections[i] = SPAN_NONE;
	read(&r);
	return reader_report(&r, host);
}

static int scan_rst(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, rst_read);
}

static int scan_asciidoc(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, asciidoc_read);
}

static int scan_org(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, org_read);
}

static const onflame_language rst = {.name = "reStructuredText", .scan = scan_rst};
static const onflame_language asciidoc = {.name = "AsciiDoc", .scan = scan_asciidoc};
static const onflame_language org = {.name = "Org", .scan = scan_org};
static const onflame_language *const languages[] = {&rst, &asciidoc, &org, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "prose", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
