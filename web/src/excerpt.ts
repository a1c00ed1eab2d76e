// The daemon sends the source around a failing line as text; here it is taken apart to be set with care.

interface ExcerptLine {
  /** null where the line carries no number: a caret's line, or text of another shape. */
  number: number | null;
  text: string;
  failing: boolean;
  /** Stands under the failing line and points at a column. */
  caret: boolean;
}

const numbered = /^\s*(>)?\s*(\d+)\s?[|:│] ?(.*)$/;
const pointing = /^[\s|│.:]*\^[\s^~]*$/;

/** `line` is the failing one, from 1; 0 where unknown, and then only a '>' in the text marks it. */
export function parse_excerpt(excerpt: string, line: number): ExcerptLine[] {
  return excerpt
    .replace(/\n$/, '')
    .split('\n')
    .map((text): ExcerptLine => {
      const match = numbered.exec(text);
      if (match) {
        const number = Number(match[2]);
        return { number, text: match[3] ?? '', failing: line > 0 ? number === line : match[1] === '>', caret: false };
      }
      const caret = pointing.test(text);
      return { number: null, text: caret ? text.replace(/^\s*[|│:] ?/, '') : text, failing: false, caret };
    });
}
