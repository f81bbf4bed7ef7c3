// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/** A cart. */
contract Cart is Base {
    struct Item { uint price; }

    modifier positive(uint a) {
        require(a > 0);
        _;
    }

    constructor(uint a) Base(a) {}

    function add(uint a, string memory b) public view returns (uint sum) {
        // one
        return a;
    }

    receive() external payable {}
    function later() external virtual;
}

interface Priced {
    function price() external returns (uint);
}

library Tool {}

function free(uint a) pure returns (uint) {
    return a;
}
