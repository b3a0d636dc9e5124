/** The part of WebAssembly that is used here: no library of types for Node.js has it. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly js: { readonly memory: Memory } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** Bytes of a page of memory. */
export const PAGE = 65_536;
export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** Numbers as WebAssembly writes them: lengths, and constants, whose seventh bit is their sign. */
const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)]);
const signed = (value: number): number[] => (value < 64 ? [value] : [(value & 127) | 128, ...signed(value >> 7)]);

/** Instructions, as bytes; operands come before, as on a stack. Loads and stores are at pointers in bytes. */
export const get = (local: number) => [0x20, local];
export const set = (local: number) => [0x21, local];
export const constant = (value: number) => [0x41, ...signed(value)];
export const add = (local: number, by: number) => [...get(local), ...constant(by), 0x6a, ...set(local)];
export const simd = (...bytes: readonly number[]) => [0xfd, ...bytes];
/** Runs the body again and again until it leaves with {@link leaveUnlessBelow} or {@link leaveIf}. */
export const repeat = (...body: readonly number[]) => [0x02, 0x40, 0x03, 0x40, ...body, 0x0c, 0, 0x0b, 0x0b];
/** Runs the body once, and again as long as one pointer is below another. */
export const repeatWhileBelow = (local: number, end: number, ...body: readonly number[]) => [
  ...[0x03, 0x40, ...body, ...get(local), ...get(end), 0x49],
  ...[0x0d, 0, 0x0b],
];
/** Leaves the innermost `repeat` when what is on the stack is not 0. */
export const leaveIf = [0x0d, 1];
export const leaveUnlessBelow = (local: number, end: number) => [...get(local), ...get(end), 0x4f, ...leaveIf];

const counted = (bytes: readonly number[]) => [...leb(bytes.length), ...bytes];
const named = (name: string) => counted(Array.from(name, (sign) => sign.charCodeAt(0)));
const section = (id: number, bytes: readonly number[]) => [id, ...counted(bytes)];

/** A function of whole numbers that answers nothing; `locals` are how many of which type follow the parameters. */
export function compile(parameters: number, locals: readonly (readonly [number, number])[], code: readonly number[]) {
  const body = [...leb(locals.length), ...locals.flat(), ...code, 0x0b];
  const bytes = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, ...counted(new Array<number>(parameters).fill(I32)), 0]),
    ...section(2, [1, ...named('js'), ...named('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...named('run'), 0, 0]),
    ...section(10, [1, ...counted(body)]),
  ];
  return new WebAssembly.Module(Uint8Array.from(bytes));
}

export const memoryOf = (bytes: number): Memory => new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });

/** The compiled function over a memory. */
export function over(memory: Memory, compiled: object): (...pointers: number[]) => void {
  const { exports } = new WebAssembly.Instance(compiled, { js: { memory } });
  return exports.run as (...pointers: number[]) => void;
}
