/* SPDX-License-Identifier: MIT */
/* CSV in the form of cloc, and TSV. */
#include "sample.h"

static void expect(const char *format, const report_options *options, const char *expected)
{
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	sample_expect(&sample, format, options, expected);
	sample_finish(&sample);
}

static void test_by_file_is_as_cloc_has_it(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FILE);
	expect("csv", &options,
	       "\nlanguage,filename,blank,comment,code\n"
	       "Go,pkg/a/a.go,20,10,100\n"
	       "Python,pkg/b.py,1,0,50\n"
	       "Go,cmd/main.go,5,5,20\n"
	       "HTML,README.html,3,2,10\n"
	       "SUM,,29,17,180\n");
	options.quiet = true;
	options.delimiter = "\t";
	expect("csv", &options,
	       "\nlanguage\tfilename\tblank\tcomment\tcode\n"
	       "Go\tpkg/a/a.go\t20\t10\t100\n"
	       "Python\tpkg/b.py\t1\t0\t50\n"
	       "Go\tcmd/main.go\t5\t5\t20\n"
	       "HTML\tREADME.html\t3\t2\t10\n");
}

static void test_by_language_is_as_cloc_has_it(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	expect("csv", &options,
	       "files,language,blank,comment,code\n"
	       "2,Go,25,15,120\n"
	       "1,Python,1,0,50\n"
	       "1,HTML,3,2,10\n"
	       "4,SUM,29,17,180\n");
	options.quiet = true;
	options.top = 1;
	expect("tsv", &options, "files\tlanguage\tblank\tcomment\tcode\n2\tGo\t25\t15\t120\n");
}

static void test_by_directory_and_function(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_DIRECTORY);
	options.depth = 1;
	expect("csv", &options,
	       "directory,files,lines,blank,comment,code,functions,complexity\n"
	       "pkg,2,181,21,10,150,2,8\n"
	       "cmd,1,30,5,5,20,1,1\n"
	       ".,1,15,3,2,10,0,0\n");
	options.functions = false;
	options.top = 1;
	expect("csv", &options, "directory,files,lines,blank,comment,code\npkg,2,181,21,10,150\n");
	options = sample_options(REPORT_BY_FUNCTION);
	options.sort = REPORT_SORT_NAME;
	options.delimiter = ";";
	expect("csv", &options,
	       "language;filename;function;kind;start;end;lines;blank;comment;code;complexity;cognitive;nesting;parameters\n"
	       "Go;pkg/a/a.go;(*T).Do;method;12;44;33;1;2;30;8;6;2;3\n"
	       "Go;pkg/a/a.go;(anonymous);lambda;20;23;4;0;0;4;2;0;0;0\n"
	       "Go;cmd/main.go;main;function;7;12;6;0;0;6;1;0;0;0\n");
}

/* RFC 4180, 2.6 and 2.7: quotes around what holds a quote, a line break or the delimiter; a quote is doubled. */
static void test_quoting(void **state)
{
	(void)state;
	const char *names[] = {"1 plain; name.py", "2,comma.py",  "3\"quote\".py", "4\nline.py",
			       "5\rreturn.py",     "6\ttab\\.py", "7\xff.py"};
	sample sample;
	sample_init(&sample);
	sample_names(&sample, names, 7, false);
	report_options options = sample_options(REPORT_BY_FILE);
	options.quiet = true;
	sample_expect(&sample, "csv", &options,
		      "\nlanguage,filename,blank,comment,code\n"
		      "Python,1 plain; name.py,0,0,5\n"
		      "Python,\"2,comma.py\",0,0,5\n"
		      "Python,\"3\"\"quote\"\".py\",0,0,5\n"
		      "Python,\"4\nline.py\",0,0,5\n"
		      "Python,\"5\rreturn.py\",0,0,5\n"
		      "Python,6\ttab\\.py,0,0,5\n"
		      "Python,7\xff.py,0,0,5\n");
	sample_expect(&sample, "tsv", &options,
		      "language\tfilename\tblank\tcomment\tcode\n"
		      "Python\t1 plain; name.py\t0\t0\t5\n"
		      "Python\t2,comma.py\t0\t0\t5\n"
		      "Python\t3\"quote\".py\t0\t0\t5\n"
		      "Python\t4\\nline.py\t0\t0\t5\n"
		      "Python\t5\\rreturn.py\t0\t0\t5\n"
		      "Python\t6\\ttab\\\\.py\t0\t0\t5\n"
		      "Python\t7\xff.py\t0\t0\t5\n");
	options.delimiter = "\t";
	char *report = sample_report(&sample, "csv", &options);
	assert_non_null(strstr(report, "Python\t\"6\ttab\\.py\"\t0\t0\t5\n"));
	assert_non_null(strstr(report, "Python\t2,comma.py\t0\t0\t5\n"));
	free(report);
	sample_finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_file_is_as_cloc_has_it),
		cmocka_unit_test(test_by_language_is_as_cloc_has_it),
		cmocka_unit_test(test_by_directory_and_function),
		cmocka_unit_test(test_quoting),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
