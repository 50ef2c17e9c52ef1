const head = `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{title}}</title>
<link rel="icon" href="{{base}}/asset/icon.svg">
<link rel="stylesheet" href="{{base}}/asset/sheet.css">
<script src="{{base}}/asset/form.js" defer></script>
</head>`

/** All criteria, and how far each is. Handlebars, with HTML escaping. */
export const overviewTemplate = `${head}
<body class="overview">
<main>
<h1>{{t "mark.title"}}</h1>
<p>{{t "mark.about"}}</p>
{{#if missing}}<p class="notice">{{missing}}</p>{{/if}}
<table>
<caption>{{t "mark.criteria"}}</caption>
<thead><tr>
<th scope="col">{{t "report.criterion"}}</th><th scope="col">{{t "mark.progress-title"}}</th><th scope="col">{{t "mark.why"}}</th>
</tr></thead>
<tbody>
{{#each criteria}}
<tr>
<th scope="row"><a href="{{href}}">{{title}}</a></th>
<td><progress value="{{marked}}" max="{{total}}" aria-label="{{title}}"></progress> {{progress}}</td>
<td>{{why}}</td>
</tr>
{{/each}}
</tbody>
</table>
<p>{{t "mark.where"}} <code>{{folder}}</code></p>
</main>
</body>
</html>
`

/** One criterion of one submission: what there is to say of it, and beside it what was handed in. */
export const placeTemplate = `${head}
<body class="place">
<a class="skip" href="#points">{{t "mark.skip"}}</a>
<header>
<h1>{{criterion}} <span class="who">{{name}}</span></h1>
<nav aria-label="{{t "mark.nav"}}">
<a href="{{base}}/">{{t "mark.overview"}}</a>
<a id="previous" href="{{previous}}" rel="prev">← {{t "mark.previous"}}</a>
<a id="next" href="{{next}}" rel="next">{{t "mark.next"}} →</a>
<span class="progress"><progress value="{{marked}}" max="{{total}}" aria-label="{{t "mark.progress-title"}}"></progress> {{progress}}</span>
</nav>
</header>
<main>
<div class="panel">
<section aria-labelledby="give">
<h2 id="give">{{t "mark.give"}}</h2>
<p class="now">{{now}}</p>
{{#each notices}}<p class="notice">{{this}}</p>{{/each}}
<form id="mark" data-save="{{base}}/mark/{{place}}" data-draft="{{base}}/draft/{{place}}" data-etag="{{etag}}"
 data-saving="{{t "mark.saving"}}" data-unreachable="{{t "mark.unreachable"}}">
<div class="bands" role="group" aria-label="{{t "mark.bands"}}">
{{#each bands}}
<button type="button" data-points="{{points}}" aria-keyshortcuts="{{key}}"><kbd>{{key}}</kbd>
<span><b>{{level}}</b> <span class="range">{{range}}</span><br>{{descriptor}}</span></button>
{{/each}}
</div>
<p class="field"><label for="points">{{pointsLabel}}</label>
<input id="points" name="points" inputmode="decimal" autocomplete="off" required value="{{points}}" aria-describedby="problem"></p>
<p class="field"><label for="reason">{{t "mark.reason"}}</label>
<textarea id="reason" name="reason" rows="4" maxlength="4000" required aria-describedby="problem">{{reason}}</textarea></p>
<p class="field"><label for="by">{{t "mark.by"}}</label>
<input id="by" name="by" maxlength="100" autocomplete="off" value="{{by}}"></p>
<p class="buttons">
<button type="submit" class="main">{{t "mark.save-next"}}</button>
<button type="button" id="save">{{t "mark.save"}}</button>
{{#if withdrawable}}<button type="button" id="withdraw">{{t "mark.withdraw"}}</button>{{/if}}
</p>
<p id="status" role="status">{{status}}</p>
<p id="problem" role="alert"></p>
</form>
{{#if history.length}}
<details><summary>{{t "mark.history"}}</summary>
<ol class="history">{{#each history}}<li>{{this}}</li>{{/each}}</ol></details>
{{/if}}
<details id="help"><summary>{{t "mark.shortcuts"}}</summary>
<dl class="keys">{{#each keys}}<div><dt><kbd>{{key}}</kbd></dt><dd>{{does}}</dd></div>{{/each}}</dl>
<p><label><input type="checkbox" id="single" checked> {{t "mark.single-keys"}}</label></p>
</details>
</section>
<section aria-labelledby="checks">
<h2 id="checks">{{t "mark.checks"}}</h2>
{{#each bounds}}<p>{{this}}</p>{{/each}}
<ul class="checks">
{{#each checks}}
<li class="{{verdict}}"><span class="sign" aria-hidden="true">{{sign}}</span> <span>{{claim}}
<small>{{told}}</small>{{#if finding}}<small>{{finding}}</small>{{/if}}</span></li>
{{/each}}
</ul>
{{#if flags.length}}
<h3>{{t "report.flags"}}</h3>
<ul>{{#each flags}}<li>{{this}}</li>{{/each}}</ul>
{{/if}}
</section>
</div>
<div class="work">
{{#if absent}}<p class="notice">{{absent}}</p>{{else}}
{{#if changed}}<p class="notice">{{changed}}</p>{{/if}}
<nav aria-label="{{t "mark.work"}}"><a href="#document">reporte.md</a> <a href="#figures">{{t "mark.figures"}}</a> <a href="#code">{{t "mark.code"}}</a></nav>
<section id="document" aria-label="reporte.md">
<h2>reporte.md</h2>
{{#if documentNotice}}<p class="notice">{{documentNotice}}</p>{{/if}}
{{#if html}}<article class="rendered">{{{html}}}</article>{{/if}}
{{#if plain}}<pre tabindex="0" role="region" aria-label="reporte.md">{{plain}}</pre>{{/if}}
</section>
<section id="figures" aria-labelledby="figures-title">
<h2 id="figures-title">{{t "mark.figures"}}</h2>
{{#each figures}}<figure><img src="{{src}}" alt="{{file}}" loading="lazy"><figcaption><code>{{file}}</code></figcaption></figure>
{{else}}<p>{{t "mark.no-figures"}}</p>{{/each}}
</section>
<section id="code" aria-labelledby="code-title">
<h2 id="code-title">{{t "mark.code"}}</h2>
{{#each problems}}<p class="notice">{{this}}</p>{{/each}}
{{#each sources}}<details><summary><code>{{file}}</code></summary>
<div class="source" tabindex="0" role="region" aria-label="{{file}}"><ol>{{#each lines}}<li><code>{{this}}</code></li>{{/each}}</ol></div></details>
{{else}}<p>{{t "mark.no-code"}}</p>{{/each}}
</section>
{{/if}}
</div>
</main>
</body>
</html>
`
