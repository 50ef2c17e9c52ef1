/** Handlebars, with HTML escaping. No scripts, fonts or images: the page is whole as it is. */
export const template = `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{t "gallery.title"}}</title>
<style>
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --soft: #59636e; --page: #fff; --card: #f6f8fa; --line: #d1d9e0; --link: #0a58ca;
  --student: #0b6e4f; --instructor: #8a3ffc; --maintainer: #9a4b00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --soft: #9aa4af; --page: #0d1117; --card: #161b22; --line: #30363d; --link: #79b8ff;
    --student: #4cc38a; --instructor: #c4a5ff; --maintainer: #f0a868;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 76rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; }
h2 small, .about, nav small { color: var(--soft); }
h2 small { font-size: .9rem; font-weight: 400; }
.about { max-width: 46rem; margin: 0 0 1rem; }
nav ul { margin: .5rem 0 0; padding: 0; list-style: none; columns: 18rem; }
nav li { padding: .2rem 0; break-inside: avoid; }
code, .pattern { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.message { margin: 0 0 .75rem; padding: .6rem .8rem .7rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card); break-inside: avoid; }
.message:target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
.message header { display: flex; flex-wrap: wrap; gap: .15rem .75rem; align-items: baseline; font-size: .85rem; }
.message header a { overflow-wrap: anywhere; }
.reader { color: var(--soft); }
.reader.student { color: var(--student); }
.reader.instructor { color: var(--instructor); }
.reader.maintainer { color: var(--maintainer); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; margin-top: .35rem; }
.pair p { margin: 0; overflow-wrap: anywhere; }
.pair + .pair:not(.patterns) { padding-top: .35rem; border-top: 1px dotted var(--line); }
.patterns { margin-top: .5rem; }
.pattern { color: var(--soft); font-size: .75rem; line-height: 1.45; }
.missing { margin: .35rem 0 0; color: var(--maintainer); }
.back { font-size: .85rem; }
@media (max-width: 42rem) {
  body { padding: 1rem .75rem 3rem; }
  .pair { grid-template-columns: 1fr; gap: .3rem; }
  .pair p { padding-left: 1.9rem; text-indent: -1.9rem; }
  .pair p::before { content: attr(lang); display: inline-block; width: 1.9rem; text-indent: 0; color: var(--soft);
    font: .7rem/1 ui-monospace, Menlo, Consolas, monospace; text-transform: uppercase; }
}
@media print {
  :root {
    color-scheme: light;
    --ink: #000; --soft: #444; --page: #fff; --card: #fff; --line: #999; --link: #000;
    --student: #000; --instructor: #000; --maintainer: #000;
  }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  nav, .back { display: none; }
  h2 { break-after: avoid; }
  .pair { grid-template-columns: 1fr 1fr; gap: 0 1rem; }
  .pair p { padding: 0; text-indent: 0; }
  .pair p::before { content: none; }
}
</style>
</head>
<body>
<header>
<h1>{{t "gallery.title"}}</h1>
<p class="about">{{t "gallery.about"}}</p>
</header>
<nav id="index">
<strong>{{t "gallery.index"}}</strong> <small>{{count}}</small>
<ul>
{{#each topics}}
<li><a href="#{{name}}">{{title}}</a> <small>{{messages.length}}</small></li>
{{/each}}
</ul>
</nav>
<main>
{{#each topics}}
<section id="{{name}}">
<h2>{{title}} <small>{{name}}.ts · {{count}}</small></h2>
{{#each messages}}
<article class="message" id="{{id}}">
<header><a href="#{{id}}"><code>{{id}}</code></a>{{#if reader}} <span class="reader {{readerKind}}">{{reader}}</span>{{/if}}</header>
{{#if isMissing}}
<p class="missing">{{t "gallery.no-example"}}</p>
{{/if}}
{{#each said}}
<div class="pair"><p lang="es">{{es}}</p><p lang="en">{{en}}</p></div>
{{/each}}
{{#if pattern}}
<div class="pair patterns"><p class="pattern" lang="es">{{pattern.es}}</p><p class="pattern" lang="en">{{pattern.en}}</p></div>
{{/if}}
</article>
{{/each}}
<p class="back"><a href="#index">↑ {{t "gallery.back"}}</a></p>
</section>
{{/each}}
</main>
</body>
</html>
`
