/** Handlebars, without HTML escaping: every value has been made safe for Markdown before it comes here. */
export const template = `# Lab 11 · {{name}}

**{{t "report.total-label"}}: {{points}} / {{max}}** ({{level}}){{#if bonus}} · {{bonus}}{{/if}}{{#if firm}} · {{firm}}{{/if}}

{{t "report.submission"}}: {{#if submitted}}{{submitted}}, {{/if}}{{hash}}

{{#if hidden}}> {{hidden}}{{/if}}

{{#if flags.length}}
## {{t "report.flags"}}

{{#each flags}}
- {{this}}
{{/each}}
{{/if}}

## {{t "report.criteria"}}

| {{t "report.criterion"}} | {{t "report.points"}} | {{t "report.level"}} |
| --- | ---: | --- |
{{#each criteria}}
| {{title}} | {{points}} | {{level}} |
{{/each}}

{{#each bounds}}
- {{this}}
{{/each}}

{{#if marks.length}}
### {{t "report.marks"}}

{{#each marks}}
- {{this}}
{{/each}}
{{/if}}

{{#if todo.length}}
### {{t "report.todo-title"}}

{{#each todo}}
- [ ] {{this}}
{{/each}}
{{/if}}

## {{t "report.cdio"}}

| {{t "report.stage"}} | {{t "report.weight"}} | {{t "report.attained"}} |
| --- | ---: | ---: |
{{#each stages}}
| {{title}} | {{weight}} % | {{attained}} |
{{/each}}

## {{t "report.checks"}}

{{#each deliverables}}
### {{slug}}

{{#each diagnoses}}
> **{{t "diagnosis.title"}}**{{#if ids}} ({{ids}}){{/if}}: {{text}} ({{t "report.handout"}}: {{place}})

{{/each}}
{{#each checks}}
- {{symbol}} {{claim}} — {{verdict}} ({{visibility}}{{bonus}}{{points}}){{#if blocked}}, {{blocked}}{{/if}}
{{#each facts}}
  - {{this}}
{{/each}}
{{/each}}

{{/each}}
## {{t "report.about"}}

{{#each about}}
{{this}}

{{/each}}
`
