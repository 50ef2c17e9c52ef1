import { createHash } from 'node:crypto'

/** The one style sheet of a report: light, dark, narrow and printed. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #1c2127; --soft: #57606a; --page: #fbfbf9; --card: #fff; --line: #e0e2e0; --code: #f1f2f0;
  --accent: #1d6a62; --track: #e4e8e6; --review: #b7cfca; --good: #1a6b3c; --bad: #b3261e; --ours: #855300;
  --first: #0067a3; --second: #b84f00; --third: #00795a; --ground: #6a7178; --shade: 0 1px 2px rgb(20 30 30 / 5%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e7e6; --soft: #a0a9a8; --page: #121615; --card: #1a1f1e; --line: #2d3433; --code: #252b2a;
    --accent: #6dc3b6; --track: #2e3635; --review: #3f6f69; --good: #74ca93; --bad: #ff9a90; --ours: #e5b566;
    --first: #6bb6ee; --second: #f29a5c; --third: #5fc9a4; --ground: #97a09f; --shade: none;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 54rem; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, dl, dd, ul, figure { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
h2 { margin-bottom: .75rem; font-size: 1.2rem; line-height: 1.3; font-weight: 650; }
h3 { font-size: 1.05rem; line-height: 1.35; font-weight: 600; }
h4 { margin-top: .9rem; font-size: .9rem; font-weight: 600; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: .2rem; }
code { padding: .08em .3em; border-radius: .25rem; background: var(--code); unicode-bidi: isolate;
  font: .875em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
h3 code, h4 code { font-weight: inherit; }
ul { padding: 0; list-style: none; }
section { margin-top: 2.5rem; }
.soft { color: var(--soft); font-size: .9rem; }
.eyebrow { margin-bottom: .35rem; color: var(--soft); font-size: .85rem; }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.notice { margin-top: .9rem; padding: .5rem .75rem; border-left: 3px solid var(--ours); background: var(--card);
  font-size: .875rem; }
.card { padding: 1.1rem 1.25rem 1.2rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--card);
  box-shadow: var(--shade); }
.card + .card { margin-top: .75rem; }
.card > p, .card > ul { margin-top: .5rem; }
.bar { display: block; width: 100%; height: .5rem; margin-top: .65rem; border-radius: .25rem; }
.track { fill: var(--track); } .firm { fill: var(--accent); } .review { fill: var(--review); }
.level { padding: .1rem .55rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--soft);
  font-size: .8rem; white-space: nowrap; }
.score { margin-top: 1.5rem; }
.total { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .6rem; }
.total strong { font-size: 2.75rem; line-height: 1.1; font-weight: 680; letter-spacing: -.02em;
  font-variant-numeric: tabular-nums; }
.total .level { align-self: center; font-size: .9rem; }
.score .bar { height: .7rem; border-radius: .35rem; }
.next { border-left: 4px solid var(--accent); }
.next h3 { margin-top: .2rem; }
.row { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .75rem; }
.row h3 { flex: 1 1 14rem; }
.points { font-variant-numeric: tabular-nums; white-space: nowrap; }
.points.strong { font-weight: 600; }
.idle { padding: .8rem 1.25rem; box-shadow: none; background: none; }
.idle h3, .idle p { color: var(--soft); }
.notes li { padding-left: .8rem; border-left: 3px solid var(--line); font-size: .9rem; }
.notes li + li { margin-top: .3rem; }
details { margin-top: .7rem; }
summary { width: fit-content; max-width: 100%; cursor: pointer; color: var(--soft); font-size: .9rem; }
summary:hover { color: var(--ink); }
details details { margin-top: .4rem; }
.work { margin-top: .4rem; }
.check { position: relative; margin-top: .7rem; padding-left: 1.5rem; }
.check:target { outline: 2px solid var(--accent); outline-offset: .4rem; border-radius: .2rem; }
.sign { position: absolute; left: 0; width: 1.2rem; font-weight: 700; text-align: center; }
.good .sign { color: var(--good); } .bad .sign { color: var(--bad); } .ours .sign, .part .sign { color: var(--ours); }
.passed .check { margin-top: .35rem; font-size: .9rem; }
.claims li { margin-top: .3rem; padding-left: 1.5rem; color: var(--soft); font-size: .9rem; }
.meta { color: var(--soft); font-size: .8rem; }
.said { margin-top: .25rem; font-size: .925rem; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem .75rem; margin-top: .45rem;
  font-size: .875rem; }
.facts dt { color: var(--soft); }
.facts dt::after { content: ":"; }
.meta > a, .jump { display: inline-block; min-height: 1.5rem; line-height: 1.5rem; }
.seems { margin-top: .8rem; padding-top: .7rem; border-top: 1px solid var(--line); }
.waits { margin-top: .7rem; }
.waits summary { color: var(--ink); }
.profile { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1rem 2rem;
  align-items: center; margin-top: .75rem; }
.charts { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: .75rem; }
.charts .card { flex: 1 1 18rem; min-width: 0; margin: 0; }
.charts .wide { flex-basis: 100%; }
.charts .card:not(.wide) .chart { max-width: 30rem; }
.scroll { overflow-x: auto; }
.wide .scroll > svg { min-width: 36rem; }
svg.chart { display: block; width: 100%; height: auto; margin-top: .5rem; }
.chart text { fill: var(--soft); font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.chart .stage { fill: var(--ink); font-size: 13px; }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart polyline, .key line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: butt; }
.line-first { stroke: var(--first); } .line-second { stroke: var(--second); stroke-dasharray: 6 3; }
.line-third { stroke: var(--third); stroke-dasharray: 1.5 3; } .line-ground { stroke: var(--ground); }
.wide .line-first { stroke-dasharray: 1.5 3; }
.wide polyline { stroke-width: 1.6; }
circle.line-first { fill: var(--first); } circle.line-second { fill: var(--second); }
circle.line-third { fill: var(--third); } circle.line-ground { fill: var(--ground); }
.key { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin-top: .25rem; font-size: .85rem; }
.key svg { width: 1.75rem; height: .6rem; margin-right: .4rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); text-align: right; overflow-wrap: normal; }
th:first-child { padding-left: 0; text-align: left; }
thead th { color: var(--soft); font-weight: 500; }
tbody th { font-weight: 500; }
.about { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: .6rem 1.5rem;
  margin-top: .25rem; font-size: .9rem; }
.about dt { color: var(--soft); font-size: .8rem; }
.flags li { margin-top: .5rem; padding-left: 1.5rem; position: relative; font-size: .925rem; }
@media (max-width: 34rem) {
  body { padding: 1.25rem .75rem 3rem; }
  h1 { font-size: 1.5rem; }
  .card { padding: .9rem .9rem 1rem; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .facts dd { margin-bottom: .35rem; }
  .check, .flags li, .claims li { padding-left: 1.25rem; }
  th, td { padding: .3rem .3rem; }
}
@page { margin: 16mm 15mm; }
@media print {
  :root {
    color-scheme: light;
    --ink: #000; --soft: #444; --page: #fff; --card: #fff; --line: #bbb; --code: #f2f2f2; --accent: #1d6a62;
    --track: #dde2e0; --review: #a9c4bf; --good: #0c5128; --bad: #951b14; --ours: #6b4300; --first: #005f96;
    --second: #a34600; --third: #006349; --ground: #555; --shade: none;
  }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  section { margin-top: 1.6rem; }
  h2, h3, h4, .row { break-after: avoid; }
  .check, .next, .score, figure, .profile, table { break-inside: avoid; }
  details.evidence::details-content { content-visibility: visible; block-size: auto; }
  details.passed summary, details.waits summary, .evidence > summary { list-style: none; }
  .jump { display: none; }
  .wide .scroll { overflow: visible; }
  .wide .scroll > svg { min-width: 0; }
}
`

/** What the page allows: this style and nothing else, neither scripts nor anything from elsewhere. */
export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
