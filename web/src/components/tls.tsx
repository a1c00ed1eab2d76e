// What was agreed with a server, and the certificates that it showed.
import { format_date, format_instant } from '../format';
import { agreed, ocsp_text, short_subject, validity } from '../tls';
import type { Certificate, HttpExchange } from '../types';
import { Facts } from './facts';

function Day({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time dateTime={at} title={format_instant(date)}>
      {format_date(date)}
    </time>
  );
}

function Chain({ chain, at }: { chain: Certificate[]; at: number }) {
  return (
    <div class="chain-box" tabIndex={0} role="region" aria-label="Certificates">
      <table class="chain">
        <caption class="unseen">Certificates, the server’s own first</caption>
        <thead>
          <tr>
            <th scope="col">Certificate</th>
            <th scope="col">Issued by</th>
            <th scope="col">From</th>
            <th scope="col">Until</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {chain.map((each, index) => {
            const { text, kind } = validity(each, at);
            return (
              <tr key={index}>
                <th scope="row" title={`${each.subject}\nSHA-256 ${each.sha256}`}>
                  {short_subject(each.subject)}
                  {each.sans.length > 0 && <span class="muted sans"> for {each.sans.join(', ')}</span>}
                </th>
                <td title={each.issuer}>{short_subject(each.issuer)}</td>
                <td class="number">
                  <Day at={each.not_before} />
                </td>
                <td class="number">
                  <Day at={each.not_after} />
                </td>
                <td class={`number days days-are-${kind}`}>{text}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Nothing for a request without TLS. */
export function TlsDetails({ request }: { request: HttpExchange }) {
  const { tls } = request;
  if (!tls) return null;
  return (
    <section class="tls" aria-label="TLS">
      <Facts
        rows={[
          ['TLS', agreed(tls) || 'nothing was agreed'],
          ['ALPN', tls.alpn],
          ['OCSP response', ocsp_text(tls)],
          ['Certificates', !tls.chain && request.reused ? 'with the request that opened the connection' : null],
        ]}
      />
      {tls.chain && tls.chain.length > 0 && <Chain chain={tls.chain} at={Date.parse(request.started)} />}
    </section>
  );
}
