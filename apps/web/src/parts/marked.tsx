/** A text of the search, with what was found in it made visible. */
export function Marked({ text }: { readonly text: string }) {
  return text.split(/(\ue000[^\ue001]*\ue001)/).map((part, at) =>
    part.startsWith('\ue000') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <mark key={at}>{part.slice(1, -1)}</mark>
    ) : (
      part
    ),
  );
}
