-- first
select 'it''s -- no', "a""--b" -- yes
from t /* one ' /* two
*/
insert into "/*" values ('/*'); /* c
*/ -- d
select 1 - -1, 4 / 2 * 3, '--
' -- " yes
--b'
