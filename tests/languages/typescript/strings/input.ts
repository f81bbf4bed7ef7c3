#!/usr/bin/env -S npx ts-node
/// <reference types="node" />
type Path = `/${string}

/* no comment */`;
const cast = <any>"// <any>"; // comment
const ratio = <number>a / b / c; // /*
const pattern = /\/\*["'`]/u.test(x as string) ? `${/* in code */ y}

` : 'a\
// b';

/**
 * Documents.

 */
const value = {
  // inside
  a: 1, /* x */

} satisfies Shape;
let type = 1, namespace = 2; // words that are no keywords here
