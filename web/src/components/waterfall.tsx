// The run's HTTP requests on its time line, each with its phases.
import { css_percent, format_bytes, format_duration, format_url, plural } from '../format';
import type { HttpExchange } from '../types';
import { phases } from '../waterfall';
import type { Placed, TimeLine } from '../waterfall';
import { Facts } from './facts';
import { ClassTag } from './glyph';
import { Scale } from './steps';
import { TlsDetails } from './tls';

function Details({ placed }: { placed: Placed }) {
  const { request, offset_ms } = placed;
  return (
    <div class="request-details">
      {request.error && (
        <p class="request-error">
          <ClassTag name={request.error.class} /> {request.error.message}
          {request.error.error_code !== null && (
            <span class="error-code"> error_code {request.error.error_code}</span>
          )}
        </p>
      )}
      <p class="request-whole breakable">{request.url}</p>
      <table class="phases">
        <caption class="unseen">Phases</caption>
        <tbody>
          {phases.map(({ key, label, meaning }) => (
            <tr key={key} class={request.timings[key] > 0 ? undefined : 'muted'}>
              <th scope="row">
                <span class={`swatch phase-${key}`} aria-hidden="true" />
                {label}
              </th>
              <td class="number">{request.timings[key] > 0 ? format_duration(request.timings[key]) : '–'}</td>
              <td class="muted phase-meaning">{meaning}</td>
            </tr>
          ))}
          <tr class="sum">
            <th scope="row">In all</th>
            <td class="number">{format_duration(request.timings.duration)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <Facts
        rows={[
          ['Began', `${format_duration(offset_ms)} after the run`],
          ['Protocol', request.proto],
          [
            'Address',
            request.remote_ip && `${request.remote_ip}${request.remote_port ? ` port ${request.remote_port}` : ''}`,
          ],
          ['Connection', request.remote_ip ? (request.reused ? 'reused' : 'new') : null],
          ['Sent', format_bytes(request.bytes_sent)],
          ['Received', format_bytes(request.bytes_received)],
        ]}
      />
      <TlsDetails request={request} />
    </div>
  );
}

const code_kind = (request: HttpExchange): string =>
  request.code === 0 || request.error ? 'none' : request.code >= 400 ? 'bad' : request.code >= 300 ? 'moved' : 'good';

function Row({ placed }: { placed: Placed }) {
  const { request } = placed;
  const { host, rest } = format_url(request.url);
  return (
    <li class="request">
      <details>
        <summary>
          <span class="request-method">{request.method}</span>
          <span class="request-url">
            <span class="request-host">{host}</span>
            {rest}
          </span>
          <span class={`request-code code-is-${code_kind(request)}`}>
            {request.code || (request.error?.class ?? 'none')}
          </span>
          <span class="request-duration number">{format_duration(request.timings.duration)}</span>
          <span class="lane" aria-hidden="true">
            {placed.segments.map(({ phase, start, width, ms }) => (
              <span
                key={phase}
                class={`segment phase-${phase}`}
                title={`${phases.find(({ key }) => key === phase)?.label}: ${format_duration(ms)}`}
                style={{ left: css_percent(start), width: css_percent(width) }}
              />
            ))}
            {request.error && <span class="lane-end" style={{ left: css_percent(placed.start + placed.width) }} />}
          </span>
        </summary>
        <Details placed={placed} />
      </details>
    </li>
  );
}

interface WaterfallProps {
  line: TimeLine;
  requests: HttpExchange[];
  dropped: number;
}

export function Waterfall({ line, requests, dropped }: WaterfallProps) {
  const used = phases.filter(({ key }) => requests.some((request) => request.timings[key] > 0));
  return (
    <section class="waterfall" aria-labelledby="requests">
      <div class="section-head">
        <h2 id="requests">
          Requests <small class="muted">{requests.length}</small>
        </h2>
        <ul class="legend" role="list" aria-label="Phases of a request">
          {used.map(({ key, label, meaning }) => (
            <li key={key} title={meaning}>
              <span class={`swatch phase-${key}`} aria-hidden="true" />
              {label}
            </li>
          ))}
        </ul>
      </div>
      <Scale line={line} />
      <ol class="requests" role="list">
        {line.requests.map((placed, index) => (
          <Row key={index} placed={placed} />
        ))}
      </ol>
      {dropped > 0 && <p class="muted">{plural(dropped, 'more request')} of this run were not kept.</p>}
    </section>
  );
}
