/**
 * Minimum-cost circulation by the primal network simplex, arcs bounded below by 0. Costs and capacities are integers below
 * 2^53 in all their sums, so flows and prices are exact. Strongly feasible trees keep it from cycling; arcs are priced in blocks.
 */
export class NetworkSimplex {
  readonly flow: Float64Array;
  /** Price of each node; that of node 0 is 0. `cost + price[from] - price[to]` is ≥ 0 on empty and ≤ 0 on full arcs. */
  readonly price: Float64Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #capacity: Float64Array;
  readonly #cost: Float64Array;
  /** 1: empty, -1: full, 0: in the tree. */
  readonly #state: Int8Array;
  readonly #parent: Int32Array;
  readonly #arcUp: Int32Array;
  readonly #depth: Int32Array;
  readonly #child: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  #arcs = 0;

  /** A network of `nodes` nodes, 0 to `nodes - 1`, and at most `arcs` arcs. */
  constructor(
    readonly nodes: number,
    arcs: number,
  ) {
    const all = arcs + nodes;
    this.flow = new Float64Array(all);
    this.price = new Float64Array(nodes);
    this.#from = new Int32Array(all);
    this.#to = new Int32Array(all);
    this.#capacity = new Float64Array(all);
    this.#cost = new Float64Array(all);
    this.#state = new Int8Array(all).fill(1);
    this.#parent = new Int32Array(nodes).fill(-1);
    this.#arcUp = new Int32Array(nodes).fill(-1);
    this.#depth = new Int32Array(nodes);
    this.#child = new Int32Array(nodes).fill(-1);
    this.#next = new Int32Array(nodes).fill(-1);
    this.#previous = new Int32Array(nodes).fill(-1);
  }

  /** Adds an arc and returns its number, for {@link flow}. */
  arc(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.#arcs++;
    this.#from[arc] = from;
    this.#to[arc] = to;
    this.#capacity[arc] = capacity;
    this.#cost[arc] = cost;
    return arc;
  }

  /** Finds the cheapest circulation; called once, when all arcs are there. */
  solve(): void {
    const real = this.#arcs;
    this.#plant();
    const block = Math.max(32, Math.ceil(Math.sqrt(real)));
    let at = 0;
    for (;;) {
      const entering = this.#cheapest(at, block, real);
      if (entering < 0) return;
      at = (entering + 1) % real;
      this.#pivot(entering);
    }
  }

  /** The first tree: an arc from each node to node 0, too dear to carry anything in the end. */
  #plant(): void {
    let dearest = 0;
    for (let arc = 0; arc < this.#arcs; arc += 1) dearest = Math.max(dearest, Math.abs(this.#cost[arc]!));
    const dear = (dearest + 1) * this.nodes;
    for (let node = 1; node < this.nodes; node += 1) {
      const arc = this.arc(node, 0, Number.POSITIVE_INFINITY, dear);
      this.#state[arc] = 0;
      this.#hang(node, 0, arc);
      this.#depth[node] = 1;
      this.price[node] = -dear;
    }
  }

  #reduced(arc: number): number {
    return this.#cost[arc]! + this.price[this.#from[arc]!]! - this.price[this.#to[arc]!]!;
  }

  /** The arc that gains most a unit, of the first block from `start` on that has one; -1 when none gains. */
  #cheapest(start: number, block: number, real: number): number {
    let best = -1;
    let lowest = 0;
    let arc = start;
    for (let seen = 1; seen <= real; seen += 1) {
      const gain = this.#state[arc]! * this.#reduced(arc);
      if (gain < lowest) {
        lowest = gain;
        best = arc;
      }
      if (seen % block === 0 && best >= 0) return best;
      arc = arc + 1 === real ? 0 : arc + 1;
    }
    return best;
  }

  /** Room on the arc above `node` for flow that goes up (`true`) or down the tree. */
  #room(node: number, up: boolean): number {
    const arc = this.#arcUp[node]!;
    const forward = (this.#from[arc] === node) === up;
    return forward ? this.#capacity[arc]! - this.flow[arc]! : this.flow[arc]!;
  }

  #push(node: number, up: boolean, amount: number): void {
    const arc = this.#arcUp[node]!;
    const forward = (this.#from[arc] === node) === up;
    this.flow[arc] = this.flow[arc]! + (forward ? amount : -amount);
  }

  #meet(a: number, b: number): number {
    let [x, y] = [a, b];
    while (x !== y) {
      if (this.#depth[x]! >= this.#depth[y]!) x = this.#parent[x]!;
      else y = this.#parent[y]!;
    }
    return x;
  }

  /** Flow is sent round the cycle; the last arc that blocks it, seen from where the sides meet, leaves the tree. */
  #pivot(entering: number): void {
    const full = this.#state[entering]! < 0;
    const first = full ? this.#to[entering]! : this.#from[entering]!;
    const second = full ? this.#from[entering]! : this.#to[entering]!;
    const join = this.#meet(first, second);
    let amount = this.#capacity[entering]!;
    let leaving = -1;
    let onFirst = false;
    for (let node = first; node !== join; node = this.#parent[node]!) {
      const room = this.#room(node, false);
      if (room < amount) [amount, leaving, onFirst] = [room, node, true];
    }
    for (let node = second; node !== join; node = this.#parent[node]!) {
      const room = this.#room(node, true);
      if (room <= amount) [amount, leaving, onFirst] = [room, node, false];
    }
    if (amount > 0) {
      this.flow[entering] = this.flow[entering]! + (full ? -amount : amount);
      for (let node = first; node !== join; node = this.#parent[node]!) this.#push(node, false, amount);
      for (let node = second; node !== join; node = this.#parent[node]!) this.#push(node, true, amount);
    }
    if (leaving < 0) {
      this.#state[entering] = full ? 1 : -1;
      return;
    }
    const out = this.#arcUp[leaving]!;
    this.#state[out] = this.flow[out] === 0 ? 1 : -1;
    this.#state[entering] = 0;
    this.#rehang(onFirst ? first : second, onFirst ? second : first, entering, leaving);
  }

  /** Cuts the tree above `cut` and hangs the part with `node` on `parent` by `arc`. */
  #rehang(node: number, parent: number, arc: number, cut: number): void {
    const reduced = this.#reduced(arc);
    const shift = this.#from[arc] === node ? -reduced : reduced;
    let [child, above, by] = [node, parent, arc];
    for (;;) {
      const oldParent = this.#parent[child]!;
      const oldArc = this.#arcUp[child]!;
      this.#unhang(child, oldParent);
      this.#hang(child, above, by);
      if (child === cut) break;
      [above, child, by] = [child, oldParent, oldArc];
    }
    this.#refresh(node, shift);
  }

  /** Depths and prices below `top`, which has been hung elsewhere. */
  #refresh(top: number, shift: number): void {
    let node = top;
    for (;;) {
      this.#depth[node] = this.#depth[this.#parent[node]!]! + 1;
      this.price[node] = this.price[node]! + shift;
      if (this.#child[node]! >= 0) {
        node = this.#child[node]!;
        continue;
      }
      while (node !== top && this.#next[node]! < 0) node = this.#parent[node]!;
      if (node === top) return;
      node = this.#next[node]!;
    }
  }

  #hang(node: number, parent: number, arc: number): void {
    this.#parent[node] = parent;
    this.#arcUp[node] = arc;
    const first = this.#child[parent]!;
    this.#next[node] = first;
    this.#previous[node] = -1;
    if (first >= 0) this.#previous[first] = node;
    this.#child[parent] = node;
  }

  #unhang(node: number, parent: number): void {
    const [before, after] = [this.#previous[node]!, this.#next[node]!];
    if (before >= 0) this.#next[before] = after;
    else this.#child[parent] = after;
    if (after >= 0) this.#previous[after] = before;
  }
}
