// What a pretended run leaves behind: its id, its requests with their TLS, its log, and what it took.
/** Numbers that look random and are the same each time (mulberry32). */
function dice(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const iso = (ms) => (ms === null ? null : new Date(ms).toISOString());

export class Inventor {
  constructor() {
    this.roll = dice(7);
    this.count = 0;
  }

  id(at) {
    this.count += 1;
    const time = Math.floor(at).toString(16).padStart(12, '0');
    const rest = this.count.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6)}${Math.floor(
      this.roll() * 0xffffff,
    )
      .toString(16)
      .padStart(6, '0')}`;
  }

  /** Of a script that waits for most of its time. */
  usage(duration_ms) {
    return {
      cpu_ms: 0.06 + duration_ms * 0.004,
      peak_memory_bytes: 196_608 + Math.floor(this.roll() * 64) * 4096,
      slices: 2 + Math.floor(this.roll() * 4),
      allocations: 1200 + Math.floor(this.roll() * 900),
    };
  }

  /** A request's trace: the first of a run dials, those after it reuse the connection. */
  request(at, total, path, given = {}) {
    const reused = given.reused ?? false;
    const looking_up = reused ? 0 : total * 0.08;
    const connecting = reused ? 0 : total * 0.12;
    const tls = reused ? 0 : total * 0.2;
    const sending = 0.08;
    const receiving = total * 0.06;
    return {
      started: at,
      method: 'GET',
      url: `https://shop.example${path}`,
      code: 200,
      proto: 'HTTP/1.1',
      remote_ip: '192.0.2.17',
      remote_port: 443,
      reused,
      bytes_sent: 312,
      bytes_received: 18_432,
      error: null,
      tls: this.tls(at, reused),
      timings: {
        blocked: 0,
        looking_up,
        connecting,
        tls_handshaking: tls,
        sending,
        receiving,
        waiting: Math.max(0, total - looking_up - connecting - tls - sending - receiving),
        duration: total,
      },
      ...given,
    };
  }

  /** As the API has it: the chain stands with the request that opened the connection. */
  tls(at, reused, days = 61) {
    const facts = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', alpn: 'http/1.1', ocsp: 'good' };
    if (reused) return facts;
    const certificate = (subject, issuer, sans, digit, left) => ({
      subject,
      issuer,
      sans,
      serial: '04A1',
      not_before: iso(at - 29 * 86_400_000),
      not_after: iso(at + left * 86_400_000 + 3_600_000),
      sha256: digit.repeat(64),
    });
    const authority = 'CN=Example CA 3,O=Example Trust';
    return {
      ...facts,
      chain: [
        certificate('CN=shop.example', authority, ['shop.example', '*.shop.example'], 'a', days),
        certificate(authority, 'CN=Example Root,O=Example Trust', [], 'b', 1200),
      ],
    };
  }

  trace(run) {
    return [this.request(run.start_at + 1, run.duration_ms * 0.9, '/health')];
  }

  log(run) {
    const lines = [{ at: run.start_at + 1, level: 'info', message: 'begin', fields: { host: 'shop.example' } }];
    if (run.status === 'failed')
      lines.push({ at: run.end_at - 1, level: 'error', message: run.fail_cause, fields: {} });
    return lines;
  }
}
