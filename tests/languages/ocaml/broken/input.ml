let before a =
  (* one *)
  a

let x = = 3

let after a =

  a (* two *)
