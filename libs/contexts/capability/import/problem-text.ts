/** What is wrong and how to mend it, in both languages. `{name}` stands for a parameter. */
const catalogue = {
  'import.name.missing': {
    zh: '缺少企业名称。请填写营业执照上的全称。',
    en: 'The firm name is missing. Fill in the full name of the business licence.',
  },
  'import.credit_code.length': {
    zh: '统一社会信用代码应为 18 位，现为 {length} 位。请对照营业执照改正。',
    en: 'A unified social credit code has 18 characters, this has {length}. Correct it from the business licence.',
  },
  'import.credit_code.character': {
    zh: '统一社会信用代码第 {place} 位不能是“{character}”（不使用字母 I、O、S、V、Z，第 3–8 位为数字）。请改正。',
    en: 'Character {place} of the credit code cannot be “{character}” (I, O, S, V and Z are not used, characters 3 to 8 are digits). Correct it.',
  },
  'import.credit_code.check_digit': {
    zh: '统一社会信用代码的校验位应为“{expected}”，现为“{found}”：其中有一位写错了。请对照营业执照改正。',
    en: 'The check digit of the credit code should be “{expected}”, not “{found}”: one character is wrong. Correct it from the business licence.',
  },
  'import.credit_code.number': {
    zh: '该单元格是数字格式，Excel 已丢失末几位。请把整列设为“文本”格式后重新填写信用代码。',
    en: 'The cell is formatted as a number and Excel has lost the last digits. Format the column as text and enter the code again.',
  },
  'import.cell.too_long': {
    zh: '内容有 {length} 个字，最多 {limit} 个。请缩短。',
    en: 'The content has {length} characters, at most {limit} are taken. Shorten it.',
  },
  'import.cell.type': {
    zh: '内容的类型不对，应为{expected}。请改正。',
    en: 'The content has the wrong type, it should be {expected}. Correct it.',
  },
  'import.list.too_many': {
    zh: '列出了 {count} 项，最多 {limit} 项。请删减。',
    en: '{count} items are listed, at most {limit} are taken. Remove some.',
  },
  'import.list.item_too_long': {
    zh: '第 {item} 项有 {length} 个字，最多 {limit} 个。请用“；”分开各项或缩短。',
    en: 'Item {item} has {length} characters, at most {limit} are taken. Separate the items with “;” or shorten it.',
  },
  'import.certificate.form': {
    zh: '第 {item} 项证书的写法不对。请写成“名称|编号|有效期至2027-06-30”，各证书用“；”分开。',
    en: 'Certificate {item} is not in the right form. Write “name|number|有效期至2027-06-30” and separate certificates with “;”.',
  },
  'import.date.invalid': {
    zh: '“{date}”不是有效日期。请写成 2027-06-30 这样的年-月-日，长期有效写“长期”。',
    en: '“{date}” is not a date. Write year-month-day like 2027-06-30, or “长期” when it does not expire.',
  },
  'import.number.invalid': {
    zh: '应为 0 到 {limit} 的整数。请只填数字。',
    en: 'This should be a whole number from 0 to {limit}. Enter digits only.',
  },
  'import.bytes.invalid': {
    zh: '含有无法识别的字节（乱码）。请用 Excel 另存为“CSV UTF-8”后重试，或重新输入这一格。',
    en: 'There are bytes that are no characters. Save the file as “CSV UTF-8” again, or retype the cell.',
  },
  'import.json.invalid': {
    zh: '这一行不是有效的 JSON。每行应是一个完整的对象。',
    en: 'The line is not valid JSON. Each line must be one whole object.',
  },
  'import.json.not_object': {
    zh: '这一行不是 JSON 对象。请写成 {"name": "…"} 的形式。',
    en: 'The line is not a JSON object. Write it like {"name": "…"}.',
  },
  'import.line.too_long': {
    zh: '这一行超过 {limit} KB。请拆分或缩短。',
    en: 'The line is longer than {limit} kB. Split or shorten it.',
  },
  'import.row.too_many_columns': {
    zh: '这一行有 {count} 列，最多 {limit} 列。请删去多余的列。',
    en: 'The row has {count} columns, at most {limit} are taken. Remove the columns that are not needed.',
  },
  'import.file.empty': {
    zh: '文件是空的。请选择有内容的文件。',
    en: 'The file is empty. Choose a file with rows in it.',
  },
  'import.file.not_xlsx': {
    zh: '这不是可读的 .xlsx 文件（可能已损坏、加密，或是旧的 .xls）。请用 Excel 另存为“.xlsx”后重试。',
    en: 'This is not a readable .xlsx file (it may be damaged, encrypted, or an old .xls). Save it as .xlsx in Excel and try again.',
  },
  'import.file.too_large': {
    zh: '文件超过 {limit} MB。请拆成几个文件，或另存为 CSV。',
    en: 'The file is larger than {limit} MB. Split it, or save it as CSV.',
  },
  'import.file.unpacked_too_large': {
    zh: '文件解压后超过 {limit} MB，已拒绝读取。请拆成几个文件，或另存为 CSV。',
    en: 'Unpacked, the file is larger than {limit} MB and was not read. Split it, or save it as CSV.',
  },
  'import.file.too_many_rows': {
    zh: '表格超过 {limit} 行。请拆成几个文件，或另存为 CSV。',
    en: 'The sheet has more than {limit} rows. Split it, or save it as CSV.',
  },
  'import.file.too_many_columns': {
    zh: '表格超过 {limit} 列。请删去多余的列（包括很靠右的零散单元格）。',
    en: 'The sheet has more than {limit} columns. Remove those not needed, stray cells far to the right included.',
  },
  'import.csv.quote': {
    zh: '从这一行起引号不成对，无法继续读取。请检查该行的双引号。',
    en: 'The quotes do not pair from this row on and the file cannot be read further. Check the double quotes there.',
  },
  'import.header.missing': {
    zh: '前 {rows} 行中没有找到含“企业名称”的表头。请在第一行写明各列的名称。',
    en: 'No header with a column “企业名称” or “name” is in the first {rows} rows. Put the names of the columns into the first row.',
  },
  'import.column.unknown': {
    zh: '以下各列不认识，已忽略：{columns}。',
    en: 'These columns are not known and were left out: {columns}.',
  },
  'import.column.repeated': {
    zh: '以下各列与前面的列含义相同，已忽略：{columns}。',
    en: 'These columns mean the same as an earlier one and were left out: {columns}.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type ImportCode = keyof typeof catalogue;
export const importCodes = Object.keys(catalogue) as ImportCode[];

/** Anything of an import with a code: a row's problem, a file's problem, a notice. */
export interface Tellable {
  readonly code: ImportCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly row?: number;
  readonly column?: string;
  readonly header?: string;
}

const places = {
  zh: (row: number, column: string, header: string) =>
    `第 ${row} 行${column ? ` ${column} 列` : ''}${header ? `（${header}）` : ''}：`,
  en: (row: number, column: string, header: string) =>
    `Row ${row}${column ? `, column ${column}` : ''}${header ? ` (${header})` : ''}: `,
};

/** One or two sentences: which cell, what is wrong with it, how to mend it. Plain text, not HTML. */
export function problemText(problem: Tellable, language: 'zh' | 'en'): string {
  const text = catalogue[problem.code][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(problem.params, name) ? String(problem.params[name]) : whole,
  );
  if (problem.row === undefined) return text;
  return places[language](problem.row, problem.column ?? '', problem.header ?? '') + text;
}

/** The problem with its text. */
export const told = <P extends Tellable>(problem: P, language: 'zh' | 'en') => ({
  ...problem,
  text: problemText(problem, language),
});
