/** The style of the playground: that of the report, and what a page to type in needs besides. */
import { style as reportStyle } from '../report/html/style.ts';

export const style = `${reportStyle}
.page{max-width:80rem}
header{padding:2rem 0 1.1rem}
header p{color:var(--muted);margin-top:.3rem;max-width:44rem}
.frame{grid-template-columns:minmax(0,1fr) 18rem}
.frame main{padding:1.4rem 0 1.6rem}
aside{padding:1.4rem 0;font-size:.92rem;min-width:0}
aside h2{font:600 1rem/1.4 var(--text);margin-top:1.2rem}
aside h2:first-child{margin-top:0}
aside ul{list-style:none}
aside li{margin:.1rem 0}
aside li a{display:flex;gap:.5em;align-items:baseline;padding:.22rem 0;color:var(--ink);
  text-decoration:none;overflow-wrap:anywhere;min-width:0}
aside li a:hover{color:var(--accent);text-decoration:underline}
aside .shape{position:relative;top:.05em;font-size:.85em}
.editor-label{font-weight:600;margin-bottom:.3rem}
.editor{position:relative;display:grid;border:1px solid var(--muted);border-radius:6px;
  background:var(--ground)}
.editor:focus-within{outline:2px solid var(--accent);outline-offset:1px}
.editor textarea,.editor .ink{grid-area:1/1;margin:0;padding:.75rem .85rem;border:0;
  font:1rem/1.6 var(--mono);letter-spacing:0;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:2;
  min-height:6.6rem;width:100%}
.editor textarea{background:none;color:transparent;caret-color:var(--ink);resize:none;
  overflow:hidden;outline:none}
.editor textarea::selection{background:var(--accent);color:var(--ground)}
.editor .ink{pointer-events:none;color:var(--ink)}
.ink .word{color:var(--accent)}
.ink .number{color:var(--survived);white-space:inherit}
.ink .sign{color:var(--proved);font-weight:600}
.ink .comment{color:var(--muted);font-style:italic}
.ink .wrong{text-decoration:underline wavy var(--refuted);text-underline-offset:.25em}
.words{list-style:none;position:absolute;left:.5rem;top:100%;z-index:5;background:var(--raised);
  border:1px solid var(--muted);border-radius:5px;min-width:11rem;font-family:var(--mono);
  font-size:.9rem}
.words li{padding:.25rem .7rem;cursor:pointer}
.words li[aria-selected=true]{background:var(--accent);color:var(--ground)}
.hint{min-height:1.5em;margin-top:.35rem;color:var(--muted);font-size:.9rem;overflow-wrap:anywhere}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.6rem}
button{font:inherit;font-size:.95rem;padding:.4rem .85rem;border:1px solid var(--muted);
  border-radius:6px;background:var(--raised);color:var(--ink);cursor:pointer}
button:hover:not(:disabled){border-color:var(--accent);color:var(--accent)}
button:disabled{opacity:.55;cursor:default}
button.main{background:var(--accent);border-color:var(--accent);color:var(--ground);font-weight:600}
button.main:hover:not(:disabled){color:var(--ground);opacity:.9}
button.link{border:0;background:none;padding:.15rem 0;color:var(--accent);text-decoration:underline}
.status{min-height:1.6em;margin-top:.8rem;color:var(--muted);font-variant-numeric:tabular-nums}
.result{border-top:1px solid var(--line);padding-top:1rem;margin-top:.3rem}
.result:empty{display:none}
.head{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;align-items:baseline}
.verdict{font-size:1.3rem}
.facts{overflow-wrap:anywhere}
.point li{padding-right:.7rem}
.offer{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem .8rem;margin-top:.5rem}
.offer code{overflow-wrap:anywhere}
.note{border-top:1px solid var(--line);margin-top:1.6rem;padding-top:1rem}
.note h2{font:600 1rem/1.4 var(--text)}
.note p{margin-top:.4rem}
.file,#save-note{vertical-align:middle}
.file{display:inline-block;position:relative;font-size:.95rem;padding:.4rem .85rem;
  border:1px solid var(--muted);border-radius:6px;background:var(--raised);cursor:pointer;
  overflow:hidden}
.file:hover,.file:focus-within{border-color:var(--accent);color:var(--accent)}
.file:focus-within{outline:2px solid var(--accent);outline-offset:1px}
.file input{position:absolute;inset:0;opacity:0;cursor:pointer;width:100%}
.note ol{list-style:none;margin-top:.8rem}
.note li{display:grid;grid-template-columns:6.2rem minmax(0,1fr);gap:.1rem .9rem;padding:.45rem 0;
  border-top:1px solid var(--line)}
.note li .because{grid-column:2}
.dropping{outline:3px dashed var(--accent);outline-offset:-6px}
.status.hidden-text{min-height:0;margin:0}
.result .conclusion{overflow-x:auto}
.answer{border-left:3px solid var(--proved);padding-left:1rem}
.result h3,#more-result h3{font:600 1rem/1.4 var(--text)}
.given li{max-width:100%;overflow-x:auto;overflow-y:hidden}
.result.old{opacity:.55}
#history-list a{font-family:var(--mono);font-size:.85em}
#history-list span.text{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0}
kbd{font:.85em var(--mono);border:1px solid var(--line);border-radius:3px;padding:0 .3em}
@media (max-width:56rem){
  .frame{grid-template-columns:minmax(0,1fr)}
  aside{border-top:1px solid var(--line)}
}
@media (max-width:40rem){
  header{padding:1.2rem 0 .8rem}
  .editor textarea,.editor .ink{font-size:1rem;padding:.6rem}
  button{padding:.5rem .8rem}
}
`;
