// SPDX-License-Identifier: MIT

// referee_go FOLDER: what Go's own scanner and parser say of every .go file below FOLDER, an object a line:
// path, lines, code, comment, blank, the class of each line as one letter, frames as [kind, name, start, end].
//
// A physical line is code if it holds any token but a comment or lies within a raw string; comment if else it holds
// or lies within a comment; else blank.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"
)

type result struct {
	Path    string   `json:"path"`
	Lines   int      `json:"lines"`
	Code    int      `json:"code"`
	Comment int      `json:"comment"`
	Blank   int      `json:"blank"`
	Classes string   `json:"classes"`
	Frames  [][4]any `json:"frames"`
	Refused string   `json:"refused,omitempty"`
}

func countLines(source []byte) int {
	lines := bytes.Count(source, []byte{'\n'})
	if len(source) > 0 && source[len(source)-1] != '\n' {
		lines++
	}
	return lines
}

// classify gives a letter for each line: b, c (comment) or x (code).
func classify(source []byte) []byte {
	classes := bytes.Repeat([]byte{'b'}, countLines(source))
	set := token.NewFileSet()
	file := set.AddFile("", set.Base(), len(source))
	var scan scanner.Scanner
	scan.Init(file, source, func(token.Position, string) {}, scanner.ScanComments)
	for {
		at, kind, text := scan.Scan()
		if kind == token.EOF {
			return classes
		}
		if kind == token.SEMICOLON && text == "\n" { // put in by the scanner
			continue
		}
		first := set.PositionFor(at, false).Line
		for line := first; line <= first+strings.Count(text, "\n") && line <= len(classes); line++ {
			if kind != token.COMMENT {
				classes[line-1] = 'x'
			} else if classes[line-1] == 'b' {
				classes[line-1] = 'c'
			}
		}
	}
}

// receiverType names a receiver's type as a method expression does, type parameters left out.
func receiverType(expression ast.Expr) string {
	switch of := expression.(type) {
	case *ast.StarExpr:
		return "(*" + receiverType(of.X) + ")"
	case *ast.ParenExpr:
		return receiverType(of.X)
	case *ast.IndexExpr:
		return receiverType(of.X)
	case *ast.IndexListExpr:
		return receiverType(of.X)
	case *ast.SelectorExpr:
		return of.Sel.Name
	case *ast.Ident:
		return of.Name
	}
	return "?"
}

func (r *result) addFrames(set *token.FileSet, file *ast.File) {
	add := func(kind, name string, node ast.Node) {
		start := set.PositionFor(node.Pos(), false).Line
		end := set.PositionFor(node.End()-1, false).Line
		r.Frames = append(r.Frames, [4]any{kind, name, start, end})
	}
	ast.Inspect(file, func(node ast.Node) bool {
		switch of := node.(type) {
		case *ast.FuncDecl:
			if of.Recv != nil && len(of.Recv.List) > 0 {
				add("method", receiverType(of.Recv.List[0].Type)+"."+of.Name.Name, of)
			} else {
				add("function", of.Name.Name, of)
			}
		case *ast.FuncLit:
			add("lambda", "(anonymous)", of)
		case *ast.TypeSpec:
			switch of.Type.(type) {
			case *ast.StructType:
				add("struct", of.Name.Name, of)
			case *ast.InterfaceType:
				add("interface", of.Name.Name, of)
			}
		}
		return true
	})
}

func examine(path string, source []byte) *result {
	classes := classify(source)
	r := &result{Path: path, Lines: len(classes), Classes: string(classes), Frames: [][4]any{}}
	r.Code = bytes.Count(classes, []byte{'x'})
	r.Comment = bytes.Count(classes, []byte{'c'})
	r.Blank = bytes.Count(classes, []byte{'b'})
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, source, parser.SkipObjectResolution)
	if err != nil {
		r.Refused = err.Error()
	} else {
		r.addFrames(set, file)
	}
	return r
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: referee_go FOLDER")
	}
	root := os.Args[1]
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || !strings.HasSuffix(path, ".go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		relative, _ := filepath.Rel(root, path)
		return encoder.Encode(examine(relative, source))
	})
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		log.Fatal(err)
	}
}
