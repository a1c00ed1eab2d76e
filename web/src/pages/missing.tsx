import { Frame } from '../components/frame';
import { Heading } from '../components/heading';
import { overview_path } from '../routes';

export function Missing({ what, detail }: { what: string; detail?: string }) {
  return (
    <Frame title={what}>
      <section class="missing">
        <Heading>{what}</Heading>
        {detail && <p class="muted">{detail}</p>}
        <p>
          <a href={overview_path}>All tests</a>
        </p>
      </section>
    </Frame>
  );
}
