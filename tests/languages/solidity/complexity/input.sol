contract M {
    function classify(uint n, uint[] memory list) public returns (uint) {
        if (n < 1 || list.length == 0) {
            return 1;
        } else if (n == 2) {
            return 2;
        } else {
            for (uint i = 0; i < n; i++) {
                while (list[i] > 0 && i > 1) {
                    i--;
                }
            }
        }
        do { n++; } while (n < 3);
        try this.run() {
            n = 1;
        } catch Error(string memory) {
            n = 2;
        } catch {
            n = 3;
        }
        return n > 5 ? 1 : 2;
    }
}
