function types<T>(x: T extends string ? "a" : "b"): x is T extends any ? T : never {
  type Inner = T extends number ? 1 : 2;
  return x! as any;
}

const check = (a?: string | null): a is string => a != null && a?.length > 0;

class C {
  get value(): number {
    for (const k in this as any) if (k) return 1; else return 2;
    return this.a ?? this.b ?? (this.c || 3);
  }

  @Decorated(() => a ? 1 : 2)
  m(a = b ? 1 : 2): void {
    switch (a as number) {
      case 1: break;
      case 2: { try { } catch (e: unknown) { if (e) throw e; } }
      default:
    }
  }
}
