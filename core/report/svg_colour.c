/* SPDX-License-Identifier: MIT */
#include "report/svg_colour.h"

#include <string.h>

static int digit_of(char c)
{
	const char *digits = "0123456789abcdef";
	const char *at = c != '\0' ? strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c) : NULL;
	return at != NULL ? (int)(at - digits) : -1;
}

bool svg_colour_parse(const char *text, svg_colour *colour)
{
	if (text == NULL || text[0] != '#')
		return false;
	size_t len = strlen(text + 1);
	if (len != 3 && len != 6)
		return false;
	svg_colour read = 0;
	for (size_t i = 1; i <= len; i++) {
		int digit = digit_of(text[i]);
		if (digit < 0)
			return false;
		read = read << 4 | (svg_colour)digit;
		if (len == 3)
			read = read << 4 | (svg_colour)digit;
	}
	*colour = read;
	return true;
}

static double channel(svg_colour colour, unsigned shift)
{
	return (double)(colour >> shift & 255) / 255;
}

svg_colour svg_colour_mix(svg_colour from, svg_colour to, double share)
{
	svg_colour mixed = 0;
	for (unsigned shift = 0; shift < 24; shift += 8) {
		double value = channel(from, shift) * (1 - share) + channel(to, shift) * share;
		mixed |= (svg_colour)(value * 255 + 0.5) << shift;
	}
	return mixed;
}

/* sRGB to light; a polynomial that is within 0.3 % of the standard's power function. */
static double linear(double value)
{
	return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878);
}

static double luminance(svg_colour colour)
{
	return 0.2126 * linear(channel(colour, 16)) + 0.7152 * linear(channel(colour, 8)) +
	       0.0722 * linear(channel(colour, 0));
}

double svg_colour_contrast(svg_colour a, svg_colour b)
{
	double first = luminance(a) + 0.05;
	double second = luminance(b) + 0.05;
	return first > second ? first / second : second / first;
}

svg_colour svg_colour_ink(svg_colour ground)
{
	return svg_colour_contrast(ground, SVG_INK_DARK) >= svg_colour_contrast(ground, SVG_INK_LIGHT) ? SVG_INK_DARK
												       : SVG_INK_LIGHT;
}

svg_colour svg_colour_tint(svg_colour colour)
{
	const double grey = 0.06, dark = 0.05;
	double least = 1, most = 0;
	for (unsigned shift = 0; shift < 24; shift += 8) {
		double value = channel(colour, shift);
		least = value < least ? value : least;
		most = value > most ? value : most;
	}
	if (most - least >= grey)
		return colour;
	return svg_colour_mix(colour, luminance(colour) < dark ? 0x7a5230 : 0x3f6fa3, 0.3);
}

svg_colour svg_colour_settle(svg_colour colour, bool dark)
{
	const double lowest = dark ? 0.13 : 0.12, highest = dark ? 0.5 : 0.62;
	for (int step = 0; step < 40 && luminance(colour) > highest; step++)
		colour = svg_colour_mix(colour, 0x000000, 0.03);
	for (int step = 0; step < 40 && luminance(colour) < lowest; step++)
		colour = svg_colour_mix(colour, 0xffffff, 0.03);
	return colour;
}
