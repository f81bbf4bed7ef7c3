-- one
SELECT 'it''s -- no comment' AS a, -- a comment behind code
       "odd -- name",

       'first

-- still the string
last' /* a comment

here */
FROM t;
/* ' */
SELECT '/*' FROM u;
-- '
