export const first = (): void => {}, second = function* (): any {};
exports.third = <T>(x: T) => x;
this.fourth = async (): Promise<void> => {
};
const table: Table = {
  fifth: (a: string) => a,
  "sixth key": function (): void {},
  async seventh() {},
};
class Holder {
  private readonly eighth = async (): Promise<void> => {};
  static "ninth" = () => {};
  @Memo()
  tenth = () => {
  };
}
const cast = (() => {}) as Handler;
export = class {
};
