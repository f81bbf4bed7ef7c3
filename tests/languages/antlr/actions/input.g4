/** doc " */
grammar A;
a : b { f("/*"); } // yes
  | '\'' '/*' "//" // yes
  ;
B : ["\]/*]+ -> skip ; /* c
*/
D : '"' ; // d
