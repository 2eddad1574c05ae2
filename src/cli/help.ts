const options = `Options
  --json           one JSON document on standard output and nothing else
  --quiet          no progress, and the verdict alone
  --seed N         seed of the search (1); the same seed draws the same points
  --time T         time for the search of one claim: 500ms, 2s, 1m; 2s unless
                   given, 1s for each claim of check
  --jobs N         threads of check, hunt, report; as many as there are cores
  --strict         a claim that is not defined everywhere is an error
  --help           this text, or that of a command
  --version        the version`;

const exits = `Exit codes
  0  proved or survived; check: all as declared
  1  refuted; check: not all as declared
  2  ill-typed, or elenchus was used wrongly
  3  gave-up
  4  two judges contradict each other: a defect of elenchus
  5  another defect of elenchus
  130  interrupted`;

const general = `elenchus puts claims about neural networks to cross-examination.

  elenchus try "<claim>"        one claim; - reads it from standard input
  elenchus check [path…]        every claim under proofs/ and properties/, or of
                                the named .ts and .md files, held against the
                                verdict it declares
  elenchus hunt <id>            a longer search, on all cores, that can be stopped
                                and gone on with
  elenchus needs <id>           drops and weakens each hypothesis in turn: needed,
                                with a witness, or not, with the stronger theorem
  elenchus measure <id>         runs an experiment: a table of quantities with
                                intervals and nulls; never called a proof
  elenchus file <id>            writes the counterexample as a record and as
                                Markdown that can be pasted as an issue
  elenchus report [path…]       the catalogue as one HTML file
  elenchus replay <file.json>…  checks filed counterexamples again, exactly
  elenchus cite <paper>         checks the claims that a paper in LaTeX or Markdown
                                cites, and writes what it prints them from
  elenchus init                 a starter note, claims.md, that teaches the language

${options}

${exits}

  elenchus try "A: m×n; B: n×m |- tr(A B) = tr(B A)"
`;

const commands: Readonly<Record<string, string>> = {
  try: `elenchus try "<claim>"
elenchus try - < claim.txt

Proves the claim, or refutes it by an exact counterexample, or says how far it
survived the search. Quote the claim with double quotes, since ' is the
transpose; in an interactive bash write != in a file and read it with -.

  --save           files a counterexample under properties/witnesses/
  --proof FILE     writes the derivation of what is proved; elenchus-recheck,
                   another program, checks it: proofs/derivation-format.md

${options}
`,
  check: `elenchus check [path…]
elenchus check note.md --write

Checks every claim of the named .ts and .md files, and of those below the named
directories; without a path those below proofs/ and properties/. Counterexamples
of claims that have none on file are filed under properties/witnesses/ where
there is a properties/ directory.

In a note a claim is a fenced block marked \`claim name expect=proved\`; a block
marked \`proof name\` gives a derivation of it.

  --write          puts the verdicts under the claims of the .md files, and
                   leaves everything else in them as it is
  --proofs DIR     writes the derivations of what is proved, a file each, for
                   elenchus-recheck DIR, a program of its own

${options}
`,
  hunt: `elenchus hunt <id | "claim"> --time 60s
elenchus hunt <id | "claim"> --shard 2/5
elenchus hunt --merge <record.json>…

Searches for a counterexample on all cores, for 60 s unless --time says otherwise.
Where it stands is written every second to .elenchus/hunts/, whole or not at all:
after Ctrl-C or a crash the same command goes on from there. A counterexample is
filed under properties/witnesses/. The points, and so the counterexample, depend
on the claim, the seed and the version alone, not on the number of threads.

  --shard i/n      this run takes the i-th of n parts of the same points
  --merge          makes the records of such parts into one

${options}
`,
  needs: `elenchus needs <id | "claim">

Drops each hypothesis of a claim in turn, and weakens it as far as its kind goes
(invertible to onto or one-to-one, pd to psd to symmetric). Needed: a witness
against the claim without it. Not needed: a stronger theorem, proved, as a claim
ready to paste. Implied: the claim is not defined without it. Exit code 0.

${options}
`,
  measure: `elenchus measure <id>
elenchus measure <id> --long

Runs an experiment of the catalogue and shows its table: each quantity with its
95 % interval, the number of samples, and its nulls. 0: as declared; 1: not as
declared. It is never called proved. The short form takes seconds and is what
check runs. The long form runs on all cores; where it stands is written every
second to .elenchus/experiments/, whole or not at all: after Ctrl-C or a crash
the same command goes on from there, and once it is done shows its table at once.
The table depends on the seed and the form, not on the number of threads.

  --long           the long form

${options}
`,
  file: `elenchus file <id | "claim">

Writes the counterexample under properties/witnesses/, as a record that replay
checks and as Markdown that can be pasted as an issue, and lists which other
claims of the catalogue it refutes. One that is filed already is taken as it is.

${options}
`,
  cite: `elenchus cite <paper.tex | paper.md> [path…]
elenchus cite --check <paper.tex | paper.md> [path…]

Checks every claim that a write-up cites, from the named .ts and .md files or
directories, or from proofs/ and properties/.

  LaTeX                       Markdown                       the claim must be
  \\lemma{family/name}         [@family/name]                 proved
  \\counterexample{…}          [counterexample @family/name]  refuted
  \\survived{…}                [survived @…]                  proved or survived
  \\measured{…}                [measured @…]                  an experiment
  \\claim{…}                   [claim @…]                     anything

LaTeX: writes elenchus.sty beside the paper, which compiles without elenchus.
With \\usepackage{elenchus} \\lemma{…} prints the name, \\lemma*{…} the claim,
\\elenchusstatements all that are cited: hypotheses, verdict, hash, derivation.
Where a paper has such a command itself, \\elenchuslemma{…} does the same.
Markdown: writes NAME.claims.md. Both write the record NAME.claims.json.

  --check          writes nothing; 1, with a list, when a citation is unknown,
                   has changed its statement, lost its verdict, assumes or rests
                   on more, is cited as more than it is, or a file was edited

${options}
`,
  init: `elenchus init [note.md]

Writes a starter note, claims.md unless another name is given, that teaches the
language in claims to be checked. Nothing needs to be configured. A file that is
there already is left as it is.

${options}
`,
  report: `elenchus report [path…]
elenchus report --out claims.html notes.md

Runs the catalogue as check does, asks which hypotheses the proved claims need,
and writes all of it to one HTML file, report.html unless --out says otherwise:
statements, derivations, counterexamples, coverage and the graph of lemmas. The
file needs nothing beside it. 0: all as declared; 1: not, the file is written
all the same; 2: a file cannot be read, or the report cannot be written.

  --out FILE       where the report goes

${options}
`,
  replay: `elenchus replay <file.json>…

Checks filed counterexamples again, exactly, from the records alone. A directory
stands for every .json file in it. 1: all of them still refute their claims;
3: one of them does not; 2: one of them cannot be read.

${options}
`,
};

/** The help of a command, or the general one. */
export const helpText = (command: string | null): string =>
  command !== null && Object.hasOwn(commands, command) ? commands[command]! : general;

/** What to show where no command was given. */
export const usage =
  'usage: elenchus try "<claim>" | check [path…] | hunt, needs, measure, file <id> | report | replay <file.json>… | cite <paper> | init; elenchus --help says more';
