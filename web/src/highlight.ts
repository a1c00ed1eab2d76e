// Colours for JavaScript source: enough of its grammar to tell comments, text, numbers and keywords apart.

type Kind = 'plain' | 'comment' | 'string' | 'number' | 'keyword';
export interface Token {
  kind: Kind;
  text: string;
}

const keywords = new Set(
  (
    'break case catch class const continue debugger default delete do else export extends false finally for function if import in ' +
    'instanceof let new null of return static super switch this throw true try typeof undefined var void while with yield async await'
  ).split(' '),
);

// Each alternative is linear: a script of any content costs its length.
const pattern =
  /(\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|('(?:[^'\\\n]|\\[^])*'?|"(?:[^"\\\n]|\\[^])*"?|`(?:[^`\\]|\\[^])*`?)|\b(0[xXbBoO][\da-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\b|([A-Za-z_$][\w$]*)/g;

function tokens_of(source: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of source.matchAll(pattern)) {
    const [text, comment, string, number, word] = match;
    const kind: Kind = comment
      ? 'comment'
      : string
        ? 'string'
        : number
          ? 'number'
          : word && keywords.has(word)
            ? 'keyword'
            : 'plain';
    if (kind === 'plain') continue;
    if (match.index > end) tokens.push({ kind: 'plain', text: source.slice(end, match.index) });
    tokens.push({ kind, text });
    end = match.index + text.length;
  }
  if (end < source.length) tokens.push({ kind: 'plain', text: source.slice(end) });
  return tokens;
}

/** The source's lines, each as its tokens; what spans lines is cut at their ends. */
export function highlight(source: string): Token[][] {
  const lines: Token[][] = [[]];
  for (const { kind, text } of tokens_of(source.replace(/\r\n?/g, '\n').replace(/\n$/, ''))) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) lines[lines.length - 1]?.push({ kind, text: part });
    });
  }
  return lines;
}
