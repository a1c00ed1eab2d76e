// A stack's lines, each with the line of the script that it names.

interface StackLine {
  text: string;
  /** The part that leads to the source, cut out of the text; null where it names no line of this file. */
  place: { before: string; text: string; after: string; line: number } | null;
}

/** `file` is the script whose lines can be shown. */
export function parse_stack(stack: string, file: string): StackLine[] {
  return stack
    .replace(/\n+$/, '')
    .split('\n')
    .map((text): StackLine => {
      const start = file ? text.lastIndexOf(`${file}:`) : -1;
      const before = text[start - 1];
      if (start < 0 || (before !== undefined && !/[\s(@]/.test(before))) return { text, place: null };
      const rest = text.slice(start + file.length);
      const match = /^:(\d+)(:\d+)?/.exec(rest);
      const line = Number(match?.[1] ?? 0);
      if (!match || line < 1) return { text, place: null };
      const end = start + file.length + match[0].length;
      return { text, place: { before: text.slice(0, start), text: text.slice(start, end), after: text.slice(end), line } };
    });
}
