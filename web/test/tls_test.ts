import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreed, ocsp_text, short_subject, validity } from '../src/tls';
import type { Certificate, Tls } from '../src/types';

const certificate = (not_before: string, not_after: string): Certificate => ({
  subject: 'CN=a.example',
  issuer: 'CN=Authority',
  sans: [],
  serial: '1',
  not_before,
  not_after,
  sha256: '0',
});

const tls = (given: Partial<Tls>): Tls => ({ version: null, cipher: null, alpn: null, ocsp: null, ...given });

test('what is left of a certificate is told in days, as of the request', () => {
  const at = Date.parse('2026-05-01T12:00:00Z');
  const rows: [string, string, string, string][] = [
    ['2026-01-01T00:00:00Z', '2026-08-01T12:00:00Z', '92 days left', 'good'],
    ['2026-01-01T00:00:00Z', '2026-05-15T12:00:00Z', '14 days left', 'good'],
    ['2026-01-01T00:00:00Z', '2026-05-15T11:59:59Z', '13 days left', 'soon'],
    ['2026-01-01T00:00:00Z', '2026-05-02T13:00:00Z', '1 day left', 'soon'],
    ['2026-01-01T00:00:00Z', '2026-05-01T15:30:00Z', '3 h left', 'soon'],
    ['2026-01-01T00:00:00Z', '2026-05-01T12:00:00Z', 'expired 0 s before', 'over'],
    ['2026-01-01T00:00:00Z', '2026-04-20T12:00:00Z', 'expired 11 d before', 'over'],
    ['2026-06-01T12:00:00Z', '2026-08-01T12:00:00Z', 'not valid before 2026-06-01', 'over'],
    ['2026-01-01T00:00:00Z', 'nonsense', '–', 'over'],
  ];
  for (const [begin, end, text, kind] of rows) assert.deepEqual(validity(certificate(begin, end), at), { text, kind });
});

test('a subject is called by its common name, where it has one', () => {
  assert.equal(short_subject('CN=www.example.com,O=Example'), 'www.example.com');
  assert.equal(short_subject('O=Example, CN=Example CA\\, Inc.'), 'Example CA, Inc.');
  assert.equal(short_subject('O=Example'), 'O=Example');
  assert.equal(short_subject(''), '');
});

test('what was not agreed is left out', () => {
  assert.equal(agreed(tls({ version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' })), 'TLSv1.3, TLS_AES_256_GCM_SHA384');
  assert.equal(agreed(tls({})), '');
  assert.equal(ocsp_text(tls({})), '');
  assert.equal(ocsp_text(tls({ ocsp: 'none' })), 'none was stapled');
  assert.equal(ocsp_text(tls({ ocsp: 'good' })), 'good');
  assert.equal(ocsp_text(tls({ ocsp: 'something new' })), 'something new');
});
