/** For `ref`: what is longer than its box can be reached by the keyboard, and so be moved by it. */
export function reachable(element: HTMLElement | null): void {
  if (element && element.scrollHeight > element.clientHeight) element.tabIndex = 0;
}
