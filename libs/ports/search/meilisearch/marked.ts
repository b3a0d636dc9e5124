/** Texts longer than this are shown as the stretch around the first hit, as the embedded search does. */
const LONGEST = 300;
const BEFORE = 60;

type Text = string | readonly string[] | undefined;

/**
 * The text with its words found between U+E000 and U+E001, items of a list on lines of their own, or undefined when no
 * word is in it. `found` is what the server marked, in half width; `original` the same text as it was written, unit by
 * unit as long, when that is another. Long texts are cut to about 300 characters around the first word.
 */
export function markedText(found: Text, original: Text): string | undefined {
  const text = plain(found).replace(/\ue001\ue000/g, '');
  if (!text.includes('\ue000')) return undefined;
  const whole = original === undefined ? text : restore(text, plain(original));
  return whole.length > LONGEST ? cut(whole) : whole;
}

function plain(text: Text): string {
  if (text === undefined) return '';
  return typeof text === 'string' ? text : text.join('\n');
}

function restore(marked: string, original: string): string {
  let place = 0;
  return marked.replace(/[^\ue000\ue001]+/g, (stretch) => {
    place += stretch.length;
    return original.slice(place - stretch.length, place);
  });
}

function cut(text: string): string {
  const from = whole(text, Math.max(0, text.indexOf('\ue000') - BEFORE));
  const to = whole(text, Math.min(text.length, from + LONGEST));
  const part = text.slice(from, to);
  const open = part.lastIndexOf('\ue000') > part.lastIndexOf('\ue001');
  return (from > 0 ? '…' : '') + part + (open ? '\ue001' : '') + (to < text.length ? '…' : '');
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place;
}
