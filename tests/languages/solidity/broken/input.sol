contract M {
    function before(uint a) public {
        // one
        a;
    }

    uint x = = 3;

    function later(uint a) public {

        a; // two
    }
}
