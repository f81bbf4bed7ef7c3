class C {
	string a = """"
		three """ // no

		"""";
	string b = $$"""{ "x": {{ F("}}", /* hole */ 1) }} } // no""";
	string c = $"{x switch { 1 => "a//b", _ => $"{y:#,0}" }} // no"; // yes
	string d = $@"{(a ? "b" : "c")}""// no

		"; /* yes
		*/
	var e = "x"u8; // "
	int @class = '\u0022'; char f = '\\'; /* ' */ char g = '/';
	string h = @"\"; // yes "
	/// <c>"</c>
	/** doc */
	//// four
	string i = "" + @"" + $""; // ""
}
