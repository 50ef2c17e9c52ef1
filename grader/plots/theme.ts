import type { Config } from 'vega-lite'

/** Of the colours of Okabe and Ito, which colour-blind readers tell apart: https://jfly.uni-koeln.de/color/ */
export const colors = {
  blue: '#0072b2',
  vermilion: '#d55e00',
  green: '#009e73',
  orange: '#e69f00',
  grey: '#444444',
} as const

/** What makes lines different in a print without colours. */
export const dashes = { solid: [1, 0], dashed: [7, 4], dotted: [2, 3] } as const

/** The first is bundled for PNG; the others stand in where an SVG is opened on a machine without it. */
export const fontFamily = 'DejaVu Sans, Verdana, Arial, sans-serif'

/** How every chart looks. */
export const theme = {
  font: fontFamily,
  background: 'white',
  padding: 16,
  title: { fontSize: 17, fontWeight: 'bold', offset: 16, anchor: 'middle' },
  axis: { labelFontSize: 12, titleFontSize: 13, titleFontWeight: 'normal', titlePadding: 10, gridColor: '#dddddd' },
  axisX: { labelFlush: false },
  legend: { labelFontSize: 13, titleFontSize: 13, symbolSize: 160, labelLimit: 0, symbolStrokeWidth: 2.5 },
  line: { strokeWidth: 2.5 },
  view: { stroke: '#999999' },
} as const satisfies Config
