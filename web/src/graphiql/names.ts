// GraphiQL's editors have no names for assistive technology: their text fields are CodeMirror's, and made late.
const fields: readonly [string, readonly string[]][] = [
  ['.graphiql-query-editor textarea', ['Query']],
  ['.graphiql-editor-tool .graphiql-editor textarea', ['Variables', 'Headers']],
  ['.result-window textarea', ['Result']],
];

function name_fields(place: ParentNode): void {
  for (const [selector, names] of fields)
    place.querySelectorAll(selector).forEach((field, at) => {
      const name = names[at];
      if (name && field.getAttribute('aria-label') !== name) field.setAttribute('aria-label', name);
    });
}

/** Names what is there, and what comes. */
export function keep_named(place: HTMLElement): void {
  name_fields(place);
  new MutationObserver(() => name_fields(place)).observe(place, { childList: true, subtree: true });
}
