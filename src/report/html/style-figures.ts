/** The style of what is drawn: derivations, matrices, tables, plots, the graph. */
export const figures = `
.derivation{list-style:none}
.derivation li{display:grid;grid-template-columns:minmax(0,1fr) minmax(8rem,18rem);gap:0 .8rem;
  align-items:baseline;padding:.16rem 0}
.derivation .depth1 .step{padding-left:1.2rem}
.derivation .depth2 .step{padding-left:2.4rem}
.derivation .depth3 .step{padding-left:3.6rem}
.derivation .depth4 .step{padding-left:4.8rem}
.derivation .depth5 .step{padding-left:6rem}
.derivation .depth6 .step{padding-left:7.2rem}
.derivation .link .step{text-indent:2rem}
.step .number{color:var(--muted);font-size:.85rem}
.step{min-width:0;overflow-x:auto;overflow-y:hidden;line-height:1.75}
.step code{line-height:1.5}
.step code,.reason code{overflow-wrap:anywhere}
.prose{color:var(--muted);font-size:.92rem}
.reason{overflow-wrap:anywhere}
.plain{list-style:none}
.plain li{padding:.12rem 0}
.lead{margin-top:.5rem}
.fails{color:var(--refuted)}
.point,.sides{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1.8rem;list-style:none}
.point li{display:flex;align-items:center;gap:.4rem;max-width:100%;overflow-x:auto;
  overflow-y:hidden;padding:2px 0}
.sides{margin-top:.5rem;align-items:flex-start}
.sides dt{color:var(--muted);font-size:.85rem;margin-bottom:.15rem}
.sides dd{max-width:100%;overflow-x:auto}
.matrix{display:inline-table;vertical-align:middle;border-spacing:0;padding:1px .28rem;
  border-left:1.4px solid;border-right:1.4px solid;font-variant-numeric:tabular-nums;
  --tick:linear-gradient(currentColor,currentColor);
  background:var(--tick) 0 0/.34rem 1.4px no-repeat,var(--tick) 100% 0/.34rem 1.4px no-repeat,
  var(--tick) 0 100%/.34rem 1.4px no-repeat,var(--tick) 100% 100%/.34rem 1.4px no-repeat}
.row{display:table-row}
.row .cell{display:table-cell;padding:.02rem .45rem;text-align:right;line-height:1.4}
.cell{font-family:var(--math);font-size:1.06em;white-space:nowrap;position:relative}
.star{position:absolute;color:var(--accent);font-weight:700;font-size:.95em;line-height:1;top:.1em}
.free{color:var(--accent)}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.45rem 1rem .45rem 0;
  border-top:1px solid var(--line);font-weight:400}
thead th{border-top:0;padding-top:0;color:var(--muted);font-size:.85rem}
tbody th{min-width:7rem}
.need{white-space:nowrap;font-weight:600}
.at{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem 1rem}
td .point{gap:.2rem 1.1rem}
td code{overflow-wrap:anywhere}
.plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));
  gap:.7rem 1.6rem;margin-top:.5rem}
.plot{display:block;width:100%;max-width:24rem;height:auto;overflow:visible}
.plot text{font:12px var(--text);fill:var(--ink)}
.plot .kind{font-weight:600}
.plot .count,.plot .never,.plot .tick{fill:var(--muted);font-variant-numeric:tabular-nums}
.plot .never{font-style:italic}
.plot rect{fill:var(--accent)}
.plot .axis{stroke:var(--line)}
.plot .interval{stroke:var(--accent);stroke-width:2}
.plot .estimate{fill:var(--accent)}
.plot .null{fill:var(--ground);stroke:var(--ink);stroke-width:1.5}
.plane .axis{stroke:var(--line)}
.plane .arrow{stroke:var(--accent);stroke-width:2;fill:none}
.plane text{font-size:.8rem;fill:var(--ink)}
.plane{margin-top:.75rem}
.plots.wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));align-items:start}
figure{margin:0}
figcaption{font-weight:600;font-size:.9rem;margin-bottom:.25rem}
.number{font-variant-numeric:tabular-nums;white-space:nowrap}
.null-row th{padding-left:1.2rem;color:var(--muted)}
.null-row th,.null-row td{border-top:0;padding-top:0}
.graph{display:block;width:100%;height:auto}
.graph.narrow{display:none}
.graph text{font:12px var(--mono);fill:var(--ink)}
.graph .band{font:600 13px var(--text);fill:var(--muted)}
.graph a{text-decoration:none}
.graph .node rect{fill:var(--ground);stroke:currentColor;stroke-width:1}
.graph .cited{color:var(--muted)}
.graph .cited rect{stroke-dasharray:2 3}
.graph a:hover rect{fill:var(--raised)}
.graph a:focus-visible{outline:none}
.graph a:focus-visible rect{stroke:var(--accent);stroke-width:3}
.edge{fill:none;stroke:var(--muted);stroke-width:1.3}
.relative{stroke-dasharray:4 3}
.graph marker path{fill:var(--muted)}
@media (max-width:40rem){
.graph.wide{display:none}
.graph.narrow{display:block;max-width:26rem}
.derivation li{grid-template-columns:minmax(0,1fr)}
.derivation .reason{padding-left:1.2rem}
.aside{display:block;margin-left:0}
}
`;
