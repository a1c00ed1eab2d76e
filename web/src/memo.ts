// Draws a component again only where one of its properties is another object or value.
import { Component, h } from 'preact';
import type { FunctionComponent, VNode } from 'preact';

export function memo<P extends object>(Inner: FunctionComponent<P>): new (props: P) => Component<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const before = this.props as Record<string, unknown>;
      const after = next as Record<string, unknown>;
      return [...new Set([...Object.keys(before), ...Object.keys(after)])].some((key) => before[key] !== after[key]);
    }
    render(): VNode {
      return h(Inner as FunctionComponent, this.props as object);
    }
  };
}
