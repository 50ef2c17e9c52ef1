/** Handlebars, with HTML escaping. No scripts, fonts, images or addresses: the page is whole as it is. */
export const template = `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{{title}}</title>
<style>{{style}}</style>
</head>
<body>
<header>
<p class="eyebrow">{{t "page.course"}}</p>
<h1><bdi>{{name}}</bdi></h1>
{{#if submitted}}<p class="soft">{{submitted}}</p>{{/if}}
{{#if isInstructors}}<p class="notice">{{t "page.for-instructor"}}</p>{{/if}}
</header>
<main>
<section class="card score" aria-labelledby="score">
<h2 id="score" class="hidden">{{t "page.score"}}</h2>
<p class="total"><strong>{{score.points}}</strong> <span>{{score.max}}</span> <span class="level"><span class="hidden">{{t "report.level"}}: </span>{{score.level}}</span></p>
{{#if score.bar}}{{> bar score.bar}}{{/if}}
{{#each score.notes}}
<p class="soft">{{this}}</p>
{{/each}}
</section>
<section aria-labelledby="next">
<h2 id="next">{{t "report.next"}}</h2>
{{#with next}}
<div class="card next">
{{#if done.length}}
<p>{{> prose done}}</p>
{{#if more}}<p class="soft">{{more}}</p>{{/if}}
{{else}}
<p class="eyebrow"><code>{{slug}}</code></p>
<h3>{{> prose claim}}</h3>
{{#each message}}
<p class="said">{{> prose this}}</p>
{{/each}}
{{> facts facts}}
{{#if diagnosis}}
<div class="seems">
<h4>{{t "diagnosis.title"}}</h4>
{{> diagnosis diagnosis}}
</div>
{{/if}}
<p class="soft">{{#each stakes}}{{this}} {{/each}}{{#if href}}<a class="jump" href="{{href}}">{{t "page.see"}}</a>{{/if}}</p>
{{#if more}}<p class="soft">{{more}}</p>{{/if}}
{{/if}}
</div>
{{/with}}
</section>
<section aria-labelledby="criteria">
<h2 id="criteria">{{t "report.criteria"}}</h2>
{{#each cards}}
{{> card this}}
{{/each}}
</section>
<section aria-labelledby="profile">
<h2 id="profile">{{t "report.cdio"}}</h2>
<p class="soft">{{t "page.cdio-about"}}</p>
{{> profile profile}}
</section>
{{#if diagnoses.length}}
<section aria-labelledby="diagnoses">
<h2 id="diagnoses">{{t "diagnosis.title"}}</h2>
{{#each diagnoses}}
<article class="card">
<h3><code>{{slug}}</code></h3>
{{> diagnosis this}}
{{#if @root.isInstructors}}{{#if ids}}<p class="meta">{{ids}}</p>{{/if}}{{/if}}
</article>
{{/each}}
</section>
{{/if}}
{{#if charts.length}}
<section aria-labelledby="models">
<h2 id="models">{{t "page.models"}}</h2>
<p class="soft">{{> prose modelsAbout}}</p>
<div class="charts">
{{#each charts}}
{{> chart this}}
{{/each}}
</div>
</section>
{{/if}}
{{#if flags.length}}
<section aria-labelledby="flags">
<h2 id="flags">{{t "report.flags"}}</h2>
<ul class="flags">
{{#each flags}}
<li class="ours"><span class="sign" aria-hidden="true">!</span>{{> prose this}}</li>
{{/each}}
</ul>
</section>
{{/if}}
</main>
<footer>
<section aria-labelledby="about">
<h2 id="about">{{t "report.about"}}</h2>
<dl class="about">
{{#each about.facts}}
<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
{{/each}}
</dl>
{{#each about.notes}}
<p class="soft">{{this}}</p>
{{/each}}
</section>
</footer>
</body>
</html>
`
