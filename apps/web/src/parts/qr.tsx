import qrcode from 'qrcode-generator';

/** An address as a QR code: dark on white in either mode, as scanners want it. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) if (code.isDark(y, x)) path += `M${x} ${y}h1v1h-1z`;
  return (
    <svg role="img" aria-label={label} width="128" height="128" viewBox={`-3 -3 ${size + 6} ${size + 6}`}>
      <rect x="-3" y="-3" width={size + 6} height={size + 6} rx="2" fill="#fff" />
      <path d={path} fill="#111" />
    </svg>
  );
}
