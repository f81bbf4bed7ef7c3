class Input {
	String a = """
		// not a comment

		/* nor this \""" */
		""" + "\""; // a comment
	String b = """
		"quotes" ""\"""" /* of
	two lines */;
	char c = '"', d = '\'', e = '\\'; // "
	int f = 1_000;
	/** doc "
	 * {@code /* }
	 */
	String g = "/* \u0041 // ";
	//* not a block
	int h; /**/ int i; /*/ still */ int j;
}
