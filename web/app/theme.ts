import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

// 靛青: ink of an office, dark enough for text on paper (7.6 : 1 at shade 7).
const indigo: MantineColorsTuple = [
  '#eef3f8',
  '#dbe5ef',
  '#b7cbdf',
  '#8fadcb',
  '#6a90b6',
  '#4a76a1',
  '#34628f',
  '#26517b',
  '#1d4268',
  '#153352',
]

// 朱: for what is wrong or late; 7 : 1 on paper at shade 6.
const cinnabar: MantineColorsTuple = [
  '#fbf1ef',
  '#f3dcd7',
  '#dfb2aa',
  '#cc887c',
  '#bb6253',
  '#ad4633',
  '#a1301d',
  '#8b2717',
  '#761f11',
  '#61180c',
]

const faces =
  '"Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", system-ui, sans-serif'

const still = { transitionProps: { duration: 120 } }

/** The kit as it looks here: small, square, calm. */
export const theme = createTheme({
  colors: { indigo, red: cinnabar },
  primaryColor: 'indigo',
  primaryShade: 7,
  fontFamily: faces,
  headings: { fontFamily: faces, fontWeight: '600' },
  fontSizes: { xs: '13px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.6' },
  defaultRadius: 3,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', fw: 500 } },
    Drawer: { defaultProps: { ...still, position: 'right', padding: 'lg' } },
    Popover: { defaultProps: { ...still, radius: 3 } },
    Radio: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Loader: { defaultProps: { type: 'dots' } },
  },
})

/** The quiet colours of the kit are too faint to be read by everybody: these reach 4.5 : 1. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#56626f',
    '--mantine-color-placeholder': '#6b7680',
    '--mantine-color-text': '#1d2733',
  },
  dark: {},
})
