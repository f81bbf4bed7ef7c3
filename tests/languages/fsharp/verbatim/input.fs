let a = @"c:\" // "
let b = $@"c:\" // "
let c = @$"c:\" (* yes
*)
let d = $$"""{{1}} " // no

""" (* yes
"*)" *)
let e<'T> (f: 'T) = f, 'x', '"' // "
/// <c>"</c>
let (*) x y = x
let g = "\"(*" (* h (* i *)
*)
let ``j // k`` = 1 // l
