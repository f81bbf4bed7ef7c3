# one "
proc a {x} {
    set b "#text" ;# it's
    # it's
    puts {# text}
    regexp {^#"} $x
    # comment
    set c "text

# text"
    # end
}
