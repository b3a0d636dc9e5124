import { defineErrors } from '#platform/errors/errors';

/** Why a file is not taken, and what to do about it. */
export const contentErrors = defineErrors('file', {
  unknown_type: {
    kind: 'unsupported',
    zh: '无法识别该文件，或不支持这种类型。可上传：PDF、JPEG、PNG、WebP、Word（docx）、Excel（xlsx）、PowerPoint（pptx）。',
    en: 'This is no file of a kind that is taken. Take PDF, JPEG, PNG, WebP, Word (docx), Excel (xlsx) or PowerPoint (pptx).',
  },
  old_office: {
    kind: 'unsupported',
    zh: '这是旧格式（doc、xls、ppt）或加了密码的 Office 文件。请去掉密码，另存为 docx、xlsx 或 pptx 后再上传。',
    en: 'This Office file is of the old kind (doc, xls, ppt) or has a password. Save it without one as docx, xlsx or pptx.',
  },
  macros: {
    kind: 'invalid',
    zh: '该 Office 文件含有宏。请另存为不含宏的 docx、xlsx 或 pptx 后再上传。',
    en: 'This Office file holds macros. Save it as docx, xlsx or pptx without them.',
  },
  broken: {
    kind: 'invalid',
    zh: '文件已损坏或内容不完整，无法打开。请用原来的软件重新保存后再上传。',
    en: 'The file is damaged or cut short and cannot be opened. Save it once more with the program it comes from.',
  },
  unpacks_too_large: {
    kind: 'too-large',
    zh: '文件解压后超过 {limit} MB，请精简内容后再上传。',
    en: 'What is packed in the file is more than {limit} MB. Make it smaller.',
  },
  pdf_encrypted: {
    kind: 'invalid',
    zh: '该 PDF 有密码或限制，无法加水印。请用“打印为 PDF”另存一份没有密码的文件后再上传。',
    en: 'This PDF has a password or is restricted, so it cannot be watermarked. Print it to a PDF without one.',
  },
  pdf_active: {
    kind: 'invalid',
    zh: '该 PDF 含有脚本或会启动程序的动作。请用“打印为 PDF”另存一份后再上传。',
    en: 'This PDF holds scripts or starts programs. Print it to a new PDF and take that.',
  },
  pdf_pages: {
    kind: 'too-large',
    zh: 'PDF 超过 {limit} 页，请拆分后再上传。',
    en: 'The PDF has more than {limit} pages. Split it.',
  },
  picture_pixels: {
    kind: 'too-large',
    zh: '图片超过 {limit} 百万像素，请缩小后再上传。',
    en: 'The picture has more than {limit} million pixels. Make it smaller.',
  },
  picture_moves: {
    kind: 'unsupported',
    zh: '不支持动图，请改用静态图片。',
    en: 'Moving pictures are not taken. Use one that stands still.',
  },
  takes_too_long: {
    kind: 'invalid',
    zh: '检查该文件用时过长，已停止。请精简内容，或用“打印为 PDF”另存后再上传。',
    en: 'To look through this file takes too long. Make it simpler, or print it to a PDF.',
  },
});
