grammar A;
C : '/*' .*? '*/' -> skip ; // yes
D : ~[/*'] [\]//] ;
/* yes '
 */
s : C D ;
