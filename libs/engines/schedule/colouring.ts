/**
 * Edges of a bipartite multigraph with colours: no vertex has two edges of one colour. Vertices of both sides have numbers
 * of their own, no vertex more edges than there are colours.
 */
export class Colouring {
  /** By edge; -1 before it is coloured. */
  readonly colour: Int32Array;
  /** The edge of a colour at a vertex: `at[vertex * colours + colour]`, -1 when there is none. */
  readonly #at: Int32Array;

  constructor(
    vertices: number,
    readonly colours: number,
    readonly left: Int32Array,
    readonly right: Int32Array,
  ) {
    this.colour = new Int32Array(left.length).fill(-1);
    this.#at = new Int32Array(vertices * colours).fill(-1);
    for (let edge = 0; edge < left.length; edge += 1) this.#add(edge);
  }

  #free(vertex: number): number {
    let colour = 0;
    while (this.#at[vertex * this.colours + colour]! >= 0) colour += 1;
    return colour;
  }

  #set(edge: number, colour: number): void {
    this.colour[edge] = colour;
    this.#at[this.left[edge]! * this.colours + colour] = edge;
    this.#at[this.right[edge]! * this.colours + colour] = edge;
  }

  /** Where the two ends have no free colour in common, the chain from the right end on changes its two colours (Kőnig). */
  #add(edge: number): void {
    const a = this.#free(this.left[edge]!);
    const b = this.#free(this.right[edge]!);
    const met = this.#at[this.right[edge]! * this.colours + a]!;
    if (met >= 0) this.swap(this.chain(met, a, b), a, b);
    this.#set(edge, a);
  }

  /** The edges of two colours that hang together with `edge`: a path, or a cycle where the walk meets `edge` again. */
  chain(edge: number, a: number, b: number): number[] {
    const edges = [edge];
    for (const start of [this.left[edge]!, this.right[edge]!]) {
      let [vertex, last] = [start, edge];
      for (;;) {
        const next = this.#at[vertex * this.colours + (this.colour[last] === a ? b : a)]!;
        if (next === edge) return edges;
        if (next < 0) break;
        edges.push(next);
        vertex = this.left[next] === vertex ? this.right[next]! : this.left[next]!;
        last = next;
      }
    }
    return edges;
  }

  swap(edges: readonly number[], a: number, b: number): void {
    for (const edge of edges) {
      this.#at[this.left[edge]! * this.colours + this.colour[edge]!] = -1;
      this.#at[this.right[edge]! * this.colours + this.colour[edge]!] = -1;
    }
    for (const edge of edges) this.#set(edge, this.colour[edge] === a ? b : a);
  }
}

/**
 * Changes colours along chains until no colour has more of the counted edges than its limit. With equal limits it succeeds
 * whenever all edges together fit: of two colours whose counts differ by two, some chain has one more of the larger.
 * Needs: where a left vertex is counted, all its edges are. Returns whether it succeeded.
 */
export function balance(colouring: Colouring, counted: (edge: number) => boolean, limits: readonly number[]): boolean {
  const members: Set<number>[] = limits.map(() => new Set());
  colouring.colour.forEach((colour, edge) => {
    if (counted(edge)) members[colour]!.add(edge);
  });
  const room = (colour: number) => limits[colour]! - members[colour]!.size;
  for (let from = 0; from < limits.length; from += 1) {
    while (room(from) < 0) {
      const moved = limits.some((_, to) => room(to) > 0 && shift(colouring, members, from, to));
      if (!moved) return false;
    }
  }
  return true;
}

/** Swaps one chain that has one more counted edge of `from` than of `to`. */
function shift(colouring: Colouring, members: readonly Set<number>[], from: number, to: number): boolean {
  const seen = new Set<number>();
  for (const edge of members[from]!) {
    if (seen.has(edge)) continue;
    const chain = colouring.chain(edge, from, to);
    const [ours, theirs] = [from, to].map((colour) => chain.filter((e) => members[colour]!.has(e)));
    for (const e of chain) seen.add(e);
    if (ours!.length !== theirs!.length + 1) continue;
    colouring.swap(chain, from, to);
    for (const e of ours!) members[from]!.delete(e);
    for (const e of theirs!) members[to]!.delete(e);
    for (const e of ours!) members[to]!.add(e);
    for (const e of theirs!) members[from]!.add(e);
    return true;
  }
  return false;
}
