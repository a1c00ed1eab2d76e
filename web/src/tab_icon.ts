// The icon of the browser's tab while tests are down: how many.

const most_shown = 99;
/** By the number of characters: what fits into the octagon. */
const sizes = [0, 21, 18, 13];

/** An octagon with the number in it, as an image's address. */
export function down_icon(down: number): string {
  const text = down > most_shown ? `${most_shown}+` : String(down);
  const size = sizes[text.length] ?? 13;
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    '<path fill="#d0301f" d="M10 1h12l9 9v12l-9 9H10l-9-9V10z"/>' +
    `<text x="16" y="${16 + size * 0.36}" fill="#fff" font-family="Arial,sans-serif" font-weight="700" ` +
    `font-size="${size}" text-anchor="middle">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
