/* SPDX-License-Identifier: MIT */
/* Colours of a static picture. Of this module alone. */
#ifndef ONFLAME_REPORT_SVG_COLOUR_H
#define ONFLAME_REPORT_SVG_COLOUR_H

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t svg_colour; /* 0xRRGGBB */

/* What text is written in on a fill. */
enum { SVG_INK_DARK = 0x000000, SVG_INK_LIGHT = 0xffffff };

/* "#RRGGBB" or "#RGB". false: neither. */
bool svg_colour_parse(const char *text, svg_colour *colour);

/* `share` (0 to 1) of the way from one to the other. */
svg_colour svg_colour_mix(svg_colour from, svg_colour to, double share);

/* A grey with a tint, for languages whose colour is grey would all be one; other colours as they are. */
svg_colour svg_colour_tint(svg_colour colour);

/* Somebody else's colour, made to stand out from a light or dark ground and to leave text on it readable. */
svg_colour svg_colour_settle(svg_colour colour, bool dark);

/* The ink that is read better on it: its contrast is 4.5 or more. */
svg_colour svg_colour_ink(svg_colour ground);

/* WCAG's contrast of two colours, 1 to 21. */
double svg_colour_contrast(svg_colour a, svg_colour b);

#endif
