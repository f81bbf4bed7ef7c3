class A {
	delete(a) {
		return a;
	}
	if(a) {
		return a;
	}
}
const b = {
	default() {
		return 1;
	},
	catch(a) {
		return a;
	},
};
if (b) {
	c(1);
}
