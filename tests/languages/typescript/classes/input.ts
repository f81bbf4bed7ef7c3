@Component({
  selector: "x",
})
export class View<T> extends Base<T> implements One, Two {
  @Input() name = "a";
  private readonly field: number;
  static handler = (e: Event): void => {
  };
  declare ambient: string;

  constructor(private readonly http: Client, @Inject(TOKEN) public token?: string) {
    super();
  }

  @Listen("click")
  // between
  @Bound
  protected async onClick(): Promise<void> {
    return;
  }

  public static override get value(): number { return 1; }
  #hidden?(): void {}
  static { View.ready = true; }
  [key: string]: any;
}

export default abstract class Shape {
  abstract area(): number;
  protected abstract name: string;

  describe(): string {
    return `${this.area()}`;
  }
}

@Injectable()
abstract class Service {}

export abstract class Other {}
const Mixed = class<T> {
};
