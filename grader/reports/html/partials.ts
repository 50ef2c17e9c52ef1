/** Pieces of the page by name; each is given what one of the views makes. */
export const partials: Readonly<Record<string, string>> = {
  prose: '{{#each this}}{{#if code}}<code>{{text}}</code>{{else}}{{text}}{{/if}}{{/each}}',

  facts: `{{#if length}}
<dl class="facts">
{{#each this}}
<dt>{{label}}</dt><dd><code>{{value}}</code></dd>
{{/each}}
</dl>
{{/if}}`,

  // The number stands beside it in words.
  bar: `<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
<rect class="track" width="100" height="1"/><rect class="review" width="{{provisional}}" height="1"/><rect class="firm" width="{{firm}}" height="1"/>
</svg>`,

  diagnosis: `{{#each sentences}}
<p class="said">{{> prose this}}</p>
{{/each}}
<p class="said"><span class="soft">{{t "report.handout"}}:</span> <code>{{place}}</code></p>`,

  check: `<li class="check {{state}}"{{#if anchor}} id="{{anchor}}"{{/if}}>
<p><span class="sign" aria-hidden="true">{{symbol}}</span><span class="hidden">{{verdict}}: </span>{{> prose claim}}
<span class="meta">{{visibility}}{{#if points}} · <span class="points">{{points}}</span>{{/if}}</span></p>
{{#each message}}
<p class="said">{{> prose this}}</p>
{{/each}}
{{> facts facts}}
{{#each notes}}
<p class="meta">{{> prose this}}</p>
{{/each}}
{{#if elsewhere}}<p class="meta"><a href="{{elsewhere.href}}">{{elsewhere.text}}</a></p>{{/if}}
</li>`,

  part: `<div class="work">
<h4><code>{{slug}}</code></h4>
{{#if unstarted}}<p class="said">{{unstarted}}</p>{{/if}}
{{#if failing.length}}
<ul>
{{#each failing}}
{{> check this}}
{{/each}}
</ul>
{{/if}}
{{#each waiting}}
<details class="waits"><summary>{{> prose line}}</summary>
{{#if href}}<p class="meta"><a class="jump" href="{{href}}">{{t "page.why"}}</a></p>{{/if}}
<ul class="claims">
{{#each claims}}
<li>{{> prose this}}</li>
{{/each}}
</ul>
</details>
{{/each}}
{{> facts sources}}
{{#if passed.length}}
<details class="passed"><summary><span class="good" aria-hidden="true">✓</span> {{passedLine}}</summary>
<ul>
{{#each passed}}
{{> check this}}
{{/each}}
</ul>
</details>
{{/if}}
</div>`,

  card: `<article class="card{{#unless parts.length}} idle{{/unless}}" aria-labelledby="criterion-{{@index}}">
<div class="row"><h3 id="criterion-{{@index}}">{{title}}</h3>
{{#if points}}<span class="points strong">{{points}}</span>{{/if}}
{{#if level}}<span class="level"><span class="hidden">{{t "report.level"}}: </span>{{level}}</span>{{/if}}</div>
{{#if bar}}{{> bar bar}}{{/if}}
{{#if notes.length}}
<ul class="notes">
{{#each notes}}
<li>{{> prose this}}</li>
{{/each}}
</ul>
{{/if}}
{{#if parts.length}}
<details class="evidence"><summary>{{t "report.checks"}}: {{counts}}</summary>
{{#each parts}}
{{> part this}}
{{/each}}
</details>
{{/if}}
</article>`,

  profile: `<div class="profile">
<svg class="chart" viewBox="0 0 340 {{height}}" role="img" aria-labelledby="profile-title profile-text">
<title id="profile-title">{{t "page.cdio-chart"}}</title>
<desc id="profile-text">{{description}}</desc>
{{#each stages}}
<text class="stage" x="0" y="{{textY}}">{{title}}</text>
<rect class="track" x="100" y="{{y}}" width="190" height="16" rx="3"/>
<rect class="firm" x="100" y="{{y}}" width="{{length}}" height="16" rx="3"/>
<text class="stage" x="340" y="{{textY}}" text-anchor="end">{{attained}}</text>
{{/each}}
</svg>
<table>
<thead><tr><th scope="col">{{t "report.stage"}}</th><th scope="col">{{t "report.weight"}}</th><th scope="col">{{t "report.attained"}}</th></tr></thead>
<tbody>
{{#each stages}}
<tr><th scope="row">{{title}}</th><td>{{weight}}</td><td>{{attained}}</td></tr>
{{/each}}
</tbody>
</table>
</div>`,

  chart: `<article class="card{{#if wide}} wide{{/if}}">
<h3>{{title}}</h3>
<p class="meta"><code>{{slug}}</code></p>
{{#if wide}}<div class="scroll" role="group" tabindex="0" aria-labelledby="{{id}}-title">{{/if}}
<svg class="chart" viewBox="0 0 {{width}} {{height}}" role="img" aria-labelledby="{{id}}-title {{id}}-text">
<title id="{{id}}-title">{{title}}</title>
<desc id="{{id}}-text">{{description}}</desc>
{{#each horizontal}}
<line class="grid" x1="{{../left}}" x2="{{../right}}" y1="{{y}}" y2="{{y}}"/><text x="38" y="{{labelY}}" text-anchor="end">{{label}}</text>
{{/each}}
{{#each vertical}}
<text x="{{x}}" y="166" text-anchor="middle">{{label}}</text>
{{/each}}
<text x="{{right}}" y="184" text-anchor="end">{{xTitle}}</text>
{{#each lines}}
{{#if dot}}<circle class="line-{{style}}" cx="{{dot.x}}" cy="{{dot.y}}" r="3"/>{{else}}<polyline class="line-{{style}}" points="{{points}}"/>{{/if}}
{{/each}}
</svg>
{{#if wide}}</div>{{/if}}
<ul class="key">
{{#each lines}}
<li><svg viewBox="0 0 28 10" aria-hidden="true" focusable="false"><line class="line-{{style}}" x1="0" x2="28" y1="5" y2="5"/></svg>{{name}}</li>
{{/each}}
</ul>
<details><summary>{{t "page.numbers"}}</summary>
<div class="scroll" role="group" tabindex="0" aria-label="{{title}}">
<table>
<thead><tr><th scope="col">{{t "page.curve"}}</th><th scope="col">{{t "page.first"}}</th><th scope="col">{{t "page.last"}}</th><th scope="col">{{t "page.low"}}</th><th scope="col">{{t "page.high"}}</th></tr></thead>
<tbody>
{{#each lines}}
<tr><th scope="row">{{name}}</th><td>{{first}}</td><td>{{last}}</td><td>{{low}}</td><td>{{high}}</td></tr>
{{/each}}
</tbody>
</table>
</div>
</details>
</article>`,
}
