const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files that cannot be imported: what is wrong, media type, content. */
export const brokenFiles = (): [string, string, string | Uint8Array][] => [
  ['no zip', XLSX, 'not a workbook'],
  ['empty xlsx', XLSX, ''],
  ['a zip cut short', XLSX, Buffer.from('UEsDBBQAAAAIAAAA', 'base64')],
  ['a zip that claims 4 GB', XLSX, bomb()],
  ['csv called xlsx', XLSX, 'name,region\n某厂,青岛'],
  ['empty csv', 'text/csv', ''],
  ['csv without a name column', 'text/csv', 'foo,bar\n1,2'],
  ['a workbook called csv', 'text/csv', bomb()],
  ['empty jsonl', 'application/x-ndjson', '\n\n'],
];

/** A workbook over the limit of 20 MB. */
export const largeFile = () => ({ headers: { 'content-type': XLSX }, body: Buffer.alloc(25 * 1024 * 1024, 1) });

/** A zip directory whose one entry says that it unpacks to 4 GB. */
function bomb(): Buffer {
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  name.copy(local, 30);
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(0xffffffff, 24);
  entry.writeUInt16LE(name.length, 28);
  name.copy(entry, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
