/**
 * The style of the page: system fonts, one accent, colours that follow the reader's surroundings.
 */
import { dark, light, properties } from './palette.ts';
import { figures } from './style-figures.ts';

export const style = `
:root{${properties(light)};color-scheme:light dark;--mono:ui-monospace,"SF Mono",SFMono-Regular,
  Menlo,Consolas,"DejaVu Sans Mono",monospace;--text:system-ui,-apple-system,"Segoe UI",Roboto,
  "Helvetica Neue",Arial,sans-serif;--math:"STIX Two Math","Cambria Math","Latin Modern Math",
  "Libertinus Math","Noto Sans Math",math,ui-serif,Georgia,serif;--serif:ui-serif,"Iowan Old Style",
  Palatino,"Palatino Linotype",Georgia,"DejaVu Serif",serif}
@media (prefers-color-scheme:dark){:root{${properties(dark)}}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 var(--text)}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-99rem;top:.5rem;padding:.5rem 1rem;background:var(--ground);
  border:1px solid var(--accent);z-index:9}
.skip:focus{left:.5rem}
.hidden-text,.separator{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
  white-space:nowrap}
.definitions{position:absolute;width:0;height:0}
[hidden]{display:none!important}
h1,h2,h3,h4,p,ul,ol,dl,dd,pre,table{margin:0;padding:0}
code,pre{font-family:var(--mono);font-size:.86em}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
math{font-family:var(--math);font-size:1.12em}
.matter p,.matter li,.matter dd,.texts dd,.sides>div{max-width:100%;overflow-x:auto;overflow-y:hidden}
.page{max-width:74rem;margin:0 auto;padding:0 1.25rem 4rem}
header{padding:3.25rem 0 1.5rem}
h1{font:600 clamp(1.7rem,4.5vw,2.4rem)/1.15 var(--serif);letter-spacing:-.012em}
header .sum{margin-top:.7rem;max-width:44rem;color:var(--muted);font-size:1.05rem}
.tally{display:flex;flex-wrap:wrap;gap:.4rem 1.7rem;list-style:none;margin-top:1.3rem}
.tally li{display:flex;align-items:baseline;gap:.5rem}
.tally b{font:600 1.5rem/1 var(--serif);font-variant-numeric:tabular-nums}
.share{display:block;width:100%;height:.55rem;margin-top:1rem}
.badge{display:inline-flex;align-items:center;gap:.42em;font-weight:600;white-space:nowrap}
.shape{width:.78em;height:.78em;flex:none}
.proved{color:var(--proved)}
.refuted{color:var(--refuted)}
.survived{color:var(--survived)}
.ill-typed{color:var(--ill-typed)}
.gave-up{color:var(--gave-up)}
.measured{color:var(--accent)}
.frame{display:grid;grid-template-columns:15.5rem minmax(0,1fr);gap:0 3rem;
  border-top:1px solid var(--line)}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;
  padding:1.6rem .25rem 1.6rem 3px;font-size:.9rem}
nav h2,.label,.kind-label{font:600 .78rem/1.4 var(--text);color:var(--muted)}
nav h2{margin-top:1.1rem}
nav ul{list-style:none}
nav .index a{display:flex;align-items:baseline;gap:.45em;padding:.16rem 0;color:var(--ink);
  text-decoration:none;overflow-wrap:anywhere}
nav .index a:hover{color:var(--accent);text-decoration:underline}
nav .index .shape{position:relative;top:.05em;font-size:.85em}
label{display:block}
input[type=search],select{width:100%;font:inherit;padding:.42rem .6rem;color:var(--ink);
  background:var(--ground);border:1px solid var(--muted);border-radius:5px}
fieldset{border:0;margin:.9rem 0 0;padding:0}
legend{padding:0}
.choices{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin-top:.2rem}
.choices label{display:inline-flex;align-items:center;gap:.4em;padding:.18rem 0}
input[type=checkbox]{accent-color:var(--accent);margin:0;width:1rem;height:1rem}
.field{margin-top:.9rem}
.count{display:block;margin-top:.8rem;color:var(--muted);font-variant-numeric:tabular-nums}
main{min-width:0;padding-top:1.6rem}
main section{margin-bottom:3rem}
section>h2{font:600 1.35rem/1.3 var(--serif);margin-bottom:.3rem}
.legend,.because,.source,.note,.assumed,.facts,.aside,.reason{color:var(--muted);font-size:.9rem}
.keys{display:flex;flex-wrap:wrap;gap:.15rem 1.2rem;list-style:none;color:var(--muted);
  font-size:.9rem;margin:.2rem 0 1rem}
.claim{display:grid;grid-template-columns:8.6rem minmax(0,1fr);gap:0 1.4rem;padding:1.7rem 0;
  border-top:1px solid var(--line)}
.claim:target{box-shadow:-1.25rem 0 0 var(--ground),calc(-1.25rem - 3px) 0 0 var(--accent)}
.claim:focus{outline-offset:.5rem}
.facts span{display:block}
.facts .separator{display:inline}
h3{font:600 1rem/1.45 var(--mono);overflow-wrap:anywhere}
h3 a{color:inherit;text-decoration:none}
h3 a:hover,h3 a:focus-visible{color:var(--accent);text-decoration:underline}
h4{font:600 .92rem/1.4 var(--text);margin-bottom:.35rem}
.aside{font-weight:400;margin-left:.7em}
.statement{margin:.45rem 0 .7rem}
.given{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;list-style:none;color:var(--muted)}
.conclusion{margin-top:.3rem;padding-left:1.6rem;text-indent:-1.6rem;font-size:1.12rem;
  line-height:1.9;overflow-x:auto;overflow-y:hidden}
.turnstile{display:inline-block;width:1.6rem;text-indent:0;color:var(--muted)}
.matter>p{margin-top:.35rem}
.note{color:var(--ink);font-size:1rem;max-width:42rem}
.mismatch{border:1px solid var(--refuted);color:var(--refuted);padding:.35rem .7rem;
  border-radius:5px}
.label{margin-right:.5em}
.assumed math+math{margin-left:.35em}
.assumed .separator{position:static;clip-path:none}
.source{overflow-wrap:anywhere}
.evidence{margin:1rem 0}
.scroll{overflow-x:auto}
.more{display:flex;flex-wrap:wrap;gap:.35rem 1.5rem;margin-top:.5rem;font-size:.9rem}
.more details{min-width:0}
.more details[open]{flex-basis:100%;order:1}
code{overflow-wrap:anywhere}
summary{cursor:pointer;color:var(--accent);padding:.15rem 0}
.texts dt{color:var(--muted);margin-top:.5rem}
.texts pre,.source-text{background:var(--raised);padding:.6rem .8rem;border-radius:5px;
  line-height:1.5}
.source-text{margin:.5rem 0}
mark{background:none;color:var(--ill-typed);text-decoration:underline wavy;
  text-underline-offset:.25em;font-weight:700}
.problems{border:1px solid var(--refuted);border-radius:5px;padding:.8rem 1rem;margin:0 0 2rem}
footer{border-top:1px solid var(--line);padding-top:1rem;color:var(--muted);font-size:.9rem}
${figures}
@media (max-width:56rem){
.frame{grid-template-columns:minmax(0,1fr)}
nav{position:static;max-height:none;padding-bottom:.4rem}
nav .index,nav .index-title{display:none}
}
@media (max-width:40rem){
.page{padding:0 1rem 3rem}
header{padding-top:2rem}
.claim{grid-template-columns:minmax(0,1fr);padding:1.3rem 0}
.margin{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .8rem;margin-bottom:.15rem}
.facts span{display:inline}
.facts .separator{position:static;clip-path:none}
}
@media print{
:root{${properties(light)};--ground:#fff}
nav,.skip,.more{display:none}
.frame,.page{display:block;max-width:none;padding:0}
body{font-size:10pt}
.claim{break-inside:avoid-page;padding:.8rem 0}
a{color:inherit;text-decoration:none}
}
`;
