// What a run's request tells of TLS, in words.
import { format_age, format_date } from './format';
import type { Certificate, Tls } from './types';

/** 'TLSv1.3, TLS_AES_256_GCM_SHA384': what of it is known. */
export const agreed = (tls: Tls): string => [tls.version, tls.cipher].filter(Boolean).join(', ');

const ocsp_words: Record<string, string> = {
  none: 'none was stapled',
  good: 'good',
  revoked: 'revoked',
  unknown: 'unknown to its authority',
  invalid: 'stapled, and not to be believed',
};

/** What the stapled OCSP response says; '' where the handshake did not get so far. */
export const ocsp_text = (tls: Tls): string => (tls.ocsp ? (ocsp_words[tls.ocsp] ?? tls.ocsp) : '');

/** 'www.example.com' of 'CN=www.example.com,O=Example'; the whole subject where it has no common name. */
export function short_subject(subject: string): string {
  const found = /(?:^|,\s*)CN=((?:\\.|[^,\\])+)/.exec(subject);
  return (found?.[1] ?? subject).replace(/\\(.)/g, '$1');
}

interface Validity {
  text: string;
  kind: 'good' | 'soon' | 'over';
}

const day = 86_400_000;
const soon = 14 * day;

/** How long a certificate is good yet, as of the time of the request. */
export function validity(certificate: Certificate, at: number): Validity {
  const begin = Date.parse(certificate.not_before);
  const left = Date.parse(certificate.not_after) - at;
  if (Number.isNaN(left)) return { text: '–', kind: 'over' };
  if (left <= 0) return { text: `expired ${format_age(-left)} before`, kind: 'over' };
  if (begin > at) return { text: `not valid before ${format_date(new Date(begin))}`, kind: 'over' };
  const days = Math.floor(left / day);
  const text = days === 0 ? `${format_age(left)} left` : days === 1 ? '1 day left' : `${days} days left`;
  return { text, kind: left < soon ? 'soon' : 'good' };
}
