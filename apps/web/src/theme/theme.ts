import { type ThemeConfig, theme } from 'antd';

/**
 * The one place of colours and measures: pine green on paper, clay for what wants attention. Ant Design takes them as tokens,
 * our own styles as CSS variables of the same names. Every text colour has at least 4.5:1 on each ground it stands on.
 */
const PALETTES = {
  light: {
    paper: '#f7f5f0',
    surface: '#ffffff',
    sunken: '#f1eee6',
    line: '#e3ded3',
    edge: '#8b8576',
    ink: '#1d2521',
    soft: '#545e58',
    accent: '#0f5c4d',
    'accent-strong': '#0a4a3e',
    'on-accent': '#ffffff',
    'accent-soft': '#e2eee9',
    clay: '#a24a22',
    'clay-soft': '#f8e8de',
    good: '#1a6a3a',
    'good-soft': '#e1f0e5',
    warn: '#7d5200',
    'warn-soft': '#f9efd5',
    bad: '#a8251d',
    'bad-soft': '#fae4e1',
    shade: '0 1px 2px rgb(40 36 24 / 5%), 0 4px 16px rgb(40 36 24 / 5%)',
  },
  dark: {
    paper: '#121614',
    surface: '#1a201d',
    sunken: '#222a26',
    line: '#313a35',
    edge: '#7f8a84',
    ink: '#e8ece9',
    soft: '#aab5ae',
    accent: '#6cc7ae',
    'accent-strong': '#8ad6c1',
    'on-accent': '#06201a',
    'accent-soft': '#1c3831',
    clay: '#f0aa80',
    'clay-soft': '#3d2a1f',
    good: '#82d39d',
    'good-soft': '#1c3525',
    warn: '#e7bb6b',
    'warn-soft': '#382d16',
    bad: '#ff9e93',
    'bad-soft': '#43211e',
    shade: '0 1px 2px rgb(0 0 0 / 40%)',
  },
} as const;

export type Mode = keyof typeof PALETTES;

const sheet = document.head.appendChild(document.createElement('style'));

/** Writes the palette to the page, for our own styles: as a rule, so that what is printed can have another. */
export function applyPalette(mode: Mode): void {
  document.documentElement.dataset.theme = mode;
  const lines = Object.entries(PALETTES[mode]).map(([name, value]) => `--${name}: ${value};`);
  sheet.textContent = `:root { color-scheme: ${mode}; ${lines.join(' ')} }`;
}

export const fontFamily =
  '-apple-system, BlinkMacSystemFont, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Segoe UI", sans-serif';

/** The same palette for Ant Design. */
export function antTheme(mode: Mode): ThemeConfig {
  const c = PALETTES[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: c.accent,
      colorPrimaryHover: c['accent-strong'],
      colorPrimaryActive: c['accent-strong'],
      colorPrimaryBg: c['accent-soft'],
      colorLink: c.accent,
      colorLinkHover: c['accent-strong'],
      colorTextLightSolid: c['on-accent'],
      colorSuccess: c.good,
      colorWarning: c.warn,
      colorError: c.bad,
      colorErrorText: c.bad,
      colorBgLayout: c.paper,
      colorBgContainer: c.surface,
      colorBgElevated: c.surface,
      colorText: c.ink,
      colorTextHeading: c.ink,
      colorTextSecondary: c.soft,
      colorTextTertiary: c.soft,
      colorTextDescription: c.soft,
      colorTextPlaceholder: c.soft,
      colorBorder: c.edge,
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      borderRadius: 8,
      borderRadiusLG: 12,
      fontFamily,
      fontSize: 15,
      controlHeight: 40,
      controlHeightLG: 48,
      controlHeightSM: 32,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500, dangerColor: c['on-accent'] },
      // What can no longer be changed is still to be read.
      Input: { colorTextDisabled: c.ink },
      Form: { labelColor: c.ink, itemMarginBottom: 20, verticalLabelPadding: '0 0 6px' },
    },
  };
}
