// In place of react-remove-scroll, which keeps what lies behind a dialog from scrolling by a <style> element: the policy
// forbids that, and the page behind GraphiQL's dialogs does not scroll.
import { createElement, forwardRef, type ElementType, type ReactNode } from 'react';

interface Props {
  as?: ElementType;
  children?: ReactNode;
  allowPinchZoom?: boolean;
  shards?: unknown;
}

export const RemoveScroll = forwardRef<unknown, Props>(function RemoveScroll(
  { as = 'div', children, allowPinchZoom: _zoom, shards: _shards, ...rest },
  ref,
) {
  return createElement(as, { ...rest, ref }, children);
});
