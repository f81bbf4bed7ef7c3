let a = "(* no \"" (* '"' *)

let b = '"' and c = {x|(* no "

|x} (* '"' *)
let d : 'a list = [] (* it's "*)" (* *)

*)
let e' = '\'' (* it's *)
