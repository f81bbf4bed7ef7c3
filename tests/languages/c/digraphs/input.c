%:include <stdio.h>

int first(int v<::>)
<%
	return v<:0:>; // "
	/* :> "
	%> */
%>
