/** The commands of elenchus.sty: plain LaTeX2e, with amsmath and amsfonts for the symbols. */
import { accepts, kinds, printedAs } from './citation.ts';

const names = kinds
  .map((kind) => String.raw`\providecommand\elenchus${kind}name{${printedAs[kind]}}`)
  .join('\n');
const allowed = kinds
  .flatMap((kind) =>
    accepts[kind].map((verdict) => String.raw`\@namedef{elc@ok@${kind}@${verdict}}{}`),
  )
  .join('\n');
const commands = kinds
  .map(
    (kind) =>
      String.raw`\DeclareRobustCommand\elenchus${kind}{\@ifstar{\elc@full{${kind}}}{\elc@cite{${kind}}}}`,
  )
  .join('\n');
const short = kinds.map((kind) => String.raw`\AtBeginDocument{\elc@short{${kind}}}`).join('\n');

const printedId = String.raw`\texttt{\@nameuse{elc@printed@\elc@id}}`;

/** What stands before the claims. */
export const latexMacros = String.raw`\NeedsTeXFormat{LaTeX2e}
\ProvidesPackage{elenchus}
\RequirePackage{amsmath}
\@ifundefined{mathbb}{\RequirePackage{amsfonts}}{}

% The words in print: redefine them with \renewcommand.
${names}
\providecommand\elenchusstatementsname{Claims}

% The verdicts that each command may cite.
${allowed}

% \elc@claim{id}{printed id}{verdict}{heading}{statement}{details}
\newcommand\elc@all{}
\newcommand\elc@claim[6]{%
  \@namedef{elc@printed@#1}{#2}\@namedef{elc@verdict@#1}{#3}\@namedef{elc@heading@#1}{#4}%
  \@namedef{elc@statement@#1}{#5}\@namedef{elc@details@#1}{#6}%
  \g@addto@macro\elc@all{\elc@entry{#1}}}

% An id without blanks and in small letters: running heads may have made them capitals.
\newcommand\elc@normal[1]{%
  \protected@edef\elc@id{\zap@space#1 \@empty}%
  \lowercase\expandafter{\expandafter\def\expandafter\elc@id\expandafter{\elc@id}}}

% Does the last argument for a claim that is here and has earned the name; says so otherwise.
\newcommand\elc@check[3]{%
  \elc@normal{#2}%
  \@ifundefined{elc@verdict@\elc@id}%
    {\elc@refuse{#1}{is not among the claims of this file: run elenchus cite}}%
    {\@ifundefined{elc@ok@#1@\@nameuse{elc@verdict@\elc@id}}%
      {\elc@refuse{#1}{is \@nameuse{elc@verdict@\elc@id}, not #1}}%
      {#3}}}
\newcommand\elc@refuse[2]{%
  \PackageWarning{elenchus}{'\elc@id' #2}%
  \@nameuse{elenchus#1name}~\textbf{??}~\texttt{\expandafter\detokenize\expandafter{\elc@id}}}

% \lemma{id} prints the name, \lemma*{id} the whole statement.
\newcommand\elc@cite[2]{\leavevmode\elc@check{#1}{#2}{\@nameuse{elenchus#1name}~${printedId}}}
\newcommand\elc@full[2]{\elc@check{#1}{#2}{\elc@state}}
${commands}

\newcommand\elc@state{%
  \par\addvspace{\medskipamount}%
  {\raggedright\noindent\textbf{\@nameuse{elc@heading@\elc@id}}~\texttt{\@nameuse{elc@printed@\elc@id}}.\enspace
   \@nameuse{elc@statement@\elc@id}\par}}
\newcommand\elc@entry[1]{%
  \def\elc@id{#1}\elc@state
  {\nobreak\small\raggedright\noindent\@nameuse{elc@details@\elc@id}\par}}
% \elc@proof{id}{steps}, \elc@step{indentation}{statement}{reason}; \elenchusproof{id} prints the proof.
\newcommand\elc@proof[2]{\@namedef{elc@proof@#1}{#2}}
\newcommand\elc@step[3]{{\par\raggedright\leftskip=#1em\hangindent=2em\noindent#2%
  \def\elc@reason{#3}\ifx\elc@reason\@empty\else\quad{\small(#3)}\fi\par}}
\newcommand\elenchusproof[1]{%
  \elc@normal{#1}%
  \@ifundefined{elc@proof@\elc@id}{\elc@refuse{lemma}{has no proof in this file: cite it as a lemma}}%
    {\@ifundefined{proof}%
      {\par\addvspace{\medskipamount}\noindent\textit{Proof.}\par\nobreak
       \@nameuse{elc@proof@\elc@id}\par\addvspace{\medskipamount}}%
      {\begin{proof}\leavevmode\@nameuse{elc@proof@\elc@id}\end{proof}}}}
\newcommand\elc@detail[2]{\mbox{\itshape #1:} #2.\ }

% A formula on a line of its own, or over several where it is too wide.
\newsavebox\elc@box
\newcommand\elc@display[1]{%
  \sbox\elc@box{$\displaystyle #1$}%
  \ifdim\wd\elc@box>\linewidth
    {\par\nobreak\smallskip\raggedright\leftskip=2em\noindent\hskip-1em$\displaystyle #1$\par\nobreak\smallskip}%
    \noindent\ignorespaces
  \else\[#1\]\ignorespaces\fi}

% \begin{elenchusclaim}{name} the claim \end{elenchusclaim} prints its statement, or the claim as
% typed if it is not among the claims of this file.
\def\elc@environment{elenchusclaim}
\newcommand\elc@citeclaim{\@ifstar{\elc@full{claim}}{\elc@cite{claim}}}
\DeclareRobustCommand\elenchusclaim{%
  \ifx\@currenvir\elc@environment\expandafter\elc@begin\else\expandafter\elc@citeclaim\fi}
\newcommand\elc@begin[2][]{\elc@normal{#2}%
  \@ifundefined{elc@verdict@\elc@id}{\elc@normal{\jobname/#2}}{}%
  \begingroup\let\do\@makeother\dospecials\elc@grab}
\begingroup
\catcode124=0 \catcode60=1 \catcode62=2 \catcode123=12 \catcode125=12 \catcode92=12
|gdef|elc@grab#1\end{elenchusclaim}<|endgroup|elc@body<#1>|end<elenchusclaim>>
|endgroup
\newcommand\elc@body[1]{%
  \@ifundefined{elc@verdict@\elc@id}%
    {\PackageWarning{elenchus}{'\elc@id' is not among the claims of this file: run elenchus cite}%
     \par\noindent\textbf{\elenchusclaimname}~\texttt{#1}\par}%
    {\elc@state}}

% Every claim that the text cites.
\newcommand\elenchusstatements{\begingroup\par\elc@all\par\endgroup}

% The short names. A theorem's environment of the same name stays what it is.
\newcommand\elc@short[1]{%
  \@ifundefined{#1}%
    {\expandafter\let\csname #1\expandafter\endcsname\csname elenchus#1\endcsname\elc@bookmark{#1}}%
    {\@ifundefined{end#1}%
      {\PackageWarning{elenchus}{\@backslashchar#1 is defined already: write \@backslashchar elenchus#1}}%
      {\expandafter\let\csname elc@environment@#1\expandafter\endcsname\csname #1\endcsname
       \expandafter\DeclareRobustCommand\csname #1\endcsname{\elc@either{#1}}\elc@bookmark{#1}}}%
  \elc@bookmark{elenchus#1}}
\newcommand\elc@either[1]{%
  \def\elc@name{#1}%
  \ifx\@currenvir\elc@name\expandafter\@firstoftwo\else\expandafter\@secondoftwo\fi
    {\@ifundefined{elc@inside@#1}%
      {\@namedef{elc@inside@#1}{}\@nameuse{elc@environment@#1}}%
      {\@nameuse{elenchus#1}}}%
    {\@ifnextchar\bgroup{\@nameuse{elenchus#1}}%
      {\@ifnextchar*{\@nameuse{elenchus#1}}{\@nameuse{elc@environment@#1}}}}}

% Bookmarks and running heads show the id.
\newcommand\elc@bookmark[1]{%
  \@ifundefined{pdfstringdefDisableCommands}{}%
    {\pdfstringdefDisableCommands{\@namedef{#1}{\elc@plain}}}}
\newcommand\elc@plain[1]{#1}
${short}
`;
