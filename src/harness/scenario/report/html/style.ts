/** The look of a report: no font, image or script from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f5f6f8; --card: #ffffff; --ink: #1b1f24; --quiet: #545d68; --line: #d3d8de;
  --code: #f0f2f5; --link: #0b57a8; --focus: #0b57a8;
  --passed: #12653a; --passed-bg: #e3f4ea; --failed: #a3201b; --failed-bg: #fdeae8;
  --skipped: #725200; --skipped-bg: #fbf1d6; --not-run: #4d5661; --not-run-bg: #e9ecf0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --card: #1a2029; --ink: #e6eaf0; --quiet: #a4aebb; --line: #343d4a;
    --code: #11161d; --link: #8cbcff; --focus: #8cbcff;
    --passed: #74d99f; --passed-bg: #15301f; --failed: #ff9d95; --failed-bg: #401a19;
    --skipped: #f0c866; --skipped-bg: #372b0d; --not-run: #b4bdc9; --not-run-bg: #2a323d;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
code, pre, .mono {
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
  font-size: 0.875em;
}
pre code { font-size: 1em; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: 0.5rem 1rem; z-index: 1; }
.page { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 1.2rem; line-height: 1.35; margin: 0; }
h3 { font-size: 1rem; margin: 1.25rem 0 0.5rem; }
p { margin: 0.35rem 0; }
.quiet { color: var(--quiet); }
.counts { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.counts li {
  flex: 1 1 7.5rem; background: var(--card); border: 1px solid var(--line);
  border-top: 4px solid var(--tone); border-radius: 8px; padding: 0.6rem 0.9rem;
}
.counts .none { --tone: var(--line); }
.counts .none strong { color: var(--quiet); }
.counts strong { display: block; font-size: 1.75rem; line-height: 1.15; color: var(--tone); }
.passed { --tone: var(--passed); --tone-bg: var(--passed-bg); }
.failed { --tone: var(--failed); --tone-bg: var(--failed-bg); }
.skipped { --tone: var(--skipped); --tone-bg: var(--skipped-bg); }
.not-run { --tone: var(--not-run); --tone-bg: var(--not-run-bg); }
.badge {
  display: inline-block; padding: 0.05rem 0.55rem; border-radius: 999px; white-space: nowrap;
  font-size: 0.8rem; font-weight: 650; color: var(--tone); background: var(--tone-bg);
}
fieldset { border: 0; padding: 0; margin: 0 0 1rem; display: flex; flex-wrap: wrap; gap: 0.4rem 1.1rem; }
legend { float: left; margin-right: 1rem; padding: 0; font-weight: 600; }
fieldset label { cursor: pointer; }
body:has(#show-failed:checked) [data-status]:not([data-status="failed"]),
body:has(#show-passed:checked) [data-status]:not([data-status="passed"]),
body:has(#show-rest:checked) [data-status]:is([data-status="passed"], [data-status="failed"]) { display: none; }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.75rem; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-size: 0.85rem; color: var(--quiet); }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
article {
  background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--tone);
  border-radius: 8px; margin: 1rem 0; padding: 1rem 1.1rem; scroll-margin-top: 1rem;
}
article > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 0.7rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.15rem 1.4rem; margin: 0.5rem 0; }
.facts div { display: flex; gap: 0.45rem; min-width: 0; align-items: baseline; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
pre {
  margin: 0.4rem 0; padding: 0.65rem 0.8rem; overflow: auto; max-height: 26rem;
  background: var(--code); border: 1px solid var(--line); border-radius: 6px;
}
summary { cursor: pointer; }
.steps { list-style: none; margin: 0.5rem 0 0; padding: 0; }
.steps > li { position: relative; padding: 0 0 0.15rem 1.6rem; }
.steps > li::before {
  content: ""; position: absolute; left: 0.45rem; top: 0.95rem; bottom: -0.95rem;
  width: 2px; background: var(--line);
}
.steps > li:last-child::before { display: none; }
.steps > li::after {
  content: ""; position: absolute; left: 0; top: 0.55rem; width: 1rem; height: 1rem;
  border-radius: 50%; background: var(--tone-bg); border: 3px solid var(--tone);
}
.steps > li > details > summary, .steps > li > .plain { display: flex; gap: 0.5rem; padding: 0.3rem 0.4rem; }
.head { display: flex; flex: 1; flex-wrap: wrap; gap: 0 0.7rem; align-items: baseline; min-width: 0; }
.steps > li > details > summary::before { content: "▸"; width: 0.8rem; color: var(--quiet); }
.steps > li > details[open] > summary::before { content: "▾"; }
.steps > li > .plain { padding-left: 1.7rem; }
.steps > li > details > summary { list-style: none; border-radius: 6px; }
.steps > li > details > summary::-webkit-details-marker { display: none; }
.steps summary:hover { background: var(--code); }
.steps .title { font-weight: 600; overflow-wrap: anywhere; }
.steps .took { margin-left: auto; font-variant-numeric: tabular-nums; }
.inside { padding: 0.1rem 0.4rem 0.8rem 1.9rem; }
.troubles { border-left: 4px solid var(--failed); background: var(--failed-bg); border-radius: 6px; margin: 0.5rem 0; padding: 0.6rem 0.8rem; }
.troubles ul { margin: 0; padding: 0; list-style: none; }
.troubles li + li { margin-top: 0.7rem; }
.troubles dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.1rem 0.8rem; margin: 0.2rem 0 0; }
.troubles dt { color: var(--quiet); }
.troubles dd { margin: 0; overflow-wrap: anywhere; }
.what { font-weight: 650; overflow-wrap: anywhere; }
.command { white-space: pre-wrap; overflow-wrap: anywhere; }
.diff { padding: 0.4rem 0; }
.diff span, .diff ins, .diff del { display: block; padding: 0 0.8rem; text-decoration: none; white-space: pre; }
.diff del { background: var(--failed-bg); color: var(--failed); }
.diff ins { background: var(--passed-bg); color: var(--passed); }
.checks { margin: 0.3rem 0; padding-left: 1.2rem; }
.checks li { overflow-wrap: anywhere; }
.exchange { border: 1px solid var(--line); border-radius: 6px; margin: 0.4rem 0; }
.exchange > summary, .exchange > .plain { padding: 0.35rem 0.6rem; }
.exchange .body { padding: 0 0.7rem 0.6rem; }
.exchange h4 { margin: 0.5rem 0 0; font-size: 0.875rem; color: var(--quiet); }
.exchange .mono { overflow-wrap: anywhere; }
footer { margin-top: 2.5rem; color: var(--quiet); font-size: 0.9rem; }
@media (max-width: 40rem) {
  .page { padding: 1.25rem 0.75rem 3rem; }
  article { padding: 0.8rem 0.7rem; }
  .inside { padding-left: 0.4rem; }
  .steps > li > .plain { padding-left: 0.4rem; }
  .steps .took { margin-left: 0; }
  .optional { display: none; }
}
@media print {
  body { background: #fff; }
  fieldset, .skip { display: none; }
  article { break-inside: avoid; }
  pre { max-height: none; white-space: pre-wrap; }
}
`;
